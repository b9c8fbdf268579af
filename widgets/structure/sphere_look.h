#pragma once

#include "widgets/theme/colour_map.h"

namespace vitrine::widgets {

/// How spheres are lit: the same in every way of drawing them. The light comes from the upper left
/// behind the viewer; what is far fades into the ground, so that depth is seen.
struct SphereLook {
  Rgb ground;  ///< of the picture
  Rgb rim;     ///< of ringed spheres
};

namespace sphere_light {

/// Towards the light: right, up, towards the viewer; of length one.
inline constexpr float kLight[3] = {-0.36F, 0.48F, 0.8F};
/// Halfway between the light and the viewer, of length one: where the gloss is.
inline constexpr float kGlossAt[3] = {-0.18974F, 0.25298F, 0.94868F};
inline constexpr float kAmbient = 0.40F;
inline constexpr float kDiffuse = 0.60F;
inline constexpr float kGloss = 0.22F;  ///< times the cosine to the 32nd power
/// A ringed sphere shows its rim where its surface looks less towards the viewer than this.
inline constexpr float kRimBelow = 0.62F;
/// The share of the ground in what is furthest away.
inline constexpr float kFade = 0.5F;

}  // namespace sphere_light

}  // namespace vitrine::widgets
