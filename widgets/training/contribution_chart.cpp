#include "widgets/training/contribution_chart.h"

#include "widgets/theme/theme.h"
#include "widgets/theme/units.h"

#include <algorithm>
#include <cmath>

namespace vitrine::widgets {

namespace {

constexpr double kHalfWidth = 0.36;
constexpr double kHeadroom = 1.12;
/// More bars than these are too thin for their names; the table has them all.
constexpr std::size_t kMostBars = 30;

}  // namespace

ContributionChart::ContributionChart(QWidget* parent)
    : PlotGroup(tr("Contributions of the elements"), 1, parent) {
  rebuild();
}

void ContributionChart::setModel(const ContributionChartModel& model) {
  m_model = model;
  rebuild();
}

std::vector<PlotPanel> ContributionChart::panels(const Theme& theme) const {
  PlotPanel panel;
  PlotModel& plot = panel.plot;
  plot.message = m_model.message;
  plot.stale = m_model.stale;
  plot.legendCorner = Qt::TopRightCorner;
  plot.x = {tr("element, largest first"), {0.0, 1.0}};
  plot.y = {tr("mean |contribution| (K)"), {0.0, 1.0}};
  const std::size_t count = std::min(kMostBars, m_model.bars.size());
  if (count == 0)
    return {panel};
  panel.title = m_model.title;
  plot.x.range = {-0.5, static_cast<double>(count) - 0.5};
  plot.y.range = {0.0, std::max(1.0, kHeadroom * m_model.bars.front().meanAbsoluteK)};
  QColor raises = theme.blend;
  raises.setAlphaF(0.55F);
  QColor lowers = theme.derived;
  lowers.setAlphaF(0.55F);
  PlotScatter tops;
  tops.size = 5.0;
  tops.colour = theme.measured;
  bool raised = false, lowered = false;
  for (std::size_t i = 0; i < count; ++i) {
    const auto& bar = m_model.bars[i];
    const auto at = static_cast<double>(i);
    const bool up = bar.meanK >= 0.0;
    bool& named = up ? raised : lowered;
    const QString name = named ? QString() : up ? tr("raises on average") : tr("lowers on average");
    named = true;
    plot.bands.push_back({name,
                          {at - kHalfWidth, at + kHalfWidth},
                          {0.0, 0.0},
                          {bar.meanAbsoluteK, bar.meanAbsoluteK},
                          up ? raises : lowers});
    plot.x.ticks.push_back({at, bar.element});
    tops.points.emplace_back(at, bar.meanAbsoluteK);
    tops.hints << tr("%1: %2 K, with its sign %3 K; mean of %n alloys", nullptr, bar.alloys)
                      .arg(bar.element, numberText(bar.meanAbsoluteK, 1), numberText(bar.meanK, 1));
  }
  plot.scatters.push_back(std::move(tops));
  return {panel};
}

QString ContributionChart::exportName() const {
  return QStringLiteral("contributions");
}

DataTable ContributionChart::data() const {
  DataTable table;
  table.headers = {QStringLiteral("element"), QStringLiteral("mean_absolute_K"),
                   QStringLiteral("mean_K"), QStringLiteral("alloys")};
  for (const auto& bar : m_model.bars)
    table.rows.push_back(
        {bar.element, bar.meanAbsoluteK, bar.meanK, static_cast<double>(bar.alloys)});
  return table;
}

}  // namespace vitrine::widgets
