#include "app/cli/analysis.h"
#include "app/cli/text.h"

#include <algorithm>
#include <functional>
#include <ostream>

namespace vitrine::cli {

namespace {

using namespace atomistic;

constexpr std::size_t kIndicesShown = 10;

std::string percent(double share) {
  return fixed(100.0 * share, 1) + " %";
}

std::string sharesOf(const Analysis& analysis, const VoronoiIndex& index) {
  for (const IndexCount& each : analysis.report.voronoi.indices)
    if (each.index == index)
      return percent(static_cast<double>(each.atoms) /
                     static_cast<double>(analysis.structure.size()));
  return percent(0.0);
}

}  // namespace

void printAnalyses(std::ostream& out, const std::vector<Analysis>& analyses) {
  constexpr std::size_t kLabel = 34;
  constexpr std::size_t kColumn = 22;
  const auto line = [&](const std::string& label,
                        const std::function<std::string(const Analysis&)>& value) {
    out << padded(label, kLabel);
    for (const Analysis& each : analyses)
      out << aligned(value(each), kColumn);
    out << "\n";
  };
  const auto shells = [](const std::function<double(const ShellPositions&)>& value) {
    return [value](const Analysis& each) {
      return each.report.shells ? fixed(value(*each.report.shells), 3) : std::string("-");
    };
  };
  line("", [](const Analysis& each) {
    constexpr std::size_t kShown = kColumn - 2;
    const std::string name = std::filesystem::path(each.file).filename().string();
    return name.size() <= kShown ? name : ".." + name.substr(name.size() - kShown + 2);
  });
  line("alloy", [](const Analysis& each) { return compositionOf(each.structure).formula(); });
  line("atoms", [](const Analysis& each) { return std::to_string(each.structure.size()); });
  line("volume of an atom, A^3", [](const Analysis& each) {
    return fixed(each.structure.cell.volume() / static_cast<double>(each.structure.size()), 3);
  });
  line("density, g/cm^3", [](const Analysis& each) { return fixed(densityOf(each.structure), 3); });
  line("g(r): first peak d, A", shells([](const ShellPositions& s) { return s.firstPeak.rA; }));
  line("g(r): first minimum, A", shells([](const ShellPositions& s) { return s.firstMinimum.rA; }));
  line("neighbours up to the minimum", [](const Analysis& each) {
    return each.report.coordination ? fixed(each.report.coordination->mean, 2) : std::string("-");
  });
  line("Voronoi neighbours",
       [](const Analysis& each) { return fixed(each.report.voronoi.meanCoordination, 2); });
  line("five-fold symmetry",
       [](const Analysis& each) { return percent(each.report.voronoi.symmetry[2]); });
  line("icosahedra <0,0,12,0>", [](const Analysis& each) { return sharesOf(each, kIcosahedron); });
  line("  links inside each other, each",
       [](const Analysis& each) { return fixed(each.report.icosahedra.linksPerPolyhedron, 2); });
  line("  largest cluster, icosahedra", [](const Analysis& each) {
    const auto& clusters = each.report.icosahedra.clusters;
    return std::to_string(clusters.empty() ? 0 : clusters.front().size());
  });
  line("X-rays: q1, 1/A", [](const Analysis& each) {
    return each.report.peak ? fixed(each.report.peak->direct.shape.q1, 3) : std::string("-");
  });
  line("X-rays: delta q, 1/A", [](const Analysis& each) {
    return each.report.peak ? fixed(each.report.peak->direct.shape.deltaQ, 3) : std::string("-");
  });
  if (std::any_of(analyses.begin(), analyses.end(),
                  [](const Analysis& each) { return each.displacements.size() > 1; }))
    line("mean square displacement, A^2", [](const Analysis& each) {
      return each.displacements.empty() ? std::string("-")
                                        : fixed(each.displacements.back().meanSquareA2, 3);
    });
  out << "most frequent polyhedra of the first\n";
  const auto& indices = analyses.front().report.voronoi.indices;
  for (std::size_t i = 0; i < std::min(kIndicesShown, indices.size()); ++i) {
    std::string label = "  " + indexText(indices[i].index);
    if (const auto name = polyhedronName(indices[i].index); !name.empty())
      label.append("  ").append(name.substr(0, name.find(',')));
    line(label, [&](const Analysis& each) { return sharesOf(each, indices[i].index); });
  }
  for (const Analysis& each : analyses)
    if (!each.note.empty())
      out << each.file << ": " << each.note << "\n";
}

}  // namespace vitrine::cli
