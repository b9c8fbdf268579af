#include "widgets/merge/merge_study_plot.h"

#include "widgets/plot/plot.h"
#include "widgets/plot/plot_range.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/units.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace vitrine::widgets {

namespace {

using Panel = MergeStudyModel::Panel;
using Quantity = MergeStudyModel::Quantity;

/// Dots of a strip stand side by side over this much of its width.
constexpr double kSpread = 0.7;
constexpr double kBarWidth = 0.012;
constexpr double kRoom = 0.08;
/// Strips carry their labels at the foot, as a share of the height.
constexpr double kFoot = 0.12;
/// A line of the legend above the dots, as a share of their height.
constexpr double kLegendLine = 0.09;
/// Of a study that nobody has run: three tables have as many subsets.
constexpr double kEmptyStrips = 7.0;

/// By model; neighbours in a strip differ. The cross is for published values.
constexpr std::array<PlotSymbol, 6> kSymbols{PlotSymbol::Disc,     PlotSymbol::Square,
                                             PlotSymbol::Triangle, PlotSymbol::Circle,
                                             PlotSymbol::Disc,     PlotSymbol::Square};

int decimalsOf(Quantity quantity) {
  return quantity == Quantity::R2 ? 4 : 1;
}

QString unitOf(Quantity quantity) {
  return quantity == Quantity::R2 ? QString() : QStringLiteral(" K");
}

/// Models in the order in which they first appear.
std::vector<std::size_t> modelsOf(const Panel& panel) {
  std::vector<std::size_t> models;
  for (const auto& subset : panel.subsets)
    for (const auto& dot : subset.dots)
      if (std::find(models.begin(), models.end(), dot.model) == models.end())
        models.push_back(dot.model);
  return models;
}

double placeIn(std::size_t strip, std::size_t slot, std::size_t count) {
  const double share = count > 1 ? static_cast<double>(slot) / static_cast<double>(count - 1) : 0.5;
  return static_cast<double>(strip) + 1.0 + kSpread * (share - 0.5);
}

PlotBand bar(double x, double low, double high, const QColor& colour) {
  return {{}, {x - kBarWidth, x + kBarWidth}, {low, low}, {high, high}, colour};
}

}  // namespace

MergeStudyPlot::MergeStudyPlot(QWidget* parent)
    : PlotGroup(tr("Scores by the tables learned from"), 2, parent) {
  rebuild();
}

void MergeStudyPlot::setModel(const MergeStudyModel& model) {
  m_model = model;
  rebuild();
}

PlotPanel MergeStudyPlot::drawn(const Panel& panel, const Theme& theme) const {
  PlotPanel result;
  result.title = panel.title;
  PlotModel& plot = result.plot;
  plot.stale = m_model.stale;
  plot.message = m_model.message;
  const auto quantity = static_cast<std::size_t>(m_model.quantity);
  const std::array<QString, MergeStudyModel::kQuantities> labels{tr("RMSE (K)"), tr("MAE (K)"),
                                                                 tr("R²")};
  plot.y.label = labels[quantity];
  plot.x.label = tr("subset of the tables (number in the list)");
  const std::size_t strips = panel.subsets.size() + panel.published.size();
  plot.x.range = {0.4, (strips > 0 ? static_cast<double>(strips) : kEmptyStrips) + 0.6};
  const auto models = modelsOf(panel);
  std::vector<double> values;
  for (std::size_t m = 0; m < models.size(); ++m) {
    PlotScatter scatter;
    scatter.name = m_model.modelNames.at(models[m]);
    scatter.colour = theme.models[models[m]];
    scatter.symbol = kSymbols[models[m]];
    scatter.size = 7.0;
    scatter.opacity = 0.9;
    QColor thin = scatter.colour;
    thin.setAlphaF(0.6F);
    for (std::size_t s = 0; s < panel.subsets.size(); ++s)
      for (const auto& dot : panel.subsets[s].dots) {
        const auto& score = dot.scores[quantity];
        if (dot.model != models[m] || !std::isfinite(score.mean))
          continue;
        const double x = placeIn(s, m, models.size());
        const double sd = std::isfinite(score.sd) ? score.sd : 0.0;
        values.push_back(score.mean - sd);
        values.push_back(score.mean + sd);
        plot.bands.push_back(bar(x, score.mean - sd, score.mean + sd, thin));
        scatter.points.emplace_back(x, score.mean);
        scatter.hints << tr("%1, learned from %2: %3 ± %4%5")
                             .arg(scatter.name, panel.subsets[s].name,
                                  numberText(score.mean, decimalsOf(m_model.quantity)),
                                  numberText(sd, decimalsOf(m_model.quantity)),
                                  unitOf(m_model.quantity));
      }
    plot.scatters.push_back(std::move(scatter));
  }
  PlotScatter published;
  published.colour = theme.measured;
  published.symbol = PlotSymbol::Cross;
  published.size = 8.0;
  published.opacity = 1.0;
  for (std::size_t p = 0; p < panel.published.size(); ++p) {
    const double low = panel.published[p].low[quantity];
    const double high = panel.published[p].high[quantity];
    if (!std::isfinite(low) || !std::isfinite(high))
      continue;
    published.name = tr("Que et al. 2025 (F: their figure)");
    const double x = static_cast<double>(panel.subsets.size() + p) + 1.0;
    values.push_back(low);
    values.push_back(high);
    plot.bands.push_back(bar(x, low, high, theme.measured));
    for (const double value : {low, high}) {
      if (value == high && low == high && !published.points.empty() &&
          published.points.back() == QPointF(x, high))
        continue;
      published.points.emplace_back(x, value);
      published.hints << tr("Que et al. 2025, %1: %2%3")
                             .arg(panel.published[p].name,
                                  numberText(value, decimalsOf(m_model.quantity)),
                                  unitOf(m_model.quantity));
    }
  }
  plot.scatters.push_back(std::move(published));
  if (values.empty())
    return result;
  plot.y.range = widened(rangeOf(values), kRoom);
  const double height = plot.y.range.high - plot.y.range.low;
  plot.y.range.low -= kFoot * height;
  plot.y.range.high += kLegendLine * (static_cast<double>(plot.scatters.size()) + 0.5) * height;
  QColor shade = theme.grid;
  shade.setAlphaF(0.35F);
  QColor none = shade;
  none.setAlpha(0);
  for (std::size_t strip = 0; strip < strips; ++strip) {
    const auto middle = static_cast<double>(strip) + 1.0;
    const QString label = strip < panel.subsets.size()
                              ? QString::number(strip + 1)
                              : panel.published[strip - panel.subsets.size()].label;
    plot.regions.push_back({{middle - 0.5, middle + 0.5}, label, strip % 2 == 0 ? shade : none});
  }
  return result;
}

std::vector<PlotPanel> MergeStudyPlot::panels(const Theme& theme) const {
  std::vector<PlotPanel> panels;
  for (const Panel& panel : m_model.panels)
    panels.push_back(drawn(panel, theme));
  if (panels.empty())
    panels.push_back(drawn({}, theme));
  return panels;
}

void MergeStudyPlot::choose(int panel, int scatter, int point) {
  const Panel& chosen = m_model.panels.at(static_cast<std::size_t>(panel));
  const auto models = modelsOf(chosen);
  if (static_cast<std::size_t>(scatter) >= models.size())
    return;
  const double x = plots()[static_cast<std::size_t>(panel)]
                       ->model()
                       .scatters[static_cast<std::size_t>(scatter)]
                       .points[static_cast<std::size_t>(point)]
                       .x();
  emit subsetChosen(static_cast<int>(std::lround(x)) - 1);
}

QString MergeStudyPlot::exportName() const {
  return QStringLiteral("merge-study");
}

DataTable MergeStudyPlot::data() const {
  DataTable table;
  table.headers = {QStringLiteral("splits"),   QStringLiteral("learned_from"),
                   QStringLiteral("tried_on"), QStringLiteral("model"),
                   QStringLiteral("rmse_K"),   QStringLiteral("rmse_K_sd"),
                   QStringLiteral("mae_K"),    QStringLiteral("mae_K_sd"),
                   QStringLiteral("r2"),       QStringLiteral("r2_sd")};
  for (const Panel& panel : m_model.panels) {
    for (const auto& subset : panel.subsets)
      for (const auto& dot : subset.dots) {
        auto& row = table.rows.emplace_back();
        row = {panel.title, subset.name, m_model.triedOn, m_model.modelNames.at(dot.model)};
        for (const auto& score : dot.scores) {
          row.emplace_back(score.mean);
          row.emplace_back(score.sd);
        }
      }
  }
  return table;
}

}  // namespace vitrine::widgets
