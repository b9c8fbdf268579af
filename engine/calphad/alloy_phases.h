#pragma once

#include "engine/calphad/phase_model.h"

#include <memory>
#include <string>
#include <vector>

namespace vitrine::calphad {

/// A phase in one state: its site fractions and what it holds.
struct PhasePoint {
  std::size_t phase = 0;  ///< index in AlloyPhases::models
  std::vector<double> fractions;
  std::vector<double> moles;  ///< of each component per mole of formula units
};

/// The phases that an alloy of some elements can consist of. Unchanging; shared by threads.
class AlloyPhases {
 public:
  /// @param symbols  elements as on the periodic table, "Al"; the components in their order
  /// @throws Error (InvalidInput) where the database lacks an element or has no liquid of them
  AlloyPhases(std::shared_ptr<const Database> database, const std::vector<std::string>& symbols);

  [[nodiscard]] const Database& database() const noexcept { return *m_database; }
  [[nodiscard]] std::size_t components() const noexcept { return m_components; }
  [[nodiscard]] const std::vector<PhaseModel>& models() const noexcept { return m_models; }
  /// Index of the liquid.
  [[nodiscard]] std::size_t liquid() const noexcept { return m_liquid; }
  /// States spread over each phase, from which the lowest are sought. All are inside, with no site
  /// fraction zero.
  [[nodiscard]] const std::vector<std::vector<PhasePoint>>& spread() const noexcept {
    return m_spread;
  }
  /// Phases of the database that were left out, and why: "GAS is a gas".
  [[nodiscard]] const std::vector<std::string>& leftOut() const noexcept { return m_leftOut; }

 private:
  /// A phase whose states all are states of an ordered phase too need not be there twice.
  void leaveOutDisorderedForms();

  std::shared_ptr<const Database> m_database;
  std::size_t m_components = 0;
  std::size_t m_liquid = 0;
  std::vector<PhaseModel> m_models;
  std::vector<std::vector<PhasePoint>> m_spread;
  std::vector<std::string> m_leftOut;
};

}  // namespace vitrine::calphad
