#include "engine/dataset/row_filter.h"

#include "engine/alloy/element.h"
#include "engine/core/error.h"
#include "engine/files/number_text.h"

#include <algorithm>

namespace vitrine::dataset {

namespace {

char lowered(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

std::string lowered(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](char letter) { return lowered(letter); });
  return result;
}

bool contains(std::string_view text, std::string_view word) {
  return std::search(text.begin(), text.end(), word.begin(), word.end(),
                     [](char a, char b) { return lowered(a) == b; }) != text.end();
}

}  // namespace

RowFilter::RowFilter(std::string_view text, const Table& table) {
  while (true) {
    const std::size_t begin = text.find_first_not_of(" \t,");
    if (begin == std::string_view::npos)
      return;
    text.remove_prefix(begin);
    const std::string_view word = text.substr(0, text.find_first_of(" \t,"));
    text.remove_prefix(word.size());
    if (const std::size_t sign = word.find_first_of("<>="); sign != std::string_view::npos)
      addComparison(word, sign, table);
    else if (const auto* element = alloy::findElement(word))
      m_with.push_back(element->atomicNumber);
    else if (const auto* other =
                 word.starts_with('-') ? alloy::findElement(word.substr(1)) : nullptr)
      m_without.push_back(other->atomicNumber);
    else
      m_words.push_back(lowered(word));
  }
}

void RowFilter::addComparison(std::string_view word, std::size_t sign, const Table& table) {
  const std::string name(word.substr(0, sign));
  const auto column = table.column(name);
  if (!column)
    throw Error(ErrorCode::InvalidInput, "The table has no column \"" + name + "\".");
  const bool orEqual = word.substr(sign + 1).starts_with('=');
  const std::string_view number = word.substr(sign + (orEqual ? 2 : 1));
  Condition condition{*column};
  if (word[sign] == '=')
    condition.comparison = number.empty() ? Comparison::Missing : Comparison::Equal;
  else if (word[sign] == '<')
    condition.comparison = orEqual ? Comparison::LessOrEqual : Comparison::Less;
  else
    condition.comparison = orEqual ? Comparison::GreaterOrEqual : Comparison::Greater;
  if (condition.comparison != Comparison::Missing) {
    const auto value = files::parseNumber(number, '.');
    if (!value)
      throw Error(ErrorCode::InvalidInput,
                  "\"" + std::string(word) + "\" needs a number behind its sign.");
    condition.value = *value;
  }
  m_conditions.push_back(condition);
}

bool RowFilter::Condition::holds(const Row& row) const {
  const auto& given = row.values[column];
  if (comparison == Comparison::Missing)
    return !given;
  if (!given)
    return false;
  switch (comparison) {
    case Comparison::Less:
      return *given < value;
    case Comparison::LessOrEqual:
      return *given <= value;
    case Comparison::GreaterOrEqual:
      return *given >= value;
    case Comparison::Greater:
      return *given > value;
    case Comparison::Equal:
    case Comparison::Missing:
      break;
  }
  return *given == value;
}

bool RowFilter::wants(const Row& row) const {
  const auto has = [&](int element) { return row.composition.fraction(element) > 0.0; };
  return std::all_of(m_with.begin(), m_with.end(), has) &&
         std::none_of(m_without.begin(), m_without.end(), has) &&
         std::all_of(m_conditions.begin(), m_conditions.end(),
                     [&](const Condition& condition) { return condition.holds(row); }) &&
         std::all_of(m_words.begin(), m_words.end(), [&](const std::string& word) {
           return contains(row.formula, word) || contains(row.source, word);
         });
}

}  // namespace vitrine::dataset
