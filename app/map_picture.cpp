#include "app/map_picture.h"

#include "app/pages/map_texts.h"
#include "engine/alloy/element.h"
#include "engine/alloy/grid.h"
#include "widgets/export/export.h"
#include "widgets/ternary/ternary_map.h"

#include <QApplication>
#include <QCoreApplication>

namespace vitrine::app {

namespace {

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(vitrine::app::MapPicture)
};

QString symbolOf(int atomicNumber) {
  const std::string_view symbol = alloy::element(atomicNumber).symbol;
  return QString::fromUtf8(symbol.data(), static_cast<qsizetype>(symbol.size()));
}

}  // namespace

void drawMapPicture(const cli::MapPicture& picture) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  int argc = 1;
  char name[] = "vitrine";
  char* argv[] = {name, nullptr};
  const QApplication application(argc, argv);

  const QuantityText words = quantityText(picture.quantity, widgets::TemperatureUnit::Kelvin);
  const alloy::TernarySection section(picture.plane.corners, picture.plane.fixedPercent);
  widgets::TernaryMapModel model;
  QStringList fixed;
  for (const alloy::Share& share : picture.plane.fixedPercent)
    fixed << symbolOf(share.atomicNumber) + u' ' + widgets::percentNumber(share.amount, 1);
  for (std::size_t i = 0; i < 3; ++i)
    model.corners[i] = symbolOf(picture.plane.corners[i]);
  model.fixedText = fixed.join(QStringLiteral(", "));
  model.variablePercent = section.variablePercent();
  model.divisions = picture.divisions;
  model.values = picture.map.values;
  model.domain = picture.map.domain;
  model.quantity = words.name;
  model.unit = words.unit;
  model.decimals = words.decimals;
  if (picture.quantity == MapQuantity::Domain)
    model.categories = {Texts::tr("inside"), Texts::tr("edge"), Texts::tr("outside")};
  widgets::TernaryMap map;
  map.setModel(model);
  widgets::exportTo(map, QString::fromStdString(picture.file.string()));
}

}  // namespace vitrine::app
