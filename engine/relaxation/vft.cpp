#include "engine/relaxation/vft.h"

#include "engine/core/error.h"
#include "engine/relaxation/theory.h"

#include <cmath>

namespace vitrine::relaxation {

Vft Vft::fromFragility(double tgK, double fragility, double log10Tau0) {
  const double decades = std::log10(kTauAtTgS) - log10Tau0;
  if (!(tgK > 0.0) || !std::isfinite(tgK))
    throw Error(ErrorCode::InvalidInput, "Tg must be a positive temperature in K.");
  if (!(decades > 0.0) || !std::isfinite(decades))
    throw Error(ErrorCode::InvalidInput, "The prefactor of a VFT curve must lie under 100 s.");
  if (!(fragility > decades) || !std::isfinite(fragility))
    throw Error(ErrorCode::InvalidInput,
                "A VFT curve needs a fragility above the number of decades it spans, 16 for a "
                "prefactor of 1e-14 s.");
  return {log10Tau0, decades * decades * tgK / fragility, tgK * (1.0 - decades / fragility)};
}

std::optional<double> Vft::log10TauS(double temperatureK) const {
  if (!(temperatureK > t0K))
    return std::nullopt;
  return log10Tau0 + bK / (temperatureK - t0K);
}

double Vft::fragility(double tgK) const {
  return bK * tgK / ((tgK - t0K) * (tgK - t0K));
}

}  // namespace vitrine::relaxation
