#include "engine/relaxation/master_curve.h"

#include "engine/core/error.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace vitrine::relaxation {

namespace {

constexpr double kMiddle = 0.5 * (kPhiLowest + kPhiHighest);
constexpr double kHalfWidth = 0.5 * (kPhiHighest - kPhiLowest);
/// lg(kTauES).
constexpr double kLog10TauE = -13.0;
/// As in TemperatureMap::validity: rounding must not push the ends of the range out of it.
constexpr double kPhiTolerance = 1e-12;

/// Chebyshev interpolation of the full solver at the 48 roots of T_48 in (phi - 0.57) / 0.13; the
/// test of this file computes the coefficients again.
constexpr std::array<double, 48> kCoefficients = {
    7.724331127165813e+00,  9.079454619812267e+00,  4.081546616385584e+00,  1.066887906209317e+00,
    1.398484891756906e-01,  7.986084928488391e-02,  4.336008654105090e-02,  -2.081126115457001e-02,
    -7.584756268794420e-03, 1.225602729505385e-02,  1.957083905361682e-03,  -6.568242352551647e-03,
    3.132280227567489e-04,  3.038963484446109e-03,  -5.207419796356323e-04, -1.457764196734518e-03,
    5.019855886152872e-04,  6.034816303523149e-04,  -3.139488760497411e-04, -2.515923222796516e-04,
    1.973534962459167e-04,  8.167692498524855e-05,  -1.046796456681912e-04, -2.202517649405045e-05,
    5.603093428832584e-05,  -1.879719033518838e-06, -2.626989931382254e-05, 6.295079029429902e-06,
    1.216421719462309e-05,  -6.317778326612547e-06, -4.731781336993664e-06, 4.351802279696041e-06,
    1.648740926220767e-06,  -2.791980394758105e-06, -2.806826219087233e-07, 1.571007379921885e-06,
    -1.303613078133351e-07, -8.534866813477333e-07, 2.316036937557072e-07,  4.197425974479992e-07,
    -1.910485258257988e-07, -1.964978759728490e-07, 1.338231378674355e-07,  7.983657948629208e-08,
    -7.792110042504721e-08, -2.757292157790081e-08, 3.569423736096700e-08,  6.812087052718759e-09,
};

/// Points evaluated side by side: their chains of additions are independent of each other.
constexpr std::size_t kLanes = 8;

/// Clenshaw's recurrence for kLanes points in [-1, 1].
void clenshaw(const double* x, double* out) {
  double last[kLanes] = {};
  double beforeLast[kLanes] = {};
  for (std::size_t k = kCoefficients.size() - 1; k > 0; --k) {
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      const double next = 2.0 * x[lane] * last[lane] - beforeLast[lane] + kCoefficients[k];
      beforeLast[lane] = last[lane];
      last[lane] = next;
    }
  }
  for (std::size_t lane = 0; lane < kLanes; ++lane)
    out[lane] = x[lane] * last[lane] - beforeLast[lane] + kCoefficients[0];
}

bool inside(double phi) {
  return phi >= kPhiLowest - kPhiTolerance && phi <= kPhiHighest + kPhiTolerance;
}

double scaled(double phi) {
  return std::clamp((phi - kMiddle) / kHalfWidth, -1.0, 1.0);
}

}  // namespace

std::optional<double> masterLog10Tau(double phi) {
  if (!inside(phi))
    return std::nullopt;
  double last = 0.0;
  double beforeLast = 0.0;
  const double x = scaled(phi);
  for (std::size_t k = kCoefficients.size() - 1; k > 0; --k) {
    const double next = 2.0 * x * last - beforeLast + kCoefficients[k];
    beforeLast = last;
    last = next;
  }
  return x * last - beforeLast + kCoefficients[0];
}

std::optional<double> masterSlope(double phi) {
  if (!inside(phi))
    return std::nullopt;
  // The derivative of sum c_k T_k is sum k c_k U_(k-1); U obeys Clenshaw's recurrence too.
  double last = 0.0;
  double beforeLast = 0.0;
  const double x = scaled(phi);
  for (std::size_t k = kCoefficients.size() - 1; k > 0; --k) {
    const double next = 2.0 * x * last - beforeLast + static_cast<double>(k) * kCoefficients[k];
    beforeLast = last;
    last = next;
  }
  return last / kHalfWidth;
}

std::optional<double> masterPhi(double log10Tau) {
  double low = kPhiLowest;
  double high = kPhiHighest;
  if (!(log10Tau >= *masterLog10Tau(low)) || !(log10Tau <= *masterLog10Tau(high)))
    return std::nullopt;
  // lg tau rises on the whole range. Newton, kept inside the bracket by halving.
  double phi = kPhiG;
  for (int step = 0; step < 100; ++step) {
    const double excess = *masterLog10Tau(phi) - log10Tau;
    (excess > 0.0 ? high : low) = phi;
    double next = phi - excess / *masterSlope(phi);
    if (!(next > low) || !(next < high))
      next = 0.5 * (low + high);
    if (std::abs(next - phi) < 1e-15)
      return next;
    phi = next;
  }
  return phi;
}

MasterCurve::MasterCurve(double tgK) : MasterCurve(TemperatureMap{tgK, kBetaPerK, kPhiG}) {}

MasterCurve::MasterCurve(const TemperatureMap& map) : m_map(map) {
  if (!(map.tgK > 0.0) || !std::isfinite(map.tgK))
    throw Error(ErrorCode::InvalidInput, "Tg must be a positive temperature in K.");
  if (!(map.betaPerK > 0.0) || !std::isfinite(map.betaPerK) || !inside(map.phiG))
    throw Error(ErrorCode::InvalidInput,
                "The temperature map needs a positive beta and a Phi_g inside the theory.");
}

std::optional<double> MasterCurve::log10TauS(double temperatureK) const {
  if (const auto value = masterLog10Tau(m_map.phi(temperatureK)))
    return *value + kLog10TauE;
  return std::nullopt;
}

void MasterCurve::log10TauS(std::span<const double> temperaturesK, std::span<double> out) const {
  for (std::size_t begin = 0; begin < temperaturesK.size(); begin += kLanes) {
    const std::size_t count = std::min(kLanes, temperaturesK.size() - begin);
    std::array<double, kLanes> x{};
    std::array<double, kLanes> value{};
    for (std::size_t i = 0; i < count; ++i)
      x[i] = scaled(m_map.phi(temperaturesK[begin + i]));
    clenshaw(x.data(), value.data());
    for (std::size_t i = 0; i < count; ++i)
      out[begin + i] = inside(m_map.phi(temperaturesK[begin + i]))
                           ? value[i] + kLog10TauE
                           : std::numeric_limits<double>::quiet_NaN();
  }
}

std::optional<double> MasterCurve::slopePerK(double temperatureK) const {
  if (const auto slope = masterSlope(m_map.phi(temperatureK)))
    return -*slope * m_map.betaPerK * kPhi0;
  return std::nullopt;
}

std::optional<double> MasterCurve::temperatureK(double log10TauS) const {
  if (const auto phi = masterPhi(log10TauS - kLog10TauE))
    return m_map.temperatureK(*phi);
  return std::nullopt;
}

double MasterCurve::fragility() const {
  return relaxation::fragility(m_map);
}

}  // namespace vitrine::relaxation
