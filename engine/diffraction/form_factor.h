#pragma once

namespace vitrine::diffraction {

/// Elements with a form factor: hydrogen to californium.
inline constexpr int kFormFactors = 98;
/// The fits hold up to sin(theta) / lambda = 6 1/Å.
inline constexpr double kLargestFormFactorQ = 75.0;

/// How a neutral atom scatters X-rays, in electrons:
///   f(q) = c + sum_1..5 a_i exp(-b_i (q / 4 pi)^2),
/// without anomalous dispersion (D. Waasmaier, A. Kirfel, Acta Crystallogr. A 51, 416 (1995)). The
/// coefficients are built in from resources/elements/form_factors.csv.
/// @param q  1/Å
/// @throws Error (InvalidInput) for a heavier element, or q beyond the fits
double formFactor(int atomicNumber, double q);

}  // namespace vitrine::diffraction
