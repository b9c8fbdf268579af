#pragma once

#include "widgets/ternary/triangle_geometry.h"

#include <vector>

namespace vitrine::widgets {

/// In which sense, seen on the picture, one walks round the triangle to meet rising percentages.
enum class TernarySense { CounterClockwise, Clockwise };

/// One tick of a side. A side carries the scale of one component; the tick is drawn along the line
/// on which that component is constant, so that the eye follows it into the triangle.
struct TernaryTick {
  int component = 0;     ///< corner whose share is read here
  double percent = 0.0;  ///< at.%
  Weights edge{};        ///< on the component's own side
  Weights across{};      ///< where the line of constant share leaves the triangle again
  PlanePoint outward;    ///< unit vector along that line, out of the triangle at `edge`
};

/// The corner at which the side that carries the scale of `component` has 0 %; it ends with 100 %
/// at the component's own corner.
int scaleStart(int component, TernarySense sense);

/// Ticks of the three sides, without the corners themselves, about `wanted` to a side; percentages
/// of the alloy, so up to `variablePercent`.
std::vector<TernaryTick> ternaryTicks(double variablePercent, TernarySense sense, int wanted);

}  // namespace vitrine::widgets
