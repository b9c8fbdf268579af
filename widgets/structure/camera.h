#pragma once

#include "engine/atomistic/vector3.h"

#include <array>
#include <optional>

namespace vitrine::widgets {

/// From where a structure is looked at: what stands in the middle of the picture, which way is
/// right, up and towards the viewer, and how much is seen. A value; the functions below give
/// another one.
struct Camera {
  using Vector3 = atomistic::Vector3;

  /// Directions of length one in the coordinates of the structure: right, up, towards the viewer.
  std::array<Vector3, 3> axes{{{1.0, 0.0, 0.0}, {0.0, 1.0, 0.0}, {0.0, 0.0, 1.0}}};
  Vector3 centre{};         ///< in the middle of the picture, Å
  double halfHeight = 1.0;  ///< from the middle of the picture to its upper edge, Å
  bool perspective = false;

  bool operator==(const Camera&) const = default;
};

/// From the viewer to the centre of a perspective picture, Å: the picture spans 30 degrees.
double viewDistance(const Camera& camera);

/// The place in the coordinates of the viewer: to the right, up, nearer; all from the centre, Å.
Camera::Vector3 toEye(const Camera& camera, const Camera::Vector3& place);

/// A sphere on a picture of `height` pixels, seen from its middle: x to the right, y upwards.
struct Projection {
  double x = 0.0;         ///< pixels
  double y = 0.0;         ///< pixels
  double radius = 0.0;    ///< pixels
  double nearness = 0.0;  ///< of the centre, Å; grows towards the viewer
};
/// Nothing where the sphere reaches behind the viewer. In perspective a sphere away from the middle
/// is a slightly flattened disc; the radius is that of one in the middle.
std::optional<Projection> project(const Camera& camera, const Camera::Vector3& place, double radius,
                                  double height);

/// Turns the structure to the right about the picture's upright axis and down about its level one,
/// radians.
Camera turned(const Camera& camera, double right, double down);
/// Turns the picture counter-clockwise, radians.
Camera rolled(const Camera& camera, double angle);
/// Above 1 comes nearer. @pre factor > 0
Camera zoomed(const Camera& camera, double factor);
/// Moves the structure by shares of the half height.
Camera moved(const Camera& camera, double right, double up);
/// A ball of this radius fills a picture of this width over height. @pre radius, aspect > 0
Camera fitted(const Camera& camera, const Camera::Vector3& centre, double radius, double aspect);
/// Looks against `direction`: it points to the viewer. `up` is drawn upwards, as far as it can be.
/// @pre neither is zero nor one along the other
Camera seenFrom(const Camera& camera, const Camera::Vector3& direction, const Camera::Vector3& up);

}  // namespace vitrine::widgets
