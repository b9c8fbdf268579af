#include "engine/atomistic/neighbours.h"

#include "engine/core/error.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace vitrine::atomistic {

namespace {

/// Boxes smaller than the cutoff let more of the empty space be passed over; halves do best.
constexpr double kBoxesPerCutoff = 2.0;
/// Along one edge: 1024^3 boxes are more than a machine holds atoms for.
constexpr int kMostBoxes = 512;
/// A cutoff of so many cells asks for a structure by mistake.
constexpr int kMostImages = 20;
/// Atoms closer than this are taken for one that was written twice, Å.
constexpr double kClosestA = 1e-3;

/// floor(a / b) and what remains, for b > 0.
int floorDivide(int a, int b) {
  return a >= 0 ? a / b : -((-a + b - 1) / b);
}

std::string named(std::size_t atom) {
  return std::to_string(atom + 1);
}

}  // namespace

NeighbourSearch::NeighbourSearch(const Structure& structure, double cutoff)
    : m_cutoff(cutoff), m_cell(structure.cell) {
  if (!(cutoff > 0.0) || !std::isfinite(cutoff))
    throw Error(ErrorCode::InvalidInput, "A distance of neighbours is larger than 0 Å.");
  const Vector3 heights = m_cell.heights();
  // As many boxes as atoms are enough, whatever the cutoff.
  const double mostBoxes = std::clamp(std::cbrt(static_cast<double>(structure.size())), 1.0,
                                      static_cast<double>(kMostBoxes));
  for (std::size_t i = 0; i < 3; ++i) {
    // Heights of a cell next to nothing are no numbers.
    if (!(cutoff <= kMostImages * heights[i]))
      throw Error(ErrorCode::InvalidInput, "The distance of neighbours is more than " +
                                               std::to_string(kMostImages) +
                                               " times the size of the cell.");
    const double wished = std::floor(kBoxesPerCutoff * heights[i] / cutoff);
    m_boxes[i] = static_cast<int>(std::clamp(wished, 1.0, mostBoxes));
    m_reach[i] = static_cast<int>(std::ceil(cutoff * m_boxes[i] / heights[i]));
  }
  const auto boxCount = static_cast<std::size_t>(m_boxes[0]) *
                        static_cast<std::size_t>(m_boxes[1]) * static_cast<std::size_t>(m_boxes[2]);
  std::vector<std::uint32_t> boxes(structure.size());
  m_first.assign(boxCount + 1, 0);
  m_wrapped.reserve(structure.size());
  for (std::size_t i = 0; i < structure.size(); ++i) {
    m_wrapped.push_back(m_cell.wrapped(structure.positions[i]));
    const Vector3 fractions = m_cell.toFractions(m_wrapped.back());
    // A number of cells may be too large to be counted even where the place is a number.
    if (!std::all_of(fractions.begin(), fractions.end(), [](double x) { return std::isfinite(x); }))
      throw Error(ErrorCode::InvalidInput,
                  "Atom " + named(i) + " has no place in the cell: check its coordinates.");
    const std::array<int, 3> at = boxOf(fractions);
    boxes[i] = static_cast<std::uint32_t>((at[2] * m_boxes[1] + at[1]) * m_boxes[0] + at[0]);
    ++m_first[boxes[i] + 1];
  }
  for (std::size_t i = 1; i < m_first.size(); ++i)
    m_first[i] += m_first[i - 1];
  m_atoms.resize(structure.size());
  std::vector<std::uint32_t> next(m_first.begin(), m_first.end() - 1);
  for (std::size_t i = 0; i < structure.size(); ++i)
    m_atoms[next[boxes[i]]++] = static_cast<std::uint32_t>(i);
  m_sorted.reserve(structure.size());
  for (const std::uint32_t atom : m_atoms)
    m_sorted.push_back(m_wrapped[atom]);
}

std::array<int, 3> NeighbourSearch::boxOf(const Vector3& fractions) const noexcept {
  std::array<int, 3> at{};
  for (std::size_t i = 0; i < 3; ++i)
    // Along edges that are not periodic atoms may be outside; they belong to the outermost box.
    at[i] =
        static_cast<int>(std::clamp(std::floor(fractions[i] * m_boxes[i]), 0.0, m_boxes[i] - 1.0));
  return at;
}

void NeighbourSearch::neighboursOf(std::size_t atom, std::vector<Neighbour>& found) const {
  found.clear();
  const Vector3 centre = m_wrapped[atom];
  const std::array<int, 3> at = boxOf(m_cell.toFractions(centre));
  const auto& periodic = m_cell.periodic();
  const double limit = m_cutoff * m_cutoff;
  std::array<int, 3> low{};
  std::array<int, 3> high{};
  for (std::size_t i = 0; i < 3; ++i) {
    low[i] = at[i] - m_reach[i];
    high[i] = at[i] + m_reach[i];
    if (!periodic[i]) {
      low[i] = std::max(low[i], 0);
      high[i] = std::min(high[i], m_boxes[i] - 1);
    }
  }
  std::array<int, 3> box{};
  for (box[2] = low[2]; box[2] <= high[2]; ++box[2]) {
    for (box[1] = low[1]; box[1] <= high[1]; ++box[1]) {
      for (box[0] = low[0]; box[0] <= high[0]; ++box[0]) {
        std::array<int, 3> image{};
        std::array<int, 3> inside{};
        for (std::size_t i = 0; i < 3; ++i) {
          image[i] = floorDivide(box[i], m_boxes[i]);
          inside[i] = box[i] - image[i] * m_boxes[i];
        }
        const Vector3 offset = m_cell.shift(image) - centre;
        const auto index =
            static_cast<std::size_t>((inside[2] * m_boxes[1] + inside[1]) * m_boxes[0] + inside[0]);
        const bool home = image == std::array<int, 3>{};
        for (std::uint32_t k = m_first[index]; k < m_first[index + 1]; ++k) {
          const Vector3 to = m_sorted[k] + offset;
          const double square = dot(to, to);
          if (!(square < limit) || (home && m_atoms[k] == atom))
            continue;
          if (square < kClosestA * kClosestA)
            throw Error(ErrorCode::InvalidInput, "Atoms " + named(atom) + " and " +
                                                     named(m_atoms[k]) +
                                                     " are at the same place: remove one of them.");
          found.push_back({m_atoms[k], to, std::sqrt(square)});
        }
      }
    }
  }
}

}  // namespace vitrine::atomistic
