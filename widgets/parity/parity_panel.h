#pragma once

#include "widgets/parity/parity_grid_layout.h"
#include "widgets/parity/parity_text.h"
#include "widgets/plot/plot_frame.h"

#include <QAbstractButton>
#include <QPixmap>

#include <optional>
#include <vector>

namespace vitrine::widgets {

struct Theme;

/// What a small plot shows.
struct ParityPanelModel {
  QString title;
  QString shortTitle;  ///< where the title does not fit
  QColor colour;
  std::vector<QPointF> points;  ///< measured and predicted as on the axes; NaN where there is none
  PlotRange range;              ///< of both axes
  std::vector<double> ticks;
  std::optional<double> rmse;  ///< half height of the band
  CornerLines ours;            ///< in the upper left corner
  CornerLines paper;           ///< in the lower right corner
  bool stale = false;
};

/// Draws all but the scales and the rings.
void drawPanel(QPainter& painter, const ParityPanelModel& model, const ParityCell& cell,
               const Theme& theme, const QFont& font);
/// The ring round a point of a small plot.
void drawPanelRing(QPainter& painter, const ParityPanelModel& model, const ParityCell& cell,
                   QPointF point, const Theme& theme);

/// One small plot of a grid. A click, Space or Enter chooses it. What changes with every edit, the
/// rings, lies over a picture that is drawn only when the model or the size changes.
class ParityPanel : public QAbstractButton {
  Q_OBJECT

 public:
  explicit ParityPanel(QWidget* parent = nullptr);

  void setModel(const ParityPanelModel& model);
  [[nodiscard]] const ParityPanelModel& model() const { return m_model; }
  /// Where the parts lie, in the coordinates of the parent.
  void setCell(const ParityCell& cell);
  /// Rings the points with these indices; -1 for none.
  void setMarks(int selected, int hovered);
  [[nodiscard]] int selectedMark() const { return m_selected; }
  [[nodiscard]] int hoveredMark() const { return m_hovered; }
  /// Where a point lies in the widget.
  [[nodiscard]] QPointF toPixels(QPointF point) const;

 signals:
  /// The pointer is near this point; -1 when it is near none.
  void pointHovered(int point);

 protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;

 private:
  void redraw();
  void hover(int point);

  ParityPanelModel m_model;
  ParityCell m_cell;  ///< in the coordinates of the widget
  int m_selected = -1;
  int m_hovered = -1;
  int m_near = -1;  ///< the point under the pointer
  bool m_keyboardFocus = false;
  bool m_dirty = true;
  QPixmap m_pixels;
};

}  // namespace vitrine::widgets
