#pragma once

#include "widgets/plot/plot_model.h"

#include <QWidget>

#include <memory>

class QPainter;

namespace vitrine::widgets {

struct Theme;
struct PlotFrame;

/// A drawing of curves, bands and points over two axes. The wheel zooms, dragging pans, a double
/// click or Home shows everything again; plus, minus and the arrow keys do the same from the
/// keyboard. The only place in the program that sees the plot library.
class Plot : public QWidget {
  Q_OBJECT

 public:
  explicit Plot(QWidget* parent = nullptr);
  ~Plot() override;

  /// Takes over what is to be shown. The zoom stays unless the axes' ranges are others than before.
  void setModel(const PlotModel& model);
  [[nodiscard]] const PlotModel& model() const;
  /// Rings another point without drawing the rest anew.
  void setHighlight(std::optional<QPointF> point);
  void setRings(std::vector<QPointF> points);

  [[nodiscard]] PlotRange visibleX() const;
  [[nodiscard]] PlotRange visibleY() const;
  void resetZoom();

  /// Where a point of the plot lies in the widget, and the other way round.
  [[nodiscard]] QPointF toPixels(QPointF point) const;
  [[nodiscard]] QPointF fromPixels(QPointF pixel) const;

  /// Draws `model` with vectors and in the colours of `theme`, showing the given ranges.
  static void draw(const PlotModel& model, const Theme& theme, QPainter& painter,
                   const QRectF& area, PlotRange x, PlotRange y);

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 signals:
  /// The pointer is near point `point` of scatter `scatter`; (-1, -1) when it leaves.
  void pointHovered(int scatter, int point);
  void pointClicked(int scatter, int point);
  /// The pointer is at these coordinates of the plot.
  void cursorMoved(QPointF coordinates);
  void cursorLeft();

 protected:
  bool event(QEvent* event) override;
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void leaveEvent(QEvent* event) override;

 private:
  struct State;

  void showRanges(PlotRange x, PlotRange y);
  void zoom(double factor, QPointF centre);
  void hover(QPointF pixel);
  const PlotFrame& frame() const;

  std::unique_ptr<State> m_state;
};

}  // namespace vitrine::widgets
