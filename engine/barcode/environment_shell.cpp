#include "engine/barcode/environment_shell.h"

#include "engine/core/error.h"

#include <algorithm>

namespace vitrine::barcode {

namespace {

/// Of an environment of one atom, Å.
constexpr double kLeastReachA = 1.0;
/// Edge of the cell in distances of the outermost atom: an atom and the image of another are then
/// at least twice that apart.
constexpr double kEdge = 4.0;

}  // namespace

atomistic::Structure structureOf(const EnvironmentAtoms& atoms) {
  double reach = kLeastReachA;
  for (const auto& position : atoms.positionsA)
    reach = std::max(reach, atomistic::length(position));
  const double edge = kEdge * reach;
  const double corner = -0.5 * edge;
  return {atomistic::Cell({atomistic::Vector3{edge, 0, 0}, {0, edge, 0}, {0, 0, edge}},
                          {corner, corner, corner}),
          atoms.species,
          atoms.positionsA,
          {},
          {}};
}

std::vector<std::uint32_t> shellOf(const atomistic::Structure& environment,
                                   const atomistic::VoronoiIndex& kernel,
                                   const RunContext& context) {
  try {
    const auto cells = atomistic::voronoiCells(environment, {}, context);
    if (cells.front().index() != kernel)
      return {};
    std::vector<std::uint32_t> shell;
    for (const auto& face : cells.front().faces)
      shell.push_back(face.neighbour);
    std::sort(shell.begin(), shell.end());
    return shell;
  } catch (const Error&) {
    // No cells between such atoms, e.g. two at one place.
    return {};
  }
}

}  // namespace vitrine::barcode
