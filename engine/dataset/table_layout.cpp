#include "engine/dataset/table_layout.h"

#include "engine/alloy/element.h"
#include "engine/core/error.h"
#include "engine/files/number_text.h"

#include <algorithm>
#include <array>
#include <set>

namespace vitrine::dataset {

namespace {

using Role = TableLayout::Role;

std::string lowered(std::string_view text) {
  std::string result(text);
  for (char& character : result)
    if (character >= 'A' && character <= 'Z')
      character = static_cast<char>(character - 'A' + 'a');
  return result;
}

template <std::size_t N>
bool isOneOf(const std::string& name, const std::array<std::string_view, N>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// What stands behind an element's symbol: "at.%", "wt%", nothing. Empty optional: something else,
/// as in "K_GPa".
std::optional<alloy::Basis> basisOf(std::string_view unit) {
  std::string letters;
  for (const char character : lowered(unit))
    if (character != '.' && character != '%' && character != ' ')
      letters += character;
  constexpr std::array<std::string_view, 6> kAtomic = {"", "at", "atomic", "mol", "x", "frac"};
  constexpr std::array<std::string_view, 4> kWeight = {"wt", "weight", "mass", "w"};
  if (isOneOf(letters, kAtomic))
    return alloy::Basis::AtomicPercent;
  if (isOneOf(letters, kWeight))
    return alloy::Basis::WeightPercent;
  return std::nullopt;
}

struct ElementColumn {
  int atomicNumber;
  alloy::Basis basis;
};

std::optional<ElementColumn> elementColumn(std::string_view header) {
  PropertyColumn split = splitUnit(header);
  if (split.unit.empty()) {
    // "Zr at.%"
    const std::size_t space = header.find(' ');
    split.name = header.substr(0, space);
    split.unit = space == std::string_view::npos ? "" : header.substr(space + 1);
  }
  const alloy::Element* element = alloy::findElement(split.name);
  const auto basis = basisOf(split.unit);
  if (element == nullptr || !basis)
    return std::nullopt;
  return ElementColumn{element->atomicNumber, *basis};
}

/// The column of formulas; a name other than "formula" gives way to columns of elements.
std::optional<std::size_t> formulaColumn(const std::vector<TableLayout::Column>& columns,
                                         std::size_t elementColumns) {
  constexpr std::array<std::string_view, 1> kFormula = {"formula"};
  constexpr std::array<std::string_view, 3> kOther = {"composition", "alloy", "chemical formula"};
  const auto find = [&](const auto& names) -> std::optional<std::size_t> {
    for (std::size_t i = 0; i < columns.size(); ++i)
      if (isOneOf(lowered(columns[i].header), names))
        return i;
    return std::nullopt;
  };
  if (const auto exact = find(kFormula))
    return exact;
  return elementColumns < 2 ? find(kOther) : std::nullopt;
}

void assignElements(TableLayout& layout, std::span<const std::optional<ElementColumn>> elements) {
  std::set<int> seen;
  std::optional<alloy::Basis> basis;
  for (std::size_t i = 0; i < elements.size(); ++i) {
    if (!elements[i])
      continue;
    TableLayout::Column& column = layout.columns[i];
    if (!seen.insert(elements[i]->atomicNumber).second)
      throw Error(ErrorCode::InvalidInput,
                  "Two columns are named after the same element: " + column.header + ".");
    if (basis && *basis != elements[i]->basis)
      throw Error(ErrorCode::InvalidInput,
                  "Some element columns are by weight and others are not, as " + column.header +
                      " shows: give all of them the same unit.");
    basis = elements[i]->basis;
    column.role = Role::Element;
    column.atomicNumber = elements[i]->atomicNumber;
  }
  layout.basis = basis.value_or(alloy::Basis::AtomicPercent);
}

void noteRepeatedProperties(TableLayout& layout) {
  std::set<std::string> seen;
  for (const auto& column : layout.columns)
    if (column.role == Role::Property && !seen.insert(column.header).second)
      layout.findings.push_back(
          {Finding::Severity::Note,
           "The column " + column.header + " is there more than once; the first one is used.", 0});
}

}  // namespace

std::optional<std::size_t> TableLayout::find(Role role) const {
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (columns[i].role == role)
      return i;
  return std::nullopt;
}

PropertyColumn splitUnit(std::string_view header) {
  header = files::trimmed(header);
  const auto part = [&](std::size_t begin, std::size_t end) {
    return std::string(files::trimmed(header.substr(begin, end - begin)));
  };
  if (header.ends_with(')') || header.ends_with(']')) {
    const std::size_t open = header.rfind(header.back() == ')' ? '(' : '[');
    if (open != std::string_view::npos && open > 0)
      return {part(0, open), part(open + 1, header.size() - 1)};
  }
  const std::size_t underscore = header.rfind('_');
  if (underscore != std::string_view::npos && underscore > 0 && underscore + 1 < header.size())
    return {part(0, underscore), part(underscore + 1, header.size())};
  return {std::string(header), ""};
}

std::optional<TableLayout> layoutOf(std::span<const std::string> header) {
  constexpr std::array<std::string_view, 5> kSources = {"source", "reference", "references", "ref",
                                                        "doi"};
  TableLayout layout;
  std::vector<std::optional<ElementColumn>> elements;
  for (const std::string& cell : header) {
    TableLayout::Column column;
    column.header = files::trimmed(cell);
    elements.push_back(elementColumn(column.header));
    layout.columns.push_back(std::move(column));
  }
  const auto elementColumns = static_cast<std::size_t>(std::count_if(
      elements.begin(), elements.end(), [](const auto& element) { return element.has_value(); }));

  const auto formula = formulaColumn(layout.columns, elementColumns);
  if (!formula && elementColumns < 2)
    return std::nullopt;
  if (formula)
    layout.columns[*formula].role = Role::Formula;
  else
    assignElements(layout, elements);

  for (auto& column : layout.columns) {
    if (column.role != Role::Ignored || column.header.empty())
      continue;
    if (isOneOf(lowered(column.header), kSources) && !layout.find(Role::Source)) {
      column.role = Role::Source;
    } else {
      column.role = Role::Property;
      column.property = splitUnit(column.header);
    }
  }
  noteRepeatedProperties(layout);
  return layout;
}

}  // namespace vitrine::dataset
