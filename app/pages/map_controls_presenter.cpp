#include "app/pages/map_controls_presenter.h"

#include "app/document/document.h"
#include "app/pages/map_controls.h"
#include "app/services/model_library.h"
#include "engine/alloy/element.h"
#include "engine/alloy/formula.h"
#include "engine/core/error.h"
#include "widgets/alloy/element_names.h"

namespace vitrine::app {

using prediction::Property;

MapControlsPresenter::MapControlsPresenter(const Workbench& workbench, MapControls& controls,
                                           QObject* parent)
    : QObject(parent), m_workbench(workbench), m_controls(controls) {
  Document& document = workbench.document;
  connect(&controls, &MapControls::cornerChosen, &document, &Document::setCorner);
  connect(&controls, &MapControls::followsAlloyToggled, &document, &Document::setFollowsAlloy);
  connect(&controls, &MapControls::quantityChosen, &document, &Document::setQuantity);
  connect(&controls, &MapControls::colourMapChosen, &document, &Document::setColourMap);
  connect(&controls, &MapControls::clockwiseToggled, &document, &Document::setClockwise);
  connect(&controls, &MapControls::contoursToggled, &document, &Document::setContours);
  connect(&controls, &MapControls::fixedEntered, this, &MapControlsPresenter::readFixed);
  connect(&document, &Document::changed, this, &MapControlsPresenter::show);
  connect(&workbench.models, &ModelLibrary::changed, this, &MapControlsPresenter::show);
  show();
}

void MapControlsPresenter::show() {
  const Document& document = m_workbench.document;
  MapControlsModel model;
  model.section = document.state().section;
  model.unit = document.view().temperatureUnit;
  QStringList fixed;
  for (const alloy::Share& share : sectionPlane(document.state()).fixedPercent)
    fixed << widgets::elementSymbol(share.atomicNumber) + widgets::percentNumber(share.amount);
  model.fixedText = fixed.join(u' ');
  const auto tg = m_workbench.models.model(Property::Tg);
  const auto tm = m_workbench.models.model(Property::Tm);
  for (const alloy::Element& element : alloy::elements()) {
    const int z = element.atomicNumber;
    model.trained[static_cast<std::size_t>(z)] =
        (!tg && !tm) || (tg && tg->knowsElement(z)) || (tm && tm->knowsElement(z));
  }
  m_controls.setModel(model);
}

void MapControlsPresenter::readFixed(const QString& text) {
  std::vector<alloy::Share> fixed;
  if (!text.trimmed().isEmpty()) {
    const auto parsed = alloy::parseFormula(text.toStdString());
    if (!parsed.composition) {
      m_controls.showRemainderError(QString::fromStdString(parsed.findings.front().message));
      return;
    }
    // The amounts as they are written are the at.% that stay; the parser normalises.
    for (const alloy::Share& share : parsed.composition->shares())
      fixed.push_back({share.atomicNumber, share.amount * parsed.writtenSum});
  }
  try {
    m_workbench.document.setFixedPercent(fixed);
  } catch (const Error& error) {
    m_controls.showRemainderError(QString::fromUtf8(error.what()));
  }
}

}  // namespace vitrine::app
