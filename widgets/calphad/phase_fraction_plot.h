#pragma once

#include "engine/calphad/phase_fractions.h"
#include "widgets/plot/plot_group.h"
#include "widgets/theme/units.h"

#include <memory>

namespace vitrine::widgets {

/// How much of each phase an alloy consists of.
struct PhaseFractionModel {
  QString alloy;                                             ///< formula
  std::shared_ptr<const calphad::PhaseFractions> fractions;  ///< null for none
  TemperatureUnit unit = TemperatureUnit::Kelvin;
  bool stale = false;
  QString message;
};

/// Shares of the phases against temperature.
class PhaseFractionPlot : public PlotGroup {
  Q_OBJECT

 public:
  explicit PhaseFractionPlot(QWidget* parent = nullptr);

  void setModel(const PhaseFractionModel& model);
  [[nodiscard]] const PhaseFractionModel& model() const { return m_model; }
  /// "1450 K: LIQUID 62 %, A1_FCC 38 %"; empty outside.
  [[nodiscard]] QString readOutAt(double temperatureK) const;

  [[nodiscard]] QString exportName() const override;
  [[nodiscard]] DataTable data() const override;

 signals:
  void readOut(const QString& text);

 protected:
  [[nodiscard]] std::vector<PlotPanel> panels(const Theme& theme) const override;

 private:
  PhaseFractionModel m_model;
};

}  // namespace vitrine::widgets
