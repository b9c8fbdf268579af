#pragma once

#include "app/document/workbench_state.h"
#include "app/jobs/live_result.h"
#include "app/pages/alloy_estimates.h"
#include "app/pages/relaxation_job.h"
#include "app/pages/workbench.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>

namespace vitrine::widgets {
class FreeEnergyPlot;
class RelaxationPlot;
}  // namespace vitrine::widgets

namespace vitrine::app {

/// Fills the relaxation plot from the estimate of Tg, and the free-energy plot for the temperature
/// that the pointer reads on it (Tg otherwise).
class RelaxationPresenter : public QObject {
  Q_OBJECT

 public:
  RelaxationPresenter(const Workbench& workbench, const AlloyEstimates& estimates,
                      widgets::RelaxationPlot& relaxation, widgets::FreeEnergyPlot& freeEnergy,
                      QObject* parent = nullptr);

 private:
  void refresh();
  void show();
  void followTg();
  void readAt(std::optional<double> temperatureK);
  void showFreeEnergy();
  [[nodiscard]] bool isPending() const;
  [[nodiscard]] bool isOverdue() const;
  [[nodiscard]] QString missing() const;

  Workbench m_workbench;
  const AlloyEstimates& m_estimates;
  widgets::RelaxationPlot& m_relaxation;
  widgets::FreeEnergyPlot& m_freeEnergy;
  LiveResult<RelaxationCurves> m_curves;
  LiveResult<FreeEnergy> m_energy;
  std::optional<double> m_readK;  ///< temperature under the pointer
  double m_readTgK = 0.0;         ///< Tg of the curve it was read on

  /// What a plot shows now: drawing the same once more would only cost time.
  struct Shown {
    std::shared_ptr<const void> result;  ///< held, so that its address names it alone
    std::shared_ptr<const void> curves;
    bool stale = false;
    bool references = false;
    QString alloy;  ///< or what its lengths rest on
    QString words;
    ViewChoices view;
    bool operator==(const Shown&) const = default;
  };
  std::optional<Shown> m_shownCurves;
  std::optional<Shown> m_shownEnergy;
};

}  // namespace vitrine::app
