#pragma once

#include "engine/atomistic/pair_distribution.h"
#include "engine/core/run_context.h"
#include "engine/diffraction/spectrum.h"

#include <vector>

namespace vitrine::atomistic {

/// What weighs down the far end of g(r) before it is transformed.
enum class Window {
  None,  ///< it ends where g(r) does: sharp peaks, with ripples of period 2 pi / reach
  /// sin(pi r / R) / (pi r / R) (E. Lorch, J. Phys. C 2, 229 (1969)): no ripples, but peaks wider
  /// by some 5.4 / R
  Lorch,
};

struct StructureFactorSettings {
  diffraction::UniformAxis axis{0.5, 12.0, 1151};  ///< 1/Å
  /// In a cell of 2000 atoms the window of Lorch takes 12 % of the first peak's height and widens
  /// it by a fifth, while g(r) ends so close to one that ripples drown in the noise; hence none.
  Window window = Window::None;
};

struct PartialStructureFactor {
  int first = 0;  ///< atomic numbers, first <= second
  int second = 0;
  std::vector<double> values;
};

/// The structure factor after T. E. Faber and J. M. Ziman, Philos. Mag. 11, 153 (1965):
///   S_ab(q) = 1 + 4 pi rho int_0^R r^2 (g_ab(r) - 1) sin(q r) / (q r) w(r) dr.
/// The transform of g(r) and no sum over the wave vectors of the cell: those are too few for a
/// smooth first peak (some 300 at 2.7 1/Å with 2000 atoms).
struct StructureFactor {
  std::vector<double> q;     ///< 1/Å
  std::vector<int> species;  ///< atomic numbers, rising
  std::vector<double> shares;
  std::vector<double> total;  ///< sum c_a c_b S_ab
  std::vector<PartialStructureFactor> partials;
};

/// @throws Error (InvalidInput) for an axis that is empty or does not begin above 0; Cancelled
StructureFactor structureFactor(const PairDistribution& pairs,
                                const StructureFactorSettings& settings = {},
                                const RunContext& context = RunContext());

/// What an X-ray diffractometer would see, per atom and without polarisation, absorption, Compton
/// scattering and background, in electron units:
///   I(q) = <f^2> - <f>^2 + sum c_a c_b f_a f_b S_ab.
/// @throws Error (InvalidInput) as diffraction::formFactor
diffraction::Spectrum xrayPattern(const StructureFactor& factor);
/// S(q) = 1 + (I - <f^2>) / <f>^2 of the same.
std::vector<double> xrayStructureFactor(const StructureFactor& factor);

}  // namespace vitrine::atomistic
