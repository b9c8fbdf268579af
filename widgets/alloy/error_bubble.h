#pragma once

#include <QString>
#include <QWidget>

namespace vitrine::widgets {

/// A message below a field, with a point that names the place it speaks of. Also says harmless
/// things, then without colour and point.
class ErrorBubble : public QWidget {
  Q_OBJECT

 public:
  explicit ErrorBubble(QWidget* parent = nullptr);

  void showError(const QString& message, double pointX);
  void showNote(const QString& message);
  void setPointX(double x);

  [[nodiscard]] const QString& message() const { return m_message; }
  [[nodiscard]] bool isError() const { return m_isError; }
  /// Where the point stands, in the coordinates of the bubble.
  [[nodiscard]] double pointX() const { return m_pointX; }

  [[nodiscard]] bool hasHeightForWidth() const override { return true; }
  [[nodiscard]] int heightForWidth(int width) const override;
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  [[nodiscard]] QRectF textArea(double width) const;
  [[nodiscard]] double tip() const;
  void take(const QString& message, bool isError);

  QString m_message;
  bool m_isError = false;
  double m_pointX = 0.0;
};

}  // namespace vitrine::widgets
