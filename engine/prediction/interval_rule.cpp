#include "engine/prediction/interval_rule.h"

#include "engine/core/error.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace vitrine::prediction {
namespace {

// A class of the domain with fewer calibration rows takes the quantile of all of them.
constexpr std::size_t kFewestRows = 30;
// While the difficulty is fitted, rows believed to be easier than this are not weighted any higher:
// the data scatter by as much.
constexpr double kLeastFittedK = 1.0;

// Minimum of c·A·c/2 − b·c over c >= 0 by coordinate descent; A is positive semidefinite.
template <std::size_t N>
std::array<double, N> nonNegative(const std::array<std::array<double, N>, N>& a,
                                  const std::array<double, N>& b) {
  constexpr int kSweeps = 2000;
  std::array<double, N> c{};
  for (int sweep = 0; sweep < kSweeps; ++sweep)
    for (std::size_t i = 0; i < N; ++i) {
      double gradient = b[i];
      for (std::size_t j = 0; j < N; ++j)
        gradient -= a[i][j] * c[j];
      if (a[i][i] > 0.0)
        c[i] = std::max(0.0, c[i] + gradient / a[i][i]);
    }
  return c;
}

double quantileOf(std::vector<double> values, double share) {
  std::ranges::sort(values);
  const auto last = static_cast<double>(values.size() - 1);
  return values[static_cast<std::size_t>(std::ceil(share * last))];
}

}  // namespace

std::array<double, IntervalRule::kTerms> IntervalRule::terms(const Doubt& doubt) noexcept {
  return {1.0, doubt.treeSpreadK, doubt.disagreementK, doubt.distancePercent};
}

double IntervalRule::difficultyK(const Doubt& doubt) const noexcept {
  const auto z = terms(doubt);
  double sum = 0.0;
  for (std::size_t i = 0; i < kTerms; ++i)
    sum += m_coefficients[i] * z[i];
  return std::max(sum, m_leastDifficultyK);
}

void IntervalRule::fitDifficulty(std::span<const double> residualsK,
                                 std::span<const Doubt> doubts) {
  constexpr int kRounds = 6;
  // The scatter of |residual| grows with its mean, so the weight is 1 / mean², found by iteration.
  m_leastDifficultyK = kLeastFittedK;
  std::vector<double> weight(doubts.size(), 1.0);
  for (int round = 0; round < kRounds; ++round) {
    std::array<std::array<double, kTerms>, kTerms> a{};
    std::array<double, kTerms> b{};
    for (std::size_t i = 0; i < doubts.size(); ++i) {
      const auto z = terms(doubts[i]);
      for (std::size_t j = 0; j < kTerms; ++j) {
        b[j] += weight[i] * z[j] * std::abs(residualsK[i]);
        for (std::size_t k = 0; k < kTerms; ++k)
          a[j][k] += weight[i] * z[j] * z[k];
      }
    }
    m_coefficients = nonNegative(a, b);
    for (std::size_t i = 0; i < doubts.size(); ++i) {
      const double expected = difficultyK(doubts[i]);
      weight[i] = 1.0 / (expected * expected);
    }
  }
  std::vector<double> difficulty;
  for (const auto& doubt : doubts)
    difficulty.push_back(difficultyK(doubt));
  m_leastDifficultyK = quantileOf(std::move(difficulty), kLeastShare);
}

IntervalRule IntervalRule::calibrate(std::span<const double> residualsK,
                                     std::span<const Doubt> doubts, double coverage) {
  if (residualsK.empty() || residualsK.size() != doubts.size())
    throw Error(ErrorCode::InvalidInput, "An interval needs residuals with a doubt for each.");
  IntervalRule rule;
  rule.fitDifficulty(residualsK, doubts);

  std::vector<double> distances;
  for (const auto& doubt : doubts)
    distances.push_back(doubt.distancePercent);
  rule.m_insidePercent = quantileOf(distances, kInsideShare);
  rule.m_edgePercent = quantileOf(distances, kEdgeShare);

  const std::vector<double> all(residualsK.begin(), residualsK.end());
  std::vector<double> allDifficulty;
  std::array<std::vector<double>, kDomains> residuals, difficulty;
  for (std::size_t i = 0; i < doubts.size(); ++i) {
    const auto place = static_cast<std::size_t>(rule.domain(doubts[i].distancePercent));
    residuals[place].push_back(residualsK[i]);
    difficulty[place].push_back(rule.difficultyK(doubts[i]));
    allDifficulty.push_back(difficulty[place].back());
  }
  for (std::size_t i = 0; i < kDomains; ++i)
    rule.m_intervals[i] =
        residuals[i].size() >= kFewestRows
            ? regression::ConformalInterval::calibrate(residuals[i], difficulty[i], coverage)
            : regression::ConformalInterval::calibrate(all, allDifficulty, coverage);
  return rule;
}

alloy::Domain IntervalRule::domain(double distancePercent) const noexcept {
  if (distancePercent <= m_insidePercent)
    return alloy::Domain::Inside;
  return distancePercent <= m_edgePercent ? alloy::Domain::Edge : alloy::Domain::Outside;
}

double IntervalRule::halfWidthK(const Doubt& doubt) const noexcept {
  return m_intervals[static_cast<std::size_t>(domain(doubt.distancePercent))].halfWidth(
      difficultyK(doubt));
}

void IntervalRule::write(files::ByteWriter& out) const {
  out.putArray(std::span<const double>(m_coefficients));
  out.put(m_leastDifficultyK);
  out.put(m_insidePercent);
  out.put(m_edgePercent);
  for (const auto& interval : m_intervals)
    out.put(interval.quantile());
}

IntervalRule IntervalRule::read(files::ByteReader& in) {
  const auto number = [&in] {
    const auto value = in.get<double>();
    if (!std::isfinite(value) || value < 0.0)
      throw Error(ErrorCode::Damaged, "The model file is damaged: its interval makes no sense.");
    return value;
  };
  IntervalRule rule;
  for (double& coefficient : rule.m_coefficients)
    coefficient = number();
  rule.m_leastDifficultyK = number();
  rule.m_insidePercent = number();
  rule.m_edgePercent = number();
  for (auto& interval : rule.m_intervals)
    interval = regression::ConformalInterval::restore(number());
  return rule;
}

}  // namespace vitrine::prediction
