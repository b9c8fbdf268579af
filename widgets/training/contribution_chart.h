#pragma once

#include "widgets/plot/plot_group.h"

#include <vector>

namespace vitrine::widgets {

/// How much elements move the predictions of alloys that contain them, largest first.
struct ContributionChartModel {
  struct Bar {
    QString element;
    double meanAbsoluteK = 0.0;
    double meanK = 0.0;  ///< with its sign
    int alloys = 0;      ///< it is the mean of
  };
  QString title;
  std::vector<Bar> bars;
  bool stale = false;
  QString message;
};

class ContributionChart : public PlotGroup {
  Q_OBJECT

 public:
  explicit ContributionChart(QWidget* parent = nullptr);

  void setModel(const ContributionChartModel& model);
  [[nodiscard]] const ContributionChartModel& model() const { return m_model; }

  [[nodiscard]] QString exportName() const override;
  [[nodiscard]] DataTable data() const override;

 protected:
  [[nodiscard]] std::vector<PlotPanel> panels(const Theme& theme) const override;

 private:
  ContributionChartModel m_model;
};

}  // namespace vitrine::widgets
