#include "app/pages/cards_presenter.h"

#include "app/document/document.h"
#include "app/pages/derived_cards.h"
#include "app/pages/input_key.h"
#include "app/pages/model_names.h"
#include "app/services/model_library.h"
#include "app/services/reference_library.h"
#include "app/services/thermodynamic_database.h"
#include "engine/alloy/element.h"
#include "engine/alloy/formula.h"
#include "widgets/cards/property_cards.h"

namespace vitrine::app {

using prediction::Property;
using widgets::PropertyCard;

namespace {

QString text(std::string_view words) {
  return QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size()));
}

void fill(PropertyCard& card, const prediction::Estimate& estimate) {
  card.value = estimate.valueK;
  card.interval90 = estimate.interval90;
  card.domain = estimate.domain;
  card.reason = QString::fromStdString(estimate.reason);
  for (std::size_t i = 0; i < estimate.modelsK.size(); ++i)
    card.models.push_back({predictorKey(i), predictorTitle(i), estimate.modelsK[i]});
  for (const prediction::Neighbour& near : estimate.neighbours)
    card.neighbours.push_back({QString::fromStdString(near.formula), near.distancePercent,
                               near.valueK, QString::fromStdString(near.source)});
}

}  // namespace

CardsPresenter::CardsPresenter(const Workbench& workbench, const AlloyEstimates& estimates,
                               widgets::PropertyCards& cards, QObject* parent)
    : QObject(parent),
      m_workbench(workbench),
      m_estimates(estimates),
      m_cards(cards),
      m_tgContributions(workbench.runner, workbench.store,
                        {QStringLiteral("contributions Tg"), Priority::Visible},
                        [this] { show(); }),
      m_tmContributions(workbench.runner, workbench.store,
                        {QStringLiteral("contributions Tm"), Priority::Visible},
                        [this] { show(); }),
      m_melting(workbench.runner, workbench.store,
                {QStringLiteral("melting range"), Priority::Background}, [this] { show(); }) {
  connect(&estimates, &AlloyEstimates::changed, this, [this] {
    explain();
    show();
  });
  connect(&workbench.document, &Document::viewChanged, this, &CardsPresenter::show);
  connect(&workbench.references, &ReferenceLibrary::changed, this, &CardsPresenter::show);
  connect(&cards, &widgets::PropertyCards::openCardsChanged, this, [this] {
    explain();
    show();
  });
  connect(&cards, &widgets::PropertyCards::badgeDismissed, this,
          [&models = workbench.models](const QString& key) {
            models.use(key == QLatin1String("Tg") ? Property::Tg : Property::Tm, {});
          });
  connect(&cards, &widgets::PropertyCards::neighbourActivated, this,
          [&document = workbench.document](const QString& formula) {
            const auto parsed = alloy::parseFormula(formula.toStdString());
            if (parsed.composition)
              document.setAlloy(*parsed.composition);
          });
  connect(&workbench.thermodynamics, &ThermodynamicDatabase::changed, this, &CardsPresenter::melt);
  connect(&workbench.document, &Document::alloyChanged, this, &CardsPresenter::melt);
  melt();
  show();
}

void CardsPresenter::melt() {
  const ThermodynamicDatabase& database = m_workbench.thermodynamics;
  const alloy::Composition& alloy = m_workbench.document.alloy();
  if (!database.covers(alloy)) {
    m_melting.reset();
    return;
  }
  m_melting.request(
      database.generation() + inputKey(alloy),
      [tdb = database.database(), content = contentOf(alloy)](const RunContext& context) {
        return calphad::meltingRows(tdb, content.symbols, {content.fractions}, context).at(0);
      },
      1024);
}

/// What the thermodynamic database says, where it covers the alloy.
void CardsPresenter::addMelting(PropertyCard& card) const {
  if (m_melting.freshness() == Freshness::Empty)
    return;
  widgets::CardOpinion opinion;
  opinion.method = tr("CALPHAD, %1").arg(m_workbench.thermodynamics.name());
  opinion.toolTip = tr("Equilibrium solidus and liquidus by global minimisation of the Gibbs "
                       "energy, with the parameters of %1")
                        .arg(m_workbench.thermodynamics.path());
  opinion.stale = m_melting.isOverdue();
  opinion.failure = m_melting.failure();
  if (const calphad::MeltingRow* row = m_melting.value()) {
    if (row->melting)
      opinion.values = {{tr("solidus"), row->melting->solidusK},
                        {tr("liquidus"), row->melting->liquidusK}};
    else
      opinion.failure = QString::fromStdString(row->reason);
  }
  card.others.push_back(std::move(opinion));
}

void CardsPresenter::explain() {
  const QStringList open = m_cards.openCards();
  explain(Property::Tg, m_tgContributions, open.contains(QStringLiteral("Tg")));
  explain(Property::Tm, m_tmContributions, open.contains(QStringLiteral("Tm")));
}

void CardsPresenter::explain(Property property, LiveContributions& contributions, bool open) {
  const auto model = m_workbench.models.model(property);
  if (!open || !model || m_estimates.result().freshness() != Freshness::Current)
    return;
  const EstimatePair& pair = *m_estimates.result().value();
  const auto& estimate = property == Property::Tg ? pair.tg : pair.tm;
  if (!estimate || !estimate->valueK) {
    contributions.reset();
    return;
  }
  contributions.request(
      m_workbench.models.generation() + inputKey(pair.alloy),
      [model, alloy = pair.alloy](const RunContext& context) {
        return model->contributions(alloy, context);
      },
      1024);
}

void CardsPresenter::addContributions(PropertyCard& card,
                                      const LiveContributions& contributions) const {
  const prediction::Contributions* value = contributions.value();
  if (value == nullptr || contributions.freshness() == Freshness::Failed || !card.value)
    return;
  card.contributionsStale = contributions.isOverdue();
  card.contributionBase = value->baseK;
  for (const prediction::Contribution& part : value->elements)
    card.contributions.push_back({text(alloy::element(part.atomicNumber).symbol), part.deltaK});
  card.contributions.push_back({tr("absent elements"), value->othersK});
  card.contributionMethod = QString::fromStdString(value->method);
}

PropertyCard CardsPresenter::modelCard(Property property) const {
  const bool glass = property == Property::Tg;
  PropertyCard card;
  card.key = glass ? QStringLiteral("Tg") : QStringLiteral("Tm");
  card.title = glass ? QStringLiteral("T<sub>g</sub>") : QStringLiteral("T<sub>m</sub>");
  card.caption = glass ? tr("Glass transition") : tr("Melting (liquidus)");
  card.citations = citationsOf(m_workbench.references, {"que2025"});
  card.failure = m_estimates.failure(property);
  card.stale = m_workbench.models.isPending(property) || m_estimates.result().isOverdue();
  const auto model = m_workbench.models.model(property);
  if (model) {
    const prediction::ModelCard& facts = model->card();
    const QString own = m_workbench.models.used(property);
    if (!own.isEmpty())
      card.badge = tr("Your model “%1”").arg(own);
    const auto models = static_cast<int>(facts.blendWeights.size());
    card.method = (models == 1 ? tr("One model") : tr("Blend of %n models", nullptr, models)) +
                  u' ' +
                  tr("trained on %1 alloys (%2). The interval holds 90 % of alloys of "
                     "systems that the models have not seen (measured: %3 %).")
                      .arg(facts.rows)
                      .arg(QString::fromStdString(facts.dataName))
                      .arg(widgets::numberText(100.0 * facts.coverage90, 0));
  }
  if (const EstimatePair* pair = m_estimates.result().value()) {
    if (const auto& estimate = glass ? pair->tg : pair->tm)
      fill(card, *estimate);
  }
  return card;
}

void CardsPresenter::show() {
  const auto& estimates = m_estimates.result();
  if (estimates.isPending() && estimates.value() != nullptr)
    return;
  const Document& document = m_workbench.document;
  widgets::PropertyCardsModel model;
  model.alloy = QString::fromStdString(document.alloy().formula());
  model.unit = document.view().temperatureUnit;
  PropertyCard tg = modelCard(Property::Tg);
  PropertyCard tm = modelCard(Property::Tm);
  const DerivedCards derived = derivedCards(document.alloy(), tg, tm, m_workbench.references);
  addContributions(tg, m_tgContributions);
  addContributions(tm, m_tmContributions);
  addMelting(tm);
  model.cards = {std::move(tg), std::move(tm), derived.reducedTg, derived.fragility,
                 derived.meanMelting};
  m_cards.setModel(model);
}

}  // namespace vitrine::app
