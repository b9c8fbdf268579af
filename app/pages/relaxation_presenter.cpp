#include "app/pages/relaxation_presenter.h"

#include "app/document/document.h"
#include "app/pages/input_key.h"
#include "app/pages/overlays.h"
#include "app/services/computed_structures.h"
#include "app/services/model_library.h"
#include "app/services/reference_library.h"
#include "engine/relaxation/theory.h"
#include "widgets/relaxation/free_energy_plot.h"
#include "widgets/relaxation/relaxation_plot.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace vitrine::app {

using prediction::Property;
using widgets::TemperatureAxis;

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
/// Nearer alloys, in at.%, have the same distance between neighbours.
constexpr double kSamePercent = 1.0;

}  // namespace

RelaxationPresenter::RelaxationPresenter(const Workbench& workbench,
                                         const AlloyEstimates& estimates,
                                         widgets::RelaxationPlot& relaxation,
                                         widgets::FreeEnergyPlot& freeEnergy, QObject* parent)
    : QObject(parent),
      m_workbench(workbench),
      m_estimates(estimates),
      m_relaxation(relaxation),
      m_freeEnergy(freeEnergy),
      m_curves(workbench.runner, workbench.store, {QStringLiteral("relaxation")},
               [this] {
                 show();
                 followTg();
               }),
      m_energy(workbench.runner, workbench.store,
               {QStringLiteral("free energy"), Priority::Visible}, [this] { showFreeEnergy(); }) {
  Document& document = workbench.document;
  connect(&estimates, &AlloyEstimates::changed, this, &RelaxationPresenter::refresh);
  connect(&document, &Document::viewChanged, this, &RelaxationPresenter::refresh);
  connect(&workbench.references, &ReferenceLibrary::changed, this, &RelaxationPresenter::show);
  connect(&workbench.computed, &ComputedStructures::distanceChanged, this,
          &RelaxationPresenter::showFreeEnergy);
  connect(&relaxation, &widgets::RelaxationPlot::axisChosen, this,
          [&document](TemperatureAxis axis) {
            document.chooseView(&ViewChoices::temperatureAxis, axis);
          });
  connect(&relaxation, &widgets::RelaxationPlot::temperatureHovered, this,
          [this](double temperatureK) { readAt(temperatureK); });
  refresh();
}

QString RelaxationPresenter::missing() const {
  if (const QString failure = m_estimates.failure(Property::Tg); !failure.isEmpty())
    return failure;
  const EstimatePair* pair = m_estimates.result().value();
  if (pair != nullptr && pair->tg && !pair->tg->valueK)
    return tr("No curve without Tg: %1").arg(QString::fromStdString(pair->tg->reason));
  if (m_workbench.models.isPending(Property::Tg))
    return tr("The models are being loaded.");
  return {};
}

void RelaxationPresenter::refresh() {
  const EstimatePair* pair = m_estimates.result().value();
  if (m_estimates.result().freshness() == Freshness::Current && pair->tg && pair->tg->valueK) {
    const double tgK = *pair->tg->valueK;
    std::optional<prediction::Interval> band = pair->tg->interval90;
    if (m_workbench.document.view().paperBand)
      band = prediction::Interval{tgK - relaxation::kPaperRmseK, tgK + relaxation::kPaperRmseK};
    std::string key = inputKey(tgK);
    if (band)
      key += ' ' + inputKey(band->lo) + ' ' + inputKey(band->hi);
    m_curves.request(
        key,
        [tgK, band](const RunContext& context) { return relaxationCurves(tgK, band, context); },
        16384);
  } else if (!missing().isEmpty()) {
    m_curves.reset();
  }
  show();
  showFreeEnergy();
}

bool RelaxationPresenter::isPending() const {
  return m_estimates.result().isPending() || m_curves.isPending();
}

bool RelaxationPresenter::isOverdue() const {
  return m_estimates.result().isOverdue() || m_curves.isOverdue();
}

void RelaxationPresenter::show() {
  if (isPending() && m_curves.value() != nullptr)
    return;
  const Document& document = m_workbench.document;
  const ViewChoices& view = document.view();
  widgets::RelaxationPlotModel model;
  model.alloy = QString::fromStdString(document.alloy().formula());
  model.axis = view.temperatureAxis;
  model.unit = view.temperatureUnit;
  model.message = m_curves.freshness() == Freshness::Failed ? m_curves.failure() : missing();
  const RelaxationCurves* curves = m_curves.value();
  model.stale = isOverdue();
  const Shown wanted{nullptr,     m_curves.share(), model.stale, m_workbench.references.isLoaded(),
                     model.alloy, model.message,    view};
  if (m_shownCurves == wanted)
    return;
  m_shownCurves = wanted;
  if (curves == nullptr || !model.message.isEmpty()) {
    model.stale = false;
    m_relaxation.setModel(model);
    return;
  }
  for (const relaxation::CurvePoint& point : curves->curve.points)
    model.curve.push_back({point.temperatureK, point.log10TauS.value_or(kNone)});
  for (const relaxation::BandPoint& point : curves->band)
    model.band.push_back(
        {point.temperatureK, point.low.value_or(kNone), point.high.value_or(kNone)});
  model.bandLabel = view.paperBand ? tr("Tg ± %1 K (RMSE of Que et al. 2025)")
                                         .arg(widgets::numberText(relaxation::kPaperRmseK, 2))
                                   : tr("90 % interval of Tg");
  model.tgK = curves->tgK;
  if (const EstimatePair* pair = m_estimates.result().value(); pair != nullptr && pair->tg)
    model.tgIntervalK = pair->tg->interval90;
  model.fragility = curves->fragility;
  model.theoryK = curves->theoryK;
  if (view.overlays)
    model.overlays = relaxationOverlays(m_workbench.references.content().alloys, document.alloy(),
                                        curves->theoryK);
  m_relaxation.setModel(model);
}

void RelaxationPresenter::followTg() {
  const RelaxationCurves* curves = m_curves.value();
  // A curve of another Tg is read at that Tg again, wherever the pointer was.
  const bool another = curves != nullptr && curves->tgK != m_readTgK;
  if (another)
    m_readTgK = curves->tgK;
  readAt(another ? std::nullopt : m_readK);
}

void RelaxationPresenter::readAt(std::optional<double> temperatureK) {
  m_readK = temperatureK;
  const RelaxationCurves* curves = m_curves.value();
  if (curves == nullptr) {
    showFreeEnergy();
    return;
  }
  if (m_curves.freshness() != Freshness::Current)
    return;
  const relaxation::TemperatureMap map{.tgK = curves->tgK};
  const double wanted = map.phi(temperatureK.value_or(curves->tgK));
  // A step too small to see would only fill the store.
  const double rounded = std::round(wanted * 1e4) / 1e4;
  const double phi =
      std::clamp(temperatureK ? rounded : wanted, relaxation::kPhiLowest, relaxation::kPhiHighest);
  m_energy.request(
      inputKey(phi), [phi](const RunContext& context) { return freeEnergyAt(phi, context); }, 8192);
  showFreeEnergy();
}

void RelaxationPresenter::showFreeEnergy() {
  widgets::FreeEnergyPlotModel model;
  const FreeEnergy* energy = m_energy.value();
  const RelaxationCurves* curves = m_curves.value();
  const bool nothing =
      energy == nullptr || curves == nullptr || m_energy.freshness() == Freshness::Failed;
  if (!nothing && (isPending() || m_energy.isPending()))
    return;
  if (nothing)
    model.message = m_energy.freshness() == Freshness::Failed ? m_energy.failure() : missing();
  model.stale = !nothing && (isOverdue() || m_energy.isOverdue());
  if (const auto& distance = m_workbench.computed.distance();
      distance &&
      alloy::distancePercent(distance->alloy, m_workbench.document.alloy()) <= kSamePercent) {
    model.diameterA = distance->neighboursA;
    model.diameterSource = tr("first peak of g(r) of %1").arg(distance->glass);
  }
  const Shown wanted{m_energy.share(),
                     m_curves.share(),
                     model.stale,
                     m_readK.has_value(),
                     model.diameterSource + QString::number(model.diameterA.value_or(0.0)),
                     model.message,
                     m_workbench.document.view()};
  if (m_shownEnergy == wanted)
    return;
  m_shownEnergy = wanted;
  if (nothing) {
    m_freeEnergy.setModel(model);
    return;
  }
  model.r = energy->curve.r;
  model.freeEnergy = energy->curve.betaF;
  model.rL = energy->solution.rL;
  model.rB = energy->solution.rB;
  model.barrier = energy->solution.barrier;
  model.phi = energy->phi;
  const relaxation::TemperatureMap map{.tgK = curves->tgK};
  const auto unit = m_workbench.document.view().temperatureUnit;
  model.temperature =
      m_readK ? tr("T = %1").arg(widgets::temperatureText(map.temperatureK(energy->phi), unit))
              : tr("T = Tg = %1").arg(widgets::temperatureText(curves->tgK, unit));
  m_freeEnergy.setModel(model);
}

}  // namespace vitrine::app
