#pragma once

#include "app/quantities/map_quantity.h"
#include "widgets/theme/units.h"

#include <QString>

namespace vitrine::app {

/// How a quantity of the map is written.
struct QuantityText {
  QString title;  ///< in lists: "Glass transition Tg"
  QString name;   ///< beside the colour bar: "Tg"
  QString unit;
  int decimals = 0;
  bool isTemperature = false;  ///< shifts between K and °C; a width does not
};
QuantityText quantityText(MapQuantity quantity, widgets::TemperatureUnit unit);

}  // namespace vitrine::app
