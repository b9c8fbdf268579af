#include "app/pages/view_choice_controls.h"

#include "app/document/document.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QWidget>

namespace vitrine::app {

namespace {

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(vitrine::app::ViewChoiceControls)
};

QHBoxLayout* rowOf(QWidget* row) {
  auto* layout = new QHBoxLayout(row);
  layout->setContentsMargins(6, 4, 6, 2);
  return layout;
}

}  // namespace

QWidget* relaxationControls(Document& document) {
  auto* row = new QWidget;
  auto* layout = rowOf(row);
  auto* band = new QComboBox(row);
  band->setAccessibleName(Texts::tr("Uncertainty band"));
  band->setToolTip(Texts::tr("What the band around the curve stands for"));
  band->addItem(Texts::tr("Band: 90 % interval of Tg"));
  band->addItem(Texts::tr("Band: published ± 10.66 K"));
  auto* overlays = new QCheckBox(Texts::tr("Measured alloys"), row);
  overlays->setAccessibleName(Texts::tr("Lay measured alloys over the curve"));
  overlays->setToolTip(
      Texts::tr("Published Tg, and the VFT curve from Tg and fragility, of the alloy "
                "or of one within 2 at.% of it"));
  layout->addWidget(band);
  layout->addWidget(overlays);
  layout->addStretch(1);
  QObject::connect(band, &QComboBox::activated, &document, [&document](int index) {
    ViewChoices view = document.view();
    view.paperBand = index == 1;
    document.setView(view);
  });
  QObject::connect(overlays, &QCheckBox::clicked, &document, [&document](bool on) {
    ViewChoices view = document.view();
    view.overlays = on;
    document.setView(view);
  });
  const auto show = [band, overlays, &document] {
    band->setCurrentIndex(document.view().paperBand ? 1 : 0);
    overlays->setChecked(document.view().overlays);
  };
  QObject::connect(&document, &Document::viewChanged, row, show);
  show();
  return row;
}

QWidget* parityControls(Document& document) {
  auto* row = new QWidget;
  auto* layout = rowOf(row);
  auto* property = new QComboBox(row);
  property->setAccessibleName(Texts::tr("Property compared"));
  property->setToolTip(Texts::tr("Which property's predictions are compared with measurements"));
  property->addItem(Texts::tr("Glass transition Tg"), QStringLiteral("Tg"));
  property->addItem(Texts::tr("Melting Tm (liquidus)"), QStringLiteral("Tm"));
  layout->addWidget(property);
  layout->addStretch(1);
  QObject::connect(property, &QComboBox::activated, &document, [&document, property] {
    ViewChoices view = document.view();
    view.parityProperty = property->currentData().toString();
    document.setView(view);
  });
  const auto show = [property, &document] {
    property->setCurrentIndex(property->findData(document.view().parityProperty));
  };
  QObject::connect(&document, &Document::viewChanged, row, show);
  show();
  return row;
}

}  // namespace vitrine::app
