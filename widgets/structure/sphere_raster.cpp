#include "widgets/structure/sphere_raster.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace vitrine::widgets {

namespace {

constexpr std::uint32_t kOpaque = 0xff000000U;

std::uint32_t packed(float red, float green, float blue) {
  const auto channel = [](float value) {
    return static_cast<std::uint32_t>(std::clamp(value, 0.0F, 255.0F) + 0.5F);
  };
  return kOpaque | channel(red) << 16U | channel(green) << 8U | channel(blue);
}

}  // namespace

void SphereRaster::begin(std::shared_ptr<const SphereScene> scene, const Camera& camera,
                         const Slice& slice, int width, int height) {
  m_scene = std::move(scene);
  m_camera = camera;
  m_slice = slice;
  m_width = width;
  m_height = height;
  const auto pixels = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
  m_depth.assign(pixels, -std::numeric_limits<float>::infinity());
  m_index.assign(pixels, 0);
  m_seen.resize(m_scene->spheres.size());
}

void SphereRaster::draw(std::size_t first, std::size_t last) {
  for (std::size_t i = first; i < last; ++i) {
    const Sphere& sphere = m_scene->spheres[i];
    const Camera::Vector3 place{sphere.x, sphere.y, sphere.z};
    if (!m_slice.shows(place))
      continue;
    const auto seen = project(m_camera, place, sphere.radius, m_height);
    if (!seen)
      continue;
    m_seen[i] = {static_cast<float>(0.5 * m_width + seen->x),
                 static_cast<float>(0.5 * m_height - seen->y), static_cast<float>(seen->radius),
                 static_cast<float>(seen->nearness)};
    drawOne(m_seen[i], sphere.radius, static_cast<std::uint32_t>(i + 1));
  }
}

void SphereRaster::drawOne(const Seen& seen, float radius, std::uint32_t index) {
  // Pixels are points half a pixel from their corner; a sphere smaller than one shows as one.
  const float r = std::max(seen.radius, 0.5F);
  const auto clampedTo = [](float value, int limit) {
    return static_cast<int>(std::clamp(value, 0.0F, static_cast<float>(limit)));
  };
  const int top = clampedTo(std::ceil(seen.y - r - 0.5F), m_height);
  const int bottom = clampedTo(std::floor(seen.y + r - 0.5F) + 1.0F, m_height);
  const float nearest = seen.nearness + radius;
  const float inverse = 1.0F / r;
  for (int y = top; y < bottom; ++y) {
    const float dy = (static_cast<float>(y) + 0.5F - seen.y) * inverse;
    const float rest = 1.0F - dy * dy;
    if (rest <= 0.0F)
      continue;
    const float half = r * std::sqrt(rest);
    const int left = clampedTo(std::ceil(seen.x - half - 0.5F), m_width);
    const int right = clampedTo(std::floor(seen.x + half - 0.5F) + 1.0F, m_width);
    const std::size_t row = static_cast<std::size_t>(y) * static_cast<std::size_t>(m_width);
    for (int x = left; x < right; ++x) {
      const std::size_t pixel = row + static_cast<std::size_t>(x);
      if (m_depth[pixel] >= nearest)
        continue;
      const float dx = (static_cast<float>(x) + 0.5F - seen.x) * inverse;
      const float depth = seen.nearness + radius * std::sqrt(std::max(0.0F, rest - dx * dx));
      if (depth <= m_depth[pixel])
        continue;
      m_depth[pixel] = depth;
      m_index[pixel] = index;
    }
  }
}

void SphereRaster::light(const SphereLook& look, std::span<std::uint32_t> pixels) const {
  using namespace sphere_light;
  const auto middle = static_cast<float>(toEye(m_camera, m_scene->middle)[2]);
  const auto reach = static_cast<float>(m_scene->radius);
  for (int y = 0; y < m_height; ++y) {
    for (int x = 0; x < m_width; ++x) {
      const std::size_t pixel = static_cast<std::size_t>(y) * static_cast<std::size_t>(m_width) +
                                static_cast<std::size_t>(x);
      const std::uint32_t index = m_index[pixel];
      if (index == 0) {
        pixels[pixel] = 0;
        continue;
      }
      const Sphere& sphere = m_scene->spheres[index - 1];
      const Seen& seen = m_seen[index - 1];
      const float inverse = 1.0F / std::max(seen.radius, 0.5F);
      const float nx = (static_cast<float>(x) + 0.5F - seen.x) * inverse;
      const float ny = (seen.y - static_cast<float>(y) - 0.5F) * inverse;
      const float nz = (m_depth[pixel] - seen.nearness) / sphere.radius;
      const float facing = nx * kLight[0] + ny * kLight[1] + nz * kLight[2];
      float gloss = std::max(0.0F, nx * kGlossAt[0] + ny * kGlossAt[1] + nz * kGlossAt[2]);
      for (int doubling = 0; doubling < 5; ++doubling)
        gloss *= gloss;
      const float shade = kAmbient + kDiffuse * std::max(0.0F, facing);
      const float depth =
          std::clamp((middle + reach - m_depth[pixel]) / (2.0F * reach), 0.0F, 1.0F);
      const float ground = kFade * depth * depth;
      const bool rim = sphere.ringed != 0 && nz < kRimBelow;
      const auto channel = [&](std::uint8_t own, std::uint8_t edge, std::uint8_t back) {
        const float lit = rim ? static_cast<float>(edge)
                              : shade * static_cast<float>(own) + 255.0F * kGloss * gloss;
        return lit + ground * (static_cast<float>(back) - lit);
      };
      pixels[pixel] = packed(channel(sphere.colour.red, look.rim.red, look.ground.red),
                             channel(sphere.colour.green, look.rim.green, look.ground.green),
                             channel(sphere.colour.blue, look.rim.blue, look.ground.blue));
    }
  }
}

}  // namespace vitrine::widgets
