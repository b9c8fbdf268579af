#include "engine/diffraction/background.h"

#include "engine/core/error.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace vitrine::diffraction {

namespace {

constexpr int kTerms = 5;
using Vector = Eigen::Matrix<double, kTerms, 1>;
using Square = Eigen::Matrix<double, kTerms, kTerms>;
using Rows = Eigen::Matrix<double, Eigen::Dynamic, kTerms>;

/// Points left out at the beginning and at the end, and step, of every 1000.
constexpr double kHeadShare = 0.030;
constexpr double kTailShare = 0.100;
constexpr double kStepShare = 0.020;
/// Below this q the penalty is the same on both sides, in 1/Å.
constexpr double kSymmetricBelowQ = 1.8;
/// Mean intensity in counts of the patterns for which the penalty was made.
constexpr double kMeanCounts = 600.0;
constexpr std::size_t kFewestPoints = 20;

std::array<double, kTerms> terms(double q, double middle, double halfRange) {
  const double x = (q - middle) / halfRange;
  return {1.0, x, 2.0 * x * x - 1.0, (4.0 * x * x - 3.0) * x, 1.0 / q};
}

/// The points of the fit, in units of the penalty.
struct Problem {
  Rows rows;
  Eigen::VectorXd intensities;
  std::vector<bool> isSymmetric;

  /// The penalty with its gradient and curvature, if wanted.
  double penalty(const Vector& c, Vector* gradient = nullptr, Square* curvature = nullptr) const {
    double sum = 0.0;
    if (gradient != nullptr) {
      gradient->setZero();
      curvature->setZero();
    }
    for (Eigen::Index i = 0; i < rows.rows(); ++i) {
      const double d = intensities[i] - rows.row(i).dot(c);
      const bool isFourth = d < 0.0 || isSymmetric[static_cast<std::size_t>(i)];
      sum += isFourth ? d * d * d * d : d * d;
      if (gradient == nullptr)
        continue;
      *gradient -= (isFourth ? 4.0 * d * d * d : 2.0 * d) * rows.row(i).transpose();
      *curvature += (isFourth ? 12.0 * d * d : 2.0) * rows.row(i).transpose() * rows.row(i);
    }
    return sum;
  }

  /// Damped Newton steps from the least-squares solution.
  [[nodiscard]] Vector solution() const {
    constexpr int kMostSteps = 200;
    constexpr double kEnough = 1e-13;
    Vector c = rows.colPivHouseholderQr().solve(intensities);
    for (int step = 0; step < kMostSteps; ++step) {
      Vector gradient;
      Square curvature;
      const double before = penalty(c, &gradient, &curvature);
      // Where all points lie on the background there is no curvature.
      curvature.diagonal().array() += 1e-12 * curvature.trace() + 1e-300;
      const Vector direction = -curvature.ldlt().solve(gradient);
      const double slope = gradient.dot(direction);
      if (!(-slope > kEnough * before))
        break;
      double length = 1.0;
      while (length > 1e-10 && !(penalty(c + length * direction) <= before + 1e-4 * length * slope))
        length *= 0.5;
      c += length * direction;
    }
    return c;
  }
};

}  // namespace

double Background::at(double q) const noexcept {
  const auto t = terms(q, m_middle, m_halfRange);
  return std::inner_product(t.begin(), t.end(), m_coefficients.begin(), 0.0);
}

Background fitBackground(std::span<const double> q, std::span<const double> intensities) {
  const auto first =
      static_cast<std::size_t>(std::upper_bound(q.begin(), q.end(), 0.0) - q.begin());
  const double mean =
      std::accumulate(intensities.begin(), intensities.end(), 0.0) / static_cast<double>(q.size());
  if (q.size() != intensities.size() || q.size() < first + kFewestPoints || !(mean > 0.0))
    throw Error(ErrorCode::InvalidInput,
                "A background can be fitted to patterns of 20 points or more with intensities "
                "above zero on the average.");
  const auto count = static_cast<double>(q.size());
  const auto begin = std::max(first, static_cast<std::size_t>(std::lround(kHeadShare * count)));
  const auto end = q.size() - static_cast<std::size_t>(std::lround(kTailShare * count));
  const auto step =
      std::max<std::size_t>(1, static_cast<std::size_t>(std::lround(kStepShare * count)));

  Background background;
  background.m_middle = 0.5 * (q[begin] + q[end - 1]);
  background.m_halfRange = 0.5 * (q[end - 1] - q[begin]);
  const double unit = mean / kMeanCounts;
  Problem problem;
  const auto points = static_cast<Eigen::Index>((end - begin + step - 1) / step);
  problem.rows.resize(points, kTerms);
  problem.intensities.resize(points);
  for (Eigen::Index row = 0; row < points; ++row) {
    const std::size_t i = begin + static_cast<std::size_t>(row) * step;
    const auto t = terms(q[i], background.m_middle, background.m_halfRange);
    problem.rows.row(row) = Eigen::Map<const Vector>(t.data()).transpose();
    problem.intensities[row] = intensities[i] / unit;
    problem.isSymmetric.push_back(q[i] < kSymmetricBelowQ);
  }
  const Vector solution = unit * problem.solution();
  std::copy(solution.begin(), solution.end(), background.m_coefficients.begin());
  return background;
}

}  // namespace vitrine::diffraction
