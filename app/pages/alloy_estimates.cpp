#include "app/pages/alloy_estimates.h"

#include "app/document/document.h"
#include "app/pages/input_key.h"
#include "app/services/model_library.h"

namespace vitrine::app {

using prediction::Property;

AlloyEstimates::AlloyEstimates(const Workbench& workbench, QObject* parent)
    : QObject(parent),
      m_workbench(workbench),
      m_result(workbench.runner, workbench.store,
               {QStringLiteral("estimates"), Priority::Interactive}, [this] { emit changed(); }) {
  connect(&workbench.document, &Document::alloyChanged, this, &AlloyEstimates::refresh);
  connect(&workbench.models, &ModelLibrary::changed, this, [this] {
    refresh();
    emit changed();
  });
  refresh();
}

void AlloyEstimates::refresh() {
  const auto tg = m_workbench.models.model(Property::Tg);
  const auto tm = m_workbench.models.model(Property::Tm);
  if (!tg && !tm)
    return;
  const alloy::Composition alloy = m_workbench.document.alloy();
  m_result.request(
      m_workbench.models.generation() + inputKey(alloy),
      [tg, tm, alloy](const RunContext& context) {
        EstimatePair pair{alloy, {}, {}};
        if (tg)
          pair.tg = tg->estimate(alloy, context);
        if (tm)
          pair.tm = tm->estimate(alloy, context);
        return pair;
      },
      sizeof(EstimatePair) + 2048);
}

QString AlloyEstimates::failure(Property property) const {
  if (const QString failure = m_workbench.models.failure(property); !failure.isEmpty())
    return failure;
  return m_result.freshness() == Freshness::Failed ? m_result.failure() : QString();
}

}  // namespace vitrine::app
