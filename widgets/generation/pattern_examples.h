#pragma once

#include "widgets/generation/pattern_curves.h"
#include "widgets/plot/plot_group.h"

#include <vector>

namespace vitrine::widgets {

/// Some patterns that were not learned from, best ones first, then worst ones.
struct PatternExamplesModel {
  struct Example {
    QString id;
    QString formula;
    double mse = 0.0;
    bool isBest = false;  ///< else it is one of the worst
    PatternCurves curves;
  };
  std::vector<Example> examples;
  QString generator;
  bool stale = false;
  QString message;
};

/// Measured and generated patterns side by side: the best above, the worst below.
class PatternExamples : public PlotGroup {
  Q_OBJECT

 public:
  static constexpr int kInARow = 3;

  explicit PatternExamples(QWidget* parent = nullptr);

  void setModel(const PatternExamplesModel& model);
  [[nodiscard]] const PatternExamplesModel& model() const { return m_model; }

  [[nodiscard]] QString exportName() const override;
  [[nodiscard]] DataTable data() const override;

 protected:
  [[nodiscard]] std::vector<PlotPanel> panels(const Theme& theme) const override;

 private:
  PatternExamplesModel m_model;
};

}  // namespace vitrine::widgets
