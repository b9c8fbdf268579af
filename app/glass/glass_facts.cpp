#include "app/glass/glass_facts.h"

#include "widgets/alloy/element_names.h"
#include "widgets/theme/units.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace vitrine::app {

namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(vitrine::app::GlassFacts)
};

using widgets::numberText;

QString cellText(const atomistic::Cell& cell) {
  QStringList lengths;
  for (const auto& edge : cell.edges())
    lengths << numberText(atomistic::length(edge), 2);
  QString text = Words::tr("Cell: %1 Å").arg(lengths.join(QStringLiteral(" × ")));
  const auto angle = [&](std::size_t a, std::size_t b) {
    const auto& edges = cell.edges();
    return std::acos(atomistic::dot(edges[a], edges[b]) /
                     (atomistic::length(edges[a]) * atomistic::length(edges[b]))) *
           180.0 / std::numbers::pi;
  };
  const std::array<double, 3> angles{angle(1, 2), angle(0, 2), angle(0, 1)};
  const bool tilted = std::any_of(angles.begin(), angles.end(),
                                  [](double a) { return std::abs(a - 90.0) > 0.005; });
  if (tilted)
    text += Words::tr(", %1°, %2°, %3°")
                .arg(numberText(angles[0], 2), numberText(angles[1], 2), numberText(angles[2], 2));
  return text;
}

double icosahedraShare(const atomistic::CellReport& cells) {
  return static_cast<double>(cells.icosahedra.centres.size()) /
         static_cast<double>(std::max<std::size_t>(1, cells.cells.size()));
}

}  // namespace

QString factsText(const Glass& glass, const PairAnalysis* pairs,
                  const atomistic::CellReport* cells) {
  const auto& structure = *glass.structure;
  QStringList lines;
  if (!glass.caveat.isEmpty())
    lines << Words::tr("Not a whole run: %1").arg(glass.caveat);
  lines << widgets::subscripted(
      QString::fromStdString(atomistic::compositionOf(structure).formula(2)));
  lines << Words::tr("%1 atoms, %2 g/cm³, %3 Å³ each")
               .arg(QLocale().toString(static_cast<qulonglong>(structure.size())),
                    numberText(atomistic::densityOf(structure), 3),
                    numberText(structure.cell.volume() / static_cast<double>(structure.size()), 2));
  lines << cellText(structure.cell);
  if (pairs != nullptr && pairs->shells)
    lines << Words::tr("Neighbours at %1 Å (first peak of g(r)), first shell up to %2 Å")
                 .arg(numberText(pairs->shells->firstPeak.rA, 2),
                      numberText(pairs->shells->firstMinimum.rA, 2));
  if (pairs != nullptr && pairs->peak)
    lines << Words::tr("X-ray pattern: q₁ %1 1/Å, Δq %2 1/Å")
                 .arg(numberText(pairs->peak->direct.shape.q1, 3),
                      numberText(pairs->peak->direct.shape.deltaQ, 3));
  if (pairs != nullptr && pairs->coordination)
    for (const auto& [pair, alpha] : pairs->coordination->warrenCowley)
      if (pair.first < pair.second)
        lines << Words::tr("Short-range order α(%1–%2): %3")
                     .arg(widgets::elementSymbol(pair.first), widgets::elementSymbol(pair.second),
                          numberText(alpha, 3));
  if (cells != nullptr) {
    lines << Words::tr("Voronoi cells: %1 faces, five-fold symmetry %2")
                 .arg(numberText(cells->voronoi.meanCoordination, 2),
                      numberText(cells->voronoi.symmetry[2], 3));
    lines << Words::tr("Icosahedra <0,0,12,0>: %1 % of the atoms, largest cluster of %2")
                 .arg(numberText(100.0 * icosahedraShare(*cells), 1))
                 .arg(cells->icosahedra.clusters.empty()
                          ? 0
                          : cells->icosahedra.clusters.front().size());
  }
  return lines.join(u'\n');
}

}  // namespace vitrine::app
