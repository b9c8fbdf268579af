#pragma once

#include "engine/core/matrix.h"
#include "engine/core/run_context.h"

#include <cstddef>
#include <span>
#include <vector>

namespace vitrine::generation {

/// Covariance of two alloys at distance r (of atomic fractions) for a length l.
enum class Covariance {
  Linear,       ///< const − r: linear radial basis functions, without length
  Exponential,  ///< Matérn ½
  Matern32,
  SquaredExponential,
};

/// No element: see `Kernel::along`.
inline constexpr int kNoElement = -1;

/// Distance of two alloys, in atomic fractions. Steps towards the element `along` (a column of the
/// fractions) count half; with kNoElement all directions count the same.
double distanceBetween(std::span<const double> a, std::span<const double> b, int along);

/// Covariance of two alloys by their distance.
struct Kernel {
  Covariance covariance = Covariance::Exponential;
  double length = 1.0;  ///< in atomic fractions
  /// The element towards which patterns change half as fast as across: phase boundaries run that
  /// way. See `distanceBetween`.
  int along = kNoElement;

  bool operator==(const Kernel&) const = default;

  [[nodiscard]] double at(double distance) const;
  [[nodiscard]] double at(std::span<const double> a, std::span<const double> b) const {
    return at(distanceBetween(a, b, along));
  }
  /// Of an alloy with itself.
  [[nodiscard]] double top() const;
};

/// The trend that a field lies on: 1 (term 0) and the ideal entropy of mixing over the gas constant
/// (term 1).
double trendTerm(std::span<const double> x, std::size_t term);

/// A kernel, and the variance of the noise over that of the field.
struct KrigingModel {
  Kernel kernel;
  double noise = 0.0;
};

/// Universal kriging of some outputs with one model.
struct Kriging {
  Matrix coefficients;                ///< alloys × outputs: of the covariances with each alloy
  Matrix trend;                       ///< terms × outputs
  std::vector<double> scales;         ///< variance of the field, one for each output
  std::vector<double> likelihoods;    ///< logarithms, one for each output
  std::vector<double> leftOutFactor;  ///< of each alloy: 1 / diagonal of the projected inverse
};

/// Marginal likelihood with the trend integrated out and the variance profiled: Rasmussen &
/// Williams, Gaussian Processes for Machine Learning (2006), sections 2.7 and 5.4.
/// @param x             alloys × elements
/// @param y             alloys × outputs
/// @param trust         of each alloy: its noise is the model's divided by this
/// @param wantsLeftOut  without it `leftOutFactor` stays empty
/// @throws Error (Failed) where too many alloys are the same
Kriging krige(const Matrix& x, const Matrix& y, const std::vector<double>& trust,
              std::size_t trendTerms, const KrigingModel& model, bool wantsLeftOut,
              const RunContext& context);

}  // namespace vitrine::generation
