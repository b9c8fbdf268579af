#pragma once

#include "widgets/plot/plot_group.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace vitrine::widgets {

/// Errors of one model over the content of one element.
struct ResidualPlotModel {
  QString element;  ///< symbol
  QString model;    ///< title, "Extra trees"
  QStringList formulas;
  std::vector<double> percent;    ///< at.% of the element
  std::vector<double> residualK;  ///< predicted − measured
  int selected = -1;              ///< the point that is ringed
  bool stale = false;
  QString message;
};

/// Whether the errors depend on how much of an element there is: a point for each held-out row.
class ResidualPlot : public PlotGroup {
  Q_OBJECT

 public:
  explicit ResidualPlot(QWidget* parent = nullptr);

  void setModel(const ResidualPlotModel& model);
  /// Rings another point; -1 for none. Cheap.
  void setSelected(int point);
  [[nodiscard]] const ResidualPlotModel& model() const { return m_model; }

  [[nodiscard]] QString exportName() const override;
  [[nodiscard]] DataTable data() const override;

 signals:
  void pointChosen(int point);

 protected:
  [[nodiscard]] std::vector<PlotPanel> panels(const Theme& theme) const override;
  void choose(int panel, int scatter, int point) override;

 private:
  [[nodiscard]] std::optional<QPointF> ringed() const;

  ResidualPlotModel m_model;
};

}  // namespace vitrine::widgets
