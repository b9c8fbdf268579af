#pragma once

#include <array>
#include <string_view>

namespace vitrine::prediction {

/// The element facts that features are averaged from. Values stand in model files by this order:
/// append, never insert.
enum class Fact {
  Mass,
  Period,
  Group,
  MeltingPoint,
  LogMeltingPoint,
  BoilingPoint,
  AtomicRadius,
  CovalentRadius,
  Electronegativity,
  IonizationEnergy,
  Density,
  MolarVolume,
  MendeleevNumber,
  ValenceElectrons,
  Lanthanide,
  Metalloid,
};

inline constexpr std::array kFacts{
    Fact::Mass,
    Fact::Period,
    Fact::Group,
    Fact::MeltingPoint,
    Fact::LogMeltingPoint,
    Fact::BoilingPoint,
    Fact::AtomicRadius,
    Fact::CovalentRadius,
    Fact::Electronegativity,
    Fact::IonizationEnergy,
    Fact::Density,
    Fact::MolarVolume,
    Fact::MendeleevNumber,
    Fact::ValenceElectrons,
    Fact::Lanthanide,
    Fact::Metalloid,
};

/// "mass", "melting point" …
std::string_view factName(Fact fact);

/// A fact as a plain number. Group: lanthanides and actinides count as group 3. Lanthanide and
/// Metalloid (non-metals among them) are 0 or 1. A blank of the table is filled in linearly by
/// atomic number between the nearest elements that have the value: a feature needs some number,
/// and rows of the periodic table, the lanthanides above all, vary slowly.
double factValue(Fact fact, int atomicNumber);

}  // namespace vitrine::prediction
