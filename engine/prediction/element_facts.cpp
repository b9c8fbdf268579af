#include "engine/prediction/element_facts.h"

#include "engine/alloy/element.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace vitrine::prediction {
namespace {

// Elements that are no metals, the metalloids B, Si, Ge, As, Sb, Te, At among them.
constexpr std::array kNonMetals{1,  2,  5,  6,  7,  8,  9,  10, 14, 15, 16, 17,
                                18, 32, 33, 34, 35, 36, 51, 52, 53, 54, 85, 86};

bool isNonMetal(const alloy::Element& element) {
  return std::ranges::find(kNonMetals, element.atomicNumber) != kNonMetals.end();
}

std::optional<double> tabulated(Fact fact, const alloy::Element& element) {
  switch (fact) {
    case Fact::Mass:
      return element.massU;
    case Fact::Period:
      return element.period;
    case Fact::Group:
      return element.group == 0 ? 3 : element.group;
    case Fact::MeltingPoint:
      return element.meltingPointK;
    case Fact::LogMeltingPoint:
      if (!element.meltingPointK)
        return std::nullopt;
      return std::log(*element.meltingPointK);
    case Fact::BoilingPoint:
      return element.boilingPointK;
    case Fact::AtomicRadius:
      return element.atomicRadiusPm;
    case Fact::CovalentRadius:
      return element.covalentRadiusPm;
    case Fact::Electronegativity:
      return element.electronegativityPauling;
    case Fact::IonizationEnergy:
      return element.ionizationEnergyEV;
    case Fact::Density:
      return element.densityGPerCm3;
    case Fact::MolarVolume:
      return element.molarVolumeCm3;
    case Fact::MendeleevNumber:
      return element.mendeleevNumber;
    case Fact::ValenceElectrons:
      if (!element.valenceElectrons)
        return std::nullopt;
      return *element.valenceElectrons;
    case Fact::Lanthanide:
      return element.atomicNumber >= 57 && element.atomicNumber <= 71 ? 1.0 : 0.0;
    case Fact::Metalloid:
      return isNonMetal(element) ? 1.0 : 0.0;
    case Fact::AlkalineEarth:
      return element.group == 2 ? 1.0 : 0.0;
    case Fact::EarlyTransition:
      return element.block == "d" && element.group >= 3 && element.group <= 7 ? 1.0 : 0.0;
    case Fact::LateTransition:
      return element.block == "d" && element.group >= 8 ? 1.0 : 0.0;
    case Fact::PostTransition:
      return element.block == "p" && !isNonMetal(element) ? 1.0 : 0.0;
  }
  return std::nullopt;
}

}  // namespace

std::string_view factName(Fact fact) {
  switch (fact) {
    case Fact::Mass:
      return "mass";
    case Fact::Period:
      return "period";
    case Fact::Group:
      return "group";
    case Fact::MeltingPoint:
      return "melting point";
    case Fact::LogMeltingPoint:
      return "logarithm of the melting point";
    case Fact::BoilingPoint:
      return "boiling point";
    case Fact::AtomicRadius:
      return "atomic radius";
    case Fact::CovalentRadius:
      return "covalent radius";
    case Fact::Electronegativity:
      return "electronegativity";
    case Fact::IonizationEnergy:
      return "ionization energy";
    case Fact::Density:
      return "density";
    case Fact::MolarVolume:
      return "molar volume";
    case Fact::MendeleevNumber:
      return "Mendeleev number";
    case Fact::ValenceElectrons:
      return "valence electrons";
    case Fact::Lanthanide:
      return "is a lanthanide";
    case Fact::Metalloid:
      return "is a metalloid or non-metal";
    case Fact::AlkalineEarth:
      return "is an alkaline earth";
    case Fact::EarlyTransition:
      return "is an early transition metal";
    case Fact::LateTransition:
      return "is a late transition metal";
    case Fact::PostTransition:
      return "is a post-transition metal";
  }
  return {};
}

double factValue(Fact fact, int atomicNumber) {
  if (const auto value = tabulated(fact, alloy::element(atomicNumber)))
    return *value;
  std::optional<double> below, above;
  int low = atomicNumber, high = atomicNumber;
  while (!below && --low >= 1)
    below = tabulated(fact, alloy::element(low));
  while (!above && ++high <= alloy::kElementCount)
    above = tabulated(fact, alloy::element(high));
  if (!below || !above)
    return below.value_or(above.value_or(0.0));
  const double t = static_cast<double>(atomicNumber - low) / static_cast<double>(high - low);
  return *below + t * (*above - *below);
}

}  // namespace vitrine::prediction
