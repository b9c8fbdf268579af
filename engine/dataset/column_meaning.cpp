#include "engine/dataset/column_meaning.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace vitrine::dataset {

namespace {

std::string lettersOf(std::string_view text) {
  std::string letters;
  for (const char character : text) {
    if (character >= 'A' && character <= 'Z')
      letters += static_cast<char>(character - 'A' + 'a');
    else if (character != '_' && character != ' ')
      letters += character;
  }
  return letters;
}

template <std::size_t N>
bool isOneOf(std::string_view text, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

}  // namespace

std::optional<Transition> transitionOf(const PropertyColumn& column) {
  using Named = std::pair<std::string_view, Transition>;
  constexpr std::array kNames{
      Named{"tg", Transition::Glass},
      Named{"tx", Transition::Crystallization},
      Named{"tx1", Transition::Crystallization},
      Named{"tm", Transition::Solidus},
      Named{"ts", Transition::Solidus},
      Named{"tsol", Transition::Solidus},
      Named{"tsolidus", Transition::Solidus},
      Named{"solidus", Transition::Solidus},
      Named{"tl", Transition::Liquidus},
      Named{"tliq", Transition::Liquidus},
      Named{"tliquidus", Transition::Liquidus},
      Named{"liquidus", Transition::Liquidus},
  };
  const std::string name = lettersOf(column.name);
  for (const auto& [word, transition] : kNames)
    if (name == word)
      return transition;
  return std::nullopt;
}

std::optional<std::size_t> columnOf(const Table& table, Transition transition) {
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    if (transitionOf(table.columns[i]) == transition)
      return i;
  return std::nullopt;
}

bool isKelvin(const PropertyColumn& column) {
  return column.unit == "K" || (column.unit.empty() && transitionOf(column).has_value());
}

bool isCelsius(const PropertyColumn& column) {
  constexpr std::array<std::string_view, 5> kCelsius{"C", "°C", "℃", "degC", "deg C"};
  return isOneOf(column.unit, kCelsius);
}

bool isLength(const PropertyColumn& column) {
  constexpr std::array<std::string_view, 6> kLengths{"mm", "cm", "m", "um", "µm", "μm"};
  return isOneOf(column.unit, kLengths);
}

}  // namespace vitrine::dataset
