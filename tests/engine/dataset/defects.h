#pragma once

#include "engine/alloy/composition.h"
#include "engine/alloy/formula.h"
#include "engine/core/random.h"
#include "engine/dataset/table_io.h"

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <functional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace vitrine::test {

/// A table as text, so that a defect is what stands in a file: formula, Tg_K, Tx_K, Tl_K, Tm_K,
/// Dmax_mm.
struct TextTable {
  std::string header;
  std::vector<std::vector<std::string>> rows;

  [[nodiscard]] dataset::Table parsed(const char* name = "defects") const {
    std::string text = header + "\n";
    for (const auto& row : rows) {
      for (std::size_t i = 0; i < row.size(); ++i)
        text += (i > 0 ? "," : "") + row[i];
      text += "\n";
    }
    const auto bytes = std::as_bytes(std::span(text));
    return dataset::parseTable({bytes.begin(), bytes.end()}, name);
  }
};

inline std::string textOf(double value, int decimals = 1) {
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%.*f", decimals, value);
  return text.data();
}

inline TextTable textTableOf(const dataset::Table& table) {
  TextTable text;
  text.header = "formula";
  for (const auto& column : table.columns)
    text.header += "," + dataset::headerOf(column);
  for (const dataset::Row& row : table.rows) {
    auto& cells = text.rows.emplace_back();
    cells.push_back(row.formula);
    for (const auto& value : row.values)
      cells.push_back(value ? textOf(*value) : "");
  }
  return text;
}

/// Puts one defect into row `row` of the text, and says whether that was possible there. Appended
/// rows are allowed.
using Inject = std::function<bool(TextTable&, std::size_t row, Random&)>;

struct DefectKind {
  const char* name;
  Inject inject;
};

namespace defects {

constexpr std::size_t kTg = 1, kTx = 2, kTl = 3, kTm = 4;

inline double number(const TextTable& table, std::size_t row, std::size_t cell) {
  return std::stod(table.rows[row][cell]);
}

inline bool given(const TextTable& table, std::size_t row, std::size_t cell) {
  return !table.rows[row][cell].empty();
}

/// One of the temperatures that the row has.
inline std::size_t anyTemperature(const TextTable& table, std::size_t row, Random& random) {
  std::size_t cell = kTg + random.below(3);
  while (!given(table, row, cell))
    cell = kTg + random.below(3);
  return cell;
}

inline std::string formulaOf(const std::vector<alloy::Share>& amounts, int decimals) {
  std::string text;
  for (const alloy::Share& share : amounts)
    text += std::string(alloy::element(share.atomicNumber).symbol) + textOf(share.amount, decimals);
  return text;
}

inline std::vector<alloy::Share> percentOf(const TextTable& table, std::size_t row) {
  const auto alloy = alloy::compositionOf(table.rows[row][0]);
  std::vector<alloy::Share> amounts(alloy.shares().begin(), alloy.shares().end());
  for (alloy::Share& share : amounts)
    share.amount *= 100.0;
  return amounts;
}

inline bool unreadableFormula(TextTable& table, std::size_t row, Random& random) {
  std::string& formula = table.rows[row][0];
  switch (random.below(5)) {
    case 0:
      formula = "Mm" + formula;
      break;
    case 1:
      formula += ":L14514";
      break;
    case 2:
      formula = "(" + formula;
      break;
    case 3:
      formula += "Xq2";
      break;
    default:
      formula.insert(formula.find_first_of("0123456789"), "..");
      break;
  }
  return true;
}

inline bool unreadableValue(TextTable& table, std::size_t row, Random& random) {
  std::string& cell = table.rows[row][anyTemperature(table, row, random)];
  constexpr std::array<const char*, 4> kForms{"~%", "%*", "%?", "> %"};
  std::string form = kForms.at(random.below(kForms.size()));
  form.replace(form.find('%'), 1, cell);
  cell = form;
  return true;
}

/// 2 to 30 at.% too much or too little of one element.
inline bool sumOff(TextTable& table, std::size_t row, Random& random) {
  auto amounts = percentOf(table, row);
  alloy::Share& share = amounts[random.below(amounts.size())];
  const double change = (random.below(2) == 0 ? -1.0 : 1.0) * (2.0 + 28.0 * random.uniform());
  if (share.amount + change <= 0.5)
    return false;
  share.amount += change;
  table.rows[row][0] = formulaOf(amounts, 2);
  return true;
}

/// The row again at the end, elements in another order.
inline bool duplicate(TextTable& table, std::size_t row, Random& random) {
  auto amounts = percentOf(table, row);
  random.shuffle(amounts);
  auto copy = table.rows[row];
  copy[0] = formulaOf(amounts, 3);
  table.rows.push_back(std::move(copy));
  return true;
}

/// The same with one temperature off by 50 to 200 K.
inline bool contradiction(TextTable& table, std::size_t row, Random& random) {
  duplicate(table, row, random);
  const std::size_t last = table.rows.size() - 1;
  const std::size_t cell = anyTemperature(table, last, random);
  const double change = (random.below(2) == 0 ? -1.0 : 1.0) * (50.0 + 150.0 * random.uniform());
  table.rows[last][cell] = textOf(number(table, last, cell) + change);
  return true;
}

/// Tg and Tx or Tl exchanged, or Tg raised above one of them.
inline bool order(TextTable& table, std::size_t row, Random& random) {
  const std::size_t other = random.below(2) == 0 ? kTx : kTl;
  if (!given(table, row, other))
    return false;
  if (random.below(2) == 0)
    std::swap(table.rows[row][kTg], table.rows[row][other]);
  else
    table.rows[row][kTg] = textOf(number(table, row, other) + 30.0 * random.uniform());
  return true;
}

inline bool decimalPoint(TextTable& table, std::size_t row, Random& random) {
  const std::size_t cell = anyTemperature(table, row, random);
  const double factor = random.below(4) == 0 ? 0.1 : 10.0;
  table.rows[row][cell] = textOf(factor * number(table, row, cell), 2);
  return true;
}

/// °C among K in one temperature or in all of a row, or 273.15 added once too often.
inline bool unitSlip(TextTable& table, std::size_t row, Random& random) {
  const double offset = random.below(4) == 0 ? 273.15 : -273.15;
  if (random.below(3) == 0) {
    for (std::size_t cell = kTg; cell <= kTm; ++cell)
      if (given(table, row, cell))
        table.rows[row][cell] = textOf(number(table, row, cell) + offset, 2);
    return true;
  }
  const std::size_t cell = anyTemperature(table, row, random);
  table.rows[row][cell] = textOf(number(table, row, cell) + offset, 2);
  return true;
}

/// One temperature over the other.
inline bool copiedCell(TextTable& table, std::size_t row, Random& random) {
  const std::size_t from = kTg + random.below(3);
  const std::size_t to = kTg + random.below(3);
  if (from == to || !given(table, row, from) || !given(table, row, to))
    return false;
  table.rows[row][to] = table.rows[row][from];
  return true;
}

/// The amounts in wt.%, with so many decimals. Alloys of like atoms, which that moves by less than
/// 3 at.%, are left out: nothing happens to them.
inline bool byWeight(TextTable& table, std::size_t row, int decimals) {
  const auto alloy = alloy::compositionOf(table.rows[row][0]);
  auto amounts = percentOf(table, row);
  const auto percent = alloy.weightPercent();
  double moved = 0.0;
  for (std::size_t i = 0; i < amounts.size(); ++i) {
    moved += 0.5 * std::abs(amounts[i].amount - percent[i]);
    amounts[i].amount = percent[i];
  }
  table.rows[row][0] = formulaOf(amounts, decimals);
  return moved >= 3.0;
}

}  // namespace defects

/// Lines of the file that hold a defect or its original.
struct Injected {
  TextTable table;
  std::vector<std::set<std::size_t>> lines;  ///< of each defect
};

/// `count` defects of one kind, in different rows.
inline Injected injected(const TextTable& clean, const Inject& inject, std::size_t count,
                         std::uint64_t seed) {
  Random random(seed);
  Injected result{clean, {}};
  std::set<std::size_t> used;
  while (result.lines.size() < count) {
    const std::size_t row = random.below(clean.rows.size());
    if (used.count(row) > 0)
      continue;
    TextTable tried = result.table;
    if (!inject(tried, row, random))
      continue;
    used.insert(row);
    constexpr std::size_t kFirstLine = 2;
    std::set<std::size_t> lines = {row + kFirstLine};
    if (tried.rows.size() > result.table.rows.size())
      lines.insert(tried.rows.size() - 1 + kFirstLine);
    result.table = std::move(tried);
    result.lines.push_back(std::move(lines));
  }
  return result;
}

}  // namespace vitrine::test
