#pragma once

#include "app/jobs/live_result.h"
#include "app/pages/workbench.h"
#include "engine/alloy/composition.h"
#include "engine/prediction/estimate.h"

#include <QObject>

#include <optional>

namespace vitrine::app {

/// Tg and Tm of one alloy. A property whose model is missing has no estimate.
struct EstimatePair {
  alloy::Composition alloy;
  std::optional<prediction::Estimate> tg;
  std::optional<prediction::Estimate> tm;
};

/// The estimates of the document's alloy, for all that shows them.
class AlloyEstimates : public QObject {
  Q_OBJECT

 public:
  explicit AlloyEstimates(const Workbench& workbench, QObject* parent = nullptr);

  [[nodiscard]] const LiveResult<EstimatePair>& result() const noexcept { return m_result; }
  /// Why there is no estimate of Tg or Tm: its model could not be read; or the work failed. Empty
  /// where there is an estimate, or one is on its way.
  [[nodiscard]] QString failure(prediction::Property property) const;

 signals:
  void changed();

 private:
  void refresh();

  Workbench m_workbench;
  LiveResult<EstimatePair> m_result;
};

}  // namespace vitrine::app
