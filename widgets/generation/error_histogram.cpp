#include "widgets/generation/error_histogram.h"

#include "widgets/plot/plot_range.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/units.h"

#include <algorithm>
#include <cmath>

namespace vitrine::widgets {

namespace {

constexpr int kBins = 24;
/// Below it the points of the patterns stand, as a share of the highest bar.
constexpr double kFoot = 0.07;
/// Nothing is drawn as zero on a logarithmic axis.
constexpr double kLeast = 1e-6;

double place(double mse) {
  return std::log10(std::max(mse, kLeast));
}

std::vector<int> counts(const std::vector<double>& errors, PlotRange range) {
  std::vector<int> bins(kBins);
  for (const double mse : errors) {
    const double share = (place(mse) - range.low) / (range.high - range.low);
    ++bins[static_cast<std::size_t>(std::clamp(static_cast<int>(share * kBins), 0, kBins - 1))];
  }
  return bins;
}

double edge(PlotRange range, int bin) {
  return range.low + (range.high - range.low) * bin / kBins;
}

}  // namespace

ErrorHistogram::ErrorHistogram(QWidget* parent)
    : PlotGroup(tr("Errors of the patterns"), 1, parent) {
  rebuild();
}

void ErrorHistogram::setModel(const ErrorHistogramModel& model) {
  m_model = model;
  rebuild();
}

std::vector<PlotPanel> ErrorHistogram::panels(const Theme& theme) const {
  PlotPanel panel;
  PlotModel& plot = panel.plot;
  plot.message = m_model.message;
  plot.stale = m_model.stale;
  plot.legendCorner = Qt::TopRightCorner;
  plot.x = {tr("mean squared error of a pattern"), {0.0, 2.0}, true};
  plot.y = {tr("patterns"), {0.0, 1.0}};
  if (m_model.mse.empty())
    return {panel};
  std::vector<double> places;
  for (const auto* errors : {&m_model.mse, &m_model.baselineMse})
    for (const double mse : *errors)
      places.push_back(place(mse));
  const PlotRange range = widened(rangeOf(places), 0.03);
  const auto ours = counts(m_model.mse, range);
  const auto plain = counts(m_model.baselineMse, range);
  const double highest = std::max(*std::max_element(ours.begin(), ours.end()),
                                  *std::max_element(plain.begin(), plain.end()));
  const double foot = kFoot * highest;
  plot.x.range = range;
  plot.y.range = {-foot, 1.15 * highest};

  QColor fill = theme.blend;
  fill.setAlphaF(0.45F);
  const double gap = 0.04 * (range.high - range.low) / kBins;
  PlotCurve steps;
  steps.name = m_model.baseline;
  steps.colour = theme.measured;
  steps.width = 1.4;
  steps.points.emplace_back(range.low, 0.0);
  for (int bin = 0; bin < kBins; ++bin) {
    const double from = edge(range, bin);
    const double to = edge(range, bin + 1);
    const double height = ours[static_cast<std::size_t>(bin)];
    if (height > 0.0) {
      // One area is named for the legend.
      const bool named = std::none_of(plot.bands.begin(), plot.bands.end(),
                                      [](const PlotBand& band) { return !band.name.isEmpty(); });
      plot.bands.push_back({named ? m_model.generator : QString(),
                            {from + gap, to - gap},
                            {0.0, 0.0},
                            {height, height},
                            fill});
    }
    const double baseline = plain[static_cast<std::size_t>(bin)];
    steps.points.emplace_back(from + gap, baseline);
    steps.points.emplace_back(to - gap, baseline);
  }
  if (!m_model.baselineMse.empty())
    plot.curves.push_back(std::move(steps));

  PlotScatter patterns;
  patterns.colour = theme.blend;
  patterns.size = 6.0;
  for (std::size_t i = 0; i < m_model.mse.size(); ++i) {
    const auto index = static_cast<qsizetype>(i);
    patterns.points.emplace_back(place(m_model.mse[i]), -foot / 2);
    patterns.hints << tr("%1, %2: %3")
                          .arg(m_model.ids.value(index), m_model.formulas.value(index),
                               numberText(m_model.mse[i], 2));
    if (m_model.ids.value(index) == m_model.selected)
      plot.highlight = patterns.points.back();
  }
  plot.scatters.push_back(std::move(patterns));
  return {panel};
}

void ErrorHistogram::choose(int /*panel*/, int /*scatter*/, int point) {
  emit patternChosen(m_model.ids.value(point));
}

QString ErrorHistogram::exportName() const {
  return QStringLiteral("errors");
}

DataTable ErrorHistogram::data() const {
  DataTable table;
  table.headers = {QStringLiteral("id"), QStringLiteral("formula"), QStringLiteral("mse"),
                   QStringLiteral("mse_baseline")};
  for (std::size_t i = 0; i < m_model.mse.size(); ++i) {
    const auto index = static_cast<qsizetype>(i);
    auto& row = table.rows.emplace_back();
    row = {m_model.ids.value(index), m_model.formulas.value(index), m_model.mse[i], {}};
    if (i < m_model.baselineMse.size())
      row.back() = m_model.baselineMse[i];
  }
  return table;
}

}  // namespace vitrine::widgets
