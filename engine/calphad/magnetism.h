#pragma once

namespace vitrine::calphad {

/// The magnetic part of a Gibbs energy, in J per mole of formula units, with its derivatives by the
/// Curie temperature C (K) and the moment b (Bohr magnetons).
struct MagneticEnergy {
  double value = 0.0;
  double byC = 0.0;
  double byB = 0.0;
  double byCC = 0.0;
  double byCB = 0.0;
  double byBB = 0.0;
};

/// R T ln(b + 1) g(T/C) of Inden, Hillert and Jarl. Negative C and b stand for antiferromagnetic
/// order and are divided by the factor first.
/// Source: M. Hillert, M. Jarl, Calphad 2, 227-238 (1978), eqs. 9-12.
/// @param antiferromagneticFactor  -1 (bcc) or -3
/// @param structureFactor          p: 0.4 (bcc) or 0.28
MagneticEnergy magneticEnergy(double temperatureK, double curieK, double moment,
                              double antiferromagneticFactor, double structureFactor);

}  // namespace vitrine::calphad
