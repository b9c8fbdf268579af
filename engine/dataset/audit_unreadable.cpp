#include "engine/alloy/formula.h"
#include "engine/alloy/formula_scanner.h"
#include "engine/dataset/audit_checks.h"
#include "engine/dataset/audit_text.h"
#include "engine/files/number_text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vitrine::dataset {

namespace {

bool isDigit(char character) {
  return character >= '0' && character <= '9';
}

/// "Zr5O" is Zr50: a letter between or behind digits that looks like one.
std::string withDigits(std::string text) {
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (!isDigit(text[i - 1]) && text[i - 1] != '.')
      continue;
    if (text[i] == 'O' || text[i] == 'o')
      text[i] = '0';
    else if (text[i] == 'l' || text[i] == 'I')
      text[i] = '1';
  }
  return text;
}

std::string withPoints(std::string text) {
  std::replace(text.begin(), text.end(), ',', '.');
  return text;
}

/// "ZR50CU50" and "zr50cu50" are Zr50Cu50: a capital where a word begins, none behind it.
std::string withCapitals(std::string text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool begins = i == 0 || std::isalpha(static_cast<unsigned char>(text[i - 1])) == 0;
    const auto letter = static_cast<unsigned char>(text[i]);
    text[i] = static_cast<char>(begins ? std::toupper(letter) : std::tolower(letter));
  }
  return text;
}

/// Without a remark behind the formula: "Zr50Cu50 (ribbon)", "Zr50Cu50*".
std::string withoutRemark(const std::string& text) {
  return text.substr(0, text.find_first_of(" *;#?"));
}

/// What the writer may have meant; only where the amounts then add up.
std::optional<std::string> mendedFormula(const std::string& text) {
  for (const std::string& candidate :
       {withDigits(text), withPoints(text), withCapitals(text), withoutRemark(text)}) {
    const alloy::ParsedFormula parsed = alloy::parseFormula(candidate);
    constexpr double kRounding = 0.5;
    if (parsed.composition && std::abs(parsed.writtenSum - 100.0) <= kRounding)
      return candidate;
  }
  return std::nullopt;
}

Flaw skippedFlaw(const Table& table, std::size_t index) {
  const SkippedRow& skipped = table.skipped[index];
  Flaw flaw;
  flaw.kind = FlawKind::UnreadableFormula;
  flaw.severity = FlawSeverity::Error;
  flaw.line = skipped.line;
  flaw.message = "The row could not be read: " + skipped.reason;
  if (const auto mended = mendedFormula(skipped.formula)) {
    flaw.fix.action = Fix::Action::RestoreRow;
    flaw.fix.rows = {index};
    flaw.fix.formula = *mended;
    flaw.message += " It may mean " + *mended + ".";
  }
  return flaw;
}

/// The number in "~650", "650*", "65O" or "650 K".
std::optional<double> mendedNumber(const std::string& text) {
  const std::string digits = withDigits(withPoints(text));
  const std::size_t begin = digits.find_first_of("0123456789");
  if (begin == std::string::npos)
    return std::nullopt;
  const std::size_t end = digits.find_first_not_of("0123456789.", begin);
  // Two numbers, as in "650-660", leave a choice that is not ours.
  if (end != std::string::npos && digits.find_first_of("0123456789", end) != std::string::npos)
    return std::nullopt;
  return files::parseNumber(std::string_view(digits).substr(begin, end - begin));
}

Flaw unreadFlaw(const Table& table, const UnreadCell& unread) {
  Flaw flaw;
  flaw.kind = FlawKind::UnreadableValue;
  flaw.row = unread.row;
  flaw.line = table.rows[unread.row].line;
  flaw.column = unread.column;
  flaw.message.append("\"").append(alloy::printable(unread.text));
  flaw.message += "\" is no number, so the value is missing.";
  if (const auto mended = mendedNumber(unread.text)) {
    flaw.fix.action = Fix::Action::SetValues;
    flaw.fix.values = {{unread.row, unread.column, mended}};
    flaw.message += " It may mean " + numberText(*mended) + ".";
  }
  return flaw;
}

/// Sums this far from 100 come from rounding the amounts.
constexpr double kRoundingOfSums = 0.5;

bool isWhole(double sum) {
  return std::abs(sum - 100.0) <= kRoundingOfSums || std::abs(sum - 1.0) <= kRoundingOfSums / 100.0;
}

/// Chemists write small whole numbers, as in Ni4P or Pr2Fe14B; those need not add up.
bool isStoichiometric(const Row& row) {
  constexpr double kLargest = 30.0;
  if (row.writtenSum > kLargest)
    return false;
  return std::all_of(row.composition.shares().begin(), row.composition.shares().end(),
                     [&](const alloy::Share& share) {
                       const double amount = share.amount * row.writtenSum;
                       return std::abs(amount - std::round(amount)) < 1e-6;
                     });
}

/// The formula with one amount ten times smaller or larger, where the sum is then whole:
/// "Zr46.75Be275…" for Be27.5.
std::optional<std::string> mendedAmount(const Row& row) {
  constexpr double kRoundingOfAmounts = 0.05;
  std::vector<alloy::Share> amounts(row.composition.shares().begin(),
                                    row.composition.shares().end());
  for (alloy::Share& share : amounts)
    share.amount *= row.writtenSum;
  for (alloy::Share& share : amounts) {
    const double written = share.amount;
    for (const double factor : {0.1, 10.0}) {
      share.amount = factor * written;
      if (std::abs(row.writtenSum - written + share.amount - 100.0) <= kRoundingOfAmounts)
        return alloy::Composition::fromAmounts(amounts).formula(3);
    }
    share.amount = written;
  }
  return std::nullopt;
}

Flaw sumFlaw(const Row& row, std::size_t index) {
  Flaw flaw;
  flaw.kind = FlawKind::SumOff;
  flaw.row = index;
  flaw.line = row.line;
  constexpr double kFractions = 2.0;
  const double target = row.writtenSum < kFractions ? 1.0 : 100.0;
  flaw.message = "The amounts add up to " + numberText(row.writtenSum) + " and not to " +
                 numberText(target) + ": one of them is wrong or missing.";
  // What is off by far cannot be mended by scaling.
  constexpr double kFar = 0.05;
  flaw.severity =
      std::abs(row.writtenSum / target - 1.0) > kFar ? FlawSeverity::Error : FlawSeverity::Warning;
  flaw.fix.rows = {index};
  auto mended = mendedFormula(row.formula);
  if (!mended)
    mended = mendedAmount(row);
  if (mended) {
    flaw.fix.action = Fix::Action::SetFormula;
    flaw.fix.formula = *mended;
    flaw.message += " It may mean " + *mended + ".";
  } else {
    flaw.fix.action = Fix::Action::RemoveRows;
  }
  return flaw;
}

}  // namespace

std::vector<Flaw> findUnreadable(const Table& table, const RunContext& context) {
  std::vector<Flaw> flaws;
  for (std::size_t i = 0; i < table.skipped.size(); ++i) {
    context.tick();
    flaws.push_back(skippedFlaw(table, i));
  }
  for (const UnreadCell& unread : table.unread) {
    context.tick();
    flaws.push_back(unreadFlaw(table, unread));
  }
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    context.tick();
    const Row& row = table.rows[i];
    if (row.writtenSum > 0.0 && !isWhole(row.writtenSum) && !isStoichiometric(row))
      flaws.push_back(sumFlaw(row, i));
  }
  return flaws;
}

}  // namespace vitrine::dataset
