#include "engine/relaxation/theory.h"

#include "engine/core/error.h"
#include "engine/core/units.h"
#include "engine/relaxation/master_curve.h"

#include <array>
#include <charconv>
#include <cmath>
#include <numbers>
#include <string_view>

namespace vitrine::relaxation {

namespace {

/// Rounding of a temperature must not push the very end of the range out of it.
constexpr double kPhiTolerance = 1e-12;

/// "575.5" or "575", with a point in every locale.
std::string oneDecimal(double value) {
  std::array<char, 40> text{};
  const auto [end, error] =
      std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, 1);
  std::string_view digits(text.data(), end);
  if (digits.ends_with(".0"))
    digits.remove_suffix(2);
  return std::string(digits);
}

}  // namespace

TemperatureMap TemperatureMap::fromFragility(double tgK, double fragility) {
  if (!(tgK > 0.0) || !std::isfinite(tgK))
    throw Error(ErrorCode::InvalidInput, "Tg must be a positive temperature in K.");
  if (!(fragility > 0.0) || !std::isfinite(fragility))
    throw Error(ErrorCode::InvalidInput, "The fragility m must be a positive number.");
  return {tgK, fragility / (tgK * kPhi0 * kSlopeAtPhiG), kPhiG};
}

Validity TemperatureMap::validity(double temperatureK) const {
  const double value = phi(temperatureK);
  if (value > kPhiHighest + kPhiTolerance)
    return Validity::TooCold;
  if (value >= kPhiLowest - kPhiTolerance)
    return Validity::Inside;
  return Validity::TooHot;
}

std::string outsideReason(Validity validity, const TemperatureMap& map) {
  switch (validity) {
    case Validity::Inside:
      return {};
    case Validity::TooCold:
      return "outside the theory: below " + oneDecimal(map.coldestK()) +
             " K the packing fraction exceeds 0.70";
    case Validity::TooHot:
      return "outside the theory: above " + oneDecimal(map.hottestK()) +
             " K the packing fraction is under 0.44, where the cage barrier goes";
  }
  return {};
}

std::string outsideReason(double phi) {
  if (phi > kPhiHighest)
    return "outside the theory: the packing fraction exceeds 0.70";
  if (phi >= kPhiLowest)
    return {};
  return "outside the theory: the packing fraction is under 0.44, where the cage barrier goes";
}

double fragility(const TemperatureMap& map) {
  return map.tgK * map.betaPerK * kPhi0 * masterSlope(map.phiG).value();
}

double activationEnergyJPerMol(double tgK, double fragility) {
  return fragility * std::numbers::ln10 * kGasConstant * tgK;
}

}  // namespace vitrine::relaxation
