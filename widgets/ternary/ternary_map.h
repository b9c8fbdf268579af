#pragma once

#include "widgets/export/exportable.h"
#include "widgets/ternary/ternary_model.h"

#include <QWidget>

#include <memory>

class QToolButton;

namespace vitrine::widgets {

/// A property over a composition triangle: colours, contour lines, marked alloys and the alloy
/// being edited. A click or a drag, or the arrow keys, choose another alloy: 1 at.% a step, 5 at.%
/// for a key with Shift, 0.1 at.% for a drag begun with Alt.
class TernaryMap : public QWidget, public Exportable {
  Q_OBJECT

 public:
  explicit TernaryMap(QWidget* parent = nullptr);
  ~TernaryMap() override;

  void setModel(const TernaryMapModel& model);
  /// Moves the cross alone: nothing else is drawn anew.
  void setCurrent(std::optional<Weights> current, bool inPlane = true);
  [[nodiscard]] const TernaryMapModel& model() const;

  /// Where a composition lies in the widget.
  [[nodiscard]] QPointF toPixels(const Weights& weights) const;
  /// The composition at a place in the widget; the nearest one of the triangle outside of it.
  [[nodiscard]] Weights fromPixels(QPointF pixel) const;
  /// Value of the map at a composition, interpolated; NaN where there is none.
  [[nodiscard]] double valueAt(const Weights& weights) const;

  [[nodiscard]] QString exportName() const override;
  [[nodiscard]] QSizeF exportSize() const override;
  void renderTo(QPainter& painter, const QRectF& area) const override;
  [[nodiscard]] DataTable data() const override;

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 signals:
  void pointHovered(const std::array<double, 3>& weights);
  void hoverLeft();
  /// An alloy is asked for; `finished` is false while a drag or a held key goes on.
  void pointChosen(const std::array<double, 3>& weights, bool finished);
  void markerChosen(const QString& formula);
  void rangeLockToggled(bool locked);

 protected:
  bool event(QEvent* event) override;
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void keyReleaseEvent(QKeyEvent* event) override;

 private:
  struct State;
  std::unique_ptr<State> m_state;
  QToolButton* m_lock;

  void choose(const Weights& weights, bool finished);
  void hover(QPointF pixel);
  void placeLock();
  void describe();
};

}  // namespace vitrine::widgets
