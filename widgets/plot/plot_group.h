#pragma once

#include "widgets/export/exportable.h"
#include "widgets/plot/plot_model.h"

#include <QString>
#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;

namespace vitrine::widgets {

class Plot;
struct Theme;

/// One plot of a group.
struct PlotPanel {
  QString title;  ///< above the plot and its accessible name
  PlotModel plot;
};

/// Plots that show one subject together, in rows: drawn, clicked and exported as one view. A
/// subject derives from it and says what its plots are.
class PlotGroup : public QWidget, public Exportable {
  Q_OBJECT

 public:
  [[nodiscard]] const std::vector<Plot*>& plots() const { return m_plots; }

  [[nodiscard]] QSizeF exportSize() const override;
  void renderTo(QPainter& painter, const QRectF& area) const override;

 protected:
  /// @param columns  plots in a row
  PlotGroup(const QString& name, int columns, QWidget* parent);

  /// Every plot of the subject in these colours.
  [[nodiscard]] virtual std::vector<PlotPanel> panels(const Theme& theme) const = 0;
  /// A point of a plot was clicked.
  virtual void choose(int panel, int scatter, int point);
  /// What `panels` gives has changed.
  void rebuild();

  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  void addPlot();

  int m_columns;
  QGridLayout* m_grid;
  std::vector<QLabel*> m_titles;
  std::vector<Plot*> m_plots;
  std::size_t m_shown = 0;
};

}  // namespace vitrine::widgets
