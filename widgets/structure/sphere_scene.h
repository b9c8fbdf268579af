#pragma once

#include "engine/atomistic/structure.h"
#include "widgets/structure/camera.h"
#include "widgets/theme/colour_map.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace vitrine::widgets {

/// One atom as it is drawn; laid out as graphics cards take it.
struct Sphere {
  float x = 0.0F;  ///< Å
  float y = 0.0F;
  float z = 0.0F;
  float radius = 0.0F;
  Rgb colour;
  std::uint8_t ringed = 0;  ///< 255: with a rim in the colour of what is chosen
  std::uint32_t atom = 0;
};
static_assert(sizeof(Sphere) == 24);

/// What is drawn of a structure. The spheres come in an order without pattern that is always the
/// same, so that the first n of them are a fair sample of all.
struct SphereScene {
  std::vector<Sphere> spheres;
  Camera::Vector3 middle{};  ///< of the cell, Å
  double radius = 1.0;       ///< of the ball about it that holds everything, Å
};

/// The part of a scene that is shown: between two planes at right angles to `normal`.
struct Slice {
  Camera::Vector3 normal{0.0, 0.0, 1.0};                  ///< of length one
  double low = -std::numeric_limits<double>::infinity();  ///< Å from the origin
  double high = std::numeric_limits<double>::infinity();

  [[nodiscard]] bool shows(const Camera::Vector3& place) const {
    const double height = atomistic::dot(normal, place);
    return low <= height && height <= high;
  }
  bool operator==(const Slice&) const = default;
};

/// Å: metallic radius, else the covalent, else the empirical one.
double drawnRadius(int atomicNumber);

/// The atoms, brought into the cell. @param colours  one for each atom
/// @param radiusScale  of the radii of `drawnRadius`
/// @param withCell     its corners count as part of the scene
SphereScene sceneOf(const atomistic::Structure& structure, std::span<const Rgb> colours,
                    std::span<const std::uint32_t> ringed, double radiusScale,
                    bool withCell = true);

/// The sphere of the scene that is seen at a point of a picture of `height` pixels; x to the right
/// and y upwards from the middle, pixels. Its index in the scene.
std::optional<std::size_t> sphereAt(const SphereScene& scene, const Camera& camera,
                                    const Slice& slice, double height, double x, double y);

/// The colour of every value; `without` for one that is not a number. @pre low < high
std::vector<Rgb> coloursByValue(std::span<const double> values, double low, double high,
                                ColourMap map, Rgb without);
/// The colour of every atom's class; `without` for a class below zero or beyond the colours.
std::vector<Rgb> coloursByClass(std::span<const int> classes, std::span<const Rgb> colours,
                                Rgb without);
/// The colour with a share of the ground in it.
Rgb mixed(Rgb colour, Rgb ground, double share);

}  // namespace vitrine::widgets
