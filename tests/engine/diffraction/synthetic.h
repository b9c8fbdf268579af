#pragma once

#include <cmath>
#include <cstdint>
#include <random>
#include <span>
#include <vector>

namespace vitrine::test {

/// A peak on a straight line, written here from the definition and apart from the program's own.
struct SyntheticPeak {
  double q1 = 2.65;
  double deltaQ = 0.5;
  double gaussShare = 0.5;
  double height = 100.0;
  double offset = 50.0;
  double slope = -8.0;

  [[nodiscard]] double at(double q) const {
    const double sigma = deltaQ / (2.0 * std::sqrt(2.0 * std::log(2.0)));
    const double gauss = std::exp(-0.5 * (q - q1) * (q - q1) / (sigma * sigma));
    const double gamma = 0.5 * deltaQ;
    const double lorentz = gamma * gamma / ((q - q1) * (q - q1) + gamma * gamma);
    return offset + slope * q + height * (gaussShare * gauss + (1.0 - gaussShare) * lorentz);
  }
};

inline std::vector<double> equidistant(double first, double last, std::size_t points) {
  std::vector<double> q(points);
  for (std::size_t i = 0; i < points; ++i)
    q[i] = first + (last - first) * static_cast<double>(i) / static_cast<double>(points - 1);
  return q;
}

/// The peak at each q, with normal noise of this standard deviation.
inline std::vector<double> sampled(const SyntheticPeak& peak, std::span<const double> q,
                                   double noise, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  std::normal_distribution<double> normal(0.0, 1.0);
  std::vector<double> intensities;
  for (const double x : q)
    intensities.push_back(peak.at(x) + noise * normal(random));
  return intensities;
}

}  // namespace vitrine::test
