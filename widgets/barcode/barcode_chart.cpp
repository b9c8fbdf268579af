#include "widgets/barcode/barcode_chart.h"

#include "widgets/plot/plot.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/units.h"

#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace vitrine::widgets {

namespace {

constexpr QSizeF kExportSize(720, 300);
constexpr double kHalfWidth = 0.36;
constexpr double kReferenceHalfWidth = 0.46;
/// Columns left empty between the groups.
constexpr double kGap = 1.0;
/// Room below and, for the legend, above the bars, in their span.
constexpr double kFootroom = 0.05;
constexpr double kLegendRoom = 0.42;
constexpr double kShortLegendRoom = 0.3;
/// More numbers than these do not stand beside each other.
constexpr std::size_t kMostNumbers = 50;
constexpr double kPercent = 100.0;
constexpr double kMilli = 1000.0;
constexpr float kChosenAlpha = 0.22F;
constexpr float kChanceAlpha = 0.2F;
constexpr std::size_t kGroup1Colour = 1;  ///< of Theme::models: blue and orange, as in the paper
constexpr std::size_t kGroup2Colour = 2;

QString percent(double share) {
  return numberText(kPercent * share, 3);
}

}  // namespace

BarcodeChart::BarcodeChart(QWidget* parent) : PlotGroup(tr("Bars of the barcode"), 1, parent) {
  rebuild();
  plots().front()->installEventFilter(this);
}

void BarcodeChart::setModel(const BarcodeChartModel& model) {
  m_model = model;
  orderBars();
  rebuild();
  describe();
}

void BarcodeChart::orderBars() {
  m_order.clear();
  for (const bool kasper : {true, false}) {
    for (std::size_t bar = 0; bar < m_model.bars.size(); ++bar)
      if (m_model.bars[bar].kasper == kasper)
        m_order.push_back(bar);
    if (kasper)
      m_kasper = m_order.size();
  }
}

double BarcodeChart::placeOf(std::size_t bar) const {
  const auto at =
      static_cast<std::size_t>(std::find(m_order.begin(), m_order.end(), bar) - m_order.begin());
  return static_cast<double>(at) + (at >= m_kasper && m_kasper > 0 ? kGap : 0.0);
}

std::optional<std::size_t> BarcodeChart::barAt(double x) const {
  for (const std::size_t bar : m_order)
    if (std::abs(x - placeOf(bar)) <= 0.5)
      return bar;
  return std::nullopt;
}

double BarcodeChart::heightOf(const BarcodeChartModel::Bar& bar) const {
  switch (m_model.measure) {
    case BarcodeMeasure::Share:
      return kPercent * bar.share;
    case BarcodeMeasure::Importance:
      return kMilli * bar.importance;
    case BarcodeMeasure::Correlation:
      return bar.correlation;
    case BarcodeMeasure::Difference:
      break;
  }
  return kPercent * bar.difference;
}

QString BarcodeChart::barText(std::size_t number) const {
  const auto& bar = m_model.bars[number];
  QStringList lines;
  lines << tr("Bar %1: %2").arg(number + 1).arg(bar.kernel);
  lines << (bar.kasper ? tr("Group 1, Kasper polyhedron") : tr("Group 2, no Kasper polyhedron"));
  if (m_model.hasGlass)
    lines << tr("Share of the barcode: %1 %; at equal energy %2 %, by chance ± %3 %")
                 .arg(percent(bar.share), percent(bar.share + bar.difference),
                      percent(bar.byChance));
  lines << tr("Mean over the training glasses: %1 %").arg(percent(bar.meanShare));
  lines << (std::isnan(bar.correlation)
                ? tr("Its share does not vary, so nothing goes with the energy")
                : tr("Correlation with the energy: r = %1").arg(numberText(bar.correlation, 2)));
  lines << tr("Mean |SHAP value|: %1 meV/atom").arg(numberText(kMilli * bar.importance, 3));
  return lines.join(u'\n');
}

void BarcodeChart::addBars(PlotModel& plot, const Theme& theme) const {
  bool named[2] = {false, false};
  PlotScatter icosahedra;
  icosahedra.name = tr("around an icosahedron");
  icosahedra.colour = theme.measured;
  icosahedra.symbol = PlotSymbol::Circle;
  const std::size_t step = (m_order.size() + kMostNumbers - 1) / kMostNumbers;
  for (std::size_t i = 0; i < m_order.size(); ++i) {
    const std::size_t number = m_order[i];
    const auto& bar = m_model.bars[number];
    const double at = placeOf(number);
    if (i % step == 0)
      plot.x.ticks.push_back({at, QString::number(number + 1)});
    const double height = heightOf(bar);
    if (std::isnan(height))
      continue;
    const QString name = bar.kasper ? tr("group 1: Kasper") : tr("group 2: not Kasper");
    plot.bands.push_back({std::exchange(named[bar.kasper ? 0 : 1], true) ? QString() : name,
                          {at - kHalfWidth, at + kHalfWidth},
                          {std::min(0.0, height), std::min(0.0, height)},
                          {std::max(0.0, height), std::max(0.0, height)},
                          theme.models[bar.kasper ? kGroup1Colour : kGroup2Colour]});
    if (bar.icosahedron)
      icosahedra.points.emplace_back(at, height);
  }
  if (!icosahedra.points.empty())
    plot.scatters.push_back(std::move(icosahedra));
}

/// Short lines at the height of the reference, and what chance alone gives around it.
void BarcodeChart::addReference(PlotModel& plot, const Theme& theme) const {
  const bool shares = m_model.measure == BarcodeMeasure::Share;
  PlotCurve reference;
  reference.name = tr("thermally processed glasses of equal energy");
  reference.colour = theme.blend;
  QColor chance = theme.blend;
  chance.setAlphaF(kChanceAlpha);
  bool named = false;
  for (const std::size_t number : m_order) {
    const auto& bar = m_model.bars[number];
    const double at = placeOf(number);
    const double height = shares ? kPercent * (bar.share + bar.difference) : 0.0;
    const double spread = kPercent * bar.byChance;
    reference.points.emplace_back(at - kReferenceHalfWidth, height);
    reference.points.emplace_back(at + kReferenceHalfWidth, height);
    reference.points.emplace_back(at + 0.5, std::numeric_limits<double>::quiet_NaN());
    plot.bands.push_back({std::exchange(named, true) ? QString() : tr("by chance (± σ)"),
                          {at - kReferenceHalfWidth, at + kReferenceHalfWidth},
                          {height - spread, height - spread},
                          {height + spread, height + spread},
                          chance});
  }
  plot.curves.push_back(std::move(reference));
}

std::vector<PlotPanel> BarcodeChart::panels(const Theme& theme) const {
  PlotPanel panel;
  PlotModel& plot = panel.plot;
  plot.message = m_model.message;
  plot.legendCorner = Qt::TopRightCorner;
  plot.x = {tr("bar, numbered by importance"), {0.0, 1.0}};
  plot.y = {QString(), {0.0, 1.0}};
  const bool ofGlass =
      m_model.measure == BarcodeMeasure::Share || m_model.measure == BarcodeMeasure::Difference;
  switch (m_model.measure) {
    case BarcodeMeasure::Share:
      plot.y.label = tr("% of the barcode");
      break;
    case BarcodeMeasure::Importance:
      plot.y.label = tr("mean |SHAP| (meV/atom)");
      break;
    case BarcodeMeasure::Correlation:
      plot.y.label = tr("r with the energy");
      break;
    case BarcodeMeasure::Difference:
      plot.y.label = tr("δs, reference − glass (%)");
      break;
  }
  if (m_order.empty() || (ofGlass && !m_model.hasGlass))
    return {panel};
  addBars(plot, theme);
  if (ofGlass)
    addReference(plot, theme);
  double low = 0.0;
  double high = 0.0;
  for (const auto& band : plot.bands) {
    low = std::min(low, band.low.front());
    high = std::max(high, band.high.front());
  }
  if (m_model.measure == BarcodeMeasure::Share)
    low = 0.0;
  const double span = high > low ? high - low : 1.0;
  plot.y.range = {low < 0.0 ? low - kFootroom * span : 0.0,
                  high + (ofGlass ? kLegendRoom : kShortLegendRoom) * span};
  plot.x.range = {-0.7, placeOf(m_order.back()) + 0.7};
  const auto middle = [&](std::size_t first, std::size_t last) {
    return 0.5 * (placeOf(m_order[first]) + placeOf(m_order[last]));
  };
  if (m_kasper > 0)
    plot.topTicks.push_back({middle(0, m_kasper - 1), tr("group 1: Kasper polyhedra")});
  if (m_kasper < m_order.size())
    plot.topTicks.push_back({middle(m_kasper, m_order.size() - 1), tr("group 2: other polyhedra")});
  if (m_model.chosen && *m_model.chosen < m_model.bars.size()) {
    QColor ground = theme.accent;
    ground.setAlphaF(kChosenAlpha);
    const double at = placeOf(*m_model.chosen);
    plot.regions.push_back({{at - 0.5, at + 0.5}, {}, ground});
  }
  return {panel};
}

void BarcodeChart::describe() {
  const bool chosen = m_model.chosen && *m_model.chosen < m_model.bars.size();
  plots().front()->setAccessibleDescription(
      !m_model.message.isEmpty() ? m_model.message
      : chosen                   ? barText(*m_model.chosen)
                                 : tr("Left and Right choose a bar, Escape leaves it"));
}

void BarcodeChart::changeEvent(QEvent* event) {
  PlotGroup::changeEvent(event);
  if (event->type() == QEvent::PaletteChange)
    describe();
}

void BarcodeChart::step(int by) {
  if (m_order.empty())
    return;
  const auto count = static_cast<int>(m_order.size());
  int next = by > 0 ? 0 : count - 1;
  if (m_model.chosen)
    next = std::clamp(static_cast<int>(std::find(m_order.begin(), m_order.end(), *m_model.chosen) -
                                       m_order.begin()) +
                          by,
                      0, count - 1);
  emit barChosen(m_order[static_cast<std::size_t>(next)]);
}

bool BarcodeChart::eventFilter(QObject* watched, QEvent* event) {
  const Plot* plot = plots().front();
  const auto barUnder = [&](QPointF pixel) { return barAt(plot->fromPixels(pixel).x()); };
  switch (event->type()) {
    case QEvent::KeyPress:
      switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Left:
          step(-1);
          return true;
        case Qt::Key_Right:
          step(1);
          return true;
        case Qt::Key_Escape:
          emit barChosen(std::nullopt);
          return true;
        default:
          break;
      }
      break;
    case QEvent::MouseButtonPress:
      m_pressed = static_cast<QMouseEvent*>(event)->position();
      break;
    case QEvent::MouseButtonRelease: {
      const auto* mouse = static_cast<QMouseEvent*>(event);
      const auto pressed = std::exchange(m_pressed, std::nullopt);
      if (mouse->button() != Qt::LeftButton || !pressed ||
          (mouse->position() - *pressed).manhattanLength() >= QApplication::startDragDistance())
        break;
      if (const auto bar = barUnder(mouse->position()))
        emit barChosen(bar == m_model.chosen ? std::nullopt : bar);
      break;
    }
    case QEvent::ToolTip: {
      const auto* help = static_cast<QHelpEvent*>(event);
      const auto bar = barUnder(help->pos());
      QToolTip::showText(help->globalPos(), bar ? barText(*bar) : QString(), this);
      return true;
    }
    default:
      break;
  }
  return PlotGroup::eventFilter(watched, event);
}

QString BarcodeChart::exportName() const {
  return m_model.name.isEmpty() ? QStringLiteral("barcode")
                                : QStringLiteral("barcode-") + m_model.name;
}

QSizeF BarcodeChart::exportSize() const {
  return kExportSize;
}

DataTable BarcodeChart::data() const {
  DataTable table;
  table.headers = {QStringLiteral("bar"),
                   QStringLiteral("kernel"),
                   QStringLiteral("group"),
                   QStringLiteral("mean_abs_shap_eV_per_atom"),
                   QStringLiteral("energy_correlation"),
                   QStringLiteral("mean_share")};
  if (m_model.hasGlass)
    table.headers << QStringLiteral("share") << QStringLiteral("reference")
                  << QStringLiteral("delta") << QStringLiteral("sd_by_chance");
  for (std::size_t number = 0; number < m_model.bars.size(); ++number) {
    const auto& bar = m_model.bars[number];
    std::vector<DataCell> row{static_cast<double>(number + 1),
                              bar.kernel,
                              bar.kasper ? 1.0 : 2.0,
                              bar.importance,
                              bar.correlation,
                              bar.meanShare};
    if (m_model.hasGlass)
      for (const double value :
           {bar.share, bar.share + bar.difference, bar.difference, bar.byChance})
        row.emplace_back(value);
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace vitrine::widgets
