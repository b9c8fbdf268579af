#pragma once

#include "engine/alloy/composition.h"

#include <array>
#include <optional>
#include <string_view>

namespace vitrine::thermo {

/// A straight line between two temperatures in K: y = slope x + intercept.
struct LinearRelation {
  std::string_view key;        ///< stable name, e.g. "paper"
  std::string_view equation;   ///< for people, e.g. "Tg = 0.404 <Tm>"
  std::string_view basis;      ///< what it was fitted to
  std::string_view reference;  ///< key in references.json; empty for a fit of this program
  double slope = 0.0;
  double interceptK = 0.0;

  [[nodiscard]] constexpr double operator()(double temperatureK) const {
    return slope * temperatureK + interceptK;
  }
};

/// Tg from the mean melting temperature <Tm> of the elements, K.
inline constexpr std::array<LinearRelation, 4> kTgFromMeanMelting{{
    {"lu_li", "Tg = 0.385 <Tm>", "210 bulk metallic glasses", "lu2009", 0.385, 0.0},
    {"paper", "Tg = 0.404 <Tm>", "715 metallic glasses", "que2025", 0.404, 0.0},
    {"data", "Tg = 0.3943 <Tm>", "least squares through the origin, 1437 metallic glasses", "",
     0.3943, 0.0},
    {"data_intercept", "Tg = 0.4187 <Tm> - 41.0 K", "least squares, 1437 metallic glasses", "",
     0.4187, -41.0},
}};

/// Melting temperature from Tg, K. Of "data", "liquidus" is the end of melting, which the paper
/// calls Tm as well, and "solidus" its beginning.
inline constexpr std::array<LinearRelation, 3> kMeltingFromTg{{
    {"paper", "Tm = 1.567 Tg", "715 metallic glasses, liquidus", "que2025", 1.567, 0.0},
    {"data_liquidus", "Tl = 1.7246 Tg", "least squares through the origin, 1172 metallic glasses",
     "", 1.7246, 0.0},
    {"data_solidus", "Ts = 1.6140 Tg", "least squares through the origin, 330 metallic glasses", "",
     1.6140, 0.0},
}};

/// The relation called `key`; null where there is none.
template <std::size_t N>
constexpr const LinearRelation* findRelation(const std::array<LinearRelation, N>& relations,
                                             std::string_view key) {
  for (const auto& relation : relations) {
    if (relation.key == key)
      return &relation;
  }
  return nullptr;
}

/// Tg in K of an alloy by one of kTgFromMeanMelting. Empty where the melting point of one of its
/// elements is unknown.
std::optional<double> tgFromMeanMeltingK(const alloy::Composition& alloy,
                                         const LinearRelation& relation);

}  // namespace vitrine::thermo
