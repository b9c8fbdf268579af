#pragma once

#include <array>
#include <string_view>

namespace vitrine::app {

/// What the composition triangle shows.
enum class MapQuantity {
  Tg,
  Tm,
  ReducedTg,  ///< Trg = Tg / Tm
  Fragility,
  TgWidth,  ///< width of the 90 % interval
  TmWidth,
  Domain,
};

inline constexpr std::array kMapQuantities{
    MapQuantity::Tg,      MapQuantity::Tm,      MapQuantity::ReducedTg, MapQuantity::Fragility,
    MapQuantity::TgWidth, MapQuantity::TmWidth, MapQuantity::Domain,
};

/// Name in settings and keys of results; stable.
constexpr std::string_view mapQuantityKey(MapQuantity quantity) {
  switch (quantity) {
    case MapQuantity::Tg:
      return "Tg";
    case MapQuantity::Tm:
      return "Tm";
    case MapQuantity::ReducedTg:
      return "Trg";
    case MapQuantity::Fragility:
      return "m";
    case MapQuantity::TgWidth:
      return "Tg_width";
    case MapQuantity::TmWidth:
      return "Tm_width";
    case MapQuantity::Domain:
      return "domain";
  }
  return "";
}

}  // namespace vitrine::app
