#pragma once

#include "widgets/correlation/correlation_model.h"
#include "widgets/plot/plot_group.h"

namespace vitrine::widgets {

/// Correlations side by side, with the residuals of one line below each. A click on a point chooses
/// its row; with Ctrl it is added to or taken from the selection.
class CorrelationPlot : public PlotGroup {
  Q_OBJECT

 public:
  explicit CorrelationPlot(QWidget* parent = nullptr);

  void setModel(const CorrelationModel& model);
  /// Rings other rows without drawing the rest anew.
  void setSelected(const std::vector<std::size_t>& rows);
  [[nodiscard]] const CorrelationModel& model() const { return m_model; }

  [[nodiscard]] QString exportName() const override;
  [[nodiscard]] DataTable data() const override;

 signals:
  void rowsChosen(const std::vector<std::size_t>& rows);

 protected:
  [[nodiscard]] std::vector<PlotPanel> panels(const Theme& theme) const override;
  void choose(int panel, int scatter, int point) override;

 private:
  [[nodiscard]] PlotPanel linesPanel(const Correlation& correlation, const Theme& theme) const;
  [[nodiscard]] PlotPanel residualsPanel(const Correlation& correlation, const Theme& theme) const;
  /// Where a point lies in the plot of the lines, and in that of the residuals.
  [[nodiscard]] QPointF placeAmongLines(const Correlation& correlation, std::size_t point) const;
  [[nodiscard]] QPointF placeAmongResiduals(const Correlation& correlation,
                                            std::size_t point) const;
  using Place = QPointF (CorrelationPlot::*)(const Correlation&, std::size_t) const;
  /// Ordinary points, then outliers.
  void addPoints(PlotModel& plot, const Correlation& correlation, const Theme& theme,
                 Place place) const;
  /// Those of the selected rows.
  [[nodiscard]] std::vector<QPointF> rings(const Correlation& correlation, Place place) const;

  CorrelationModel m_model;
};

}  // namespace vitrine::widgets
