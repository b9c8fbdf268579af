#include "app/pages/map_markers.h"

#include "engine/alloy/composition.h"
#include "engine/files/number_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace vitrine::app {

namespace {

using widgets::MarkerKind;
using widgets::TernaryMarker;

struct Words {
  Q_DECLARE_TR_FUNCTIONS(vitrine::app::MapMarkers)
};

/// An alloy is marked where it is at most this far from its place in the section.
constexpr double kReachPercent = 1.0;

/// An alloy of the remainder alone has no place.
bool isNear(const alloy::TernarySection& section, const alloy::Composition& alloy) {
  return section.distance(alloy) <= kReachPercent &&
         std::any_of(section.corners().begin(), section.corners().end(),
                     [&](int corner) { return alloy.fraction(corner) > 0.0; });
}

}  // namespace

std::vector<TernaryMarker> knownAlloyMarkers(const std::vector<KnownAlloy>& alloys,
                                             const alloy::TernarySection& section,
                                             widgets::TemperatureUnit unit) {
  std::vector<TernaryMarker> markers;
  for (const KnownAlloy& known : alloys) {
    if (!isNear(section, known.composition))
      continue;
    QStringList facts{known.formula};
    if (known.tgK)
      facts << Words::tr("Tg %1 measured").arg(widgets::temperatureText(*known.tgK, unit));
    if (known.tmK)
      facts << Words::tr("Tm %1 measured").arg(widgets::temperatureText(*known.tmK, unit));
    if (known.fragility)
      facts << Words::tr("m %1 measured").arg(widgets::numberText(*known.fragility, 0));
    markers.push_back({known.formula, section.weights(known.composition),
                       facts.join(QStringLiteral(", ")), known.source, MarkerKind::KnownAlloy});
  }
  return markers;
}

std::vector<TernaryMarker> measuredPatternMarkers(const generation::SpectrumGenerator& generator,
                                                  const alloy::TernarySection& section) {
  const auto& card = generator.card();
  const Matrix& known = generator.knownFractions();
  const QString source = QString::fromStdString(card.source);
  std::vector<TernaryMarker> markers;
  for (std::size_t i = 0; i < known.rows(); ++i) {
    std::vector<alloy::Share> shares;
    for (std::size_t j = 0; j < card.elements.size(); ++j)
      shares.push_back({card.elements[j], known.row(i)[j]});
    const auto alloy = alloy::Composition::fromAmounts(shares);
    if (!isNear(section, alloy))
      continue;
    const QString formula = QString::fromStdString(alloy.formula());
    markers.push_back({formula, section.weights(alloy),
                       Words::tr("%1, its pattern was measured").arg(formula), source,
                       MarkerKind::MeasuredPattern});
  }
  return markers;
}

std::vector<RowMarker> rowMarkers(const dataset::Table& table, const alloy::TernarySection& section,
                                  const RunContext& context) {
  std::vector<RowMarker> markers;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    context.tick();
    const dataset::Row& row = table.rows[i];
    if (!isNear(section, row.composition))
      continue;
    QStringList facts{QString::fromStdString(row.formula)};
    for (std::size_t j = 0; j < table.columns.size(); ++j)
      if (row.values[j])
        facts << QStringLiteral("%1 %2 %3")
                     .arg(QString::fromStdString(table.columns[j].name),
                          QString::fromStdString(files::formatNumber(*row.values[j])),
                          QString::fromStdString(table.columns[j].unit));
    const QString source = QString::fromStdString(row.source.empty() ? table.name : row.source);
    markers.push_back({i,
                       {facts.front(), section.weights(row.composition),
                        facts.join(QStringLiteral(", ")), source, MarkerKind::TableRow}});
  }
  return markers;
}

std::vector<TernaryMarker> nextMeasurementMarkers(const std::vector<NextAlloy>& alloys,
                                                  const alloy::TernarySection& section) {
  std::vector<TernaryMarker> markers;
  for (const NextAlloy& next : alloys) {
    const QString formula = QString::fromStdString(next.composition.formula());
    markers.push_back(
        {formula,
         section.weights(next.composition),
         Words::tr("%1, number %2 of the alloys whose measurement would teach most: it takes "
                   "%3 % of the uncertainty away")
             .arg(formula)
             .arg(markers.size() + 1)
             .arg(widgets::numberText(100.0 * next.gain, 1)),
         {},
         MarkerKind::NextMeasurement});
  }
  return markers;
}

}  // namespace vitrine::app
