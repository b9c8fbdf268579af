#include "engine/barcode/environment_weights.h"

#include "engine/core/error.h"
#include "engine/core/parallel.h"

#include <algorithm>
#include <cmath>

namespace vitrine::barcode {

namespace {

/// Rows that are multiplied together.
constexpr std::size_t kRowsAtOnce = 32;

double weightAt(double squaredDifference, double width) {
  return std::exp(-squaredDifference / (2.0 * width * width));
}

}  // namespace

void checkWidth(double width) {
  if (!(width >= 0.0 && width <= 1.0))
    throw Error(ErrorCode::InvalidInput,
                "The width of an environment lies between 0, which counts each atom once, and 1.");
}

EnvironmentWeights::EnvironmentWeights(const UniqueEnvironments& set)
    : m_count(set.size()), m_width(set.settings.width) {
  const auto& environments = set.index.environments();
  if (m_width == 0.0)
    return;
  const double apart = 1.0 - set.settings.threshold;
  m_atThreshold = weightAt(apart * apart, m_width);
  m_environments = SegmentedRows(
      m_count, environments.length(),
      [&](std::size_t environment, std::size_t k) { return environments.row(environment)[k]; });
}

Matrix EnvironmentWeights::of(const UnitRows& rows, std::span<const std::optional<Match>> nearest,
                              const RunContext& context) const {
  Matrix weights(rows.size(), m_count);
  if (m_width == 0.0) {
    for (std::size_t i = 0; i < rows.size(); ++i)
      if (nearest[i])
        weights(i, nearest[i]->index) = 1.0;
    return weights;
  }
  const std::size_t items = (rows.size() + kRowsAtOnce - 1) / kRowsAtOnce;
  parallelFor(context, items, [&](std::size_t item) {
    const std::size_t first = item * kRowsAtOnce;
    const std::size_t count = std::min(kRowsAtOnce, rows.size() - first);
    PackedColumns columns(count, rows.length());
    for (std::size_t i = 0; i < count; ++i)
      columns.set(i, rows.row(first + i));
    const auto products = m_environments.times(columns);
    // (1 - M_s)^2 = |a - b|^2 / 2 = 1 - a . b
    for (std::size_t i = 0; i < count; ++i)
      for (std::size_t k = 0; k < m_count; ++k) {
        const double product = products[k * columns.width() + i];
        weights(first + i, k) = weightAt(std::max(0.0, 1.0 - product), m_width);
      }
  });
  return weights;
}

}  // namespace vitrine::barcode
