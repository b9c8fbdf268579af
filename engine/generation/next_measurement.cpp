#include "engine/generation/next_measurement.h"

#include "engine/core/cholesky.h"
#include "engine/core/error.h"
#include "engine/core/parallel.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace vitrine::generation {

namespace {

/// Length over which patterns of the systems measured so far are alike, in atomic fractions, and
/// noise over the variance of the field (see the hyperparameters that fits choose).
constexpr double kLength = 0.2;
constexpr double kNoise = 0.03;

/// Matérn 3/2.
double covarianceOf(std::span<const double> a, std::span<const double> b) {
  double squared = 0.0;
  for (std::size_t j = 0; j < a.size(); ++j)
    squared += (a[j] - b[j]) * (a[j] - b[j]);
  const double r = std::sqrt(3.0 * squared) / kLength;
  return (1.0 + r) * std::exp(-r);
}

/// Covariance of the candidates, given that the known alloys are measured.
Matrix posterior(const Matrix& known, const Matrix& candidates, const RunContext& context) {
  const std::size_t n = known.rows();
  const std::size_t m = candidates.rows();
  Matrix among(n, n);
  Matrix between(n, m);
  for (std::size_t i = 0; i < n; ++i) {
    context.tick();
    for (std::size_t k = 0; k <= i; ++k)
      among(i, k) = covarianceOf(known.row(i), known.row(k)) + (i == k ? kNoise : 0.0);
    for (std::size_t c = 0; c < m; ++c)
      between(i, c) = covarianceOf(known.row(i), candidates.row(c));
  }
  const auto factor = CholeskyFactor::of(std::move(among), context);
  const Matrix solved = factor.solve(between, context);
  Matrix result(m, m);
  parallelFor(context, m, [&](std::size_t a) {
    const auto row = result.row(a);
    for (std::size_t b = 0; b < m; ++b)
      row[b] = covarianceOf(candidates.row(a), candidates.row(b));
    for (std::size_t i = 0; i < n; ++i) {
      const double weight = between(i, a);
      const auto line = solved.row(i);
      for (std::size_t b = 0; b < m; ++b)
        row[b] -= weight * line[b];
    }
  });
  return result;
}

}  // namespace

std::vector<Suggestion> suggestMeasurements(const SpectrumGenerator& generator,
                                            const Matrix& candidates, std::size_t count,
                                            const RunContext& context) {
  const std::size_t m = candidates.rows();
  if (m == 0)
    throw Error(ErrorCode::InvalidInput,
                "There are no alloys to choose the next measurement from.");
  const auto width = generator.uncertainty(candidates, context.slice(0.0, 0.4));
  Matrix covariance =
      posterior(generator.knownFractions(), candidates, context.slice(0.4, 0.6).silent());

  std::vector<Suggestion> chosen;
  std::vector<double> gains(m);
  for (std::size_t step = 0; step < std::min(count, m); ++step) {
    context.tick(0.6 + 0.4 * static_cast<double>(step) / static_cast<double>(count));
    double total = 0.0;
    for (std::size_t c = 0; c < m; ++c)
      total += width[c] * width[c] * std::max(0.0, covariance(c, c));
    parallelFor(context.silent(), m, [&](std::size_t a) {
      const auto row = covariance.row(a);
      double sum = 0.0;
      for (std::size_t b = 0; b < m; ++b)
        sum += width[b] * width[b] * row[b] * row[b];
      gains[a] = sum / (std::max(0.0, row[a]) + kNoise);
    });
    for (const auto& earlier : chosen)
      gains[earlier.candidate] = -1.0;
    const auto best = static_cast<std::size_t>(std::ranges::max_element(gains) - gains.begin());
    chosen.push_back({best, total > 0.0 ? gains[best] / total : 0.0});
    const auto row = covariance.row(best);
    const std::vector<double> line(row.begin(), row.end());
    const double scale = 1.0 / (std::max(0.0, line[best]) + kNoise);
    parallelFor(context.silent(), m, [&](std::size_t a) {
      const auto own = covariance.row(a);
      const double factor = line[a] * scale;
      for (std::size_t b = 0; b < m; ++b)
        own[b] -= factor * line[b];
    });
  }
  context.tick(1.0);
  return chosen;
}

}  // namespace vitrine::generation
