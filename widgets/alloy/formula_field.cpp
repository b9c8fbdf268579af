#include "widgets/alloy/formula_field.h"

#include "engine/alloy/formula.h"
#include "widgets/alloy/error_bubble.h"
#include "widgets/alloy/formula_edit.h"

#include <QVBoxLayout>

#include <algorithm>

namespace vitrine::widgets {

namespace {

/// Findings count characters; a QString counts UTF-16 units.
int indexOfCharacter(const QString& text, std::size_t position) {
  int index = 0;
  for (std::size_t n = 1; n < position && index < text.size(); ++n)
    index += text[index].isHighSurrogate() ? 2 : 1;
  return std::min(index, static_cast<int>(text.size()));
}

bool sameAlloy(const QString& a, const QString& b) {
  if (a == b)
    return true;
  const auto first = alloy::parseFormula(a.toStdString()).composition;
  const auto second = alloy::parseFormula(b.toStdString()).composition;
  // The alloy's own formula is rounded to hundredths of a percent.
  return first && second && alloy::distancePercent(*first, *second) < 0.05;
}

}  // namespace

FormulaField::FormulaField(QWidget* parent)
    : QWidget(parent), m_edit(new FormulaEdit), m_bubble(new ErrorBubble) {
  m_edit->setAccessibleName(tr("Alloy formula"));
  m_edit->setPlaceholderText(tr("Formula, e.g. Zr50Cu40Al10"));
  m_edit->setToolTip(
      tr("The alloy in at.%. Read while you type: Zr50Cu40Al10, Zr0.5Cu0.4Al0.1, (Zr50Cu50)92Al8.\n"
         "Enter finishes, Esc brings the alloy back as it was."));
  m_edit->setClearButtonEnabled(false);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(1);
  layout->addWidget(m_edit);
  layout->addWidget(m_bubble);
  connect(m_edit, &QLineEdit::textEdited, this, &FormulaField::onEdited);
  connect(m_edit, &QLineEdit::editingFinished, this, &FormulaField::finish);
  connect(m_edit, &QLineEdit::cursorPositionChanged, this, &FormulaField::placePoint);
  connect(m_edit, &FormulaEdit::escaped, this, &FormulaField::revert);
}

FormulaField::~FormulaField() {
  m_edit->disconnect(this);  // it loses the focus after this object is gone
}

QString FormulaField::error() const {
  return m_bubble->isError() ? m_bubble->message() : QString();
}

void FormulaField::showFormula(const QString& formula) {
  const bool unchanged = formula == m_shown;
  m_shown = formula;
  if (m_typing && (unchanged || sameAlloy(m_edit->text(), formula)))
    return;
  m_typing = false;
  m_pending = false;
  if (m_edit->text() != formula)
    m_edit->setText(formula);
  read();
}

bool FormulaField::read() {
  const QString text = m_edit->text();
  const auto parsed = alloy::parseFormula(text.toStdString());
  const auto error =
      std::find_if(parsed.findings.begin(), parsed.findings.end(),
                   [](const auto& f) { return f.severity == Finding::Severity::Error; });
  if (error != parsed.findings.end()) {
    m_edit->setMarked(error->position == 0 ? -1 : indexOfCharacter(text, error->position));
    m_bubble->showError(QString::fromStdString(error->message), m_edit->markedX());
    m_edit->setAccessibleDescription(m_bubble->message());
    return false;
  }
  m_edit->setMarked(-1);
  m_edit->setAccessibleDescription({});
  QStringList notes;
  for (const Finding& finding : parsed.findings)
    notes += QString::fromStdString(finding.message);
  if (notes.isEmpty())
    notes += tr("Formula in at.%");
  m_bubble->showNote(notes.join(QLatin1Char(' ')));
  return true;
}

void FormulaField::onEdited() {
  if (!m_typing) {
    m_typing = true;
    m_before = m_shown;
  }
  if (!read())
    return;
  m_pending = true;
  m_lastGood = m_edit->text();
  emit entered(m_lastGood, false);
}

void FormulaField::finish() {
  // A bad text stays to be mended; what was good before it is the alloy.
  if (error().isEmpty())
    m_typing = false;
  if (m_pending) {
    m_pending = false;
    emit entered(m_lastGood, true);
  }
}

void FormulaField::revert() {
  if (!m_typing)
    return;
  m_typing = false;
  m_edit->setText(m_before);
  read();
  if (m_pending) {
    m_pending = false;
    emit entered(m_before, true);
  }
}

void FormulaField::placePoint() {
  if (m_bubble->isError())
    m_bubble->setPointX(m_edit->markedX());
}

void FormulaField::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  placePoint();
}

}  // namespace vitrine::widgets
