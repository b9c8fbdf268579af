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
