#pragma once

#include "widgets/structure/sphere_look.h"
#include "widgets/structure/sphere_scene.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace vitrine::widgets {

/// Draws spheres into pixels without a graphics card: for every pixel the nearest sphere and the
/// depth of its surface, lit at the end. The spheres may come in any number of portions, so that a
/// large picture grows while the window goes on.
class SphereRaster {
 public:
  /// An empty picture. @pre width, height > 0
  void begin(std::shared_ptr<const SphereScene> scene, const Camera& camera, const Slice& slice,
             int width, int height);
  /// Draws the scene's spheres first … last-1.
  void draw(std::size_t first, std::size_t last);
  /// 0xAARRGGBB of every pixel, by rows from above; 0 where there is nothing.
  /// @pre pixels.size() == width * height
  void light(const SphereLook& look, std::span<std::uint32_t> pixels) const;

  [[nodiscard]] int width() const noexcept { return m_width; }
  [[nodiscard]] int height() const noexcept { return m_height; }

 private:
  /// A sphere as it is seen: pixels, y downwards; nearness in Å.
  struct Seen {
    float x;
    float y;
    float radius;
    float nearness;
  };

  void drawOne(const Seen& seen, float radius, std::uint32_t index);

  std::shared_ptr<const SphereScene> m_scene;
  Camera m_camera;
  Slice m_slice;
  int m_width = 0;
  int m_height = 0;
  std::vector<float> m_depth;          ///< nearness of the surface, Å
  std::vector<std::uint32_t> m_index;  ///< of the sphere, from 1; 0 for none
  std::vector<Seen> m_seen;            ///< of each sphere drawn
};

}  // namespace vitrine::widgets
