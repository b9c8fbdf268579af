#include "widgets/correlation/correlation_plot.h"

#include "widgets/plot/plot.h"
#include "widgets/plot/plot_range.h"
#include "widgets/theme/theme.h"

#include <QGuiApplication>

#include <algorithm>
#include <array>

namespace vitrine::widgets {

namespace {

constexpr double kRoom = 0.05;
constexpr double kPointSize = 4.5;
constexpr double kPointOpacity = 0.3;  // the lines lie below

enum Scatter { kOrdinary, kOutliers };

/// Indices of the points that a scatter holds, in its order.
std::vector<std::size_t> pointsIn(const Correlation& correlation, bool outliers) {
  std::vector<std::size_t> points;
  for (std::size_t i = 0; i < correlation.outliers.size(); ++i) {
    if ((correlation.outliers[i] != 0) == outliers)
      points.push_back(i);
  }
  return points;
}

bool contains(const std::vector<std::size_t>& sorted, std::size_t value) {
  return std::binary_search(sorted.begin(), sorted.end(), value);
}

std::array<QColor, 5> lineColours(const Theme& theme) {
  return {theme.models[1], theme.models[3], theme.models[4], theme.models[2], theme.models[5]};
}

}  // namespace

CorrelationPlot::CorrelationPlot(QWidget* parent)
    : PlotGroup(tr("Correlations of temperatures"), 2, parent) {
  rebuild();
}

void CorrelationPlot::setModel(const CorrelationModel& model) {
  m_model = model;
  rebuild();
}

void CorrelationPlot::setSelected(const std::vector<std::size_t>& rows) {
  m_model.selected = rows;
  const std::size_t count = m_model.correlations.size();
  for (std::size_t i = 0; i < count; ++i) {
    const Correlation& correlation = m_model.correlations[i];
    plots()[i]->setRings(rings(correlation, &CorrelationPlot::placeAmongLines));
    plots()[count + i]->setRings(rings(correlation, &CorrelationPlot::placeAmongResiduals));
  }
}

QPointF CorrelationPlot::placeAmongLines(const Correlation& correlation, std::size_t point) const {
  return {toDisplay(correlation.xK[point], m_model.unit),
          toDisplay(correlation.yK[point], m_model.unit)};
}

QPointF CorrelationPlot::placeAmongResiduals(const Correlation& correlation,
                                             std::size_t point) const {
  return {toDisplay(correlation.xK[point], m_model.unit), correlation.residualK[point]};
}

std::vector<QPointF> CorrelationPlot::rings(const Correlation& correlation, Place place) const {
  std::vector<QPointF> rings;
  for (std::size_t i = 0; i < correlation.rows.size(); ++i) {
    if (contains(m_model.selected, correlation.rows[i]))
      rings.push_back((this->*place)(correlation, i));
  }
  return rings;
}

void CorrelationPlot::addPoints(PlotModel& plot, const Correlation& correlation, const Theme& theme,
                                Place place) const {
  const auto add = [&](PlotScatter scatter, const std::vector<std::size_t>& points) {
    for (const std::size_t i : points) {
      scatter.points.push_back((this->*place)(correlation, i));
      scatter.hints << tr("%1: %2 at %3, %4 K off the line")
                           .arg(correlation.formulas.value(static_cast<qsizetype>(i)),
                                temperatureText(correlation.yK[i], m_model.unit),
                                temperatureText(correlation.xK[i], m_model.unit),
                                numberText(correlation.residualK[i], 0));
    }
    plot.scatters.push_back(std::move(scatter));
  };
  PlotScatter ordinary;
  ordinary.colour = theme.blend;
  ordinary.size = kPointSize;
  ordinary.opacity = kPointOpacity;
  add(std::move(ordinary), pointsIn(correlation, false));
  const auto far = pointsIn(correlation, true);
  PlotScatter outliers;
  outliers.name = far.empty() ? QString() : tr("further than 3 robust deviations");
  outliers.colour = theme.error;
  outliers.symbol = PlotSymbol::Triangle;
  outliers.size = kPointSize + 2.0;
  add(std::move(outliers), far);
  plot.rings = rings(correlation, place);
}

PlotPanel CorrelationPlot::linesPanel(const Correlation& correlation, const Theme& theme) const {
  PlotPanel panel;
  panel.title = correlation.title;
  PlotModel& plot = panel.plot;
  const QString symbol = unitSymbol(m_model.unit);
  plot.message = correlation.message;
  plot.stale = m_model.stale;
  plot.x.label = tr("%1 (%2)").arg(correlation.xName, symbol);
  plot.y.label = tr("%1 (%2)").arg(correlation.yName, symbol);
  if (correlation.xK.empty())
    return panel;
  const auto shown = [&](double valueK) { return toDisplay(valueK, m_model.unit); };
  const PlotRange xK = widened(rangeOf(correlation.xK), kRoom);
  PlotRange yK = widened(rangeOf(correlation.yK), kRoom);
  yK.high += 0.25 * (yK.high - yK.low);  // the legend's place
  plot.x.range = {shown(xK.low), shown(xK.high)};
  plot.y.range = {shown(yK.low), shown(yK.high)};
  addPoints(plot, correlation, theme, &CorrelationPlot::placeAmongLines);
  const auto colours = lineColours(theme);
  for (std::size_t l = 0; l < correlation.lines.size(); ++l) {
    const CorrelationLine& line = correlation.lines[l];
    const auto at = [&](double valueK) {
      return QPointF(shown(valueK), shown(line.slope * valueK + line.interceptK));
    };
    PlotCurve curve;
    curve.name = line.name;
    curve.colour = colours[l % colours.size()];
    curve.style = line.published ? Qt::DashLine : Qt::SolidLine;
    curve.points = {at(xK.low), at(xK.high)};
    plot.curves.push_back(std::move(curve));
  }
  return panel;
}

PlotPanel CorrelationPlot::residualsPanel(const Correlation& correlation,
                                          const Theme& theme) const {
  PlotPanel panel;
  PlotModel& plot = panel.plot;
  plot.stale = m_model.stale;
  plot.message = correlation.message;
  plot.legend = false;
  plot.x.label = tr("%1 (%2)").arg(correlation.xName, unitSymbol(m_model.unit));
  plot.y.label = tr("off the line (K)");
  if (correlation.xK.empty())
    return panel;
  panel.title = tr("Residuals of “%1”").arg(correlation.lines.at(correlation.residualsOf).name);
  const auto shown = [&](double valueK) { return toDisplay(valueK, m_model.unit); };
  const PlotRange xK = widened(rangeOf(correlation.xK), kRoom);
  plot.x.range = {shown(xK.low), shown(xK.high)};
  plot.y.range = widened(rangeOf(correlation.residualK), kRoom);
  addPoints(plot, correlation, theme, &CorrelationPlot::placeAmongResiduals);
  plot.markers.push_back({Qt::Horizontal, 0.0, {}, theme.mutedText});
  return panel;
}

std::vector<PlotPanel> CorrelationPlot::panels(const Theme& theme) const {
  std::vector<PlotPanel> panels;
  for (const Correlation& correlation : m_model.correlations)
    panels.push_back(linesPanel(correlation, theme));
  for (const Correlation& correlation : m_model.correlations)
    panels.push_back(residualsPanel(correlation, theme));
  return panels;
}

void CorrelationPlot::choose(int panel, int scatter, int point) {
  const Correlation& correlation =
      m_model.correlations.at(static_cast<std::size_t>(panel) % m_model.correlations.size());
  const std::size_t index =
      pointsIn(correlation, scatter == kOutliers).at(static_cast<std::size_t>(point));
  const std::size_t row = correlation.rows[index];
  std::vector<std::size_t> rows = {row};
  if (QGuiApplication::keyboardModifiers().testFlag(Qt::ControlModifier)) {
    rows = m_model.selected;
    const auto place = std::lower_bound(rows.begin(), rows.end(), row);
    if (place != rows.end() && *place == row)
      rows.erase(place);
    else
      rows.insert(place, row);
  }
  emit rowsChosen(rows);
}

QString CorrelationPlot::exportName() const {
  return QStringLiteral("correlations");
}

DataTable CorrelationPlot::data() const {
  DataTable table;
  table.headers = {QStringLiteral("correlation"), QStringLiteral("formula"),
                   QStringLiteral("x_K"),         QStringLiteral("y_K"),
                   QStringLiteral("line"),        QStringLiteral("residual_K"),
                   QStringLiteral("outlier")};
  for (const Correlation& correlation : m_model.correlations) {
    for (std::size_t i = 0; i < correlation.xK.size(); ++i)
      table.rows.push_back(
          {correlation.title, correlation.formulas.value(static_cast<qsizetype>(i)),
           correlation.xK[i], correlation.yK[i], correlation.lines.at(correlation.residualsOf).name,
           correlation.residualK[i], correlation.outliers[i] != 0 ? 1.0 : 0.0});
  }
  return table;
}

}  // namespace vitrine::widgets
