#pragma once

#include "engine/alloy/domain.h"
#include "engine/files/bytes.h"
#include "engine/prediction/estimate.h"
#include "engine/regression/conformal.h"

#include <array>
#include <span>
#include <vector>

namespace vitrine::prediction {

/// What tells, before anyone measures, how far off a prediction may be.
struct Doubt {
  double treeSpreadK = 0.0;      ///< standard deviation over the trees
  double disagreementK = 0.0;    ///< weighted standard deviation of the models about the blend
  double distancePercent = 0.0;  ///< to the nearest training alloy, at.%
};

/// Domain and interval of a prediction, both found on predictions for alloy systems that the models
/// had not seen (grouped out-of-fold).
///
/// **Difficulty.** The expected |residual| is c0 + c1 · tree spread + c2 · disagreement +
/// c3 · distance with c ≥ 0, fitted by weighted least squares. It is never taken for less than that
/// of the easiest kLeastShare of the calibration rows: at a training alloy the trees agree because
/// they remember it, which no calibration row can vouch for.
///
/// **Domain.** Alloys of an unseen system lie at some distance from the nearest alloy of the other
/// systems. Up to the distance that kInsideShare of them keep an alloy counts as inside, up to that
/// of kEdgeShare as edge, beyond as outside: there is hardly anything to judge a prediction by.
///
/// **Interval.** Conformal, half width = quantile · difficulty, with a quantile for each domain
/// class, so that the coverage holds in each of them and not only on average.
class IntervalRule {
 public:
  static constexpr double kCoverage = 0.9;
  static constexpr double kInsideShare = 0.6;
  static constexpr double kEdgeShare = 0.95;
  static constexpr double kLeastShare = 0.1;

  /// @param residualsK  measured − predicted of rows whose alloy system the model had not seen
  /// @param coverage    share of such rows that the interval is to hold, in (0, 1)
  static IntervalRule calibrate(std::span<const double> residualsK, std::span<const Doubt> doubts,
                                double coverage = kCoverage);

  [[nodiscard]] alloy::Domain domain(double distancePercent) const noexcept;
  [[nodiscard]] double halfWidthK(const Doubt& doubt) const noexcept;
  /// Largest distances, in at.%, that count as inside and as edge.
  [[nodiscard]] double insidePercent() const noexcept { return m_insidePercent; }
  [[nodiscard]] double edgePercent() const noexcept { return m_edgePercent; }

  void write(files::ByteWriter& out) const;
  /// @throws Error (Damaged)
  static IntervalRule read(files::ByteReader& in);

 private:
  static constexpr std::size_t kTerms = 4;
  static constexpr std::size_t kDomains = 3;

  static std::array<double, kTerms> terms(const Doubt& doubt) noexcept;
  [[nodiscard]] double difficultyK(const Doubt& doubt) const noexcept;
  void fitDifficulty(std::span<const double> residualsK, std::span<const Doubt> doubts);

  std::array<double, kTerms> m_coefficients{};
  double m_leastDifficultyK = 0.0;
  double m_insidePercent = 0.0;
  double m_edgePercent = 0.0;
  std::array<regression::ConformalInterval, kDomains> m_intervals;
};

}  // namespace vitrine::prediction
