#pragma once

#include "engine/core/matrix.h"
#include "engine/core/run_context.h"
#include "engine/generation/kriging.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace vitrine::files {
struct TensorFile;
}

namespace vitrine::generation {

/// What a field is fitted with. Hyperparameters are tried in all combinations.
struct FieldSettings {
  std::vector<Covariance> covariances;
  std::vector<double> lengths;  ///< in atomic fractions
  std::vector<double> noises;   ///< variance of the noise over that of the field
  /// The trend is a constant; with this also a multiple of the ideal entropy of mixing, which tells
  /// a pure metal (crystalline) from a mixture.
  bool entropyTrend = false;
  /// Beside kernels of one length for all directions also those of twice the length towards an
  /// element, for each element.
  bool directional = false;
  /// Average over all combinations by their marginal likelihood; without it the best one alone.
  bool averages = true;
  /// Patterns that agree with no neighbour are told by a first fit and trusted less in a second,
  /// after Student's t with six degrees of freedom.
  bool robust = false;
};

/// Mean and variance of some outputs at some alloys: alloys × outputs.
struct FieldEstimate {
  Matrix means;
  Matrix variances;  ///< of a measured value, so with its noise
};

/// Gaussian processes (universal kriging) from atomic fractions to any number of outputs, each with
/// its own hyperparameters out of a common grid. Immutable and safe to share.
///
/// Hyperparameters are weighed by marginal likelihood, on many rows by that of some of them.
class GaussianField {
 public:
  struct Fit;

  /// Of nothing; to be assigned to.
  GaussianField() = default;

  /// @param x     alloys × elements
  /// @param y     alloys × outputs
  static Fit fit(const Matrix& x, const Matrix& y, const FieldSettings& settings,
                 const RunContext& context);

  [[nodiscard]] std::size_t outputs() const noexcept { return m_trend.columns(); }
  /// One alloy at a time, into `means` (outputs).
  void mean(std::span<const double> x, std::span<double> means) const;
  /// Variances from the nearest known alloys alone, which screen the others. Never too small for
  /// it: knowing less, they come out larger.
  void variance(std::span<const double> x, std::span<double> variances) const;
  /// Means and variances of many alloys, on several threads.
  [[nodiscard]] FieldEstimate estimate(const Matrix& x, const RunContext& context) const;

  /// The hyperparameters that count most for an output, for the card.
  struct Hyperparameters {
    KrigingModel model;
    std::vector<double> shares;  ///< of each output in the average, 0 to 1
    std::vector<double> scales;  ///< variance of the field for each output
  };
  [[nodiscard]] const std::vector<Hyperparameters>& members() const noexcept { return m_members; }

  /// As tensors whose names begin with `prefix`, and back.
  void store(files::TensorFile& file, const std::string& prefix) const;
  /// @throws Error (Damaged)
  static GaussianField restore(const files::TensorFile& file, const std::string& prefix,
                               Matrix known);

 private:
  [[nodiscard]] std::size_t trendTerms() const noexcept { return m_trend.rows(); }

  Matrix m_known;                          // alloys × elements
  std::vector<Hyperparameters> m_members;  // members of the same kernel side by side
  std::vector<double> m_trust;             // of each alloy, 0 to 1
  Matrix m_trend;                          // trend terms × outputs, averaged over members
  std::vector<Matrix> m_coefficients;      // one for each kernel: alloys × outputs
};

/// A field and what its own rows look like to it when each is left out in turn.
struct GaussianField::Fit {
  GaussianField field;
  FieldEstimate leftOut;
};

}  // namespace vitrine::generation
