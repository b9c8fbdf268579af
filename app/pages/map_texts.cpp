#include "app/pages/map_texts.h"

#include "widgets/alloy/element_names.h"

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
    case MapQuantity::Q1:
      return {Texts::tr("First diffraction peak q₁"), QStringLiteral("q₁"), Texts::tr("1/Å"), 3,
              false};
    case MapQuantity::DeltaQ:
      return {Texts::tr("Width of the first peak Δq"), QStringLiteral("Δq"), Texts::tr("1/Å"), 3,
              false};
    case MapQuantity::GlassState:
      return {Texts::tr("Glass by the width of the peak"), Texts::tr("State"), {}, 0, false};
    case MapQuantity::PatternUncertainty:
      return {Texts::tr("Uncertainty of the pattern"),
              Texts::tr("Half the pattern's 90 % band"),
              {},
              1,
              false};
  }
  return {};
}

QString fixedText(const SectionPlane& plane) {
  QStringList parts;
  for (const alloy::Share& share : plane.fixedPercent)
    parts << widgets::elementSymbol(share.atomicNumber) + u' ' +
                 widgets::percentNumber(share.amount, 1);
  return parts.join(QStringLiteral(", "));
}

std::vector<QString> categoryTexts(MapQuantity quantity) {
  if (quantity == MapQuantity::Domain)
    return {Texts::tr("inside"), Texts::tr("edge"), Texts::tr("outside")};
  if (quantity == MapQuantity::GlassState)
    return {stateText(diffraction::GlassState::Glass), stateText(diffraction::GlassState::Mixed),
            stateText(diffraction::GlassState::Crystalline)};
  return {};
}

QString noGeneratorText(const QStringList& systems) {
  if (systems.isEmpty())
    return Texts::tr("No generators of diffraction patterns are installed.");
  return Texts::tr("No generator of diffraction patterns covers these elements. There are %1.")
      .arg(systems.join(QStringLiteral(", ")));
}

QString stateText(diffraction::GlassState state) {
  switch (state) {
    case diffraction::GlassState::Glass:
      return Texts::tr("glass");
    case diffraction::GlassState::Mixed:
      return Texts::tr("mixed");
    case diffraction::GlassState::Crystalline:
      return Texts::tr("crystalline");
  }
  return {};
}

}  // namespace vitrine::app
