#include "app/pages/view_choice_controls.h"

#include "app/document/document.h"
#include "widgets/plot/segments.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QCheckBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QWidget>

namespace vitrine::app {

namespace {

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(vitrine::app::ViewChoiceControls)
};

}  // namespace

QWidget* relaxationControls(Document& document) {
  auto* row = new QWidget;
  auto* layout = new QHBoxLayout(row);
  layout->setContentsMargins(6, 4, 6, 2);
  layout->setSpacing(2);
  auto* bands = widgets::addSegments(
      row, {{Texts::tr("90 %"), Texts::tr("The band around the curve is that of the 90 % "
                                          "interval of Tg")},
            {Texts::tr("± 10.66 K"), Texts::tr("The band around the curve is that of the published "
                                               "error of Tg")}});
  auto* overlays = new QCheckBox(Texts::tr("Measured alloys"), row);
  overlays->setAccessibleName(Texts::tr("Lay measured alloys over the curve"));
  overlays->setToolTip(
      Texts::tr("Published Tg, and the VFT curve from Tg and fragility, of the alloy "
                "or of one within 2 at.% of it"));
  layout->addWidget(new QLabel(Texts::tr("Band"), row));
  layout->addSpacing(4);
  for (auto* button : bands->buttons())
    layout->addWidget(button);
  layout->addSpacing(8);
  layout->addWidget(overlays);
  layout->addStretch(1);
  QObject::connect(bands, &QButtonGroup::idClicked, &document,
                   [&document](int id) { document.chooseView(&ViewChoices::paperBand, id == 1); });
  QObject::connect(overlays, &QCheckBox::clicked, &document,
                   [&document](bool on) { document.chooseView(&ViewChoices::overlays, on); });
  const auto show = [bands, overlays, &document] {
    bands->button(document.view().paperBand ? 1 : 0)->setChecked(true);
    overlays->setChecked(document.view().overlays);
  };
  QObject::connect(&document, &Document::viewChanged, row, show);
  show();
  return row;
}

}  // namespace vitrine::app
