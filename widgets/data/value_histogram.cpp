#include "widgets/data/value_histogram.h"

#include "widgets/theme/theme.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace vitrine::widgets {

namespace {

constexpr double kMostBins = 60.0;

/// The nearest of 1, 2, 5 times a power of ten, by their ratio; never below `least`.
double roundWidth(double width, double least) {
  const double power = std::pow(10.0, std::floor(std::log10(std::max(width, least))));
  double nearest = 10.0 * power;
  for (const double step : {5.0, 2.0, 1.0})
    if (step * power >= least &&
        std::abs(std::log(step * power / width)) < std::abs(std::log(nearest / width)))
      nearest = step * power;
  return nearest;
}

std::vector<double> countsIn(const std::vector<double>& values, const std::vector<double>& edges) {
  std::vector<double> counts(edges.size() - 1);
  for (const double value : values) {
    const auto above = std::upper_bound(edges.begin(), edges.end(), value) - edges.begin();
    const auto last = static_cast<std::ptrdiff_t>(counts.size()) - 1;
    ++counts[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(above - 1, 0, last))];
  }
  return counts;
}

void addBars(PlotModel& plot, const QString& name, const std::vector<double>& edges,
             const std::vector<double>& counts, const QColor& colour) {
  const double gap = 0.04 * (edges[1] - edges[0]);
  bool named = false;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] <= 0.0)
      continue;
    // One area is named for the legend.
    plot.bands.push_back({std::exchange(named, true) ? QString() : name,
                          {edges[i] + gap, edges[i + 1] - gap},
                          {0.0, 0.0},
                          {counts[i], counts[i]},
                          colour});
  }
}

}  // namespace

std::vector<double> histogramEdges(std::vector<double> values) {
  if (values.empty())
    return {};
  std::sort(values.begin(), values.end());
  const double low = values.front();
  const double high = values.back();
  if (high <= low) {
    const double half = low == 0.0 ? 0.5 : 0.05 * std::abs(low);
    return {low - half, low + half};
  }
  const auto quantile = [&](double share) {
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
  };
  const double spread = quantile(0.75) - quantile(0.25);
  const double wished = 2.0 * spread / std::cbrt(static_cast<double>(values.size()));
  const double least = (high - low) / kMostBins;
  const double width = roundWidth(std::max(wished, least), least);
  std::vector<double> edges;
  const double first = std::floor(low / width);
  for (double i = 0.0; edges.size() < 2 || edges.back() <= high; ++i)
    edges.push_back((first + i) * width);
  return edges;
}

ValueHistogram::ValueHistogram(QWidget* parent) : PlotGroup(tr("Distribution"), 1, parent) {
  rebuild();
}

void ValueHistogram::setModel(const ValueHistogramModel& model) {
  m_model = model;
  rebuild();
}

std::vector<PlotPanel> ValueHistogram::panels(const Theme& theme) const {
  PlotPanel panel;
  PlotModel& plot = panel.plot;
  plot.message = m_model.message;
  plot.x = {m_model.property, {0.0, 1.0}};
  plot.y = {tr("rows"), {0.0, 1.0}};
  plot.legendCorner = Qt::TopRightCorner;
  if (m_model.values.empty())
    return {panel};
  const std::vector<double> edges = histogramEdges(m_model.values);
  const std::vector<double> all = countsIn(m_model.values, edges);
  plot.x.range = {edges.front(), edges.back()};
  plot.y.range = {0.0, 1.1 * *std::max_element(all.begin(), all.end())};
  plot.legend = !m_model.chosen.empty();
  QColor ground = theme.accent;
  ground.setAlphaF(0.45F);
  addBars(plot, tr("all rows"), edges, all, ground);
  if (!m_model.chosen.empty())
    addBars(plot, tr("selected"), edges, countsIn(m_model.chosen, edges), theme.measured);
  return {panel};
}

QString ValueHistogram::exportName() const {
  return QStringLiteral("histogram");
}

DataTable ValueHistogram::data() const {
  DataTable table;
  table.headers = {QStringLiteral("from"), QStringLiteral("to"), QStringLiteral("rows"),
                   QStringLiteral("selected")};
  if (m_model.values.empty())
    return table;
  const std::vector<double> edges = histogramEdges(m_model.values);
  const std::vector<double> all = countsIn(m_model.values, edges);
  const std::vector<double> chosen = countsIn(m_model.chosen, edges);
  for (std::size_t i = 0; i < all.size(); ++i)
    table.rows.push_back({edges[i], edges[i + 1], all[i], chosen[i]});
  return table;
}

}  // namespace vitrine::widgets
