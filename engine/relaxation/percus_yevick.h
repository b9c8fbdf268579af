#pragma once

#include <optional>

/// Structure of the hard-sphere fluid in the Percus–Yevick theory (Wertheim 1963, Thiele 1963).
/// `phi` is the packing fraction, 0 < phi < 1; lengths in diameters, wave numbers in 1/diameter.
namespace vitrine::relaxation {

/// Contact value g(d) = (1 + phi/2) / (1 - phi)^2.
double contactValue(double phi);

/// S(0) = (1 - phi)^4 / (1 + 2 phi)^2.
double structureFactorAtZero(double phi);

/// Moments of the direct correlation function, Int_0^1 x^n j0-like kernel: they depend on q alone,
/// so a grid of them serves every packing fraction. By series below q = 1.5, where the closed forms
/// lose digits.
struct Moments {
  double first = 0.0;
  double second = 0.0;
  double fourth = 0.0;
};
Moments moments(double q);

/// Coefficients of rho c(q) = first I1 + second I2 + fourth I4.
Moments directCorrelationCoefficients(double phi);

/// rho c(q), the direct correlation function times the number density.
double directCorrelation(double q, double phi);
/// S(q) = 1 / (1 - rho c(q)).
double structureFactor(double q, double phi);

/// g(r) for 1 <= r <= 2, exactly (first shell of Wertheim's Laplace transform).
/// Negative around its minimum for phi > 0.6133: there it is no physical pair distribution.
double pairDistribution(double r, double phi);
/// The first minimum of g(r), which lies between 1 and 2 for phi >= 0.40; empty below.
std::optional<double> firstMinimum(double phi);

}  // namespace vitrine::relaxation
