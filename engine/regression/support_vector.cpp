#include "engine/regression/support_vector.h"

#include "engine/core/error.h"
#include "engine/core/parallel.h"
#include "engine/regression/feature_scale.h"

#include <algorithm>
#include <cmath>

namespace vitrine::regression {

namespace {

constexpr std::size_t kRowsPerItem = 32;

}  // namespace

std::shared_ptr<const SupportVector> SupportVector::create(Parts parts) {
  const auto finite = [](double value) { return std::isfinite(value); };
  if (parts.vectors.rows() != parts.coefficients.size() ||
      parts.vectors.columns() != parts.scale.size() ||
      !std::ranges::all_of(parts.vectors.values(), finite) ||
      !std::ranges::all_of(parts.coefficients, finite) ||
      !std::ranges::all_of(parts.scale, finite) || !(parts.gamma > 0.0) || !finite(parts.gamma) ||
      !finite(parts.offset))
    throw Error(ErrorCode::Damaged, "The support vectors of this model are damaged.");
  return std::shared_ptr<const SupportVector>(new SupportVector(std::move(parts)));
}

SupportVector::SupportVector(Parts parts)
    : m_parts(std::move(parts)), m_kernel(m_parts.vectors, m_parts.scale, m_parts.gamma) {}

std::vector<double> SupportVector::predict(const Matrix& x, const RunContext& context) const {
  requireColumns(x, featureCount());
  std::vector<double> result(x.rows());
  parallelFor(context, (x.rows() + kRowsPerItem - 1) / kRowsPerItem, [&](std::size_t item) {
    std::vector<double> kernel(m_kernel.points());
    const auto end = std::min(x.rows(), (item + 1) * kRowsPerItem);
    for (auto i = item * kRowsPerItem; i < end; ++i) {
      context.tick();
      m_kernel.values(x.row(i), kernel);
      result[i] = m_parts.offset + dot(m_parts.coefficients, kernel);
    }
  });
  return result;
}

}  // namespace vitrine::regression
