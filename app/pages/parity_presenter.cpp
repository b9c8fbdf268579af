#include "app/pages/parity_presenter.h"

#include "app/document/document.h"
#include "app/pages/model_names.h"
#include "engine/alloy/formula.h"
#include "engine/prediction/evaluation.h"
#include "widgets/parity/parity_plot.h"

#include <algorithm>
#include <limits>

namespace vitrine::app {

using prediction::Property;
using regression::ModelKind;
using widgets::ParityPlotModel;
using widgets::ParityScore;
using widgets::ParitySplit;
using widgets::PublishedRange;
using widgets::PublishedScore;

namespace {

constexpr double kUnbounded = std::numeric_limits<double>::infinity();

// Que et al. 2025. Figures of its own are printed for the extra trees only: Tg in the caption of
// Fig. 9 and in the conclusions, Tm in section III.A.
constexpr PublishedScore kTreesTg{{0.9879, 0.9879}, {10.66, 10.66}};
constexpr PublishedScore kTreesTm{{0.9913, 0.9913}, {23.72, 23.72}};
// Of the other five it tells what they share: Tg in section III.B, Tm in III.A.
constexpr PublishedScore kOthersTg{{0.9876, kUnbounded}, {-kUnbounded, 18.47}};
constexpr PublishedScore kOthersTm{{0.9808, 0.9907}, {24.61, 35.26}};

std::optional<PublishedScore> published(Property property, std::size_t predictor) {
  if (predictor == prediction::kBlend)
    return {};
  const bool trees = predictor == static_cast<std::size_t>(ModelKind::ExtraTrees);
  if (property == Property::Tg)
    return trees ? kTreesTg : kOthersTg;
  return trees ? kTreesTm : kOthersTm;
}

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
  connect(&plot, &ParityPlot::propertyChosen, this, [&document](Property property) {
    document.chooseView(&ViewChoices::parityProperty,
                        property == Property::Tg ? QStringLiteral("Tg") : QStringLiteral("Tm"));
  });
  connect(&plot, &ParityPlot::splitChosen, this, [&document](ParitySplit split) {
    document.chooseView(&ViewChoices::paritySplit, split);
  });
  connect(&plot, &ParityPlot::seriesChosen, this, [&document](const QString& key) {
    document.chooseView(&ViewChoices::paritySeries, key);
  });
  connect(&document, &Document::viewChanged, this, &ParityPresenter::showChoices);
  connect(&document, &Document::alloyChanged, this, &ParityPresenter::select);
  connect(&workbench.models, &ModelLibrary::changed, this, &ParityPresenter::show);
  show();
}

Property ParityPresenter::property() const {
  return m_workbench.document.view().parityProperty == QLatin1String("Tm") ? Property::Tm
                                                                           : Property::Tg;
}

/// Only where something else is to be shown: other views' choices change nothing here, and the plot
/// itself has drawn its own.
void ParityPresenter::showChoices() {
  const ViewChoices& view = m_workbench.document.view();
  const ParityPlotModel& shown = m_plot.model();
  if (shown.property != property() || shown.split != view.paritySplit ||
      shown.shownSeries != view.paritySeries || shown.unit != view.temperatureUnit)
    show();
}

void ParityPresenter::show() {
  const ViewChoices& view = m_workbench.document.view();
  const bool grouped = view.paritySplit == ParitySplit::Grouped;
  ParityPlotModel shown;
  shown.property = property();
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
    widgets::ParitySeries series{
        predictorKey(i), predictorTitle(i), predictorShortTitle(i), {}, {}, {}};
    for (const prediction::OutOfFoldRow& row : rows)
      series.predictedK.push_back(grouped ? row.groupedK[i] : row.randomK[i]);
    series.ours = score(grouped ? card.groupedScores : card.randomScores, i);
    series.paper = published(property(), i);
    shown.series.push_back(std::move(series));
  }
  shown.paperNote = tr("Que et al. 2025, one random split");
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
