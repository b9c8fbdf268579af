#pragma once

#include "app/jobs/live_result.h"
#include "app/pages/alloy_estimates.h"
#include "app/pages/workbench.h"
#include "engine/calphad/melting_table.h"
#include "engine/prediction/estimate.h"
#include "widgets/cards/property_cards_model.h"

#include <QObject>

#include <optional>

namespace vitrine::widgets {
class PropertyCards;
}

namespace vitrine::app {

/// Fills the property cards from the estimates, and tells contributions for cards that are open.
class CardsPresenter : public QObject {
  Q_OBJECT

 public:
  CardsPresenter(const Workbench& workbench, const AlloyEstimates& estimates,
                 widgets::PropertyCards& cards, QObject* parent = nullptr);

 private:
  using LiveContributions = LiveResult<prediction::Contributions>;

  void show();
  void melt();
  void addMelting(widgets::PropertyCard& card) const;
  void explain();
  void explain(prediction::Property property, LiveContributions& contributions, bool open);
  [[nodiscard]] widgets::PropertyCard modelCard(prediction::Property property) const;
  void addContributions(widgets::PropertyCard& card, const LiveContributions& contributions) const;

  Workbench m_workbench;
  const AlloyEstimates& m_estimates;
  widgets::PropertyCards& m_cards;
  LiveContributions m_tgContributions;
  LiveContributions m_tmContributions;
  LiveResult<calphad::MeltingRow> m_melting;  ///< by the thermodynamic database
};

}  // namespace vitrine::app
