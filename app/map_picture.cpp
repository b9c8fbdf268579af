#include "app/map_picture.h"

#include "app/pages/map_texts.h"
#include "engine/alloy/grid.h"
#include "widgets/alloy/element_names.h"
#include "widgets/export/export.h"
#include "widgets/ternary/ternary_map.h"

#include <QApplication>

namespace vitrine::app {

void drawMapPicture(const cli::MapPicture& picture) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  int argc = 1;
  char name[] = "vitrine";
  char* argv[] = {name, nullptr};
  const QApplication application(argc, argv);

  const QuantityText words = quantityText(picture.quantity, widgets::TemperatureUnit::Kelvin);
  const alloy::TernarySection section(picture.plane.corners, picture.plane.fixedPercent);
  widgets::TernaryMapModel model;
  for (std::size_t i = 0; i < 3; ++i)
    model.corners[i] = widgets::elementSymbol(picture.plane.corners[i]);
  model.fixedText = fixedText(picture.plane);
  model.variablePercent = section.variablePercent();
  model.divisions = picture.divisions;
  model.values = picture.map.values;
  model.domain = picture.map.domain;
  model.quantity = words.name;
  model.unit = words.unit;
  model.decimals = words.decimals;
  model.categories = categoryTexts(picture.quantity);
  widgets::TernaryMap map;
  map.setModel(model);
  widgets::exportTo(map, QString::fromStdString(picture.file.string()));
}

}  // namespace vitrine::app
