#include "engine/generation/spread_generator.h"

#include <algorithm>

namespace vitrine::generation {

Band SpreadGenerator::band(const Matrix& fractions, const RunContext& context) const {
  return m_spread.band(means(fractions, context));
}

Matrix SpreadGenerator::draws(std::span<const double> fractions, std::size_t count,
                              const RunContext& context) const {
  Matrix row(1, fractions.size());
  std::ranges::copy(fractions, row.row(0).begin());
  return m_spread.draws(means(row, context.silent()).row(0), count, context);
}

std::vector<double> SpreadGenerator::uncertainty(const Matrix& fractions,
                                                 const RunContext& /*context*/) const {
  return std::vector<double>(fractions.rows(), m_spread.rootMeanSquareHalfWidth());
}

}  // namespace vitrine::generation
