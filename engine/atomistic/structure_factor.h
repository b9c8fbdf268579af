#pragma once

#include "engine/atomistic/pair_distribution.h"
#include "engine/core/run_context.h"
#include "engine/diffraction/spectrum.h"

#include <vector>

namespace vitrine::atomistic {

/// What weighs down the far end of g(r) before it is transformed.
enum class Window {
  /// Half a cosine from 1 to 0 over the last third. Takes the ripples away and widens the first
  /// peak of 2000 atoms by 3 %.
  Taper,
  /// sin(pi r / R) / (pi r / R) (E. Lorch, J. Phys. C 2, 229 (1969)): usual for measured data, but
  /// widens that peak by 20 %.
  Lorch,
  /// It ends where g(r) does: ripples of period 2 pi / R, 1 % of the first peak high, which make
  /// the weak intensity before it negative.
  None,
};

struct StructureFactorSettings {
  diffraction::UniformAxis axis{0.5, 12.0, 1151};  ///< 1/Å
  Window window = Window::Taper;
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
