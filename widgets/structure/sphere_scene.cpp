#include "widgets/structure/sphere_scene.h"

#include "engine/alloy/element.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace vitrine::widgets {

using atomistic::operator+;
using atomistic::operator*;
using Vector3 = Camera::Vector3;

namespace {

constexpr double kPmPerAngstrom = 100.0;
/// Where no source gives any, Å.
constexpr double kCommonRadius = 1.5;

/// 0 … count-1 in an order that hops through them evenly: steps of about count over the golden
/// ratio, which share no factor with the count (H. Weyl, Math. Ann. 77, 313 (1916)).
std::vector<std::uint32_t> scattered(std::size_t count) {
  constexpr double kGolden = 0.6180339887498949;
  auto step = static_cast<std::size_t>(kGolden * static_cast<double>(count));
  step = std::max<std::size_t>(step, 1);
  while (std::gcd(step, std::max<std::size_t>(count, 1)) != 1)
    ++step;
  std::vector<std::uint32_t> order(count);
  std::size_t at = 0;
  for (auto& entry : order) {
    entry = static_cast<std::uint32_t>(at);
    at = (at + step) % count;
  }
  return order;
}

Vector3 placeOf(const Sphere& sphere) {
  return {sphere.x, sphere.y, sphere.z};
}

}  // namespace

double drawnRadius(int atomicNumber) {
  const alloy::Element& facts = alloy::element(atomicNumber);
  for (const auto& pm : {facts.metallicRadiusPm, facts.covalentRadiusPm, facts.atomicRadiusPm})
    if (pm)
      return *pm / kPmPerAngstrom;
  return kCommonRadius;
}

SphereScene sceneOf(const atomistic::Structure& structure, std::span<const Rgb> colours,
                    std::span<const std::uint32_t> ringed, double radiusScale, bool withCell) {
  SphereScene scene;
  const auto& cell = structure.cell;
  scene.middle = cell.toPlace({0.5, 0.5, 0.5});
  double reach = 0.0;
  for (int corner = 0; withCell && corner < 8; ++corner)
    reach = std::max(
        reach, atomistic::length(cell.toPlace({corner & 1 ? 0.5 : -0.5, corner & 2 ? 0.5 : -0.5,
                                               corner & 4 ? 0.5 : -0.5}) +
                                 -1.0 * cell.origin()));
  std::array<double, alloy::kElementCount + 1> radii{};
  for (const int species : atomistic::speciesOf(structure))
    radii[static_cast<std::size_t>(species)] = radiusScale * drawnRadius(species);
  std::vector<std::uint8_t> rings(structure.size(), 0);
  for (const std::uint32_t atom : ringed)
    if (atom < rings.size())
      rings[atom] = 255;
  scene.spheres.reserve(structure.size());
  for (const std::uint32_t atom : scattered(structure.size())) {
    const Vector3 place = cell.wrapped(structure.positions[atom]);
    const double radius = radii[static_cast<std::size_t>(structure.species[atom])];
    reach = std::max(reach, atomistic::length(place + -1.0 * scene.middle) + radius);
    scene.spheres.push_back({static_cast<float>(place[0]), static_cast<float>(place[1]),
                             static_cast<float>(place[2]), static_cast<float>(radius),
                             colours[atom], rings[atom], atom});
  }
  scene.radius = std::max(reach, 1.0);
  return scene;
}

std::optional<std::size_t> sphereAt(const SphereScene& scene, const Camera& camera,
                                    const Slice& slice, double height, double x, double y) {
  std::optional<std::size_t> best;
  double nearest = -std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < scene.spheres.size(); ++i) {
    const Sphere& sphere = scene.spheres[i];
    const auto seen = project(camera, placeOf(sphere), sphere.radius, height);
    if (!seen)
      continue;
    const double dx = (x - seen->x) / seen->radius;
    const double dy = (y - seen->y) / seen->radius;
    const double rest = 1.0 - dx * dx - dy * dy;
    if (rest < 0.0 || !slice.shows(placeOf(sphere)))
      continue;
    const double nearness = seen->nearness + sphere.radius * std::sqrt(rest);
    if (nearness > nearest) {
      nearest = nearness;
      best = i;
    }
  }
  return best;
}

std::vector<Rgb> coloursByValue(std::span<const double> values, double low, double high,
                                ColourMap map, Rgb without) {
  const auto& table = colourTable(map);
  const double scale = static_cast<double>(table.size() - 1) / (high - low);
  std::vector<Rgb> colours;
  colours.reserve(values.size());
  for (const double value : values) {
    if (std::isnan(value)) {
      colours.push_back(without);
      continue;
    }
    const double step =
        std::clamp(scale * (value - low), 0.0, static_cast<double>(table.size() - 1));
    colours.push_back(table[static_cast<std::size_t>(std::lround(step))]);
  }
  return colours;
}

std::vector<Rgb> coloursByClass(std::span<const int> classes, std::span<const Rgb> colours,
                                Rgb without) {
  std::vector<Rgb> result;
  result.reserve(classes.size());
  for (const int each : classes)
    result.push_back(each >= 0 && static_cast<std::size_t>(each) < colours.size()
                         ? colours[static_cast<std::size_t>(each)]
                         : without);
  return result;
}

Rgb mixed(Rgb colour, Rgb ground, double share) {
  const auto mix = [share](std::uint8_t a, std::uint8_t b) {
    return static_cast<std::uint8_t>(std::lround(a + share * (b - a)));
  };
  return {mix(colour.red, ground.red), mix(colour.green, ground.green),
          mix(colour.blue, ground.blue)};
}

}  // namespace vitrine::widgets
