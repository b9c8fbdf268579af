#include "widgets/alloy/formula_field.h"

#include "engine/alloy/formula.h"
#include "widgets/alloy/error_bubble.h"
#include "widgets/alloy/formula_edit.h"

#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace vitrine::widgets {

namespace {

// Longer than between two keys of a fluent typist, too short to be waited for.
constexpr std::chrono::milliseconds kPause(250);

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
  m_edit->setToolTip(tr(
      "The alloy in at.%. Taken when you pause: Zr50Cu40Al10, Zr0.5Cu0.4Al0.1, (Zr50Cu50)92Al8.\n"
      "Enter finishes, Esc brings the alloy back as it was."));
  m_edit->setClearButtonEnabled(false);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(1);
  layout->addWidget(m_edit);
  layout->addWidget(m_bubble);
  m_pause.setSingleShot(true);
  m_pause.setInterval(kPause);
  connect(&m_pause, &QTimer::timeout, this, &FormulaField::onPause);
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
  const bool toBeMended = formula == m_before && !error().isEmpty();
  m_shown = formula;
  if (m_typing && (unchanged || toBeMended || sameAlloy(m_edit->text(), formula)))
    return;
  m_pause.stop();
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
  read();
  m_pause.start();
}

void FormulaField::onPause() {
  if (!error().isEmpty()) {
    withdraw();
    return;
  }
  m_pending = true;
  emit entered(m_edit->text(), false);
}

void FormulaField::finish() {
  if (!m_typing)
    return;
  m_pause.stop();
  // A bad text stays to be mended.
  if (!error().isEmpty()) {
    withdraw();
    return;
  }
  m_typing = false;
  m_pending = false;
  emit entered(m_edit->text(), true);
}

void FormulaField::revert() {
  if (!m_typing)
    return;
  m_pause.stop();
  m_typing = false;
  withdraw();
  m_edit->setText(m_shown);
  read();
}

void FormulaField::withdraw() {
  if (!m_pending)
    return;
  m_pending = false;
  emit withdrawn();
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
