#include "engine/calphad/tdb_reader.h"

#include "engine/calphad/function_order.h"
#include "engine/calphad/tdb_text.h"
#include "engine/core/error.h"
#include "engine/core/units.h"
#include "engine/files/text_file.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace vitrine::calphad {

namespace {

constexpr double kDefaultHighestK = 6000.0;
constexpr std::size_t kMaxSublattices = 10;
constexpr int kMaxOrder = 20;
/// So many unknown statements are named one by one.
constexpr std::size_t kMaxNamed = 10;

bool isLetter(char c) {
  return c >= 'A' && c <= 'Z';
}

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

class TdbReader {
 public:
  TdbReader(std::string_view text, std::string name)
      : m_statements(tdbStatements(text)), m_name(std::move(name)) {
    m_database.header = tdbHeader(text);
  }

  Database read() {
    m_database.species.push_back({"VA", {}, 0.0});
    m_speciesIndex["VA"] = 0;
    each(TdbKeyword::Element, &TdbReader::element);
    if (m_database.elements.empty())
      throw Error(ErrorCode::Damaged, m_name + " has no ELEMENT statement; is it a TDB file?");
    each(TdbKeyword::Species, &TdbReader::species);
    each(TdbKeyword::Phase, &TdbReader::phase);
    each(TdbKeyword::Constituent, &TdbReader::constituent);
    each(TdbKeyword::Function, &TdbReader::function);
    each(TdbKeyword::Parameter, &TdbReader::parameter);
    each(TdbKeyword::TypeDefinition, &TdbReader::typeDefinition);
    each(TdbKeyword::DefaultCommand, &TdbReader::defaultCommand);
    requireConstituents();
    defineGasConstant();
    orderFunctions(m_database);
    noteWhatWasLeftOut();
    return std::move(m_database);
  }

 private:
  using Handler = void (TdbReader::*)(TdbCursor&, std::size_t line);

  void each(TdbKeyword keyword, Handler handler) {
    for (const auto& statement : m_statements) {
      if (statement.keyword != keyword)
        continue;
      TdbCursor cursor(statement, m_name);
      (this->*handler)(cursor, statement.line);
    }
  }

  void note(std::string message, std::size_t line) {
    m_database.notes.push_back({Finding::Severity::Note, std::move(message), line});
  }

  void element(TdbCursor& cursor, std::size_t) {
    const auto symbol = cursor.requiredWord("the symbol of the element");
    if (symbol == "VA" || symbol == "/-" || m_elementIndex.contains(symbol))
      return;
    if (symbol.size() > 2 || !std::all_of(symbol.begin(), symbol.end(), isLetter))
      cursor.fail("\"" + symbol + "\" is no symbol of an element");
    const auto index = m_database.elements.size();
    m_elementIndex[symbol] = index;
    m_speciesIndex[symbol] = m_database.species.size();
    m_database.elements.push_back(symbol);
    m_database.species.push_back({symbol, {{index, 1.0}}, 0.0});
  }

  /// "FE2+ FE/+2", "ALO3/2 AL1O1.5", "C2B B1C2".
  void species(TdbCursor& cursor, std::size_t) {
    Species result;
    result.name = cursor.requiredWord("the name of the species");
    while (isLetter(cursor.peek())) {
      std::string symbol(1, cursor.peek());
      cursor.take(symbol[0]);
      const char second = cursor.peek();
      if (isLetter(second) && m_elementIndex.contains(symbol + second)) {
        symbol += second;
        cursor.take(second);
      }
      const auto found = m_elementIndex.find(symbol);
      if (found == m_elementIndex.end() && symbol != "V")
        cursor.fail("species " + result.name + ": \"" + symbol + "\" is no element of this file");
      const char next = cursor.peek();
      const bool counted = isDigit(next) || next == '.';
      const double count = counted ? cursor.number("a number of atoms") : 1.0;
      if (found != m_elementIndex.end())
        result.atoms.emplace_back(found->second, count);
    }
    if (cursor.take('/'))
      result.charge = cursor.number("the charge of species " + result.name);
    m_speciesIndex.try_emplace(result.name, m_database.species.size());
    m_database.species.push_back(std::move(result));
  }

  void phase(TdbCursor& cursor, std::size_t line) {
    Phase result;
    result.name = cursor.requiredWord("the name of the phase", ":");
    if (cursor.take(':'))
      result.option = cursor.requiredWord("the letter after ':'")[0];
    const auto codes = cursor.requiredWord("the type codes of phase " + result.name);
    const double count = cursor.number("the number of sublattices of phase " + result.name);
    if (!(count >= 1.0 && count <= double(kMaxSublattices)) || count != std::floor(count)) {
      note("phase " + result.name +
               " is left out: its number of sublattices is missing or not 1 to " +
               std::to_string(kMaxSublattices),
           line);
      return;
    }
    for (std::size_t s = 0; s < static_cast<std::size_t>(count); ++s) {
      result.sites.push_back(cursor.number("a number of sites of phase " + result.name));
      if (!(result.sites.back() > 0.0))
        cursor.fail("a number of sites of phase " + result.name + " is not positive");
    }
    if (!m_phaseIndex.try_emplace(result.name, m_database.phases.size()).second) {
      note("phase " + result.name + " is defined twice; the first holds", line);
      return;
    }
    m_typeCodes.push_back(codes);
    m_database.phases.push_back(std::move(result));
  }

  void constituent(TdbCursor& cursor, std::size_t) {
    const auto name = cursor.requiredWord("the name of the phase", ":");
    const auto found = m_phaseIndex.find(name);
    if (found == m_phaseIndex.end()) {
      m_undefinedPhases.insert(name);
      return;
    }
    Phase& phase = m_database.phases[found->second];
    if (!cursor.take(':'))
      cursor.fail("the ':' before the constituents of phase " + name + " is missing");
    auto sublattice = constituents(cursor, ":");
    // In "LIQUID:L : AL NI :" the letter is the option of the phase.
    if (sublattice.size() == 1 && phase.option != '\0' && sublattice[0].size() == 1 &&
        sublattice[0][0] == phase.option) {
      cursor.take(':');
      sublattice = constituents(cursor, ":");
    }
    phase.constituents.clear();
    while (!sublattice.empty()) {
      std::vector<std::size_t> species;
      for (const auto& word : sublattice)
        species.push_back(knownSpecies(cursor, word));
      phase.constituents.push_back(std::move(species));
      cursor.take(':');
      sublattice = constituents(cursor, ":");
    }
    if (phase.constituents.size() != phase.sites.size())
      cursor.fail("phase " + name + " has " + std::to_string(phase.sites.size()) +
                  " sublattices, but constituents for " +
                  std::to_string(phase.constituents.size()));
  }

  /// Names between commas and spaces up to one of `stops`, without the mark of a major constituent.
  static std::vector<std::string> constituents(TdbCursor& cursor, const std::string& stops) {
    std::vector<std::string> words;
    for (;;) {
      while (cursor.take(',') || cursor.take('%')) {
      }
      auto word = cursor.word(stops + ",%");
      if (word.empty())
        return words;
      words.push_back(std::move(word));
    }
  }

  std::size_t knownSpecies(const TdbCursor& cursor, const std::string& name) const {
    const auto found = m_speciesIndex.find(name);
    if (found == m_speciesIndex.end())
      cursor.fail("\"" + name + "\" is neither an element nor a species of this file");
    return found->second;
  }

  std::size_t functionIndex(const std::string& name, std::size_t line) {
    const auto [found, isNew] = m_functionIndex.try_emplace(name, m_database.functions.size());
    if (isNew)
      m_database.functions.push_back({name, {}, line});
    return found->second;
  }

  /// "298.15 EXPRESSION; 933.47 Y EXPRESSION; 2900 N REFERENCE"; limits may be left out as ",,".
  PiecewiseExpression piecewise(TdbCursor& cursor, std::size_t line) {
    if (isDigit(cursor.peek()))
      cursor.number("the lowest temperature");
    std::vector<PiecewiseExpression::Piece> pieces;
    bool more = true;
    while (more) {
      while (cursor.take(',')) {
      }
      const auto begin = cursor.position();
      PiecewiseExpression::Piece piece{kDefaultHighestK, {}};
      try {
        piece.expression =
            Expression::compile(cursor.until(';', "the expression"),
                                [&](const std::string& name) { return functionIndex(name, line); });
      } catch (const Expression::Fault& fault) {
        cursor.fail(fault.what, begin + fault.position);
      }
      if (isDigit(cursor.peek()))
        piece.upToK = cursor.number("the highest temperature");
      while (cursor.take(',')) {
      }
      more = cursor.take('Y');
      if (!pieces.empty() && !(piece.upToK > pieces.back().upToK))
        cursor.fail("the ranges of temperature do not rise");
      pieces.push_back(std::move(piece));
    }
    return PiecewiseExpression(std::move(pieces));
  }

  void function(TdbCursor& cursor, std::size_t line) {
    const auto name = cursor.requiredWord("the name of the function", ",");
    auto value = piecewise(cursor, line);
    Function& function = m_database.functions[functionIndex(name, line)];
    if (!function.value.pieces().empty())
      note("function " + name + " is defined twice; the last holds", line);
    function.value = std::move(value);
    function.line = line;
  }

  static std::optional<ParameterKind> kindOf(std::string_view word) {
    if (word == "G" || word == "L")
      return ParameterKind::Gibbs;
    if (word == "TC")
      return ParameterKind::CurieTemperature;
    if (word == "BM" || word == "BMAG" || word == "BMAGN")
      return ParameterKind::MagneticMoment;
    return {};
  }

  /// "G(FCC_A1,AL,NI:VA;1) 298.15 …"
  void parameter(TdbCursor& cursor, std::size_t line) {
    const auto kindWord = cursor.requiredWord("the kind of the parameter", "(");
    const auto kind = kindOf(kindWord);
    if (!kind) {
      ++m_otherKinds[kindWord];
      return;
    }
    if (!cursor.take('('))
      cursor.fail("the '(' after " + kindWord + " is missing");
    const auto phaseName = cursor.requiredWord("the name of the phase", ",:)");
    if (cursor.take(':'))
      cursor.requiredWord("the letter after ':'", ",)");
    const auto found = m_phaseIndex.find(phaseName);
    if (found == m_phaseIndex.end()) {
      m_undefinedPhases.insert(phaseName);
      return;
    }
    const Phase& phase = m_database.phases[found->second];
    Parameter result;
    result.kind = *kind;
    result.phase = found->second;
    do {
      std::vector<std::size_t> species;
      for (const auto& word : constituents(cursor, ":;)")) {
        const auto known = m_speciesIndex.find(word);
        if (word != "*" && known == m_speciesIndex.end()) {
          note("a parameter of phase " + phaseName + " is left out: \"" + word +
                   "\" is neither an element nor a species of this file",
               line);
          return;
        }
        species.push_back(word == "*" ? Parameter::kAny : known->second);
      }
      if (species.empty())
        cursor.fail("a constituent of the parameter is missing");
      std::sort(species.begin(), species.end(), [this](std::size_t a, std::size_t b) {
        return a != Parameter::kAny &&
               (b == Parameter::kAny || m_database.species[a].name < m_database.species[b].name);
      });
      result.constituents.push_back(std::move(species));
    } while (cursor.take(':'));
    if (result.constituents.size() != phase.sites.size()) {
      note("a parameter of phase " + phaseName + " is left out: it names " +
               std::to_string(result.constituents.size()) + " sublattices of its " +
               std::to_string(phase.sites.size()),
           line);
      return;
    }
    if (cursor.take(';') && cursor.peek() != ')') {
      const double order = cursor.number("the order of the parameter");
      if (!(order >= 0.0 && order <= kMaxOrder))
        cursor.fail("the order of a parameter is 0 to " + std::to_string(kMaxOrder));
      result.order = static_cast<int>(order);
    }
    if (!cursor.take(')'))
      cursor.fail("the ')' of the parameter is missing");
    result.value = piecewise(cursor, line);
    m_database.parameters.push_back(std::move(result));
  }

  /// "A GES AMEND_PHASE_DESCRIPTION @ MAGNETIC -3 0.28", "Y GES A_P_D FCC_L12 DIS_PART FCC_A1".
  void typeDefinition(TdbCursor& cursor, std::size_t line) {
    const auto code = cursor.requiredWord("the type code");
    if (cursor.word() != "GES" || !abbreviates(cursor.word(), "AMEND_PHASE_DESCRIPTION"))
      return;
    const auto target = cursor.requiredWord("the phase to amend");
    const auto what = cursor.requiredWord("what to amend", ",");
    if (abbreviates(what, "MAGNETIC_ORDERING")) {
      const double factor = cursor.number("the antiferromagnetic factor");
      const double p = cursor.number("the structure factor of magnetism");
      if (!(factor < 0.0) || !(p > 0.0 && p < 1.0))
        cursor.fail("MAGNETIC takes a factor below 0 and a structure factor between 0 and 1");
      amend(code, target, [&](Phase& phase) {
        phase.antiferromagneticFactor = factor;
        phase.structureFactor = p;
      });
    } else if (abbreviates(what, "DISORDERED_PART") || abbreviates(what, "DIS_PART")) {
      while (cursor.take(',')) {
      }
      const auto disordered = cursor.requiredWord("the disordered phase", ",");
      if (!m_phaseIndex.contains(disordered))
        cursor.fail("the disordered phase " + disordered + " is not defined");
      amend(code, target, [&](Phase& phase) { phase.disorderedPart = disordered; });
    } else {
      note("TYPE_DEFINITION " + code + ": " + what + " is not known and left out", line);
    }
  }

  template <class Change>
  void amend(const std::string& code, const std::string& target, const Change& change) {
    for (std::size_t i = 0; i < m_database.phases.size(); ++i) {
      Phase& phase = m_database.phases[i];
      const bool wildcard = target == "@" || target == "*";
      if (wildcard ? m_typeCodes[i].find(code) != std::string::npos : phase.name == target)
        change(phase);
    }
  }

  void defaultCommand(TdbCursor& cursor, std::size_t) {
    const auto command = cursor.requiredWord("the command");
    const bool reject = abbreviates(command, "REJECT_PHASE");
    if (!reject && !abbreviates(command, "RESTORE_PHASE"))
      return;
    for (const auto& name : constituents(cursor, {})) {
      const auto found = m_phaseIndex.find(name);
      if (found != m_phaseIndex.end())
        m_database.phases[found->second].rejected = reject;
    }
  }

  void requireConstituents() {
    for (Phase& phase : m_database.phases) {
      if (!phase.constituents.empty())
        continue;
      note("phase " + phase.name + " has no CONSTITUENT statement and is left out", 0);
      phase.constituents.resize(phase.sites.size());
    }
  }

  /// R needs no FUNCTION statement.
  void defineGasConstant() {
    const auto found = m_functionIndex.find("R");
    if (found == m_functionIndex.end())
      return;
    auto& value = m_database.functions[found->second].value;
    if (value.pieces().empty())
      value = PiecewiseExpression({{kDefaultHighestK, Expression::constant(kGasConstant)}});
  }

  void noteWhatWasLeftOut() {
    std::size_t unknown = 0;
    for (const auto& statement : m_statements) {
      if (statement.keyword)
        continue;
      if (++unknown <= kMaxNamed)
        note("the keyword " + statement.word.substr(0, 40) +
                 " is not known; its statement is left out",
             statement.line);
    }
    if (unknown > kMaxNamed)
      note(std::to_string(unknown - kMaxNamed) + " further statements have unknown keywords", 0);
    for (const auto& [kind, count] : m_otherKinds)
      note("parameters of kind " + kind + " are left out (" + std::to_string(count) + ")", 0);
    for (const auto& name : m_undefinedPhases)
      note("what is said of phase " + name + ", which is not defined, is left out", 0);
  }

  std::vector<TdbStatement> m_statements;
  std::string m_name;
  Database m_database;
  std::map<std::string, std::size_t> m_elementIndex;
  std::map<std::string, std::size_t> m_speciesIndex;
  std::map<std::string, std::size_t> m_phaseIndex;
  std::map<std::string, std::size_t> m_functionIndex;
  std::vector<std::string> m_typeCodes;  ///< of each phase
  std::map<std::string, std::size_t> m_otherKinds;
  std::set<std::string> m_undefinedPhases;
};

}  // namespace

Database parseTdb(std::string_view text, const std::string& name) {
  return TdbReader(text, name).read();
}

Database readTdb(const std::filesystem::path& file) {
  return parseTdb(files::readText(file), file.string());
}

}  // namespace vitrine::calphad
