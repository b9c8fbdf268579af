#include "engine/calphad/free_fractions.h"

#include <algorithm>

namespace vitrine::calphad {

FreeFractions::FreeFractions(const PhaseModel& model, std::span<const double> fractions) {
  for (const auto& sublattice : model.sublattices()) {
    const auto own = fractions.subspan(sublattice.first, sublattice.species.size());
    const auto rest =
        sublattice.first +
        static_cast<std::size_t>(std::max_element(own.begin(), own.end()) - own.begin());
    for (std::size_t v = sublattice.first; v < sublattice.first + own.size(); ++v) {
      if (v != rest)
        m_free.push_back({v, rest});
    }
  }
}

std::vector<double> FreeFractions::gradient(std::span<const double> all) const {
  std::vector<double> result;
  for (const auto& [variable, rest] : m_free)
    result.push_back(all[variable] - all[rest]);
  return result;
}

std::vector<double> FreeFractions::hessian(std::span<const double> all,
                                           std::size_t variables) const {
  std::vector<double> result;
  const auto at = [&](std::size_t i, std::size_t j) { return all[i * variables + j]; };
  for (const auto& a : m_free) {
    for (const auto& b : m_free)
      result.push_back(at(a.variable, b.variable) - at(a.variable, b.rest) -
                       at(a.rest, b.variable) + at(a.rest, b.rest));
  }
  return result;
}

std::vector<double> FreeFractions::changes(std::span<const double> free,
                                           std::size_t variables) const {
  std::vector<double> result(variables);
  for (std::size_t i = 0; i < m_free.size(); ++i) {
    result[m_free[i].variable] += free[i];
    result[m_free[i].rest] -= free[i];
  }
  return result;
}

}  // namespace vitrine::calphad
