#pragma once

#include <QAbstractSlider>
#include <QColor>

namespace vitrine::widgets {

/// A slider for a content, in hundredths of a percent. It follows the pointer at once, shows how
/// far locked rows let it go, and stops there.
class ShareSlider : public QAbstractSlider {
  Q_OBJECT

 public:
  static constexpr int kStepsPerPercent = 100;

  explicit ShareSlider(QWidget* parent = nullptr);

  void setPercent(double percent);
  [[nodiscard]] double percent() const;
  void setReach(double lowest, double highest);
  void setColour(const QColor& colour);

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 signals:
  /// By hand; not by setPercent.
  void moved(double percent);
  /// The drag that moved it is over.
  void released(double percent);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void enterEvent(QEnterEvent* event) override;
  void leaveEvent(QEvent* event) override;

 private:
  [[nodiscard]] double handleSize() const;
  [[nodiscard]] double xOf(double percent) const;
  [[nodiscard]] double percentAt(double x) const;
  void moveByHand(double percent);
  void dragTo(double x);

  QColor m_colour;
  double m_percent = 0.0;  ///< finer than the steps, so that nothing is rounded by looking at it
  double m_lowest = 0.0;
  double m_highest = 100.0;
  double m_grip = 0.0;      ///< from the handle's middle to where it was taken, pixels
  double m_before = 0.0;    ///< where the drag began
  bool m_hasMoved = false;  ///< since the button went down
};

}  // namespace vitrine::widgets
