#pragma once

#include "widgets/parity/parity_grid_layout.h"
#include "widgets/parity/parity_model.h"

#include <QWidget>

#include <vector>

namespace vitrine::widgets {

struct Theme;
class ParityPanel;

/// The small plots of all series with the same axes, and what their signs mean.
class ParityGrid : public QWidget {
  Q_OBJECT

 public:
  explicit ParityGrid(QWidget* parent = nullptr);

  void setModel(const ParityPlotModel& model);
  /// Rings a point in every plot; -1 for none. Cheap.
  void setSelected(int point);
  [[nodiscard]] const std::vector<ParityPanel*>& panels() const { return m_panels; }
  /// Takes the keyboard to a plot.
  void focusPanel(int series);

  /// Draws the grid with vectors.
  static void draw(const ParityPlotModel& model, int selected, const Theme& theme,
                   const QFont& font, QPainter& painter, const QRectF& area);

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 signals:
  void seriesChosen(int series);
  /// The pointer is near a point of a series; (-1, -1) when it leaves.
  void pointHovered(int series, int point);

 protected:
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void rebuild();
  void arrange();
  void mark();

  ParityPlotModel m_model;
  std::vector<double> m_ticks;
  ParityGridLayout m_layout;
  std::vector<ParityPanel*> m_panels;
  int m_selected = -1;
  int m_hovered = -1;
};

}  // namespace vitrine::widgets
