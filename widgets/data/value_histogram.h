#pragma once

#include "widgets/plot/plot_group.h"

#include <vector>

namespace vitrine::widgets {

/// How the values of one property are spread.
struct ValueHistogramModel {
  QString property;            ///< with its unit, e.g. "Tg (K)"
  std::vector<double> values;  ///< of all rows that have one
  std::vector<double> chosen;  ///< those of the selected rows among them
  QString message;
};

/// How many rows have which value; the share of the selected rows is drawn over it.
class ValueHistogram : public PlotGroup {
  Q_OBJECT

 public:
  explicit ValueHistogram(QWidget* parent = nullptr);

  void setModel(const ValueHistogramModel& model);
  [[nodiscard]] const ValueHistogramModel& model() const { return m_model; }

  [[nodiscard]] QString exportName() const override;
  [[nodiscard]] DataTable data() const override;

 protected:
  [[nodiscard]] std::vector<PlotPanel> panels(const Theme& theme) const override;

 private:
  ValueHistogramModel m_model;
};

/// Edges of the bins: rising, round numbers, from the lowest value to the highest. The width is
/// that of Freedman and Diaconis, Z. Wahrsch. 57, 453 (1981), between 1 and 60 bins. Two edges at
/// least where there is a value.
std::vector<double> histogramEdges(std::vector<double> values);

}  // namespace vitrine::widgets
