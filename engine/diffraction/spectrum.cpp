#include "engine/diffraction/spectrum.h"

#include "engine/core/error.h"
#include "engine/files/number_text.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace vitrine::diffraction {

namespace {

constexpr double kRadiansPerDegree = std::numbers::pi / 180.0;

[[noreturn]] void refuse(const std::string& origin, const std::string& what) {
  throw Error(ErrorCode::InvalidInput,
              "The diffraction pattern" + (origin.empty() ? "" : " " + origin) + " " + what + ".");
}

void checkWavelength(double wavelengthA, const std::string& origin) {
  // From hard X-rays to thermal neutrons; a wavelength in nm or pm would fall outside.
  if (!(wavelengthA >= 0.01 && wavelengthA <= 20.0))
    refuse(origin, "cannot have a wavelength of " + files::formatNumber(wavelengthA) +
                       " Å: give it in Å, e.g. 1.5418 for copper K-alpha");
}

void checkPositions(AxisKind axis, std::span<const double> positions, const std::string& origin) {
  for (std::size_t i = 0; i < positions.size(); ++i) {
    if (!std::isfinite(positions[i]))
      refuse(origin, "has a position that is no finite number, at point " + std::to_string(i + 1));
    if (i > 0 && !(positions[i] > positions[i - 1]))
      refuse(origin, "must have a rising axis, but point " + std::to_string(i + 1) + " (" +
                         files::formatNumber(positions[i]) + ") does not lie above the one before");
  }
  if (positions.front() < 0.0)
    refuse(origin, "starts at a negative position, " + files::formatNumber(positions.front()));
  if (axis == AxisKind::TwoTheta && positions.back() >= 180.0)
    refuse(origin, "goes to an angle of " + files::formatNumber(positions.back()) +
                       " degrees, and 2 theta stays below 180");
}

}  // namespace

double UniformAxis::at(std::size_t i) const noexcept {
  if (points < 2)
    return first;
  const double share = static_cast<double>(i) / static_cast<double>(points - 1);
  return first + share * (last - first);
}

std::vector<double> UniformAxis::positions() const {
  std::vector<double> all(points);
  for (std::size_t i = 0; i < points; ++i)
    all[i] = at(i);
  return all;
}

Spectrum Spectrum::fromPoints(AxisKind axis, std::vector<double> positions,
                              std::vector<double> intensities, std::optional<double> wavelengthA,
                              std::string origin) {
  if (positions.size() != intensities.size())
    refuse(origin, "has " + std::to_string(positions.size()) + " positions and " +
                       std::to_string(intensities.size()) + " intensities");
  if (positions.size() < 2)
    refuse(origin, "has fewer than two points");
  checkPositions(axis, positions, origin);
  for (std::size_t i = 0; i < intensities.size(); ++i)
    if (!std::isfinite(intensities[i]))
      refuse(origin,
             "has an intensity that is no finite number, at point " + std::to_string(i + 1));
  if (axis == AxisKind::R && *std::min_element(intensities.begin(), intensities.end()) < 0.0)
    refuse(origin, "has values below zero, which a radial distribution function g(r) has not");
  if (wavelengthA)
    checkWavelength(*wavelengthA, origin);

  Spectrum spectrum;
  spectrum.m_axis = axis;
  spectrum.m_positions = std::move(positions);
  spectrum.m_intensities = std::move(intensities);
  spectrum.m_wavelengthA = wavelengthA;
  spectrum.m_origin = std::move(origin);
  return spectrum;
}

Spectrum Spectrum::withIntensities(std::vector<double> intensities) const {
  return fromPoints(m_axis, m_positions, std::move(intensities), m_wavelengthA, m_origin);
}

double qFromTwoTheta(double twoThetaDegrees, double wavelengthA) {
  return 4.0 * std::numbers::pi * std::sin(0.5 * twoThetaDegrees * kRadiansPerDegree) / wavelengthA;
}

double twoThetaFromQ(double q, double wavelengthA) {
  return 2.0 * std::asin(q * wavelengthA / (4.0 * std::numbers::pi)) / kRadiansPerDegree;
}

Spectrum toQ(const Spectrum& spectrum, std::optional<double> wavelengthA) {
  if (spectrum.axis() == AxisKind::Q)
    return spectrum;
  if (spectrum.axis() == AxisKind::R)
    refuse(spectrum.origin(), "is a radial distribution function g(r), which has no q");
  if (!wavelengthA)
    wavelengthA = spectrum.wavelengthA();
  if (!wavelengthA)
    refuse(spectrum.origin(), "is given over angles: name the wavelength to turn them into q");
  checkWavelength(*wavelengthA, spectrum.origin());
  std::vector<double> positions(spectrum.positions().begin(), spectrum.positions().end());
  for (double& position : positions)
    position = qFromTwoTheta(position, *wavelengthA);
  return Spectrum::fromPoints(AxisKind::Q, std::move(positions),
                              {spectrum.intensities().begin(), spectrum.intensities().end()},
                              wavelengthA, spectrum.origin());
}

Spectrum toTwoTheta(const Spectrum& spectrum, double wavelengthA) {
  checkWavelength(wavelengthA, spectrum.origin());
  const Spectrum overQ = toQ(spectrum);
  std::vector<double> positions;
  std::vector<double> intensities;
  for (std::size_t i = 0; i < overQ.positions().size(); ++i) {
    const double angle = twoThetaFromQ(overQ.positions()[i], wavelengthA);
    if (!(angle < 180.0))
      break;
    positions.push_back(angle);
    intensities.push_back(overQ.intensities()[i]);
  }
  if (positions.size() < 2)
    refuse(spectrum.origin(),
           "lies beyond the largest q that " + files::formatNumber(wavelengthA) + " Å can reach");
  return Spectrum::fromPoints(AxisKind::TwoTheta, std::move(positions), std::move(intensities),
                              wavelengthA, spectrum.origin());
}

}  // namespace vitrine::diffraction
