#include "engine/regression/rbf_kernel.h"

#include "engine/regression/feature_scale.h"
#include "engine/regression/vector_clones.h"

#include <bit>
#include <cstdint>

namespace vitrine::regression {

namespace {

VITRINE_VECTOR_CLONES
void addScaled(double* sums, const double* column, double factor, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i)
    sums[i] += factor * column[i];
}

/// values[i] = exp(−gamma · max(0, values[i])). Cody & Waite's reduction to |r| ≤ ln 2 / 2 and the
/// Taylor polynomial of degree 12, whose error there is 2e-16; without a branch, so that the
/// compiler makes vectors of it.
VITRINE_VECTOR_CLONES
void expOfDistances(double* values, double gamma, std::size_t count) {
  constexpr double kRound = 0x1.8p52;  // adding it rounds to an integer in the low bits
  constexpr double kLog2e = 1.4426950408889634;
  constexpr double kLn2High = 0x1.62e42fefa38p-1;
  constexpr double kLn2Low = 0x1.ef35793c7673p-45;
  for (std::size_t i = 0; i < count; ++i) {
    const double distance = values[i] > 0.0 ? values[i] : 0.0;
    const double product = -gamma * distance;
    // Below, the result would leave the normal numbers; 1e-304 is as good as 0.
    const double x = product > -700.0 ? product : -700.0;
    const double rounded = x * kLog2e + kRound;
    const double k = rounded - kRound;
    const double r = (x - k * kLn2High) - k * kLn2Low;
    double p = 1.0 / 479001600.0;
    p = p * r + 1.0 / 39916800.0;
    p = p * r + 1.0 / 3628800.0;
    p = p * r + 1.0 / 362880.0;
    p = p * r + 1.0 / 40320.0;
    p = p * r + 1.0 / 5040.0;
    p = p * r + 1.0 / 720.0;
    p = p * r + 1.0 / 120.0;
    p = p * r + 1.0 / 24.0;
    p = p * r + 1.0 / 6.0;
    p = p * r + 0.5;
    p = p * r + 1.0;
    p = p * r + 1.0;
    const auto power = (std::bit_cast<std::uint64_t>(rounded) + 1023U) << 52U;
    values[i] = p * std::bit_cast<double>(power);
  }
}

VITRINE_VECTOR_CLONES
double dotOfLanes(const double* a, const double* b, std::size_t count) {
  constexpr std::size_t kLanes = 8;
  double lanes[kLanes] = {};
  std::size_t i = 0;
  for (; i + kLanes <= count; i += kLanes)
    for (std::size_t j = 0; j < kLanes; ++j)
      lanes[j] += a[i + j] * b[i + j];
  double sum = 0.0;
  for (const double lane : lanes)
    sum += lane;
  for (; i < count; ++i)
    sum += a[i] * b[i];
  return sum;
}

}  // namespace

RbfKernel::RbfKernel(const Matrix& points, std::span<const double> scale, double gamma)
    : m_gamma(gamma),
      m_scale(scale.begin(), scale.end()),
      m_columns(scaledColumns(points, scale)),
      m_norms(points.rows(), 0.0) {
  for (std::size_t f = 0; f < points.columns(); ++f)
    for (std::size_t i = 0; i < points.rows(); ++i)
      m_norms[i] += m_columns[f * points.rows() + i] * m_columns[f * points.rows() + i];
}

void RbfKernel::values(std::span<const double> row, std::span<double> result) const {
  const auto count = points();
  double norm = 0.0;
  for (std::size_t f = 0; f < row.size(); ++f)
    norm += row[f] * m_scale[f] * row[f] * m_scale[f];
  for (std::size_t i = 0; i < count; ++i)
    result[i] = m_norms[i] + norm;
  for (std::size_t f = 0; f < row.size(); ++f)
    if (row[f] != 0.0)
      addScaled(result.data(), m_columns.data() + f * count, -2.0 * row[f] * m_scale[f], count);
  expOfDistances(result.data(), m_gamma, count);
}

double dot(std::span<const double> a, std::span<const double> b) {
  return dotOfLanes(a.data(), b.data(), a.size());
}

}  // namespace vitrine::regression
