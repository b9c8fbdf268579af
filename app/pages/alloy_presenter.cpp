#include "app/pages/alloy_presenter.h"

#include "app/document/document.h"
#include "app/services/model_library.h"
#include "engine/alloy/element.h"
#include "engine/alloy/formula.h"
#include "widgets/alloy/alloy_editor.h"

namespace vitrine::app {

namespace {

// As many as a slider's steps need, and as give the content back when the formula is read again.
constexpr int kFormulaDecimals = 2;

Gesture gestureOf(bool finished) {
  return finished ? Gesture::Finished : Gesture::Going;
}

}  // namespace

AlloyPresenter::AlloyPresenter(const Workbench& workbench, widgets::AlloyEditor& editor,
                               QObject* parent)
    : QObject(parent), m_workbench(workbench), m_editor(editor) {
  Document& document = workbench.document;
  using widgets::AlloyEditor;
  connect(&editor, &AlloyEditor::formulaEntered, this,
          [&document](const QString& formula, bool finished) {
            const auto parsed = alloy::parseFormula(formula.toStdString());
            if (parsed.composition)
              document.setAlloy(*parsed.composition, gestureOf(finished));
          });
  connect(&editor, &AlloyEditor::formulaWithdrawn, &document, &Document::withdrawGesture);
  connect(&editor, &AlloyEditor::shareDragged, this,
          [&document](int element, double percent, bool finished) {
            document.setShare(element, percent, gestureOf(finished));
          });
  connect(&editor, &AlloyEditor::lockToggled, &document, &Document::setLocked);
  connect(&editor, &AlloyEditor::elementAdded, &document, &Document::addElement);
  connect(&editor, &AlloyEditor::elementRemoved, &document, &Document::removeElement);
  connect(&editor, &AlloyEditor::contentUnitChosen, this, [&document](widgets::ContentUnit unit) {
    document.chooseView(&ViewChoices::contentUnit, unit);
  });
  connect(&document, &Document::alloyChanged, this, &AlloyPresenter::show);
  connect(&document, &Document::viewChanged, this, &AlloyPresenter::show);
  connect(&workbench.models, &ModelLibrary::changed, this, &AlloyPresenter::show);
  show();
}

void AlloyPresenter::show() {
  const Document& document = m_workbench.document;
  widgets::AlloyEditorModel model;
  model.rows = document.state().rows;
  model.formula = QString::fromStdString(document.alloy().formula(kFormulaDecimals));
  model.contentUnit = document.view().contentUnit;
  const auto tg = m_workbench.models.model(prediction::Property::Tg);
  const auto tm = m_workbench.models.model(prediction::Property::Tm);
  for (const alloy::Element& element : alloy::elements()) {
    const bool noTg = tg && !tg->knowsElement(element.atomicNumber);
    const bool noTm = tm && !tm->knowsElement(element.atomicNumber);
    const QString name =
        QString::fromUtf8(element.name.data(), static_cast<qsizetype>(element.name.size()));
    if (noTg && noTm)
      model.untrained[element.atomicNumber] =
          tr("No alloy with %1 is in the training data of Tg and Tm.").arg(name);
    else if (noTg)
      model.untrained[element.atomicNumber] =
          tr("No alloy with %1 is in the training data of Tg.").arg(name);
    else if (noTm)
      model.untrained[element.atomicNumber] =
          tr("No alloy with %1 is in the training data of Tm.").arg(name);
  }
  m_editor.setModel(model);
}

}  // namespace vitrine::app
