#include "engine/relaxation/curve.h"

#include "engine/relaxation/solver.h"

#include <cmath>

namespace vitrine::relaxation {

namespace {

std::optional<double> number(double value) {
  return std::isnan(value) ? std::nullopt : std::optional(value);
}

}  // namespace

std::vector<double> temperatureGrid(double fromK, double toK, std::size_t count,
                                    bool inReciprocal) {
  std::vector<double> temperaturesK(count, fromK);
  for (std::size_t i = 1; i < count; ++i) {
    const double t = static_cast<double>(i) / static_cast<double>(count - 1);
    temperaturesK[i] =
        inReciprocal ? 1.0 / std::lerp(1.0 / fromK, 1.0 / toK, t) : std::lerp(fromK, toK, t);
  }
  if (count > 1)
    temperaturesK.back() = toK;
  return temperaturesK;
}

Curve sample(const MasterCurve& curve, std::span<const double> temperaturesK) {
  std::vector<double> values(temperaturesK.size());
  curve.log10TauS(temperaturesK, values);
  Curve sampled;
  sampled.points.reserve(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    sampled.points.push_back({temperaturesK[i], number(values[i])});
    if (sampled.points.back().log10TauS)
      continue;
    const auto validity = curve.map().validity(temperaturesK[i]);
    auto& reason = validity == Validity::TooCold ? sampled.coldReason : sampled.hotReason;
    if (reason.empty())
      reason = outsideReason(validity, curve.map());
  }
  return sampled;
}

Curve sample(const Vft& vft, std::span<const double> temperaturesK) {
  Curve sampled;
  sampled.points.reserve(temperaturesK.size());
  for (const double temperatureK : temperaturesK) {
    sampled.points.push_back({temperatureK, vft.log10TauS(temperatureK)});
    if (!sampled.points.back().log10TauS)
      sampled.coldReason = "a VFT curve diverges at T0";
  }
  return sampled;
}

std::vector<BandPoint> sampleBand(const TemperatureMap& map, double lowestTgK, double highestTgK,
                                  std::span<const double> temperaturesK) {
  std::vector<double> low(temperaturesK.size());
  std::vector<double> high(temperaturesK.size());
  MasterCurve({lowestTgK, map.betaPerK, map.phiG}).log10TauS(temperaturesK, low);
  MasterCurve({highestTgK, map.betaPerK, map.phiG}).log10TauS(temperaturesK, high);
  std::vector<BandPoint> band;
  band.reserve(low.size());
  for (std::size_t i = 0; i < low.size(); ++i)
    band.push_back({temperaturesK[i], number(low[i]), number(high[i])});
  return band;
}

FreeEnergyCurve sampleFreeEnergy(const Solver& solver, double phi, std::size_t count) {
  const auto energy = solver.freeEnergy(phi);
  FreeEnergyCurve curve;
  curve.phi = phi;
  curve.rL = energy.well();
  curve.rB = energy.top(curve.rL);
  curve.betaFAtWell = energy.value(curve.rL);
  curve.betaFAtTop = energy.value(curve.rB);
  const double from = 0.6 * curve.rL;
  const double to = 1.5 * curve.rB;
  curve.r.resize(count);
  curve.betaF.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    const double t = static_cast<double>(i) / static_cast<double>(count - 1);
    curve.r[i] = from * std::pow(to / from, t);
    curve.betaF[i] = energy.value(curve.r[i]);
  }
  return curve;
}

}  // namespace vitrine::relaxation
