#include "app/pages/map_texts.h"

#include <QCoreApplication>

namespace vitrine::app {

namespace {

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(vitrine::app::MapTexts)
};

}  // namespace

QuantityText quantityText(MapQuantity quantity, widgets::TemperatureUnit unit) {
  const QString degrees = widgets::unitSymbol(unit);
  const QString kelvin = widgets::unitSymbol(widgets::TemperatureUnit::Kelvin);
  switch (quantity) {
    case MapQuantity::Tg:
      return {Texts::tr("Glass transition Tg"), QStringLiteral("Tg"), degrees, 0, true};
    case MapQuantity::Tm:
      return {Texts::tr("Melting Tm (liquidus)"), QStringLiteral("Tm"), degrees, 0, true};
    case MapQuantity::ReducedTg:
      return {Texts::tr("Reduced glass transition Trg"), QStringLiteral("Trg"), {}, 3, false};
    case MapQuantity::Fragility:
      return {Texts::tr("Fragility m"), QStringLiteral("m"), {}, 1, false};
    case MapQuantity::MeanMelting:
      return {Texts::tr("Mean melting point of the elements"), QStringLiteral("⟨Tm⟩"), degrees, 0,
              true};
    case MapQuantity::TgWidth:
      return {Texts::tr("Uncertainty of Tg"), Texts::tr("Width of Tg's 90 % interval"), kelvin, 0,
              false};
    case MapQuantity::TmWidth:
      return {Texts::tr("Uncertainty of Tm"), Texts::tr("Width of Tm's 90 % interval"), kelvin, 0,
              false};
    case MapQuantity::Domain:
      return {Texts::tr("Domain of the models"), Texts::tr("Domain"), {}, 0, false};
  }
  return {};
}

}  // namespace vitrine::app
