#pragma once

#include "widgets/plot/plot_group.h"

#include <vector>

namespace vitrine::widgets {

/// What intervals hold against what they promise, fractions.
struct CalibrationPlotModel {
  struct Point {
    double nominal = 0.0;
    double actual = 0.0;
    double sd = 0.0;  ///< over the splits
  };
  QString title;  ///< whose intervals
  std::vector<Point> points;
  bool stale = false;
  QString message;
};

/// On the diagonal an interval is honest, below it too narrow, above it too wide.
class CalibrationPlot : public PlotGroup {
  Q_OBJECT

 public:
  explicit CalibrationPlot(QWidget* parent = nullptr);

  void setModel(const CalibrationPlotModel& model);
  [[nodiscard]] const CalibrationPlotModel& model() const { return m_model; }

  [[nodiscard]] QString exportName() const override;
  [[nodiscard]] DataTable data() const override;

 protected:
  [[nodiscard]] std::vector<PlotPanel> panels(const Theme& theme) const override;

 private:
  CalibrationPlotModel m_model;
};

}  // namespace vitrine::widgets
