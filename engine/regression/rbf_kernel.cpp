#include "engine/regression/rbf_kernel.h"

#include "engine/core/pack.h"
#include "engine/core/vector_clones.h"
#include "engine/regression/feature_scale.h"

#include <algorithm>

namespace vitrine::regression {

namespace {

VITRINE_VECTOR_CLONES
void addScaled(double* sums, const double* column, double factor, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i)
    sums[i] += factor * column[i];
}

/// x = exp(−gamma · max(0, x)) for each of the numbers in as many blocks of kPackLanes.
VITRINE_VECTOR_CLONES
void expOfDistances(double* values, double gamma, std::size_t blocks) {
  for (double* block = values; block < values + blocks * kPackLanes; block += kPackLanes) {
    Pack x;
    load(x, block);
    x = -gamma * (x > 0.0 ? x : Pack{});
    exponential(x);
    store(x, block);
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
  const auto blocks = count / kPackLanes;
  expOfDistances(result.data(), m_gamma, blocks);
  double rest[kPackLanes] = {};
  const auto last = result.subspan(blocks * kPackLanes, count % kPackLanes);
  std::ranges::copy(last, rest);
  expOfDistances(rest, m_gamma, 1);
  std::copy_n(rest, last.size(), last.begin());
}

double dot(std::span<const double> a, std::span<const double> b) {
  return dotOfLanes(a.data(), b.data(), a.size());
}

}  // namespace vitrine::regression
