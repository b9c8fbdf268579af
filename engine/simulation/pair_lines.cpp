#include "engine/simulation/pair_lines.h"

#include "engine/core/error.h"
#include "engine/files/number_text.h"

#include <algorithm>
#include <array>

namespace vitrine::simulation {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostLines = 200;
constexpr std::size_t kMostLetters = 4000;
constexpr std::size_t kMostWords = 100;

/// Styles that read numbers and tables and do nothing else. Not here: those that run programs or
/// fetch something (python, mliap, kim, quip), and those that take other styles in (hybrid).
constexpr std::array<std::string_view, 41> kStyles{"adp",         "airebo",      "airebo/morse",
                                                   "beck",        "bop",         "born",
                                                   "born/gauss",  "buck",        "comb",
                                                   "comb3",       "eam",         "eam/alloy",
                                                   "eam/cd",      "eam/fs",      "eam/he",
                                                   "edip",        "edip/multi",  "eim",
                                                   "extep",       "gauss",       "gw",
                                                   "gw/zbl",      "lcbop",       "lj/cubic",
                                                   "lj/cut",      "lj/smooth",   "lj/smooth/linear",
                                                   "meam",        "meam/spline", "meam/sw/spline",
                                                   "mie/cut",     "morse",       "nm/cut",
                                                   "polymorphic", "rebo",        "snap",
                                                   "sw",          "table",       "tersoff",
                                                   "tersoff/zbl", "vashishta"};

[[noreturn]] void refuse(const std::string& sentence) {
  throw Error(ErrorCode::InvalidInput, "The lines of the potential: " + sentence + ".");
}

/// For a message, whatever the bytes are.
std::string shown(std::string_view text) {
  constexpr std::size_t kShown = 40;
  std::string plain;
  for (const char letter : text.substr(0, kShown))
    plain += letter >= ' ' && letter <= '~' ? letter : '?';
  return "\"" + plain + "\"";
}

bool isPlain(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
         (letter >= '0' && letter <= '9') ||
         std::string_view("._+-*/").find(letter) != std::string_view::npos;
}

std::vector<std::string> wordsOf(std::string_view line) {
  std::vector<std::string> words;
  std::size_t begin = line.find_first_not_of(" \t");
  while (begin != std::string_view::npos) {
    const std::size_t end = line.find_first_of(" \t", begin);
    const auto word = line.substr(begin, end - begin);
    if (!std::all_of(word.begin(), word.end(), isPlain))
      refuse("the word " + shown(word) +
             " has a letter that is not allowed; a to z, 0 to 9 and . _ + - * / are");
    words.emplace_back(word);
    begin = line.find_first_not_of(" \t", end);
  }
  if (words.size() > kMostWords)
    refuse("a line has more than " + std::to_string(kMostWords) + " words");
  return words;
}

std::vector<std::vector<std::string>> linesOf(std::string_view text) {
  if (text.size() > kMostLetters)
    refuse("they are longer than " + std::to_string(kMostLetters) + " letters");
  std::vector<std::vector<std::string>> lines;
  while (!text.empty()) {
    const std::size_t end = text.find_first_of("\n;");
    auto line = text.substr(0, end);
    if (line.ends_with('\r'))
      line.remove_suffix(1);
    if (auto words = wordsOf(line); !words.empty())
      lines.push_back(std::move(words));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  if (lines.size() > kMostLines)
    refuse("there are more than " + std::to_string(kMostLines));
  return lines;
}

std::string joined(const std::vector<std::string>& words, std::size_t first) {
  std::string text;
  for (std::size_t i = first; i < words.size(); ++i)
    text.append(i == first ? "" : " ").append(words[i]);
  return text;
}

void requireStyle(const std::vector<std::string>& words) {
  if (words[0] != "pair_style")
    refuse("the first one is \"pair_style …\", not " + shown(words[0]));
  if (words.size() < 2)
    refuse("pair_style needs the name of a style, e.g. eam/alloy");
  if (std::find(kStyles.begin(), kStyles.end(), words[1]) == kStyles.end())
    refuse("the style " + shown(words[1]) + " is not one of those that are allowed");
  for (std::size_t i = 2; i < words.size(); ++i)
    if (words[i].find('/') != std::string::npos)
      refuse("the word " + shown(words[i]) + " has a slash; styles alone may have one");
}

/// Files are named without a folder; a word that is none is left as it is.
void takeFile(std::string& word, const std::vector<fs::path>& folders, Potential& potential) {
  if (word.find('/') != std::string::npos)
    refuse(
        "the word " + shown(word) +
        " has a slash; tables are named without a folder and looked for among the installed ones");
  if (word.front() == '.' || files::parseNumber(word))
    return;
  std::error_code none;
  for (const auto& folder : folders) {
    if (word.find('*') != std::string::npos || !fs::is_regular_file(folder / word, none))
      continue;
    const std::string name = "potential." + word;
    const auto same = [&](const PotentialTable& table) { return table.name == name; };
    if (std::none_of(potential.tables.begin(), potential.tables.end(), same))
      potential.tables.push_back({name, folder / word});
    word = name;
    return;
  }
}

}  // namespace

bool arePairLines(std::string_view text) {
  text = files::trimmed(text);
  return text.starts_with("pair_style");
}

Potential potentialOfLines(std::string_view text, const std::vector<fs::path>& folders) {
  auto lines = linesOf(text);
  if (lines.size() < 2)
    refuse("there are two or more, \"pair_style …\" and \"pair_coeff …\"");
  requireStyle(lines.front());
  Potential potential;
  potential.name = "lines: " + lines.front()[1];
  potential.style = joined(lines.front(), 1);
  for (std::size_t i = 1; i < lines.size(); ++i) {
    auto& words = lines[i];
    if (words[0] != "pair_coeff")
      refuse("after the first one each is \"pair_coeff …\", not " + shown(words[0]));
    if (words.size() < 3)
      refuse("pair_coeff needs two types of atoms and more, e.g. * * CuZr_mm.eam.fs Cu Zr");
    for (std::size_t k = 1; k < words.size(); ++k)
      takeFile(words[k], folders, potential);
    potential.coefficients.push_back(joined(words, 1));
  }
  potential.comment = "Written by the user";
  return potential;
}

}  // namespace vitrine::simulation
