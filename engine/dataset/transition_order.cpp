#include "engine/dataset/transition_order.h"

#include "engine/core/units.h"
#include "engine/dataset/column_meaning.h"

#include <array>

namespace vitrine::dataset {

TransitionOrder::TransitionOrder(const Table& table) : m_table(table) {
  struct Rule {
    Transition lower;
    Transition upper;
    /// Solidus and liquidus meet in a eutectic, and are read off the same peak to about 5 K.
    double toleranceK;
  };
  constexpr std::array kRules{
      Rule{Transition::Glass, Transition::Crystallization, 0.0},
      Rule{Transition::Glass, Transition::Solidus, 0.0},
      Rule{Transition::Glass, Transition::Liquidus, 0.0},
      Rule{Transition::Crystallization, Transition::Solidus, 0.0},
      Rule{Transition::Crystallization, Transition::Liquidus, 0.0},
      Rule{Transition::Solidus, Transition::Liquidus, 5.0},
  };
  for (const Rule& rule : kRules) {
    const auto lower = columnOf(table, rule.lower);
    const auto upper = columnOf(table, rule.upper);
    if (lower && upper)
      m_pairs.push_back({*lower, *upper, rule.toleranceK});
  }
}

std::optional<double> TransitionOrder::kelvin(std::size_t column,
                                              std::span<const std::optional<double>> values) const {
  const auto& value = values[column];
  if (!value || !isCelsius(m_table.columns[column]))
    return value;
  return kelvinFromCelsius(*value);
}

std::vector<TransitionOrder::Violation> TransitionOrder::violations(
    std::span<const std::optional<double>> values) const {
  std::vector<Violation> violations;
  for (const auto& [lower, upper, toleranceK] : m_pairs) {
    const auto below = kelvin(lower, values);
    const auto above = kelvin(upper, values);
    const bool inOrder = toleranceK > 0.0 ? !below || !above || *below <= *above + toleranceK
                                          : !below || !above || *below < *above;
    if (!inOrder)
      violations.push_back({lower, upper});
  }
  for (std::size_t c = 0; c < values.size(); ++c) {
    const PropertyColumn& column = m_table.columns[c];
    const auto value = kelvin(c, values);
    if (value && *value <= 0.0 && (isKelvin(column) || isCelsius(column)))
      violations.push_back({c, c});
  }
  return violations;
}

}  // namespace vitrine::dataset
