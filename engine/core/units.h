#pragma once

namespace vitrine {

inline constexpr double kZeroCelsiusK = 273.15;

/// Molar gas constant in J/(mol K), exact since the 2019 SI.
inline constexpr double kGasConstant = 8.31446261815324;
/// Boltzmann constant in J/K, exact since the 2019 SI.
inline constexpr double kBoltzmannJPerK = 1.380649e-23;
/// Elementary charge in C, exact since the 2019 SI; also J per eV.
inline constexpr double kElementaryCharge = 1.602176634e-19;
/// Atomic mass unit in kg (CODATA 2018).
inline constexpr double kAtomicMassKg = 1.66053906660e-27;
/// Density of one atomic mass unit in a cube of 1 Å, in g/cm^3.
inline constexpr double kGPerCm3OfUPerA3 = 1e27 * kAtomicMassKg;

constexpr double celsiusFromKelvin(double temperatureK) {
  return temperatureK - kZeroCelsiusK;
}
constexpr double kelvinFromCelsius(double temperatureC) {
  return temperatureC + kZeroCelsiusK;
}

}  // namespace vitrine
