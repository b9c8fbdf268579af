#include "engine/alloy/formula.h"

#include "engine/alloy/formula_scanner.h"
#include "engine/core/error.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numeric>
#include <string>
#include <utility>

namespace vitrine::alloy {

namespace {

using Kind = Token::Kind;
using Amounts = std::vector<double>;  ///< by atomic number

double total(const Amounts& amounts) {
  return std::accumulate(amounts.begin(), amounts.end(), 0.0);
}

/// A hundredth of room: literature rounds shares, as in (Ti33Zr33Hf33)40(Ni50Cu50)50Al10.
bool isWhole(double sum) {
  return std::abs(sum - 100.0) <= 1.0 || std::abs(sum - 1.0) <= 0.01;
}

std::string numberText(double value) {
  std::array<char, 32> text;
  const auto end =
      std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::general, 6);
  return {text.data(), end.ptr};
}

char closingBracket(char opening) {
  return opening == '(' ? ')' : static_cast<char>(opening + 2);  // [ ] and { } in ASCII
}

/// Known by name, but the table of facts ends before them.
bool isBeyondTheTable(std::string_view symbol) {
  constexpr std::array<std::string_view, 15> kSymbols{
      "Rf", "Db", "Sg", "Bh", "Hs", "Mt", "Ds", "Rg", "Cn", "Nh", "Fl", "Mc", "Lv", "Ts", "Og"};
  return std::find(kSymbols.begin(), kSymbols.end(), symbol) != kSymbols.end();
}

std::string unknownElement(const std::string& word) {
  constexpr std::size_t kMostShown = 20;
  if (word.size() > kMostShown)
    return word.substr(0, kMostShown) + "… is not an element";
  if (isBeyondTheTable(word))
    return word + " is heavier than lawrencium (Lr), the last element of the table";
  std::string clause = word + " is not an element";
  if (word[0] >= 'a') {
    std::string capital = word;
    capital[0] = static_cast<char>(capital[0] - 'a' + 'A');
    if (findElement(capital) != nullptr)
      clause += " (did you mean " + capital + "?)";
  }
  return clause;
}

/// An element or a group with the number behind it.
struct Item {
  std::size_t position = 0;
  bool isGroup = false;
  bool hasNumber = false;
  double number = 1.0;
  int atomicNumber = 0;  ///< of an element
  Amounts amounts;       ///< of a group
};

/// The items between two brackets, or those outside all brackets.
struct Level {
  char bracket = 0;
  std::size_t position = 0;
  std::vector<Item> items;
};

/// Walks over the words once, with a stack of open brackets of its own: no recursion.
class Parser {
 public:
  Parser(std::string_view text, Basis basis) : m_scan(scanFormula(text)), m_basis(basis) {}

  ParsedFormula run() {
    m_levels.emplace_back();
    while (!failed() && current().kind != Kind::End)
      step();
    if (!failed())
      finish();
    if (failed()) {
      m_result.findings.assign(1, m_error);
      m_result.writtenSum = 0.0;
    }
    return std::move(m_result);
  }

 private:
  [[nodiscard]] const Token& current() const { return m_scan.tokens[m_at]; }
  [[nodiscard]] const Token& next() const { return m_scan.tokens[m_at + 1]; }
  [[nodiscard]] bool failed() const { return !m_error.message.empty(); }
  [[nodiscard]] std::vector<Item>& items() { return m_levels.back().items; }

  void fail(std::size_t position, const std::string& clause) {
    m_error = {Finding::Severity::Error, clause + ", at position " + std::to_string(position) + ".",
               position};
  }

  void note(const std::string& sentence, std::size_t position = 0) {
    m_result.findings.push_back({Finding::Severity::Note, sentence, position});
  }

  void step() {
    switch (current().kind) {
      case Kind::Symbol:
        takeSymbol();
        break;
      case Kind::Number:
        takeNumber();
        break;
      case Kind::Open:
        open();
        break;
      case Kind::Close:
        close();
        break;
      case Kind::Hyphen:
        takeHyphen();
        break;
      case Kind::End:
        break;
    }
    ++m_at;
  }

  void takeSymbol() {
    const Element* found = findElement(current().text);
    if (found == nullptr)
      return fail(current().position, unknownElement(current().text));
    Item item;
    item.position = current().position;
    item.atomicNumber = found->atomicNumber;
    items().push_back(item);
  }

  void takeNumber() {
    if (items().empty())
      return fail(current().position, "An amount must follow an element or a closing bracket");
    Item& item = items().back();
    if (item.hasNumber)
      return fail(current().position, "Two numbers follow each other");
    item.hasNumber = true;
    item.number = current().value;
  }

  void open() {
    if (m_levels.size() > kMaxFormulaNesting) {
      return fail(current().position,
                  "Brackets are nested deeper than " + std::to_string(kMaxFormulaNesting));
    }
    m_levels.push_back({current().text[0], current().position, {}});
  }

  void close() {
    const char bracket = current().text[0];
    if (m_levels.size() == 1)
      return fail(current().position, std::string("'") + bracket + "' closes no bracket");
    const char wanted = closingBracket(m_levels.back().bracket);
    if (bracket != wanted) {
      return fail(current().position, std::string("'") + bracket + "' stands where '" + wanted +
                                          "' should close the bracket of position " +
                                          std::to_string(m_levels.back().position));
    }
    if (items().empty())
      return fail(current().position, "The brackets are empty");
    Item group;
    group.isGroup = true;
    group.position = m_levels.back().position;
    group.amounts = resolved(m_levels.back());
    if (!(total(group.amounts) > 0.0))
      return fail(group.position, "The amounts in the brackets add up to zero");
    m_levels.pop_back();
    items().push_back(std::move(group));
  }

  void takeHyphen() {
    const Token& hyphen = current();
    const bool itemFollows = next().kind == Kind::Symbol || next().kind == Kind::Open;
    if (items().empty())
      return fail(hyphen.position, "Nothing stands before the hyphen");
    if (itemFollows)
      return;
    if (next().kind != Kind::Number) {
      // A refused character behind the hyphen is the better explanation.
      if (next().kind == Kind::End && !m_scan.error.empty())
        return;
      return fail(hyphen.position, "Neither an amount nor an element follows the hyphen");
    }
    if (hyphen.spaceBefore || next().spaceBefore || items().back().hasNumber)
      fail(hyphen.position, "An amount cannot be negative");
  }

  /// The amounts of all elements on one level, its groups multiplied out.
  Amounts resolved(const Level& level) {
    double written = 0.0;
    for (const Item& item : level.items)
      written += item.isGroup && !item.hasNumber ? total(item.amounts) : item.number;

    Amounts sum(kElementCount + 1);
    for (const Item& item : level.items) {
      if (!item.isGroup) {
        sum[item.atomicNumber] += item.number;
        continue;
      }
      const double inside = total(item.amounts);
      const bool isShare = item.hasNumber && (isWhole(inside) || isWhole(written));
      const double factor = isShare ? item.number / inside : item.number;
      for (int z = 1; z <= kElementCount; ++z)
        sum[z] += item.amounts[z] * factor;
      // Inside sums of 100 and 1 say themselves that they are shares.
      if (isShare && std::abs(inside - 100.0) > 1e-6 && std::abs(inside - 1.0) > 1e-6) {
        note("The brackets at position " + std::to_string(item.position) + " count as " +
                 numberText(item.number) + " in all.",
             item.position);
      }
    }
    return sum;
  }

  void finish() {
    if (!m_scan.error.empty())
      return fail(m_scan.errorPosition, m_scan.error);
    if (m_levels.size() > 1) {
      return fail(m_levels.back().position,
                  std::string("The bracket '") + m_levels.back().bracket + "' is never closed");
    }
    if (items().empty())
      return fail(1, "The formula is empty");
    const Amounts amounts = resolved(m_levels.back());
    const double sum = total(amounts);
    if (!(sum > 0.0))
      return fail(items().front().position, "The amounts add up to zero");
    m_result.writtenSum = sum;

    std::vector<Share> shares;
    for (int z = 1; z <= kElementCount; ++z)
      shares.push_back({z, amounts[z]});
    m_result.composition = Composition::fromAmounts(shares, m_basis);

    if (std::abs(sum - 1.0) <= 1e-6)
      note("The amounts add up to 1 and were read as fractions.");
    else if (std::abs(sum - 100.0) > 1e-6)
      note("The amounts add up to " + numberText(sum) + " and were normalised to 100 %.");
  }

  const Scan m_scan;
  const Basis m_basis;
  std::size_t m_at = 0;
  std::vector<Level> m_levels;
  Finding m_error;
  ParsedFormula m_result;
};

}  // namespace

ParsedFormula parseFormula(std::string_view text, Basis basis) {
  return Parser(text, basis).run();
}

Composition compositionOf(std::string_view formula) {
  ParsedFormula parsed = parseFormula(formula);
  if (!parsed.composition) {
    throw Error(ErrorCode::InvalidInput,
                "In \"" + printable(formula) + "\": " + parsed.findings.front().message);
  }
  return *std::move(parsed.composition);
}

}  // namespace vitrine::alloy
