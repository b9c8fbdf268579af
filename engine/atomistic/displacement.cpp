#include "engine/atomistic/displacement.h"

#include "engine/core/error.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace vitrine::atomistic {

namespace {

/// The cell with the edges of its own lattice that lie nearest to those of the next one. They are
/// others where a cell that leaned by more than half an edge was leaned back by a whole one, as
/// LAMMPS does while it shears: the same lattice, but other fractions of each place.
Cell respanned(const Cell& cell, const Cell& next) {
  const auto& periodic = cell.periodic();
  if (!(periodic[0] && periodic[1] && periodic[2]))
    return cell;
  std::array<Vector3, 3> edges;
  for (std::size_t k = 0; k < 3; ++k) {
    const Vector3 multiples = cell.toFractions(cell.origin() + next.edges()[k]);
    edges[k] = cell.toPlace(
                   {std::round(multiples[0]), std::round(multiples[1]), std::round(multiples[2])}) -
               cell.origin();
  }
  // Another volume is another lattice: a cell that cannot be followed.
  const double volume = std::abs(dot(edges[0], cross(edges[1], edges[2])));
  constexpr double kRounding = 1e-6;
  if (std::abs(volume / cell.volume() - 1.0) > kRounding)
    return cell;
  return Cell(edges, cell.origin(), periodic);
}

}  // namespace

const Displacement& DisplacementTrack::add(long long step, const Structure& frame) {
  const bool first = m_displacements.empty();
  if (first) {
    m_species = frame.species;
    m_moved.assign(frame.size(), Vector3{});
    m_last.resize(frame.size());
  }
  if (frame.size() == 0 || frame.species != m_species)
    throw Error(ErrorCode::InvalidInput,
                "Displacements need the same atoms in every frame; the frame of step " +
                    std::to_string(step) + " has others.");
  if (!first) {
    const Cell span = respanned(*m_cell, frame.cell);
    const auto inNewSpan = [&](const Vector3& fractions) {
      return span.toFractions(m_cell->toPlace(fractions));
    };
    std::transform(m_last.begin(), m_last.end(), m_last.begin(), inNewSpan);
    std::transform(m_moved.begin(), m_moved.end(), m_moved.begin(), inNewSpan);
  }
  m_cell = frame.cell;
  Displacement displacement{step, 0.0, {}};
  std::map<int, double> atoms;
  for (std::size_t i = 0; i < frame.size(); ++i) {
    const Vector3 now = frame.cell.toFractions(frame.positions[i]);
    if (!first) {
      for (std::size_t k = 0; k < 3; ++k) {
        double move = now[k] - m_last[i][k];
        if (frame.cell.periodic()[k])
          move -= std::round(move);
        m_moved[i][k] += move;
      }
    }
    m_last[i] = now;
    const Vector3 moved = frame.cell.toPlace(m_moved[i]) - frame.cell.origin();
    const double square = dot(moved, moved);
    displacement.meanSquareA2 += square;
    displacement.species[frame.species[i]] += square;
    ++atoms[frame.species[i]];
  }
  displacement.meanSquareA2 /= static_cast<double>(frame.size());
  for (auto& [species, square] : displacement.species)
    square /= atoms[species];
  m_displacements.push_back(std::move(displacement));
  return m_displacements.back();
}

}  // namespace vitrine::atomistic
