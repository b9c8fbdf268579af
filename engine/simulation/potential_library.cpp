#include "engine/simulation/potential_library.h"

#include "engine/alloy/element.h"
#include "engine/core/error.h"
#include "engine/simulation/eam_file.h"
#include "engine/simulation/pair_lines.h"
#include "engine/simulation/potential_facts.h"
#include "engine/simulation/zhou2004.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace vitrine::simulation {

namespace {

namespace fs = std::filesystem;

Potential analytic() {
  Potential potential;
  potential.name = kAnalyticPotential;
  potential.style = "eam/alloy";
  potential.elements = zhouElements();
  potential.cutoffA = zhouCutoffA(potential.elements);
  potential.comment = "Analytic embedded-atom potential of 16 metals and their mixtures";
  potential.reference = "zhou2004";
  potential.tables = {{"potential.zhou2004.eam.alloy", {}}};
  potential.caution =
      "Pairs of different metals follow from the pure ones and were not fitted to alloys; heats of "
      "mixing and the structure of this glass are qualitative.";
  return potential;
}

std::optional<fs::path> fileIn(const std::vector<fs::path>& folders, const std::string& name) {
  std::error_code none;
  for (const auto& folder : folders)
    if (fs::is_regular_file(folder / name, none))
      return folder / name;
  return std::nullopt;
}

/// Empty where one of the files is not there. @throws Error where one cannot be read
std::optional<Potential> universal(const std::vector<fs::path>& folders) {
  Potential all;
  for (const char* symbol : {"Ni", "Cu", "Pd", "Ag", "Pt", "Au"}) {
    const auto file = fileIn(folders, std::string(symbol) + "_u3.eam");
    if (!file)
      return std::nullopt;
    Potential one = potentialOfFile(*file);
    all.elements.push_back(one.elements.front());
    all.tables.push_back(std::move(one.tables.front()));
    all.cutoffA = std::max(all.cutoffA, one.cutoffA);
    all.style = one.style;
  }
  all.name = kUniversalPotential;
  all.comment = "Universal functions 3: the files Ag_u3.eam to Pt_u3.eam together";
  all.reference = "foiles1986";
  all.caution =
      "It was fitted to the pure metals and to traces of one in another; what it says of glasses "
      "is "
      "qualitative.";
  return all;
}

/// What `read` gives; empty where a file cannot be read.
template <class Read>
std::optional<Potential> ifWhole(const Read& read) {
  try {
    return read();
  } catch (const Error&) {
    return std::nullopt;
  }
}

}  // namespace

std::vector<Potential> knownPotentials(const std::vector<fs::path>& folders) {
  std::vector<Potential> found{analytic()};
  if (auto potential = ifWhole([&] { return universal(folders); }))
    found.push_back(std::move(*potential));
  const std::size_t first = found.size();
  for (const auto& folder : folders) {
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(folder, none)) {
      const auto name = entry.path().filename().string();
      const auto known = [&](const Potential& each) { return each.name == name; };
      if (!looksLikeEam(name) || std::any_of(found.begin(), found.end(), known))
        continue;
      if (auto potential = ifWhole([&] { return std::optional(potentialOfFile(entry.path())); }))
        found.push_back(std::move(*potential));
    }
  }
  std::sort(found.begin() + static_cast<std::ptrdiff_t>(first), found.end(),
            [](const Potential& a, const Potential& b) { return a.name < b.name; });
  return found;
}

Potential potentialNamed(const std::string& wish, const std::vector<fs::path>& folders) {
  if (arePairLines(wish))
    return potentialOfLines(wish, folders);
  if (wish == kAnalyticPotential)
    return analytic();
  if (wish == kUniversalPotential)
    if (auto potential = universal(folders))
      return *potential;
  if (wish.find('/') == std::string::npos)
    if (const auto file = fileIn(folders, wish))
      return potentialOfFile(*file);
  std::error_code none;
  if (fs::is_regular_file(wish, none))
    return potentialOfFile(wish);
  throw Error(ErrorCode::InvalidInput,
              "There is no potential \"" + wish +
                  "\": it is no file, and none of those that are known (vitrine quench --potential "
                  "list); many come with the Debian package lammps-data.");
}

Potential bestPotential(const alloy::Composition& alloy, const std::vector<Potential>& known) {
  std::vector<std::string_view> byWorth;
  for (const auto& facts : potentialFacts())
    byWorth.push_back(facts.name);
  byWorth.push_back(kUniversalPotential);
  for (const auto name : byWorth) {
    const auto found = std::ranges::find(known, name, &Potential::name);
    if (found != known.end() && covers(*found, alloy))
      return *found;
  }
  Potential last = analytic();
  requireCovered(last, alloy);
  return last;
}

Potential bestPotential(const alloy::Composition& alloy, const std::vector<fs::path>& folders) {
  return bestPotential(alloy, knownPotentials(folders));
}

std::string cautionFor(const Potential& potential, const alloy::Composition& alloy) {
  return alloy.shares().size() > 1 ? potential.caution : std::string();
}

}  // namespace vitrine::simulation
