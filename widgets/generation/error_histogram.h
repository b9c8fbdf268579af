#pragma once

#include "widgets/plot/plot_group.h"

#include <QStringList>

#include <vector>

namespace vitrine::widgets {

/// Errors of two generators for the same patterns.
struct ErrorHistogramModel {
  QStringList ids;
  QStringList formulas;
  QString generator;
  std::vector<double> mse;  ///< mean squared errors, as many
  QString baseline;         ///< the plain generator it is held against
  std::vector<double> baselineMse;
  QString selected;  ///< id of the chosen pattern
  bool stale = false;
  QString message;
};

/// How many patterns have which error, on a logarithmic axis; each pattern is a point at the foot.
class ErrorHistogram : public PlotGroup {
  Q_OBJECT

 public:
  explicit ErrorHistogram(QWidget* parent = nullptr);

  void setModel(const ErrorHistogramModel& model);
  [[nodiscard]] const ErrorHistogramModel& model() const { return m_model; }

  [[nodiscard]] QString exportName() const override;
  [[nodiscard]] DataTable data() const override;

 signals:
  void patternChosen(const QString& id);

 protected:
  [[nodiscard]] std::vector<PlotPanel> panels(const Theme& theme) const override;
  void choose(int panel, int scatter, int point) override;

 private:
  ErrorHistogramModel m_model;
};

}  // namespace vitrine::widgets
