#pragma once

#include "widgets/ternary/triangle_geometry.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace vitrine::widgets {

/// What the pixels of a composition triangle are made from. Colours are 0xAARRGGBB, opaque.
struct HeatRaster {
  /// Shade laid over a pixel by the domain of its nearest grid point.
  enum class Shade : std::uint8_t { None, Edge, Outside };

  int width = 0;              ///< pixels
  int height = 0;             ///< pixels
  TriangleGeometry triangle;  ///< in pixels
  int divisions = 0;
  std::span<const double> values;  ///< order of alloy::triangularGrid; NaN where there is none
  std::span<const Shade> shades;   ///< one for each value, or none
  double low = 0.0;
  double high = 1.0;
  std::span<const std::uint32_t> palette;  ///< from `low` to `high`
  bool discrete = false;   ///< values are indices into the palette, not interpolated
  std::uint32_t none = 0;  ///< where there is no value
  std::uint32_t veil = 0;  ///< what outside values fade into
  double hatch = 6.0;      ///< distance of hatch lines, pixels
};

/// Fills the triangle's pixels of a picture of width × height pixels; the others stay as they are.
/// @param pixels the first one of the picture
/// @param stride pixels from a row to the next, at least `width`
void rasterise(const HeatRaster& heat, std::uint32_t* pixels, std::size_t stride);

/// The value at a composition, interpolated linearly within its small triangle as the picture is;
/// NaN where one of its corners has none.
double interpolate(std::span<const double> values, int divisions, const Weights& weights);

/// Index (order of alloy::triangularGrid) of the grid point nearest to a composition.
std::size_t nearestGridPoint(int divisions, const Weights& weights);

}  // namespace vitrine::widgets
