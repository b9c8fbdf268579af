#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace vitrine::diffraction {

/// Index of the first position that is not below `wanted`; `q.size()` where all are.
std::size_t indexAt(std::span<const double> q, double wanted);

/// Each point from a parabola through the `reach` neighbours either side (Savitzky and Golay, Anal.
/// Chem. 36, 1627 (1964)). Nearer to an end the reach is what is left there.
std::vector<double> smoothed(std::span<const double> values, std::size_t reach);

/// Indices of the points of the lower convex hull of a curve, from the first point to the last: a
/// rubber band stretched under it.
std::vector<std::size_t> lowerHull(std::span<const double> x, std::span<const double> y);

/// A local maximum and its prominence: how far it stands above the higher of the two saddles that
/// part it from anything higher.
struct Maximum {
  std::size_t index = 0;
  double prominence = 0.0;
};

/// The maxima that are no end of the curve, with at least this prominence (which is positive), in
/// order.
std::vector<Maximum> maximaOf(std::span<const double> y, double leastProminence);

}  // namespace vitrine::diffraction
