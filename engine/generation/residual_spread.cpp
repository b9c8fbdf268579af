#include "engine/generation/residual_spread.h"

#include "engine/core/error.h"
#include "engine/core/random.h"
#include "engine/files/safetensors.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace vitrine::generation {

namespace {

constexpr std::size_t kComponents = 8;
constexpr double kCoverage = 0.9;

}  // namespace

ResidualSpread ResidualSpread::fit(const Matrix& residuals, const RunContext& context) {
  const std::size_t n = residuals.rows();
  auto made = PatternBasis::fit(residuals, kComponents, context);
  std::vector<double> deviations(made.basis.components());
  for (std::size_t k = 0; k < deviations.size(); ++k) {
    double sum = 0.0;
    for (std::size_t i = 0; i < n; ++i)
      sum += made.scores(i, k) * made.scores(i, k);
    deviations[k] = std::sqrt(sum / static_cast<double>(n));
  }
  // The split conformal quantile, see regression/conformal.h, at each point.
  const auto rank = static_cast<std::size_t>(std::ceil(static_cast<double>(n + 1) * kCoverage));
  std::vector<double> halfWidth(residuals.columns());
  std::vector<double> sizes(n);
  for (std::size_t p = 0; p < halfWidth.size(); ++p) {
    if (p % 64 == 0)
      context.tick();
    for (std::size_t i = 0; i < n; ++i)
      sizes[i] = std::abs(residuals(i, p));
    const auto place = sizes.begin() + static_cast<std::ptrdiff_t>(std::min(rank, n) - 1);
    std::ranges::nth_element(sizes, place);
    halfWidth[p] = *place;
  }
  return {std::move(made.basis), std::move(deviations), std::move(halfWidth)};
}

Band ResidualSpread::band(const Matrix& means) const {
  Band result{means, means};
  for (std::size_t i = 0; i < means.rows(); ++i) {
    for (std::size_t p = 0; p < m_halfWidth.size(); ++p) {
      result.lower(i, p) -= m_halfWidth[p];
      result.upper(i, p) += m_halfWidth[p];
    }
  }
  return result;
}

double ResidualSpread::rootMeanSquareHalfWidth() const {
  const double sum =
      std::inner_product(m_halfWidth.begin(), m_halfWidth.end(), m_halfWidth.begin(), 0.0);
  return std::sqrt(sum / static_cast<double>(m_halfWidth.size()));
}

Matrix ResidualSpread::draws(std::span<const double> mean, std::size_t count,
                             const RunContext& context) const {
  Matrix result(count, mean.size());
  std::vector<double> scores(m_deviations.size());
  for (std::size_t d = 0; d < count; ++d) {
    context.tick();
    Random random(context.seed(), d);
    for (std::size_t k = 0; k < scores.size(); ++k)
      scores[k] = m_deviations[k] * random.normal();
    const auto row = result.row(d);
    m_basis.compose(scores, row);
    for (std::size_t p = 0; p < mean.size(); ++p)
      row[p] += mean[p];
  }
  return result;
}

void ResidualSpread::store(files::TensorFile& file) const {
  m_basis.store(file, "spread");
  file.tensors["spread.deviations"] = files::Tensor::of(m_deviations);
  file.tensors["spread.half_width"] = files::Tensor::of(m_halfWidth);
}

ResidualSpread ResidualSpread::restore(const files::TensorFile& file, std::size_t points) {
  auto basis = PatternBasis::restore(file, "spread", points);
  auto deviations = file.numbers("spread.deviations");
  auto halfWidth = file.numbers("spread.half_width");
  const auto negative = [](double x) { return x < 0.0; };
  if (deviations.size() != basis.components() || halfWidth.size() != points ||
      std::ranges::any_of(deviations, negative) || std::ranges::any_of(halfWidth, negative))
    throw Error(ErrorCode::Damaged, "The generator is damaged: its band makes no sense.");
  return {std::move(basis), std::move(deviations), std::move(halfWidth)};
}

}  // namespace vitrine::generation
