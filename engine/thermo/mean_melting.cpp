#include "engine/thermo/mean_melting.h"

#include "engine/alloy/element.h"

namespace vitrine::thermo {

std::optional<double> meanMeltingTemperatureK(const alloy::Composition& alloy) {
  double sum = 0.0;
  for (const auto& [atomicNumber, fraction] : alloy.shares()) {
    const auto& meltingPointK = alloy::element(atomicNumber).meltingPointK;
    if (!meltingPointK)
      return std::nullopt;
    sum += fraction * *meltingPointK;
  }
  return sum;
}

}  // namespace vitrine::thermo
