#pragma once

#include "engine/alloy/composition.h"

#include <array>
#include <cstddef>
#include <vector>

namespace vitrine::alloy {

/// A plane of compositions: three elements that vary and a remainder that stays, e.g. Zr-Cu-Al with
/// 5 at.% Ni fixed. The corners stand for 100 % minus the remainder of each element.
class TernarySection {
 public:
  /// @throws Error (InvalidInput) where corners repeat, a fixed element is also a corner, or the
  ///         remainder is negative or leaves nothing to vary.
  TernarySection(std::array<int, 3> corners, std::vector<Share> fixedPercent = {});

  [[nodiscard]] const std::array<int, 3>& corners() const noexcept { return m_corners; }
  [[nodiscard]] const std::vector<Share>& fixedPercent() const noexcept { return m_fixed; }
  /// at.% that the three corners share out among them: 100 minus the remainder.
  [[nodiscard]] double variablePercent() const noexcept { return m_variable; }

  /// The alloy at barycentric coordinates `weights` (non-negative, sum 1).
  /// @throws Error (InvalidInput) for a negative or non-finite weight.
  [[nodiscard]] Composition at(const std::array<double, 3>& weights) const;
  /// Where an alloy lies: its corner amounts, normalised; (1/3, 1/3, 1/3) if it has none of them.
  [[nodiscard]] std::array<double, 3> weights(const Composition& alloy) const;
  /// How far an alloy is from its place in the section, at.% (see distancePercent).
  [[nodiscard]] double distance(const Composition& alloy) const;

 private:
  std::array<int, 3> m_corners;
  std::vector<Share> m_fixed;
  double m_variable = 100.0;
};

/// The points of a triangular grid with `divisions` steps a side, (divisions+1)(divisions+2)/2 of
/// them: 100 divisions give the 5151 points of a 1 % map. Row by row, the third weight rising;
/// within a row the second weight rises. @pre divisions >= 1
std::vector<std::array<double, 3>> triangularGrid(int divisions);

/// Index of the grid point with integer coordinates (second, third) in triangularGrid.
std::size_t triangularIndex(int divisions, int second, int third);

}  // namespace vitrine::alloy
