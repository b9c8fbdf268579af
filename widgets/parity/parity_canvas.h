#pragma once

#include "widgets/plot/plot.h"

namespace vitrine::widgets {

/// The large plot of one series. Besides what every plot does, the arrow keys go from point to
/// point (Page Up and Page Down by larger strides, with Shift they move the axes) and Enter chooses
/// the point.
class ParityCanvas : public Plot {
  Q_OBJECT

 public:
  using Plot::Plot;

  /// Where the walk stands; -1 nowhere yet.
  [[nodiscard]] int currentPoint() const { return m_current; }
  /// Where it starts, or goes on; -1 for near the middle.
  void setCurrentPoint(int point);

 signals:
  void pointVisited(int point);

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  void walk(int key);

  int m_current = -1;
  bool m_walking = false;  ///< the current point was reached by key, so it is shown
};

}  // namespace vitrine::widgets
