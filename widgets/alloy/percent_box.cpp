#include "widgets/alloy/percent_box.h"

#include "widgets/theme/units.h"

#include <QLineEdit>
#include <QWheelEvent>

namespace vitrine::widgets {

PercentBox::PercentBox(QWidget* parent) : QDoubleSpinBox(parent) {
  setRange(0.0, 100.0);
  setDecimals(4);
  setSingleStep(0.5);
  setKeyboardTracking(false);
  setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  setFocusPolicy(Qt::StrongFocus);
}

void PercentBox::showPercent(double percent) {
  if (hasFocus() && lineEdit()->isModified())
    return;
  const QSignalBlocker quiet(this);
  setValue(percent);
}

QString PercentBox::textFromValue(double value) const {
  return percentNumber(value, 2);
}

double PercentBox::valueFromText(const QString& text) const {
  return parseNumber(text).value_or(value());
}

QValidator::State PercentBox::validate(QString& text, int&) const {
  const auto number = parseNumber(text);
  if (number)
    return *number >= minimum() && *number <= maximum() ? QValidator::Acceptable
                                                        : QValidator::Invalid;
  const QString rest = text.trimmed();
  const bool unfinished =
      rest.isEmpty() || rest == QLatin1String(",") || rest == QLatin1String(".");
  return unfinished ? QValidator::Intermediate : QValidator::Invalid;
}

void PercentBox::fixup(QString& text) const {
  text = textFromValue(value());
}

void PercentBox::wheelEvent(QWheelEvent* event) {
  // Only a field that was asked for: the wheel scrolls the rows otherwise.
  if (hasFocus())
    QDoubleSpinBox::wheelEvent(event);
  else
    event->ignore();
}

}  // namespace vitrine::widgets
