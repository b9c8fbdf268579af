#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace vitrine::thermo {

/// What a heating run shows, in K; blank where it is not known.
struct CharacteristicTemperatures {
  std::optional<double> tgK;  ///< glass transition
  std::optional<double> txK;  ///< onset of crystallisation
  std::optional<double> tlK;  ///< liquidus
};

/// One measure of how easily an alloy forms a glass. These are correlations: taken alone each is
/// right to an order of magnitude of the critical cooling rate at best.
struct GlassFormingCriterion {
  std::string_view key;        ///< stable name, e.g. "reduced_glass_transition"
  std::string_view name;       ///< e.g. "reduced glass transition temperature"
  std::string_view symbol;     ///< e.g. "Trg"
  std::string_view equation;   ///< e.g. "Tg/Tl"
  std::string_view unit;       ///< "", "K", "K/s" or "mm"
  std::string_view reference;  ///< key in references.json; empty where no source is confirmed
  bool higherIsBetter = true;  ///< a higher value speaks for easier glass formation
  double value = 0.0;
};

/// Every criterion whose inputs are there, in a fixed order. Temperatures that are not positive,
/// not finite or out of order (Tg < Tx < Tl) give none of the criteria that need them.
std::vector<GlassFormingCriterion> glassFormingCriteria(const CharacteristicTemperatures& input);

/// Trg = Tg/Tl (Turnbull 1969). Empty unless both are positive and finite.
std::optional<double> reducedGlassTransition(double tgK, double tlK);

/// Critical cooling rate in K/s of the thickest glassy rod, Rc = 10/R^2 with the radius R in cm
/// (Lin & Johnson 1995). @pre diameterMm > 0
double coolingRateFromDiameter(double diameterMm);

}  // namespace vitrine::thermo
