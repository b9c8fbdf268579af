#include "engine/atomistic/displacement.h"

#include "engine/core/error.h"

#include <cmath>

namespace vitrine::atomistic {

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
