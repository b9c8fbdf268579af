// What a composition triangle hands out: its picture and its numbers.

#include "engine/alloy/domain.h"
#include "engine/alloy/grid.h"
#include "widgets/ternary/ternary_map.h"
#include "widgets/ternary/ternary_painter.h"
#include "widgets/ternary/ternary_text.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QPainter>

#include <cmath>

namespace vitrine::widgets {

QString TernaryMap::exportName() const {
  const auto& shown = model();
  return QStringLiteral("%1-%2-%3-%4")
      .arg(shown.quantity, shown.corners[0], shown.corners[1], shown.corners[2]);
}

QSizeF TernaryMap::exportSize() const {
  return {560, 480};
}

void TernaryMap::renderTo(QPainter& painter, const QRectF& area) const {
  const auto& shown = model();
  const Theme& colours = theme(false);
  QFont font = QApplication::font();
  font.setPixelSize(12);
  const TernaryPainter map(shown, colours, font, area.size());
  painter.save();
  painter.translate(area.topLeft());
  map.drawMap(painter);
  if (shown.current) {
    map.drawCurrent(painter, *shown.current, shown.currentInPlane);
    map.drawReadout(painter, *shown.current, contentText(shown, *shown.current));
  }
  painter.restore();
}

DataTable TernaryMap::data() const {
  const auto& shown = model();
  DataTable table;
  for (const auto& corner : shown.corners)
    table.headers << corner + QStringLiteral("_at%");
  table.headers << (shown.unit.isEmpty() ? shown.quantity : shown.quantity + u'_' + shown.unit);
  const bool domains = !shown.domain.empty() && shown.domain.size() == shown.values.size();
  if (domains)
    table.headers << QStringLiteral("domain");
  if (shown.divisions < 1)
    return table;
  const auto grid = alloy::triangularGrid(shown.divisions);
  for (std::size_t i = 0; i < grid.size() && i < shown.values.size(); ++i) {
    std::vector<DataCell> row;
    for (const double weight : grid[i])
      // Nine decimals are far below any meaning and hide the binary fractions of the grid.
      row.emplace_back(std::round(weight * shown.variablePercent * 1e9) / 1e9);
    if (shown.categories.empty())
      row.emplace_back(shown.values[i]);
    else
      row.emplace_back(valueText(shown, shown.values[i]));
    if (domains) {
      const auto name = alloy::domainName(shown.domain[i]);
      row.emplace_back(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace vitrine::widgets
