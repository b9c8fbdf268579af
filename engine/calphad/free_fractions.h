#pragma once

#include "engine/calphad/phase_model.h"

#include <cstddef>
#include <span>
#include <vector>

namespace vitrine::calphad {

/// Site fractions that can be varied on their own: on each sublattice all but the largest, which
/// takes what they leave.
class FreeFractions {
 public:
  FreeFractions(const PhaseModel& model, std::span<const double> fractions);

  [[nodiscard]] std::size_t count() const noexcept { return m_free.size(); }
  /// Derivatives by the free fractions from those by all.
  [[nodiscard]] std::vector<double> gradient(std::span<const double> all) const;
  /// Row after row.
  [[nodiscard]] std::vector<double> hessian(std::span<const double> all,
                                            std::size_t variables) const;
  /// Changes of all fractions from those of the free ones.
  [[nodiscard]] std::vector<double> changes(std::span<const double> free,
                                            std::size_t variables) const;

 private:
  struct Free {
    std::size_t variable = 0;
    std::size_t rest = 0;  ///< the largest of its sublattice
  };
  std::vector<Free> m_free;
};

}  // namespace vitrine::calphad
