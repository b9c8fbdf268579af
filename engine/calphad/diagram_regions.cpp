#include "engine/calphad/diagram_regions.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace vitrine::calphad {

namespace {

/// A field at one level.
struct Cell {
  std::vector<std::string> phases;
  double left = 0.0;
  double right = 0.0;
};

class CellsOfLevel {
 public:
  explicit CellsOfLevel(const BinaryLevel& level) : m_level(level) {}

  std::vector<Cell> cells() {
    double from = 0.0;
    std::string name = m_level.firstName;
    for (const TieLine& tie : m_level.ties) {
      alone(from, tie.left.x, name, tie.left.name);
      m_cells.push_back({{tie.left.name, tie.right.name}, tie.left.x, tie.right.x});
      from = tie.right.x;
      name = tie.right.name;
    }
    alone(from, 1.0, name, {});
    return std::move(m_cells);
  }

 private:
  /// One phase, in several forms where its order changes.
  void alone(double from, double to, std::string name, const std::string& last) {
    for (const OrderChange& change : m_level.orderChanges) {
      if (change.x <= from || change.x >= to)
        continue;
      m_cells.push_back({{change.left}, from, change.x});
      from = change.x;
      name = change.right;
    }
    // At the edge a phase may be too dilute to be seen to order.
    m_cells.push_back({{last.empty() ? std::move(name) : last}, from, to});
  }

  const BinaryLevel& m_level;
  std::vector<Cell> m_cells;
};

double middle(double left, double right) {
  return 0.5 * (left + right);
}

/// Of the open regions not taken yet, the nearest one with the phases of a cell that touches it;
/// the number of regions where there is none.
std::size_t continued(const std::vector<DiagramRegion>& regions,
                      const std::vector<std::size_t>& open, const std::vector<std::size_t>& taken,
                      const Cell& cell) {
  const auto distance = [&](std::size_t region) {
    const auto& span = regions[region].spans.back();
    return std::abs(middle(span.left, span.right) - middle(cell.left, cell.right));
  };
  std::size_t best = regions.size();
  for (const std::size_t region : open) {
    const auto& span = regions[region].spans.back();
    if (regions[region].phases == cell.phases && span.left <= cell.right &&
        cell.left <= span.right && std::find(taken.begin(), taken.end(), region) == taken.end() &&
        (best == regions.size() || distance(region) < distance(best)))
      best = region;
  }
  return best;
}

}  // namespace

std::vector<DiagramRegion> diagramRegions(const PhaseDiagram& diagram) {
  std::vector<DiagramRegion> regions;
  std::vector<std::size_t> open;  // regions of the level before
  for (const BinaryLevel& level : diagram.levels) {
    auto cells = CellsOfLevel(level).cells();
    const bool sameRow = std::equal(cells.begin(), cells.end(), open.begin(), open.end(),
                                    [&](const Cell& cell, std::size_t region) {
                                      return cell.phases == regions[region].phases;
                                    });
    std::vector<std::size_t> next;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      Cell& cell = cells[i];
      const std::size_t region = sameRow ? open[i] : continued(regions, open, next, cell);
      if (region == regions.size())
        regions.push_back({std::move(cell.phases), {}});
      regions[region].spans.push_back({level.temperatureK, cell.left, cell.right});
      next.push_back(region);
    }
    open = std::move(next);
  }
  return regions;
}

std::vector<std::string> phasesAt(const PhaseDiagram& diagram, double x, double temperatureK) {
  if (!(x >= 0.0 && x <= 1.0) || diagram.levels.empty() ||
      temperatureK < diagram.levels.front().temperatureK ||
      temperatureK > diagram.levels.back().temperatureK)
    return {};
  const auto distance = [temperatureK](const BinaryLevel& level) {
    return std::abs(level.temperatureK - temperatureK);
  };
  const auto nearest = std::min_element(
      diagram.levels.begin(), diagram.levels.end(),
      [&](const BinaryLevel& a, const BinaryLevel& b) { return distance(a) < distance(b); });
  for (Cell& cell : CellsOfLevel(*nearest).cells()) {
    if (x <= cell.right)
      return std::move(cell.phases);
  }
  return {};
}

}  // namespace vitrine::calphad
