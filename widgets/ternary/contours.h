#pragma once

#include "widgets/ternary/triangle_geometry.h"

#include <span>
#include <vector>

namespace vitrine::widgets {

/// A connected line of equal value.
struct Contour {
  double level = 0.0;
  std::vector<Weights> points;
  bool closed = false;
};

/// Lines of the given levels through values on a triangular grid (order of alloy::triangularGrid),
/// linear within each small triangle. Triangles with a value that is not finite are left out.
std::vector<Contour> contourLines(std::span<const double> values, int divisions,
                                  std::span<const double> levels);

/// Round levels strictly inside (low, high), about `wanted` of them.
std::vector<double> contourLevels(double low, double high, int wanted);

/// Where the value of a contour line is written.
struct ContourLabel {
  double level = 0.0;
  PlanePoint at;
  double angle =
      0.0;  ///< radians clockwise from the x axis, between -pi/2 and pi/2: never on its head
};

/// One label for each line that is longer than `minLength`, the longest lines first, none nearer
/// than `minSpacing` to another; lengths in the units of `geometry`.
std::vector<ContourLabel> contourLabels(std::span<const Contour> contours,
                                        const TriangleGeometry& geometry, double minLength,
                                        double minSpacing);

/// A turned rectangle that lines are kept out of, because a label stands there.
struct Gap {
  PlanePoint centre;
  double angle = 0.0;      ///< radians clockwise
  double halfWidth = 0.0;  ///< along `angle`
  double halfHeight = 0.0;
};

/// A contour on the plane of `geometry`, in pieces: without what lies in a gap, and without points
/// that lie nearer than `tolerance` to the line through the others.
std::vector<std::vector<PlanePoint>> piecesOutside(const Contour& contour,
                                                   const TriangleGeometry& geometry,
                                                   std::span<const Gap> gaps,
                                                   double tolerance = 0.0);

}  // namespace vitrine::widgets
