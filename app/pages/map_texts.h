#pragma once

#include "app/quantities/map_quantity.h"
#include "app/quantities/section_map.h"
#include "engine/diffraction/first_peak.h"
#include "widgets/theme/units.h"

#include <QString>
#include <QStringList>

#include <vector>

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

/// What stays in a section: "Ni 5, Ti 2.5"; empty where nothing does.
QString fixedText(const SectionPlane& plane);

/// What the values 0, 1, 2 … of a quantity stand for; empty for a quantity that is a number.
std::vector<QString> categoryTexts(MapQuantity quantity);

/// Why there is no pattern for an alloy; `systems` are those that have generators.
QString noGeneratorText(const QStringList& systems);

/// "glass", "mixed", "crystalline".
QString stateText(diffraction::GlassState state);

}  // namespace vitrine::app
