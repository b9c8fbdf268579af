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
  AlkalineEarth,
  EarlyTransition,
  LateTransition,
  PostTransition,
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
    Fact::AlkalineEarth,
    Fact::EarlyTransition,
    Fact::LateTransition,
    Fact::PostTransition,
};

/// "mass", "melting point" …
std::string_view factName(Fact fact);

/// A fact as a plain number. Group: lanthanides and actinides count as group 3. The classes, 0 or
/// 1: Lanthanide; Metalloid, non-metals among them; AlkalineEarth, group 2; EarlyTransition, the d
/// block of groups 3 to 7; LateTransition, that of groups 8 to 12; PostTransition, the metals of
/// the p block. A blank of the table is filled in linearly by atomic number between the nearest
/// elements that have the value: a feature needs some number, and rows of the periodic table, the
/// lanthanides above all, vary slowly.
double factValue(Fact fact, int atomicNumber);

}  // namespace vitrine::prediction
