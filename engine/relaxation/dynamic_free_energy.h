#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace vitrine::relaxation {

/// Trapezoid rule in q, step and end in 1/d. The integrands are even and analytic, so the error
/// falls exponentially with 1/step; the end must pass 8 / r_L. The defaults hold lg tau to 5e-7
/// on the theory's whole range.
struct Quadrature {
  double step = 0.025;
  double end = 2000.0;
};

struct WaveNumberGrid;

/// The dynamic free energy of NLE theory (Eq. 1 of Que et al. 2025) at one packing fraction:
/// F(r)/kT = -3 ln r - Int w(q) exp(-a(q) r^2) dq, with r the displacement in d,
/// w = q^2 (S-1)^2 / [12 pi phi (1+S)] and a = q^2 (1+S) / (6 S). Immutable.
class DynamicFreeEnergy {
 public:
  DynamicFreeEnergy(std::shared_ptr<const WaveNumberGrid> grid, double phi);

  struct Derivatives {
    double slope = 0.0;      ///< F'(r)
    double curvature = 0.0;  ///< F''(r)
  };

  [[nodiscard]] double phi() const noexcept { return m_phi; }
  /// F(r)/kT; exact for r above a third of r_L, cut off in q below.
  [[nodiscard]] double value(double r) const;
  [[nodiscard]] Derivatives derivatives(double r) const;

  /// r_L, the first minimum. @throws Error (Failed) where there is none: no cage.
  [[nodiscard]] double well() const;
  /// r_B, the maximum that follows the well at `rL`.
  [[nodiscard]] double top(double rL) const;

  /// J = 1/(36 pi phi) Int q^2 (S-1)^2 / [S + b] dq of the short-time friction, its tail included.
  [[nodiscard]] double collisionIntegral() const noexcept { return m_collisionIntegral; }

 private:
  /// Nodes that count at displacement r: beyond 12/r the exponential is below 1e-20.
  [[nodiscard]] std::size_t nodes(double r) const;

  std::shared_ptr<const WaveNumberGrid> m_grid;
  double m_phi;
  double m_wellGuess;
  double m_collisionIntegral;
  std::vector<double> m_weight;  ///< w(q) times the step
  std::vector<double> m_rate;    ///< a(q)
};

}  // namespace vitrine::relaxation
