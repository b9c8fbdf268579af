#pragma once

#include "engine/atomistic/neighbours.h"
#include "engine/atomistic/real_harmonics.h"
#include "engine/atomistic/soap_radial.h"
#include "engine/atomistic/structure.h"
#include "engine/core/matrix.h"
#include "engine/core/run_context.h"

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

namespace vitrine::atomistic {

/// Smooth overlap of atomic positions: the power spectrum of the density around an atom,
///   p = pi sqrt(8 / (2l + 1)) sum_m c_nlm^Z1 c_n'lm^Z2,
/// which no rotation changes (A. P. Bartók, R. Kondor, G. Csányi, Phys. Rev. B 87, 184115 (2013)).
/// Equal to DScribe's definition (L. Himanen et al., Comput. Phys. Commun. 247, 106949 (2020)) with
/// Gaussian type orbitals. Unchanging; shared by threads.
class SoapDescriptor {
 public:
  /// @param species  atomic numbers that can occur, in any order
  /// @throws Error (InvalidInput) as SoapRadial; for no species or more than ten
  SoapDescriptor(std::vector<int> species, const SoapSettings& settings);

  [[nodiscard]] const std::vector<int>& species() const noexcept { return m_species; }
  [[nodiscard]] const SoapSettings& settings() const noexcept { return m_settings; }
  /// Numbers of one environment: for each pair of species Z1 <= Z2, for each degree, for each n and
  /// n' (from n on where both species are one).
  [[nodiscard]] std::size_t length() const noexcept { return m_length; }
  /// Atoms as far away as this take part, Å.
  [[nodiscard]] double reachA() const noexcept { return m_radial.reachA(); }

  /// The vectors of some atoms, one row each.
  /// @param search  of the structure, with a cutoff of reachA()
  /// @throws Error (InvalidInput) for an atom of a species that is not described, or two at one
  ///         place; Cancelled
  [[nodiscard]] Matrix describe(const Structure& structure, const NeighbourSearch& search,
                                std::span<const std::size_t> atoms,
                                const RunContext& context) const;

 private:
  struct Workspace;
  void describeAtom(const Structure& structure, const std::vector<Neighbour>& neighbours,
                    std::size_t atom, Workspace& work, double* vector) const;
  [[nodiscard]] std::size_t speciesIndex(int atomicNumber) const;

  std::vector<int> m_species;
  SoapSettings m_settings;
  SoapRadial m_radial;
  RealHarmonics m_harmonics;
  std::size_t m_length;
};

/// Describes all atoms of a structure block by block, so that memory stays bounded whatever the
/// size: `take(first, rows)` receives the vectors of atoms first, first + 1, … in order.
/// @throws Error (InvalidInput), Cancelled
void describeAll(const SoapDescriptor& descriptor, const Structure& structure,
                 const RunContext& context,
                 const std::function<void(std::size_t first, const Matrix& rows)>& take);

/// M_s = 1 - sqrt(|p - p'|^2 / 2) of two environments, p normalised to length one: 1 for equal
/// ones.
double soapSimilarity(std::span<const double> a, std::span<const double> b);

}  // namespace vitrine::atomistic
