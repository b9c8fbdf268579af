#pragma once

#include <QDoubleSpinBox>

namespace vitrine::widgets {

/// A number field for per cents: takes a comma or a point in any locale, shows no trailing zeros.
class PercentBox : public QDoubleSpinBox {
  Q_OBJECT

 public:
  explicit PercentBox(QWidget* parent = nullptr);

  /// Sets the number without a signal, unless the user is typing one.
  void showPercent(double percent);

  [[nodiscard]] QString textFromValue(double value) const override;
  [[nodiscard]] double valueFromText(const QString& text) const override;
  QValidator::State validate(QString& text, int& position) const override;
  void fixup(QString& text) const override;

 protected:
  void wheelEvent(QWheelEvent* event) override;
};

}  // namespace vitrine::widgets
