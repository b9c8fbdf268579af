#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace vitrine::app {

/// What a composition triangle shows, in the workbench and in `vitrine map`.
enum class MapQuantity {
  Tg,
  Tm,
  ReducedTg,    ///< Trg = Tg / Tm
  Fragility,    ///< m of the theory
  MeanMelting,  ///< <Tm>
  TgWidth,      ///< width of the 90 % interval
  TmWidth,
  Domain,
  Q1,                  ///< position of the first peak of the diffraction pattern
  DeltaQ,              ///< its full width at half maximum
  GlassState,          ///< glass, mixed or crystalline by that width
  PatternUncertainty,  ///< half the 90 % band of the pattern, root mean square
};

inline constexpr std::array kMapQuantities{
    MapQuantity::Tg,        MapQuantity::Tm,          MapQuantity::ReducedTg,
    MapQuantity::Fragility, MapQuantity::MeanMelting, MapQuantity::TgWidth,
    MapQuantity::TmWidth,   MapQuantity::Domain,      MapQuantity::Q1,
    MapQuantity::DeltaQ,    MapQuantity::GlassState,  MapQuantity::PatternUncertainty,
};

/// Name on the command line, in settings and keys of results; stable.
std::string_view mapQuantityKey(MapQuantity quantity);
/// Empty where no quantity has the name.
std::optional<MapQuantity> mapQuantity(std::string_view key);
/// "K", "1/A", or "" for a plain number.
std::string_view mapQuantityUnit(MapQuantity quantity);
/// What it is, in a few English words; the workbench has translated ones of its own.
std::string_view mapQuantityText(MapQuantity quantity);

}  // namespace vitrine::app
