#pragma once

#include <optional>

namespace vitrine::relaxation {

/// Vogel–Fulcher–Tammann: lg(tau / s) = log10Tau0 + bK / (T - t0K).
struct Vft {
  double log10Tau0 = -14.0;
  double bK = 0.0;
  double t0K = 0.0;

  /// Through (Tg, 100 s) with the measured fragility m. The prefactor 1e-14 s is an assumption, so
  /// such a curve is *derived*, not measured.
  /// @throws Error (InvalidInput) unless tgK > 0 and m exceeds 2 - log10Tau0, the strongest liquid
  static Vft fromFragility(double tgK, double fragility, double log10Tau0 = -14.0);

  /// Empty at and below t0K, where the form diverges.
  [[nodiscard]] std::optional<double> log10TauS(double temperatureK) const;
  [[nodiscard]] double fragility(double tgK) const;
};

}  // namespace vitrine::relaxation
