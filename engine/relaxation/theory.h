#pragma once

#include <string>

/// Relaxation of a metallic glass by the nonlinear Langevin equation (NLE) theory with the local
/// cage barrier, as in Que et al. 2025 (Eqs. 1-4) and the papers of Mirigian & Schweizer and Phan
/// it rests on. Lengths are in units of the particle diameter d, energies in units of kT.
namespace vitrine::relaxation {

/// Attempt time tau_E in s; a constant, so neither diameter nor mass nor temperature enters.
inline constexpr double kTauES = 1e-13;
/// Relaxation time that defines the glass transition, in s.
inline constexpr double kTauAtTgS = 100.0;
/// Phi_0 and beta (1/K) of the temperature map, Eq. 4 of Que et al. 2025.
inline constexpr double kPhi0 = 0.50;
inline constexpr double kBetaPerK = 12e-4;
/// Phi_g as solved here from tau(Phi_g) = 100 s, and as the paper rounds it (98.6 s).
inline constexpr double kPhiG = 0.671430201;
inline constexpr double kPhiGPaper = 0.6714;
/// d lg tau / d Phi at kPhiG; fragility is Tg beta Phi_0 times this.
inline constexpr double kSlopeAtPhiG = 204.14112;
/// The theory holds on [kPhiLowest, kPhiHighest]: below it the Kramers prefactor diverges as the
/// barrier goes (at 0.43154) and tau falls no further.
inline constexpr double kPhiLowest = 0.44;
inline constexpr double kPhiHighest = 0.70;
/// RMSE of the glass-transition temperatures in Que et al. 2025; half width of the paper's band, K.
inline constexpr double kPaperRmseK = 10.66;

/// On which side of the theory's range a temperature lies.
enum class Validity { Inside, TooCold, TooHot };

/// T = Tg + (Phi_g - Phi) / (beta Phi_0): how an alloy enters the theory, by its Tg alone.
struct TemperatureMap {
  double tgK = 0.0;
  double betaPerK = kBetaPerK;
  double phiG = kPhiG;

  /// A map whose fragility at Tg is the measured `fragility` m instead of the theory's own.
  /// @throws Error (InvalidInput) unless both are positive and finite
  static TemperatureMap fromFragility(double tgK, double fragility);

  [[nodiscard]] double phi(double temperatureK) const {
    return phiG - (temperatureK - tgK) * betaPerK * kPhi0;
  }
  [[nodiscard]] double temperatureK(double phi) const {
    return tgK + (phiG - phi) / (betaPerK * kPhi0);
  }
  /// Ends of the theory's range, about Tg - 47 K and Tg + 385 K.
  [[nodiscard]] double coldestK() const { return temperatureK(kPhiHighest); }
  [[nodiscard]] double hottestK() const { return temperatureK(kPhiLowest); }
  [[nodiscard]] Validity validity(double temperatureK) const;
};

/// "outside the theory: …" for people; empty for Validity::Inside.
std::string outsideReason(Validity validity, const TemperatureMap& map);
/// The same for a packing fraction; empty inside [kPhiLowest, kPhiHighest].
std::string outsideReason(double phi);

/// m = d lg tau / d(Tg/T) at Tg: 0.122485 / K times Tg for the theory's own beta.
/// @pre map.phiG lies inside the theory
double fragility(const TemperatureMap& map);
/// Apparent activation energy at Tg in J/mol: m ln(10) R Tg.
double activationEnergyJPerMol(double tgK, double fragility);

}  // namespace vitrine::relaxation
