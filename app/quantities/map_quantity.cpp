#include "app/quantities/map_quantity.h"

namespace vitrine::app {

namespace {

struct Words {
  std::string_view key;
  std::string_view unit;
  std::string_view text;
};

constexpr Words words(MapQuantity quantity) {
  switch (quantity) {
    case MapQuantity::Tg:
      return {"Tg", "K", "glass-transition temperature"};
    case MapQuantity::Tm:
      return {"Tm", "K", "melting (liquidus) temperature"};
    case MapQuantity::ReducedTg:
      return {"Trg", "", "reduced glass-transition temperature Tg/Tm"};
    case MapQuantity::Fragility:
      return {"m", "", "fragility by the relaxation theory"};
    case MapQuantity::MeanMelting:
      return {"mean_Tm", "K", "mean melting temperature of the elements"};
    case MapQuantity::TgWidth:
      return {"Tg_width", "K", "width of the 90 % interval of Tg"};
    case MapQuantity::TmWidth:
      return {"Tm_width", "K", "width of the 90 % interval of Tm"};
    case MapQuantity::Domain:
      return {"domain", "", "inside, at the edge of or outside the training data"};
    case MapQuantity::Q1:
      return {"q1", "1/A", "position of the first peak of the diffraction pattern"};
    case MapQuantity::DeltaQ:
      return {"delta_q", "1/A", "full width at half maximum of the first peak"};
    case MapQuantity::GlassState:
      return {"glass_state", "", "0 glass, 1 mixed, 2 crystalline, by the width of the first peak"};
    case MapQuantity::PatternUncertainty:
      return {"pattern_uncertainty", "", "half the 90 % band of the pattern (its maximum is 100)"};
  }
  return {};
}

}  // namespace

std::string_view mapQuantityKey(MapQuantity quantity) {
  return words(quantity).key;
}

std::optional<MapQuantity> mapQuantity(std::string_view key) {
  for (const MapQuantity quantity : kMapQuantities) {
    if (mapQuantityKey(quantity) == key)
      return quantity;
  }
  return std::nullopt;
}

std::string_view mapQuantityUnit(MapQuantity quantity) {
  return words(quantity).unit;
}

std::string_view mapQuantityText(MapQuantity quantity) {
  return words(quantity).text;
}

}  // namespace vitrine::app
