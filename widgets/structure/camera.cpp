#include "widgets/structure/camera.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace vitrine::widgets {

using atomistic::operator+;
using atomistic::operator-;
using atomistic::operator*;
using Vector3 = Camera::Vector3;

namespace {

constexpr double kHalfAngle = 15.0 * std::numbers::pi / 180.0;
/// A picture never shows less than this, Å, nor more: beyond them numbers lose their meaning.
constexpr double kLeastHalfHeight = 0.1;
constexpr double kMostHalfHeight = 1e6;

Vector3 unit(const Vector3& v) {
  return 1.0 / atomistic::length(v) * v;
}

/// Rounding must not add up over thousands of turns: at right angles again (Gram and Schmidt).
std::array<Vector3, 3> straightened(std::array<Vector3, 3> axes) {
  axes[2] = unit(axes[2]);
  axes[1] = unit(axes[1] - atomistic::dot(axes[1], axes[2]) * axes[2]);
  axes[0] = atomistic::cross(axes[1], axes[2]);
  return axes;
}

/// Two axes turn in their plane; the structure goes the other way.
void rotate(Vector3& a, Vector3& b, double angle) {
  const double c = std::cos(angle);
  const double s = std::sin(angle);
  const Vector3 turned = c * a + s * b;
  b = c * b - s * a;
  a = turned;
}

}  // namespace

double viewDistance(const Camera& camera) {
  return camera.halfHeight / std::tan(kHalfAngle);
}

Vector3 toEye(const Camera& camera, const Vector3& place) {
  const Vector3 from = place - camera.centre;
  return {atomistic::dot(camera.axes[0], from), atomistic::dot(camera.axes[1], from),
          atomistic::dot(camera.axes[2], from)};
}

std::optional<Projection> project(const Camera& camera, const Vector3& place, double radius,
                                  double height) {
  const Vector3 eye = toEye(camera, place);
  const double scale = 0.5 * height / camera.halfHeight;
  if (!camera.perspective)
    return Projection{scale * eye[0], scale * eye[1], scale * radius, eye[2]};
  const double distance = viewDistance(camera);
  const double away = distance - eye[2];
  if (away <= radius)
    return {};
  const double nearer = scale * distance / away;
  // The rim is seen along tangents, not through the centre's plane.
  const double rim = scale * distance / std::sqrt(away * away - radius * radius);
  return Projection{nearer * eye[0], nearer * eye[1], rim * radius, eye[2]};
}

Camera turned(const Camera& camera, double right, double down) {
  Camera result = camera;
  auto& [x, y, z] = result.axes;
  rotate(z, x, -right);
  rotate(z, y, down);
  result.axes = straightened(result.axes);
  return result;
}

Camera rolled(const Camera& camera, double angle) {
  Camera result = camera;
  rotate(result.axes[0], result.axes[1], -angle);
  result.axes = straightened(result.axes);
  return result;
}

Camera zoomed(const Camera& camera, double factor) {
  Camera result = camera;
  result.halfHeight = std::clamp(camera.halfHeight / factor, kLeastHalfHeight, kMostHalfHeight);
  return result;
}

Camera moved(const Camera& camera, double right, double up) {
  Camera result = camera;
  result.centre = camera.centre - camera.halfHeight * right * camera.axes[0] -
                  camera.halfHeight * up * camera.axes[1];
  return result;
}

Camera fitted(const Camera& camera, const Vector3& centre, double radius, double aspect) {
  Camera result = camera;
  result.centre = centre;
  const double half = radius / std::min(1.0, aspect);
  // In perspective the ball's rim is seen along tangents: sin instead of tan of the half angle.
  result.halfHeight = std::clamp(camera.perspective ? half / std::cos(kHalfAngle) : half,
                                 kLeastHalfHeight, kMostHalfHeight);
  return result;
}

Camera seenFrom(const Camera& camera, const Vector3& direction, const Vector3& up) {
  Camera result = camera;
  result.axes = straightened({Vector3{}, up, direction});
  return result;
}

}  // namespace vitrine::widgets
