#include "engine/alloy/grid.h"

namespace vitrine::alloy {

std::vector<std::array<double, 3>> triangularGrid(int divisions) {
  std::vector<std::array<double, 3>> points;
  points.reserve(static_cast<std::size_t>(divisions + 1) * (divisions + 2) / 2);
  for (int third = 0; third <= divisions; ++third) {
    for (int second = 0; second + third <= divisions; ++second) {
      points.push_back({static_cast<double>(divisions - second - third) / divisions,
                        static_cast<double>(second) / divisions,
                        static_cast<double>(third) / divisions});
    }
  }
  return points;
}

std::size_t triangularIndex(int divisions, int second, int third) {
  // Rows before this one hold divisions + 1, divisions, … points.
  return static_cast<std::size_t>(third * (divisions + 1) - third * (third - 1) / 2 + second);
}

}  // namespace vitrine::alloy
