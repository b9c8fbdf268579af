#include "engine/thermo/transition_relations.h"

#include "engine/thermo/mean_melting.h"

namespace vitrine::thermo {

std::optional<double> tgFromMeanMeltingK(const alloy::Composition& alloy,
                                         const LinearRelation& relation) {
  const auto meanK = meanMeltingTemperatureK(alloy);
  if (!meanK)
    return std::nullopt;
  return relation(*meanK);
}

}  // namespace vitrine::thermo
