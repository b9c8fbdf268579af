#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace vitrine::alloy {

/// Facts of one element. Blank where no source gives a value; the sources, one for each column,
/// stand in resources/elements/README.md.
struct Element {
  int atomicNumber = 0;  ///< 1 to 103
  std::string_view symbol;
  std::string_view name;
  double massU = 0.0;  ///< standard atomic weight; longest-lived isotope where there is none
  int group = 0;       ///< 1 to 18; 0 for lanthanides and actinides (La to Lu, Ac to Lr)
  int period = 0;
  std::string_view block;  ///< "s", "p", "d" or "f"
  std::optional<double> meltingPointK;
  std::optional<double> boilingPointK;
  std::optional<double> metallicRadiusPm;  ///< of metals, for twelve neighbours
  std::optional<double> atomicRadiusPm;    ///< empirical (Slater); also of metalloids
  std::optional<double> covalentRadiusPm;  ///< single bond (Cordero)
  std::optional<double> electronegativityPauling;
  std::optional<double> ionizationEnergyEV;  ///< first
  std::optional<double> densityGPerCm3;      ///< near 20 °C
  std::optional<double> molarVolumeCm3;      ///< of one mole of the solid
  int mendeleevNumber = 0;                   ///< Pettifor's chemical scale
  std::optional<int> valenceElectrons;       ///< s, p and d electrons outside the closed shell
};

/// Hydrogen to lawrencium.
inline constexpr int kElementCount = 103;

/// All elements, hydrogen first. The table is built in from resources/elements/elements.csv.
std::span<const Element> elements();

/// @pre 1 <= atomicNumber <= kElementCount
const Element& element(int atomicNumber);

/// Null where the symbol names no element. Case matters: "Co" is cobalt, "CO" is nothing.
const Element* findElement(std::string_view symbol);

}  // namespace vitrine::alloy
