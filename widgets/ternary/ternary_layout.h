#pragma once

#include "widgets/ternary/triangle_geometry.h"

namespace vitrine::widgets {

struct LayoutBox {
  double left = 0.0;
  double top = 0.0;
  double width = 0.0;
  double height = 0.0;
  [[nodiscard]] double right() const noexcept { return left + width; }
  [[nodiscard]] double bottom() const noexcept { return top + height; }
};

/// Sizes of the words on a composition triangle, in pixels.
struct TernaryWords {
  double line = 14.0;        ///< height of a line of small text
  double tick = 18.0;        ///< width of the widest tick label
  double corner = 20.0;      ///< width of the widest corner label
  double cornerLine = 17.0;  ///< its height
  double scale = 30.0;       ///< width of the widest label of the colour bar; 0 without a bar
  bool header = false;       ///< a line of its own for a long title
};

/// Where everything goes.
struct TernaryLayout {
  TriangleGeometry triangle;
  LayoutBox title;    ///< upper left; two lines, the second one shorter beside the triangle
  LayoutBox readout;  ///< upper right
  LayoutBox bar;      ///< the colours of the bar alone; empty without one
  bool barUpright = false;
  LayoutBox lock;           ///< the button at the end of the bar
  bool sideTitles = false;  ///< there is room for the names of the scales along the sides
};

/// Length of a tick, and the gap to its label.
inline constexpr double kTernaryTick = 5.0;
inline constexpr double kTernaryTickGap = 3.0;

/// Fits a triangle with its words into width × height pixels; the bar stands beside the triangle in
/// wide places and lies below it in narrow ones.
TernaryLayout layOutTernary(double width, double height, const TernaryWords& words);

}  // namespace vitrine::widgets
