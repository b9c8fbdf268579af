#pragma once

#include "widgets/plot/plot_group.h"

#include <vector>

namespace vitrine::widgets {

/// Error over the number of patterns learned from.
struct LearningCurveModel {
  struct Point {
    int patterns = 0;
    double meanMse = 0.0;
    double medianMse = 0.0;
  };
  QString generator;  ///< whose curve it is
  std::vector<Point> points;
  int judgedBy = 0;  ///< patterns the errors are means and medians of
  bool stale = false;
  QString message;
};

class LearningCurve : public PlotGroup {
  Q_OBJECT

 public:
  explicit LearningCurve(QWidget* parent = nullptr);

  void setModel(const LearningCurveModel& model);
  [[nodiscard]] const LearningCurveModel& model() const { return m_model; }

  [[nodiscard]] QString exportName() const override;
  [[nodiscard]] DataTable data() const override;

 protected:
  [[nodiscard]] std::vector<PlotPanel> panels(const Theme& theme) const override;

 private:
  LearningCurveModel m_model;
};

}  // namespace vitrine::widgets
