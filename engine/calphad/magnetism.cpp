#include "engine/calphad/magnetism.h"

#include "engine/core/units.h"

#include <cmath>

namespace vitrine::calphad {

namespace {

/// g(tau) with its first two derivatives.
struct OrderFunction {
  double value = 0.0;
  double first = 0.0;
  double second = 0.0;
};

/// c tau^n.
void addPower(OrderFunction& sum, double c, double n, double tau) {
  const double power = c * std::pow(tau, n);
  sum.value += power;
  sum.first += n * power / tau;
  sum.second += n * (n - 1.0) * power / (tau * tau);
}

OrderFunction orderFunction(double tau, double p) {
  const double rest = 1.0 / p - 1.0;
  const double a = 518.0 / 1125.0 + 11692.0 / 15975.0 * rest;
  OrderFunction g;
  if (tau < 1.0) {
    const double b = -474.0 / 497.0 * rest / a;
    g.value = 1.0;
    addPower(g, -79.0 / (140.0 * p * a), -1.0, tau);
    addPower(g, b / 6.0, 3.0, tau);
    addPower(g, b / 135.0, 9.0, tau);
    addPower(g, b / 600.0, 15.0, tau);
  } else {
    addPower(g, -1.0 / (10.0 * a), -5.0, tau);
    addPower(g, -1.0 / (315.0 * a), -15.0, tau);
    addPower(g, -1.0 / (1500.0 * a), -25.0, tau);
  }
  return g;
}

}  // namespace

MagneticEnergy magneticEnergy(double temperatureK, double curieK, double moment,
                              double antiferromagneticFactor, double structureFactor) {
  // Per unit of the given C and b: the sign and the factor.
  const double c = curieK < 0.0 ? 1.0 / antiferromagneticFactor : 1.0;
  const double b = moment < 0.0 ? 1.0 / antiferromagneticFactor : 1.0;
  const double critical = c * curieK;
  const double magnetons = b * moment;
  constexpr double kColdest = 1e-3;  // K; below, nothing is left of g
  if (critical < kColdest)
    return {};
  const double tau = temperatureK / critical;
  const OrderFunction g = orderFunction(tau, structureFactor);
  const double gByC = -g.first * tau / critical * c;
  const double gByCC = (g.second * tau + 2.0 * g.first) * tau / (critical * critical) * c * c;
  const double rt = kGasConstant * temperatureK;
  const double logarithm = std::log1p(magnetons);
  const double slope = b / (1.0 + magnetons);
  return {.value = rt * logarithm * g.value,
          .byC = rt * logarithm * gByC,
          .byB = rt * slope * g.value,
          .byCC = rt * logarithm * gByCC,
          .byCB = rt * slope * gByC,
          .byBB = -rt * slope * slope * g.value};
}

}  // namespace vitrine::calphad
