#include "engine/atomistic/packing_radius.h"

#include "engine/alloy/element.h"
#include "engine/core/error.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace vitrine::atomistic {

namespace {

struct Radius {
  std::string_view symbol;
  double radiusA;
};

constexpr std::array kMiracle{Radius{"Al", 1.41}, Radius{"Ti", 1.42}, Radius{"V", 1.34},
                              Radius{"Fe", 1.25}, Radius{"Co", 1.25}, Radius{"Ni", 1.26},
                              Radius{"Cu", 1.26}, Radius{"Zr", 1.58}, Radius{"Nb", 1.43},
                              Radius{"Pd", 1.42}, Radius{"Ag", 1.44}};

constexpr double kAPerPm = 0.01;

}  // namespace

double packingRadiusA(int atomicNumber) {
  const alloy::Element& element = alloy::element(atomicNumber);
  const auto found = std::find_if(kMiracle.begin(), kMiracle.end(), [&](const Radius& each) {
    return each.symbol == element.symbol;
  });
  if (found != kMiracle.end())
    return found->radiusA;
  if (element.metallicRadiusPm)
    return kAPerPm * *element.metallicRadiusPm;
  if (element.covalentRadiusPm)
    return kAPerPm * *element.covalentRadiusPm;
  throw Error(ErrorCode::InvalidInput,
              "The size of atoms of " + std::string(element.name) + " is not known.");
}

}  // namespace vitrine::atomistic
