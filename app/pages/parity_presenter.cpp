#include "app/pages/parity_presenter.h"

#include "app/document/document.h"
#include "app/pages/model_names.h"
#include "engine/alloy/formula.h"
#include "engine/prediction/evaluation.h"
#include "widgets/parity/parity_plot.h"

#include <algorithm>

namespace vitrine::app {

using prediction::Property;
using widgets::ParityPlotModel;
using widgets::ParityScore;
using widgets::ParitySplit;

namespace {

// Que et al. 2025, sections III.A and III.B: single figures are printed for the extra trees only.
constexpr ParityScore kPaperTg{0.9879, 10.66};
constexpr ParityScore kPaperTm{0.9913, 23.72};

constexpr double kSameAlloyPercent = 0.01;

std::optional<ParityScore> score(const std::map<std::string, prediction::Score>& scores,
                                 std::size_t predictor) {
  const auto found = scores.find(std::string(prediction::predictorName(predictor)));
  if (found == scores.end())
    return {};
  return ParityScore{found->second.r2, found->second.rmseK};
}

}  // namespace

ParityPresenter::ParityPresenter(const Workbench& workbench, widgets::ParityPlot& plot,
                                 QObject* parent)
    : QObject(parent), m_workbench(workbench), m_plot(plot) {
  Document& document = workbench.document;
  using widgets::ParityPlot;
  connect(&plot, &ParityPlot::alloySelected, this, [&document](const QString& formula) {
    const auto parsed = alloy::parseFormula(formula.toStdString());
    if (parsed.composition)
      document.setAlloy(*parsed.composition);
  });
  connect(&plot, &ParityPlot::splitChosen, this, [&document](ParitySplit split) {
    ViewChoices view = document.view();
    view.paritySplit = split;
    document.setView(view);
  });
  connect(&plot, &ParityPlot::seriesChosen, this, [&document](const QString& key) {
    ViewChoices view = document.view();
    view.paritySeries = key;
    document.setView(view);
  });
  connect(&document, &Document::viewChanged, this, &ParityPresenter::show);
  connect(&document, &Document::alloyChanged, this, &ParityPresenter::select);
  connect(&workbench.models, &ModelLibrary::changed, this, &ParityPresenter::show);
  show();
}

Property ParityPresenter::property() const {
  return m_workbench.document.view().parityProperty == QLatin1String("Tm") ? Property::Tm
                                                                           : Property::Tg;
}

void ParityPresenter::show() {
  const ViewChoices& view = m_workbench.document.view();
  const bool grouped = view.paritySplit == ParitySplit::Grouped;
  ParityPlotModel shown;
  shown.property = property() == Property::Tg ? tr("Tg") : tr("Tm (liquidus)");
  shown.split = view.paritySplit;
  shown.shownSeries = view.paritySeries;
  shown.unit = view.temperatureUnit;
  const auto model = m_workbench.models.model(property());
  if (!model) {
    const QString failure = m_workbench.models.failure(property());
    shown.message = failure.isEmpty() ? tr("The models are being loaded.") : failure;
    m_plot.setModel(shown);
    return;
  }
  read(model);
  const auto rows = model->outOfFold();
  for (const prediction::OutOfFoldRow& row : rows) {
    shown.formulas.push_back(QString::fromStdString(row.formula));
    shown.measuredK.push_back(row.measuredK);
  }
  const prediction::ModelCard& card = model->card();
  for (std::size_t i = 0; i < prediction::kPredictorCount; ++i) {
    widgets::ParitySeries series{predictorKey(i), predictorTitle(i), {}, {}, {}};
    for (const prediction::OutOfFoldRow& row : rows)
      series.predictedK.push_back(grouped ? row.groupedK[i] : row.randomK[i]);
    series.ours = score(grouped ? card.groupedScores : card.randomScores, i);
    if (!grouped && i == static_cast<std::size_t>(regression::ModelKind::ExtraTrees))
      series.paper = property() == Property::Tg ? kPaperTg : kPaperTm;
    shown.series.push_back(std::move(series));
  }
  if (!grouped)
    shown.paperNote = property() == Property::Tg
                          ? tr("Que et al. 2025, one random split; all six models above "
                               "98.76 % and below 18.5 K.")
                          : tr("Que et al. 2025, one random split; all six models "
                               "98.08–99.13 % and 24–35 K.");
  m_plot.setModel(shown);
  select();
}

void ParityPresenter::read(const ModelLibrary::Model& model) {
  if (model == m_model)
    return;
  m_model = model;
  m_known.clear();
  for (const prediction::OutOfFoldRow& row : model->outOfFold()) {
    if (const auto parsed = alloy::parseFormula(row.formula); parsed.composition)
      m_known.emplace_back(QString::fromStdString(row.formula), *parsed.composition);
  }
}

void ParityPresenter::select() {
  // The training rows carry formulas as written, so the alloys are compared, not the texts.
  const alloy::Composition alloy = m_workbench.document.alloy();
  const auto same = std::find_if(m_known.begin(), m_known.end(), [&](const auto& known) {
    return alloy::distancePercent(known.second, alloy) < kSameAlloyPercent;
  });
  m_plot.setSelected(same == m_known.end() ? QString() : same->first);
}

}  // namespace vitrine::app
