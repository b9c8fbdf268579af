#include "engine/simulation/potential.h"

#include "engine/alloy/element.h"
#include "engine/core/error.h"
#include "engine/files/text_file.h"
#include "engine/simulation/eam_file.h"
#include "engine/simulation/potential_facts.h"

#include <algorithm>
#include <cstdlib>
#include <sstream>
#include <utility>

namespace vitrine::simulation {

namespace {

namespace fs = std::filesystem;

constexpr const char* kDebianFolder = "/usr/share/lammps/potentials";

std::string joined(const std::vector<int>& elements) {
  std::string text;
  for (std::size_t i = 0; i < elements.size(); ++i)
    text.append(i == 0                     ? ""
                : i + 1 == elements.size() ? " and "
                                           : ", ")
        .append(alloy::element(elements[i]).symbol);
  return text;
}

std::vector<int> missingFrom(const Potential& potential, const alloy::Composition& alloy) {
  const auto& known = potential.elements;
  std::vector<int> missing;
  if (known.empty())
    return missing;
  for (const auto& share : alloy.shares())
    if (std::find(known.begin(), known.end(), share.atomicNumber) == known.end())
      missing.push_back(share.atomicNumber);
  return missing;
}

/// The words at the end of a line that are symbols of elements, and how many they are.
std::pair<std::string, std::size_t> elementsAtEnd(const std::string& line) {
  std::string named;
  std::size_t count = 0;
  std::istringstream words(line);
  for (std::string word; words >> word;) {
    const bool isElement = alloy::findElement(word) != nullptr;
    count = isElement ? count + 1 : 0;
    named = isElement ? named + (named.empty() ? "" : " ") + word : "";
  }
  return {named, count};
}

/// A name that LAMMPS reads as one plain word, whatever the file was called.
std::string plainName(const fs::path& file) {
  std::string name = file.filename().string();
  for (char& letter : name) {
    const bool plain = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                       (letter >= '0' && letter <= '9') || letter == '.' || letter == '_' ||
                       letter == '-';
    if (!plain)
      letter = '_';
  }
  return "potential." + name;
}

}  // namespace

std::vector<fs::path> potentialFolders() {
  std::vector<fs::path> folders;
  if (const char* named = std::getenv("LAMMPS_POTENTIALS"); named != nullptr && *named != '\0')
    folders.emplace_back(named);
  folders.emplace_back(kDebianFolder);
  return folders;
}

Potential potentialOfFile(const fs::path& file) {
  const std::string text = files::readText(file);
  try {
    const EamFile read = parseEamFile(text, file.filename().string());
    Potential potential;
    potential.name = file.filename().string();
    potential.style = read.style;
    potential.elements = read.elements;
    potential.cutoffA = read.cutoffA;
    potential.comment = read.comment;
    potential.tables = {{plainName(file), fs::absolute(file)}};
    describe(potential);
    return potential;
  } catch (const Error& error) {
    throw Error(error.code(),
                file.string() + " is no EAM potential that can be used: " + error.what(),
                error.detail());
  }
}

std::string pairCommands(const Potential& potential, const std::vector<int>& types) {
  std::string text = "pair_style " + potential.style + "\n";
  if (!potential.coefficients.empty()) {
    for (const auto& line : potential.coefficients)
      text.append("pair_coeff ").append(line).append("\n");
  } else if (potential.style == "eam") {
    // One file for each element; LAMMPS mixes them.
    for (std::size_t i = 0; i < types.size(); ++i) {
      const auto found = std::find(potential.elements.begin(), potential.elements.end(), types[i]);
      const auto table = static_cast<std::size_t>(found - potential.elements.begin());
      const std::string type = std::to_string(i + 1);
      text.append("pair_coeff ").append(type).append(" ").append(type).append(" ");
      text.append(potential.tables[table].name).append("\n");
    }
  } else {
    text.append("pair_coeff * * ").append(potential.tables.front().name);
    for (const int type : types)
      text.append(" ").append(alloy::element(type).symbol);
    text += "\n";
  }
  return text;
}

void requireOrder(const Potential& potential, const std::vector<int>& types) {
  std::string wanted;
  for (const int type : types)
    wanted.append(wanted.empty() ? "" : " ").append(alloy::element(type).symbol);
  for (const auto& line : potential.coefficients) {
    const auto [named, count] = elementsAtEnd(line);
    if (line.starts_with("* * ") && count >= types.size() && named != wanted)
      throw Error(ErrorCode::InvalidInput,
                  "The lines of the potential name the elements \"" + named +
                      "\", but the types of this run are \"" + wanted +
                      "\", by rising atomic number; write them in this order.");
  }
}

bool covers(const Potential& potential, const alloy::Composition& alloy) {
  return missingFrom(potential, alloy).empty();
}

void requireCovered(const Potential& potential, const alloy::Composition& alloy) {
  const auto missing = missingFrom(potential, alloy);
  if (!missing.empty())
    throw Error(ErrorCode::InvalidInput, "The potential " + potential.name + " describes " +
                                             joined(potential.elements) + ", but not " +
                                             joined(missing) + ".");
}

}  // namespace vitrine::simulation
