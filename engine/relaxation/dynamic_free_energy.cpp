#include "engine/relaxation/dynamic_free_energy.h"

#include "engine/core/error.h"
#include "engine/relaxation/integrals.h"
#include "engine/relaxation/percus_yevick.h"
#include "engine/relaxation/wave_number_grid.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <span>

namespace vitrine::relaxation {

namespace {

/// The exponential is cut where a r^2 ~ (12 / r)^2 r^2 / 3 = 48.
constexpr double kCut = 12.0;
constexpr int kMostSteps = 200;
constexpr double kTolerance = 1e-13;

/// r_L of the ultra-local limit, S -> 1 at all q that matter: 3 sqrt(pi/3) / (4 phi g^2). Within
/// 20 % of r_L at 0.44 and within 1 % from 0.60 on.
double ultraLocalWell(double phi) {
  const double g = contactValue(phi);
  return 3.0 * std::sqrt(std::numbers::pi / 3.0) / (4.0 * phi * g * g);
}

/// What lies beyond the last node, where S - 1 -> -24 phi g cos(q) / q^2 and b -> 1.
double collisionTail(double phi, double end) {
  const double amplitude = 24.0 * phi * contactValue(phi);
  return amplitude * amplitude * (0.25 / end - std::sin(2.0 * end) / (8.0 * end * end));
}

}  // namespace

DynamicFreeEnergy::DynamicFreeEnergy(std::shared_ptr<const WaveNumberGrid> grid, double phi)
    : m_grid(std::move(grid)), m_phi(phi), m_wellGuess(ultraLocalWell(phi)) {
  m_collisionIntegral = (collisionSum(*m_grid, phi) + collisionTail(phi, m_grid->end)) /
                        (36.0 * std::numbers::pi * phi);
  const auto count = nodes(m_wellGuess / 3.0);
  m_weight.resize(count);
  m_rate.resize(count);
  fillFreeEnergy(*m_grid, phi, m_weight, m_rate);
}

std::size_t DynamicFreeEnergy::nodes(double r) const {
  const double wanted = std::min(kCut / r, m_grid->end) / m_grid->step;
  const auto all = m_weight.empty() ? m_grid->squared.size() : m_weight.size();
  return std::min(static_cast<std::size_t>(wanted) + 1, all);
}

double DynamicFreeEnergy::value(double r) const {
  const auto count = nodes(r);
  return -3.0 * std::log(r) -
         exponentialSums(std::span(m_weight).first(count), std::span(m_rate).first(count), r * r)
             .plain;
}

DynamicFreeEnergy::Derivatives DynamicFreeEnergy::derivatives(double r) const {
  const auto count = nodes(r);
  const auto sums =
      exponentialSums(std::span(m_weight).first(count), std::span(m_rate).first(count), r * r);
  return {-3.0 / r + 2.0 * r * sums.rate,
          3.0 / (r * r) + 2.0 * sums.rate - 4.0 * r * r * sums.squared};
}

double DynamicFreeEnergy::well() const {
  // r^2 = 3 / (2 Int w a e) iterated from below rises to the first zero of F' and no further;
  // Newton's step is taken where F' bends so that it cannot jump over that zero either.
  double r = 0.8 * m_wellGuess;
  for (int step = 0; step < kMostSteps; ++step) {
    const auto [slope, curvature] = derivatives(r);
    const double fixedPoint = r * std::sqrt(3.0 / (3.0 + r * slope));
    double next = r - slope / curvature;
    if (!(curvature > 0.0) || !(next > 0.5 * r) || !(next < 1.3 * r))
      next = fixedPoint;
    if (!(next < 1.0))
      break;
    if (std::abs(next - r) <= kTolerance * r)
      return next;
    r = next;
  }
  throw Error(ErrorCode::Failed, "The dynamic free energy has no well at this packing fraction.");
}

double DynamicFreeEnergy::top(double rL) const {
  constexpr double kStride = 0.03;
  double low = rL;
  double high = rL + kStride;
  while (derivatives(high).slope > 0.0) {
    low = high;
    high += kStride;
    if (high > 2.0)
      throw Error(ErrorCode::Failed,
                  "The dynamic free energy has no barrier at this packing fraction.");
  }
  double r = std::midpoint(low, high);
  for (int step = 0; step < kMostSteps; ++step) {
    const auto [slope, curvature] = derivatives(r);
    (slope > 0.0 ? low : high) = r;
    double next = r - slope / curvature;
    if (!(next > low) || !(next < high))
      next = std::midpoint(low, high);
    if (std::abs(next - r) <= kTolerance * r)
      return next;
    r = next;
  }
  return r;
}

}  // namespace vitrine::relaxation
