#pragma once

#include "engine/relaxation/theory.h"

#include <optional>
#include <span>

namespace vitrine::relaxation {

/// lg(tau_alpha / tau_E) at packing fraction `phi`, from 48 Chebyshev coefficients that agree with
/// the full solver to 1e-6. Empty outside [kPhiLowest, kPhiHighest].
std::optional<double> masterLog10Tau(double phi);
/// Its derivative with respect to phi.
std::optional<double> masterSlope(double phi);
/// The packing fraction at which lg(tau_alpha / tau_E) is `log10Tau`; empty where none in range is.
std::optional<double> masterPhi(double log10Tau);

/// The relaxation time of one alloy against temperature, cheap enough for anything that is dragged:
/// some 0.1 us a point. A plain value.
class MasterCurve {
 public:
  /// The theory's own beta and solved Phi_g. @throws Error (InvalidInput) unless tgK > 0 and finite
  explicit MasterCurve(double tgK);
  explicit MasterCurve(const TemperatureMap& map);

  [[nodiscard]] const TemperatureMap& map() const noexcept { return m_map; }
  /// lg(tau_alpha / s); empty outside the theory.
  [[nodiscard]] std::optional<double> log10TauS(double temperatureK) const;
  /// Many temperatures at once; NaN outside the theory. `out` is as long as `temperaturesK`.
  void log10TauS(std::span<const double> temperaturesK, std::span<double> out) const;
  /// d lg(tau) / dT in 1/K; empty outside the theory.
  [[nodiscard]] std::optional<double> slopePerK(double temperatureK) const;
  /// The temperature at which lg(tau_alpha / s) has a value; empty where none in range has.
  [[nodiscard]] std::optional<double> temperatureK(double log10TauS) const;
  /// m at Tg.
  [[nodiscard]] double fragility() const;

 private:
  TemperatureMap m_map;
};

}  // namespace vitrine::relaxation
