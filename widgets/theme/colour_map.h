#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace vitrine::widgets {

/// A colour as a screen takes it (sRGB).
struct Rgb {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;
  bool operator==(const Rgb&) const = default;
};

/// Colour scales that are perceptually uniform, rise in lightness from end to end, and can be read
/// with any colour vision.
enum class ColourMap { Viridis, Cividis };

inline constexpr std::array kColourMaps{ColourMap::Viridis, ColourMap::Cividis};

/// "viridis", "cividis": also the words of settings and files.
std::string_view colourMapName(ColourMap map);

/// The colour at `t`: 0 is the lowest value, 1 the highest; taken as the nearer end outside of
/// them.
/// @pre t is not NaN
Rgb colour(ColourMap map, double t);

/// The scale in 256 steps, for filling pictures.
const std::array<Rgb, 256>& colourTable(ColourMap map);

/// CIE 1976 lightness L*, 0 to 100, of a colour in sRGB under D65.
double lightness(Rgb colour);
/// WCAG 2 contrast ratio of two colours, 1 to 21.
double contrast(Rgb a, Rgb b);

}  // namespace vitrine::widgets
