#pragma once

#include "widgets/plot/plot_frame.h"
#include "widgets/plot/plot_model.h"

#include <QFont>
#include <QRect>

#include <memory>

class QPainter;
class QPixmap;

namespace vitrine::widgets {

struct Theme;

/// Draws a plot with the plot library, which it hides: into the pixels of a screen or as vectors.
class PlotRenderer {
 public:
  PlotRenderer();
  ~PlotRenderer();

  void setModel(const PlotModel& model, const Theme& theme, const QFont& font);

  /// Onto a pixmap with its device pixel ratio, ground included. @return where the axes lie
  PlotFrame render(QPixmap& pixmap, PlotRange x, PlotRange y);
  /// With vectors into `area`, ground included.
  PlotFrame render(QPainter& painter, const QRectF& area, PlotRange x, PlotRange y);

 private:
  class Library;
  void thinTopTicks(int width, PlotRange x);
  void layOut(QSize size, PlotRange x, PlotRange y);
  [[nodiscard]] PlotFrame frame() const;

  std::unique_ptr<Library> m_library;
  std::vector<PlotTick> m_topTicks;
  bool m_square = false;
};

}  // namespace vitrine::widgets
