#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace vitrine::diffraction {

/// What stands on the axis of a pattern: the wave number q = 4 pi sin(theta) / lambda in 1/Å, or
/// the scattering angle 2 theta in degrees. Over the distance r in Å it is no pattern, but the
/// radial distribution function g(r).
enum class AxisKind { Q, TwoTheta, R };

/// Copper radiation in Å: the mean of the unresolved doublet, and its stronger line alone.
inline constexpr double kCopperKAlphaA = 1.5418;
inline constexpr double kCopperKAlpha1A = 1.5406;

/// Equidistant wave numbers in 1/Å, or distances in Å, both ends included.
struct UniformAxis {
  double first = 0.0;
  double last = 0.0;
  std::size_t points = 0;
  AxisKind kind = AxisKind::Q;  ///< Q or R

  [[nodiscard]] double at(std::size_t i) const noexcept;
  [[nodiscard]] std::vector<double> positions() const;
  bool operator==(const UniformAxis&) const = default;
};

/// The axis of Xie et al., npj Comput. Mater. (2025).
inline constexpr UniformAxis kPaperAxis{1.0, 5.0, 3743};

/// One diffraction pattern: intensities over a rising axis; or a radial distribution function,
/// whose values stand for the intensities. Made valid by a factory and then unchanged.
class Spectrum {
 public:
  /// @param positions    1/Å, degrees or Å, strictly rising, not negative; angles below 180
  /// @param intensities  as many, in any unit; g(r) is not negative
  /// @param wavelengthA  of the radiation, where it is known
  /// @param origin       where it comes from, for people, e.g. the name of a file
  /// @throws Error (InvalidInput) for fewer than two points, numbers that are not finite or an axis
  ///         that does not rise
  static Spectrum fromPoints(AxisKind axis, std::vector<double> positions,
                             std::vector<double> intensities,
                             std::optional<double> wavelengthA = std::nullopt,
                             std::string origin = {});

  [[nodiscard]] AxisKind axis() const noexcept { return m_axis; }
  [[nodiscard]] std::span<const double> positions() const noexcept { return m_positions; }
  [[nodiscard]] std::span<const double> intensities() const noexcept { return m_intensities; }
  [[nodiscard]] std::optional<double> wavelengthA() const noexcept { return m_wavelengthA; }
  [[nodiscard]] const std::string& origin() const noexcept { return m_origin; }

  /// The same pattern with other intensities. @throws Error (InvalidInput) as fromPoints
  [[nodiscard]] Spectrum withIntensities(std::vector<double> intensities) const;

 private:
  Spectrum() = default;

  AxisKind m_axis = AxisKind::Q;
  std::vector<double> m_positions;
  std::vector<double> m_intensities;
  std::optional<double> m_wavelengthA;
  std::string m_origin;
};

double qFromTwoTheta(double twoThetaDegrees, double wavelengthA);
/// Not a number where q is more than the wavelength can reach, 4 pi / lambda.
double twoThetaFromQ(double q, double wavelengthA);

/// The pattern over q. The intensities stay as they are. `wavelengthA` takes the place of the
/// pattern's own; a pattern over q needs none.
/// @throws Error (InvalidInput) for a pattern over angles without a wavelength, and for g(r)
Spectrum toQ(const Spectrum& spectrum, std::optional<double> wavelengthA = std::nullopt);

/// The pattern over 2 theta as this wavelength would show it; points beyond 4 pi / lambda are left
/// out. @throws Error (InvalidInput) where no two points remain
Spectrum toTwoTheta(const Spectrum& spectrum, double wavelengthA);

}  // namespace vitrine::diffraction
