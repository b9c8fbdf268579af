#pragma once

#include "engine/core/matrix.h"
#include "engine/core/run_context.h"
#include "engine/generation/gaussian_field.h"

#include <span>
#include <utility>

namespace vitrine::generation {

/// A normal variable.
struct Normal {
  double mean = 0.0;
  double variance = 0.0;
};

/// The mean intensity t of a pattern, by composition: a Gaussian field of logit(t / ceiling), where
/// the step from a glass to crystals is even and no prediction leaves the range, with the entropy
/// of mixing as trend (towards a pure metal alloys crystallise).
class ScaleField {
 public:
  struct Fit;

  /// Of nothing; to be assigned to.
  ScaleField() = default;
  ScaleField(GaussianField logits, double ceiling)
      : m_logits(std::move(logits)), m_ceiling(ceiling) {}

  /// Left-out patterns choose how it lies over the compositions: on a plateau of glass, on a slope,
  /// or with phase boundaries across.
  /// @param scales    mean intensities, above 0
  /// @param top       the highest intensity of all points
  /// @param settings  what to average over; trend and directions are not taken from here
  static Fit fit(const Matrix& fractions, std::span<const double> scales, double top,
                 FieldSettings settings, const RunContext& context);

  [[nodiscard]] const GaussianField& logits() const noexcept { return m_logits; }
  /// That no mean intensity reaches.
  [[nodiscard]] double ceiling() const noexcept { return m_ceiling; }

  /// logit(t / ceiling)
  [[nodiscard]] Normal logitAt(std::span<const double> x) const;
  /// t for one logit.
  [[nodiscard]] double at(double logit) const;
  /// Mean of t over a distribution of logits.
  [[nodiscard]] double mean(const Normal& logit) const;
  /// Half widths of a band of log t, below and above its mean, for so many standard deviations.
  [[nodiscard]] std::pair<double, double> reach(const Normal& logit, double deviations) const;

 private:
  GaussianField m_logits;
  double m_ceiling = 1.0;
};

/// A field, and the logits of its own rows when each is left out in turn.
struct ScaleField::Fit {
  ScaleField field;
  FieldEstimate leftOut;
};

}  // namespace vitrine::generation
