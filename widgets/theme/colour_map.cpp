#include "widgets/theme/colour_map.h"

#include <algorithm>
#include <cmath>

namespace vitrine::widgets {

namespace {

/// A scale as its colours at t = 0, 1/32, …, 1, with straight lines between them in sRGB. The lines
/// stay within 2/255 (viridis) and 6/255 (cividis, at its clipped blue end) of the full tables.
using ControlPoints = std::array<Rgb, 33>;

// Viridis: S. van der Walt and N. Smith (2015), https://bids.github.io/colormap, dedicated to the
// public domain (CC0).
constexpr ControlPoints kViridis{
    {{68, 1, 84},    {71, 13, 96},   {72, 24, 106},  {72, 35, 116},  {71, 45, 123},  {69, 54, 129},
     {66, 64, 134},  {63, 73, 137},  {59, 82, 139},  {55, 90, 141},  {51, 99, 141},  {47, 106, 142},
     {44, 114, 142}, {41, 122, 142}, {38, 129, 142}, {35, 137, 142}, {33, 144, 140}, {31, 152, 139},
     {31, 159, 136}, {33, 166, 133}, {40, 174, 128}, {49, 181, 123}, {62, 188, 116}, {76, 194, 108},
     {93, 201, 99},  {110, 206, 88}, {130, 211, 76}, {150, 216, 63}, {171, 220, 50}, {192, 223, 36},
     {213, 226, 26}, {234, 229, 26}, {253, 231, 37}}};

// Cividis: J. R. Nuñez, C. R. Anderton, R. S. Renslow, PLoS ONE 13, e0199239 (2018),
// doi:10.1371/journal.pone.0199239, "free of all copyright" (CC0).
constexpr ControlPoints kCividis{
    {{0, 34, 78},     {0, 40, 91},     {0, 46, 106},    {4, 51, 113},    {26, 56, 111},
     {39, 62, 110},   {50, 67, 109},   {59, 73, 108},   {67, 78, 108},   {75, 84, 108},
     {82, 89, 109},   {90, 95, 110},   {97, 101, 111},  {104, 106, 113}, {111, 112, 115},
     {117, 118, 118}, {124, 123, 120}, {132, 129, 121}, {139, 135, 120}, {147, 141, 120},
     {155, 147, 118}, {163, 154, 117}, {171, 160, 114}, {179, 166, 112}, {187, 173, 108},
     {195, 180, 105}, {204, 186, 100}, {212, 193, 95},  {221, 201, 88},  {230, 208, 81},
     {239, 215, 72},  {248, 223, 60},  {254, 232, 56}}};

const ControlPoints& controlPoints(ColourMap map) {
  return map == ColourMap::Cividis ? kCividis : kViridis;
}

std::uint8_t mix(std::uint8_t a, std::uint8_t b, double share) {
  return static_cast<std::uint8_t>(std::lround(a + share * (b - a)));
}

std::array<Rgb, 256> tabulate(ColourMap map) {
  std::array<Rgb, 256> table{};
  for (std::size_t i = 0; i < table.size(); ++i)
    table[i] = colour(map, static_cast<double>(i) / 255.0);
  return table;
}

/// Linear light of an sRGB channel (IEC 61966-2-1).
double linear(std::uint8_t channel) {
  const double c = channel / 255.0;
  return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(Rgb c) {
  return 0.2126 * linear(c.red) + 0.7152 * linear(c.green) + 0.0722 * linear(c.blue);
}

}  // namespace

std::string_view colourMapName(ColourMap map) {
  return map == ColourMap::Cividis ? "cividis" : "viridis";
}

Rgb colour(ColourMap map, double t) {
  const ControlPoints& points = controlPoints(map);
  const double place = std::clamp(t, 0.0, 1.0) * static_cast<double>(points.size() - 1);
  const auto below = std::min(static_cast<std::size_t>(place), points.size() - 2);
  const double share = place - static_cast<double>(below);
  const Rgb& a = points[below];
  const Rgb& b = points[below + 1];
  return {mix(a.red, b.red, share), mix(a.green, b.green, share), mix(a.blue, b.blue, share)};
}

const std::array<Rgb, 256>& colourTable(ColourMap map) {
  static const std::array<Rgb, 256> viridis = tabulate(ColourMap::Viridis);
  static const std::array<Rgb, 256> cividis = tabulate(ColourMap::Cividis);
  return map == ColourMap::Cividis ? cividis : viridis;
}

double lightness(Rgb c) {
  const double y = luminance(c);
  return y > 216.0 / 24389.0 ? 116.0 * std::cbrt(y) - 16.0 : y * 24389.0 / 27.0;
}

double contrast(Rgb a, Rgb b) {
  const double first = luminance(a) + 0.05;
  const double second = luminance(b) + 0.05;
  return std::max(first, second) / std::min(first, second);
}

}  // namespace vitrine::widgets
