#pragma once

#include "widgets/plot/plot_group.h"

#include <vector>

namespace vitrine::widgets {

/// Error of each model over the number of rows it learned from.
struct ErrorCurvesModel {
  struct Point {
    double rows = 0.0;
    double systems = 0.0;  ///< alloy systems of those rows
    double rmseK = 0.0;
    double sdK = 0.0;  ///< over the splits
  };
  struct Series {
    QString key;  ///< "extra_trees"; chooses the colour
    QString title;
    std::vector<Point> points;
  };
  QString title;
  std::vector<Series> series;
  bool stale = false;
  QString message;
};

/// Learning curves: whether more data of the same kind would help, and which model most.
class ErrorCurves : public PlotGroup {
  Q_OBJECT

 public:
  explicit ErrorCurves(QWidget* parent = nullptr);

  void setModel(const ErrorCurvesModel& model);
  [[nodiscard]] const ErrorCurvesModel& model() const { return m_model; }

  [[nodiscard]] QString exportName() const override;
  [[nodiscard]] DataTable data() const override;

 protected:
  [[nodiscard]] std::vector<PlotPanel> panels(const Theme& theme) const override;

 private:
  ErrorCurvesModel m_model;
};

}  // namespace vitrine::widgets
