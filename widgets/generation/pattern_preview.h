#pragma once

#include "engine/diffraction/spectrum.h"
#include "widgets/plot/plot_group.h"

#include <vector>

namespace vitrine::widgets {

/// One measured pattern as it was read, what was made of it to learn from, and what a generator
/// makes of its alloy.
struct PatternPreviewModel {
  QString id;
  QString formula;  ///< empty where the file names no alloy
  diffraction::AxisKind axis = diffraction::AxisKind::Q;
  std::vector<double> positions;    ///< 1/Å or degrees
  std::vector<double> intensities;  ///< in the unit of the file
  std::vector<double> q;            ///< 1/Å, of all that follows
  std::vector<double> prepared;     ///< empty where it cannot be prepared
  QString generator;                ///< who generated, for the legend; empty where nobody did
  std::vector<double> mean;
  std::vector<double> lower;  ///< 90 % band
  std::vector<double> upper;
  QString failure;  ///< why it cannot be prepared
  QString message;  ///< why there is no pattern at all
};

/// The measured pattern beside the prepared one.
class PatternPreview : public PlotGroup {
  Q_OBJECT

 public:
  explicit PatternPreview(QWidget* parent = nullptr);

  void setModel(const PatternPreviewModel& model);
  [[nodiscard]] const PatternPreviewModel& model() const { return m_model; }

  [[nodiscard]] QString exportName() const override;
  [[nodiscard]] DataTable data() const override;

 protected:
  [[nodiscard]] std::vector<PlotPanel> panels(const Theme& theme) const override;

 private:
  PatternPreviewModel m_model;
};

}  // namespace vitrine::widgets
