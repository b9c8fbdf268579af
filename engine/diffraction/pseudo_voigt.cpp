#include "engine/diffraction/pseudo_voigt.h"

#include <Eigen/Dense>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>
#include <vector>

namespace vitrine::diffraction {

namespace {

/// I(q) = gauss G(q) + lorentz L(q) + offset + slope (q - middle), both shapes with the height 1
/// and the same full width at half maximum. All but centre and width enter linearly.
enum Parameter { kCentre, kWidth, kGauss, kLorentz, kOffset, kSlope };
constexpr int kParameters = 6;

using Vector = Eigen::Matrix<double, kParameters, 1>;
using Square = Eigen::Matrix<double, kParameters, kParameters>;

constexpr double kGaussExponent = 4.0 * std::numbers::ln2;

class Fit {
 public:
  Fit(std::span<const double> q, std::span<const double> intensities)
      : m_q(q), m_intensities(intensities), m_middle(0.5 * (q.front() + q.back())) {}

  /// Which of the two shapes take part; one that a fit wants negative is left out.
  void leaveOut(Parameter shape) { m_fixed[shape] = true; }

  /// The best heights and line for this centre and width: these enter linearly.
  void start(double centre, double width) {
    m_parameters = Vector::Zero();
    m_parameters[kCentre] = centre;
    m_parameters[kWidth] = width;
    Normal normal = normalEquations(m_parameters);
    // Centre and width stand still here.
    for (const int i : {kCentre, kWidth})
      pin(normal, i);
    m_parameters += normal.matrix.ldlt().solve(normal.gradient);
    m_squares = squares(m_parameters);
  }

  /// @returns whether a minimum was reached
  bool minimise() {
    constexpr int kMostSteps = 100;
    constexpr double kEnough = 1e-10;
    double damping = 1e-3;
    for (int step = 0; step < kMostSteps; ++step) {
      Normal normal = normalEquations(m_parameters);
      bool improved = false;
      while (!improved && damping < 1e12) {
        Square damped = normal.matrix;
        damped.diagonal() *= 1.0 + damping;
        const Vector trial = m_parameters + damped.ldlt().solve(normal.gradient);
        const double trialSquares =
            isInside(trial) ? squares(trial) : std::numeric_limits<double>::infinity();
        // A step that changes nothing has arrived, too.
        if (trialSquares <= m_squares) {
          const double gain = m_squares - trialSquares;
          m_parameters = trial;
          m_squares = trialSquares;
          damping = std::max(0.1 * damping, 1e-12);
          improved = true;
          if (gain <= kEnough * m_squares)
            return true;
        } else {
          damping *= 10.0;
        }
      }
      if (!improved)
        return true;
    }
    return false;
  }

  [[nodiscard]] const Vector& parameters() const { return m_parameters; }

  /// Standard deviations from the scatter about the curve. Neighbouring deviations that hang
  /// together (points interpolated from fewer, or a curve that is not quite the model) tell less
  /// than their number: for deviations with correlation r from one to the next the variance grows
  /// by (1 + r) / (1 - r).
  [[nodiscard]] Vector uncertainties() const {
    const auto n = static_cast<double>(m_q.size());
    double product = 0.0;
    double before = deviation(m_parameters, 0);
    for (std::size_t i = 1; i < m_q.size(); ++i) {
      const double here = deviation(m_parameters, i);
      product += before * here;
      before = here;
    }
    const double r = m_squares > 0.0 ? std::clamp(product / m_squares, 0.0, 0.999) : 0.0;
    const double variance = m_squares / std::max(n - kParameters, 1.0) * (1.0 + r) / (1.0 - r);
    const Square inverse = normalEquations(m_parameters).matrix.ldlt().solve(Square::Identity());
    return (variance * inverse.diagonal().cwiseMax(0.0)).cwiseSqrt();
  }

  [[nodiscard]] FittedPeak result() const {
    const Vector& p = m_parameters;
    const Vector sigma = uncertainties();
    FittedPeak peak;
    peak.shape = {p[kCentre], p[kWidth]};
    peak.uncertainty = {sigma[kCentre], sigma[kWidth]};
    peak.height = p[kGauss] + p[kLorentz];
    peak.gaussShare = p[kGauss] / peak.height;
    peak.lineSlope = p[kSlope];
    peak.lineAtPeak = p[kOffset] + p[kSlope] * (p[kCentre] - m_middle);
    return peak;
  }

 private:
  struct Normal {
    Square matrix = Square::Zero();
    Vector gradient = Vector::Zero();
  };

  static void pin(Normal& normal, int i) {
    normal.matrix.row(i).setZero();
    normal.matrix.col(i).setZero();
    normal.matrix(i, i) = 1.0;
    normal.gradient[i] = 0.0;
  }

  [[nodiscard]] bool isInside(const Vector& p) const {
    const double range = m_q.back() - m_q.front();
    return p.allFinite() && p[kCentre] > m_q.front() && p[kCentre] < m_q.back() &&
           p[kWidth] > 0.0 && p[kWidth] < 2.0 * range;
  }

  [[nodiscard]] double deviation(const Vector& p, std::size_t i) const {
    const double x = (m_q[i] - p[kCentre]) / p[kWidth];
    return m_intensities[i] - p[kGauss] * std::exp(-kGaussExponent * x * x) -
           p[kLorentz] / (1.0 + 4.0 * x * x) - p[kOffset] - p[kSlope] * (m_q[i] - m_middle);
  }

  [[nodiscard]] double squares(const Vector& p) const {
    double sum = 0.0;
    for (std::size_t i = 0; i < m_q.size(); ++i) {
      const double d = deviation(p, i);
      sum += d * d;
    }
    return sum;
  }

  [[nodiscard]] Normal normalEquations(const Vector& p) const {
    Normal normal;
    Vector slope;
    for (std::size_t i = 0; i < m_q.size(); ++i) {
      const double x = (m_q[i] - p[kCentre]) / p[kWidth];
      const double gauss = std::exp(-kGaussExponent * x * x);
      const double lorentz = 1.0 / (1.0 + 4.0 * x * x);
      const double byX =
          -2.0 * kGaussExponent * x * gauss * p[kGauss] - 8.0 * x * lorentz * lorentz * p[kLorentz];
      slope << -byX / p[kWidth], -byX * x / p[kWidth], gauss, lorentz, 1.0, m_q[i] - m_middle;
      const double d = m_intensities[i] - p[kGauss] * gauss - p[kLorentz] * lorentz - p[kOffset] -
                       p[kSlope] * (m_q[i] - m_middle);
      normal.matrix.noalias() += slope * slope.transpose();
      normal.gradient += d * slope;
    }
    for (const int shape : {kGauss, kLorentz})
      if (m_fixed[shape])
        pin(normal, shape);
    return normal;
  }

  std::span<const double> m_q;
  std::span<const double> m_intensities;
  double m_middle;
  Vector m_parameters = Vector::Zero();
  double m_squares = 0.0;
  std::array<bool, kParameters> m_fixed = {};
};

/// A curve with at most some 1000 points, each the mean of as many neighbours: a peak needs no
/// more, and the time of a fit stays the same however finely a pattern was interpolated.
struct Thinned {
  std::vector<double> q;
  std::vector<double> intensities;

  Thinned(std::span<const double> allQ, std::span<const double> allIntensities) {
    constexpr std::size_t kMostPoints = 1000;
    const std::size_t group = (allQ.size() + kMostPoints - 1) / kMostPoints;
    for (std::size_t begin = 0; begin + group <= allQ.size(); begin += group) {
      q.push_back(mean(allQ.subspan(begin, group)));
      intensities.push_back(mean(allIntensities.subspan(begin, group)));
    }
  }

  static double mean(std::span<const double> values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
  }
};

double relativeResidual(const FittedPeak& peak, std::span<const double> q,
                        std::span<const double> intensities) {
  double squares = 0.0;
  for (std::size_t i = 0; i < q.size(); ++i) {
    const double d = intensities[i] - peak.at(q[i]);
    squares += d * d;
  }
  return std::sqrt(squares / static_cast<double>(q.size())) / peak.height;
}

}  // namespace

std::optional<FittedPeak> fitPseudoVoigt(std::span<const double> q,
                                         std::span<const double> intensities,
                                         const PeakShape& start) {
  if (q.size() <= kParameters)
    return std::nullopt;
  const Thinned thinned(q, intensities);
  Fit fit(thinned.q, thinned.intensities);
  fit.start(start.q1, start.deltaQ);
  bool isMinimum = fit.minimise();
  // The share of either shape ends at nothing: the minimum then lies on that border.
  for (const Parameter shape : {kGauss, kLorentz}) {
    if (!(fit.parameters()[shape] < 0.0))
      continue;
    fit = Fit(thinned.q, thinned.intensities);
    fit.leaveOut(shape);
    fit.start(start.q1, start.deltaQ);
    isMinimum = fit.minimise();
    break;
  }
  if (!isMinimum || !(fit.parameters()[kGauss] >= 0.0) || !(fit.parameters()[kLorentz] >= 0.0) ||
      !(fit.parameters()[kGauss] + fit.parameters()[kLorentz] > 0.0))
    return std::nullopt;
  FittedPeak peak = fit.result();
  peak.fromQ = q.front();
  peak.toQ = q.back();
  peak.residual = relativeResidual(peak, q, intensities);
  return peak;
}

}  // namespace vitrine::diffraction
