#include "widgets/ternary/ternary_text.h"

#include "widgets/ternary/heat_raster.h"
#include "widgets/ternary/ternary_model.h"
#include "widgets/theme/units.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace vitrine::widgets {

namespace {
struct Words {
  Q_DECLARE_TR_FUNCTIONS(vitrine::widgets::TernaryText)
};
}  // namespace

std::optional<ValueRange> valueRange(const std::vector<double>& values) {
  std::optional<ValueRange> range;
  for (const double value : values) {
    if (!std::isfinite(value))
      continue;
    if (!range)
      range = ValueRange{value, value};
    range->low = std::min(range->low, value);
    range->high = std::max(range->high, value);
  }
  return range;
}

QString contentText(const TernaryMapModel& model, const Weights& weights) {
  QStringList parts;
  for (std::size_t i = 0; i < 3; ++i)
    parts << model.corners[i] + QChar::Nbsp + percentNumber(weights[i] * model.variablePercent, 1);
  return parts.join(QStringLiteral("  ")) + QChar::Nbsp + unitSymbol(ContentUnit::AtomicPercent);
}

QString valueText(const TernaryMapModel& model, double value) {
  if (!std::isfinite(value))
    return Words::tr("no value");
  if (!model.categories.empty()) {
    const auto index = static_cast<std::size_t>(std::lround(std::max(0.0, value)));
    return index < model.categories.size() ? model.categories[index] : Words::tr("no value");
  }
  const QString number = numberText(value, model.decimals);
  return model.unit.isEmpty() ? number : number + QChar::Nbsp + model.unit;
}

QString placeText(alloy::Domain domain) {
  switch (domain) {
    case alloy::Domain::Inside:
      return Words::tr("inside the data");
    case alloy::Domain::Edge:
      return Words::tr("edge of the data");
    case alloy::Domain::Outside:
      return Words::tr("outside the data");
  }
  return {};
}

QString placeText(const TernaryMapModel& model, const Weights& weights) {
  if (model.domain.empty() || model.domain.size() != model.values.size())
    return {};
  return placeText(model.domain[nearestGridPoint(model.divisions, weights)]);
}

QString markerText(MarkerKind kind) {
  switch (kind) {
    case MarkerKind::KnownAlloy:
      return Words::tr("published alloy");
    case MarkerKind::MeasuredPattern:
      return Words::tr("measured pattern");
    case MarkerKind::NextMeasurement:
      return Words::tr("measure next");
    case MarkerKind::TableRow:
      return Words::tr("row of the table");
    case MarkerKind::SelectedRow:
      return Words::tr("selected row");
  }
  return {};
}

}  // namespace vitrine::widgets
