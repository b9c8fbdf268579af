#pragma once

#include "widgets/plot/plot_group.h"

#include <optional>
#include <vector>

namespace vitrine::widgets {

/// How the training of a network goes.
struct TrainingCurvesModel {
  struct Point {
    int step = 0;
    double trainingMse = 0.0;             ///< intensity units squared, of the batch
    std::optional<double> validationMse;  ///< the latest known
    std::optional<double> generatorLoss;
    std::optional<double> discriminatorLoss;
  };
  std::vector<Point> points;
  int steps = 0;     ///< of the whole training; 0 where it is not known yet
  int bestStep = 0;  ///< whose weights are kept; 0 for none yet
  QString message;
};

/// Errors and losses of a network over the steps of its training, on logarithmic axes.
class TrainingCurves : public PlotGroup {
  Q_OBJECT

 public:
  explicit TrainingCurves(QWidget* parent = nullptr);

  void setModel(const TrainingCurvesModel& model);
  [[nodiscard]] const TrainingCurvesModel& model() const { return m_model; }

  [[nodiscard]] QString exportName() const override;
  [[nodiscard]] DataTable data() const override;

 protected:
  [[nodiscard]] std::vector<PlotPanel> panels(const Theme& theme) const override;

 private:
  TrainingCurvesModel m_model;
};

}  // namespace vitrine::widgets
