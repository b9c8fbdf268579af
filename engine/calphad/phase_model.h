#pragma once

#include "engine/calphad/database.h"
#include "engine/calphad/site_polynomial.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace vitrine::calphad {

/// Part of a phase where constituents mix.
struct Sublattice {
  double sites = 0.0;
  std::vector<std::size_t> species;
  std::size_t first = 0;  ///< index of the site fraction of species[0]
};

/// A phase in an alloy of some elements: the compound energy formalism with magnetic part and, for
/// ordered phases, the partition G = G_dis(x) + G_ord(y) - G_ord(x), where x are the site fractions
/// averaged over the ordering sublattices. The partition is made for the Curie temperature and the
/// moment too, and the magnetic energy then comes from their sums.
/// Source: Lukas, Fries & Sundman, Computational Thermodynamics, ch. 5 (2007).
class PhaseModel {
 public:
  /// Empty where the phase has no model in this alloy; `reason` then says why, or stays empty where
  /// the phase has nothing to do with these elements.
  /// @param components  indices of elements of the database
  static std::optional<PhaseModel> build(const Database& database, std::size_t phase,
                                         std::span<const std::size_t> components,
                                         std::string& reason);

  [[nodiscard]] const std::string& name() const noexcept { return m_name; }
  /// The name of the phase in the state `fractions`: that of the disordered part where the ordering
  /// sublattices are alike.
  [[nodiscard]] const std::string& name(std::span<const double> fractions) const;
  /// Of DIS_PART; empty without.
  [[nodiscard]] const std::string& disorderedName() const noexcept { return m_disorderedName; }
  [[nodiscard]] const std::vector<Sublattice>& sublattices() const noexcept {
    return m_sublattices;
  }
  [[nodiscard]] std::size_t variables() const noexcept { return m_variables; }
  [[nodiscard]] bool ordered() const noexcept { return !m_disorderedName.empty(); }
  /// How many of the first sublattices can order; 0 for a phase without disordered part.
  [[nodiscard]] std::size_t orderingSublattices() const noexcept { return m_ordering; }
  /// Atoms of component c that a site fraction v of one brings per formula unit.
  [[nodiscard]] double atoms(std::size_t c, std::size_t v) const {
    return m_atoms[c * m_variables + v];
  }
  [[nodiscard]] std::size_t components() const noexcept { return m_components; }
  /// Moles of each component per mole of formula units.
  [[nodiscard]] std::vector<double> moles(std::span<const double> fractions) const;
  /// False where every sublattice is mostly empty: no crystal, though a model may give it an
  /// energy.
  [[nodiscard]] bool condensed(std::span<const double> fractions) const;

 private:
  friend class PhaseModelBuilder;
  friend class PhaseEnergy;

  static constexpr std::size_t kProperties = 3;  ///< as ParameterKind counts them

  std::string m_name;
  std::string m_disorderedName;
  std::vector<Sublattice> m_sublattices;
  std::size_t m_components = 0;
  std::size_t m_variables = 0;
  std::size_t m_ordering = 0;
  std::vector<double> m_atoms;
  double m_antiferromagneticFactor = 0.0;
  double m_structureFactor = 0.0;

  std::vector<std::size_t> m_parameters;  ///< of the database; polynomials count in this list
  std::array<SitePolynomial, kProperties> m_ownPart;   ///< in the site fractions
  std::array<SitePolynomial, kProperties> m_averaged;  ///< in averaged site fractions
  std::vector<std::uint16_t> m_averageOf;              ///< of each site fraction
  std::vector<double> m_averageWeight;
  std::size_t m_averages = 0;
};

}  // namespace vitrine::calphad
