#include "engine/simulation/eam_file.h"

#include "engine/alloy/element.h"
#include "engine/atomistic/text_lines.h"
#include "engine/core/error.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace vitrine::simulation {

namespace {

using atomistic::TextLines;

constexpr long long kMostElements = 100;
constexpr long long kMostRows = 10'000'000;
constexpr double kLongestCutoffA = 100.0;

/// The grid on which a file tabulates: nrho drho nr dr cutoff.
struct Grid {
  long long densities = 0;
  long long distances = 0;
  double cutoffA = 0.0;
};

Grid gridOf(const TextLines& lines) {
  const Grid grid{lines.whole(0), lines.whole(2), lines.real(4)};
  if (grid.densities < 5 || grid.distances < 5 || grid.densities > kMostRows ||
      grid.distances > kMostRows)
    lines.fail("a table has 5 to " + std::to_string(kMostRows) + " rows");
  if (lines.real(1) <= 0.0 || lines.real(3) <= 0.0)
    lines.fail("the steps of a table are above zero");
  if (grid.cutoffA <= 0.0 || grid.cutoffA > kLongestCutoffA)
    lines.fail("the cutoff is no distance in Å");
  return grid;
}

long long fieldsOfTheRest(TextLines& lines) {
  long long count = 0;
  while (lines.next())
    count += static_cast<long long>(lines.fields().size());
  return count;
}

void requireNumbers(long long found, long long wanted) {
  if (found < wanted)
    throw Error(ErrorCode::Damaged, "The table is cut off: it has " + std::to_string(found) +
                                        " of " + std::to_string(wanted) + " numbers.");
}

/// Line 4 of a setfl file: how many elements, and their symbols. Empty where it is no such line.
std::vector<int> elementsOf(const TextLines& lines) {
  const auto& fields = lines.fields();
  std::vector<int> elements;
  for (std::size_t i = 1; i < fields.size(); ++i)
    if (const auto* element = alloy::findElement(fields[i]))
      elements.push_back(element->atomicNumber);
  const bool counted = !fields.empty() && elements.size() + 1 == fields.size() &&
                       fields[0] == std::to_string(elements.size());
  return counted && !elements.empty() ? elements : std::vector<int>();
}

/// One element: a comment; atomic number, mass, lattice; the grid; F, Z and rho.
EamFile parseFuncfl(std::string_view text) {
  EamFile file;
  file.style = "eam";
  TextLines lines(text);
  lines.expectNext("the comment");
  file.comment = lines.line();
  lines.expectNext("the element");
  const long long number = lines.whole(0);
  if (number < 1 || number > alloy::kElementCount)
    lines.refuse(0, "atomic number");
  file.elements = {static_cast<int>(number)};
  lines.expectNext("the grid");
  const Grid grid = gridOf(lines);
  file.cutoffA = grid.cutoffA;
  requireNumbers(fieldsOfTheRest(lines), grid.densities + 2 * grid.distances);
  return file;
}

}  // namespace

bool looksLikeEam(std::string_view name) {
  constexpr std::array<std::string_view, 6> kSuffixes{".eam", ".alloy", ".fs",
                                                      ".adp", ".cdeam", ".he"};
  return std::any_of(kSuffixes.begin(), kSuffixes.end(),
                     [name](std::string_view suffix) { return name.ends_with(suffix); });
}

EamFile parseEamFile(std::string_view text, std::string_view name) {
  TextLines lines(text);
  EamFile file;
  for (int i = 0; i < 3; ++i) {
    lines.expectNext("the elements");
    if (i == 0)
      file.comment = lines.line();
  }
  lines.expectNext("the elements");
  file.elements = elementsOf(lines);
  if (file.elements.empty())
    return parseFuncfl(text);
  lines.expectNext("the grid");
  const Grid grid = gridOf(lines);
  file.cutoffA = grid.cutoffA;

  const auto elements = static_cast<long long>(file.elements.size());
  if (elements > kMostElements)
    throw Error(ErrorCode::Damaged, "The table has too many elements.");
  const long long found = fieldsOfTheRest(lines);
  const long long pairs = elements * (elements + 1) / 2;
  constexpr long long kElementLine = 4;
  const long long shared =
      elements * (kElementLine + grid.densities + grid.distances) + pairs * grid.distances;
  const long long ofPairs = shared + elements * (elements - 1) * grid.distances;
  if (name.ends_with(".cdeam")) {
    file.style = "eam/cd";
    requireNumbers(found, shared);
  } else if (name.ends_with(".adp")) {
    file.style = "adp";
    requireNumbers(found, shared + 2 * pairs * grid.distances);
  } else if (name.ends_with(".he")) {
    file.style = "eam/he";
    requireNumbers(found, ofPairs);
  } else {
    const bool single = elements == 1;
    file.style = (single ? name.ends_with(".fs") : found >= ofPairs) ? "eam/fs" : "eam/alloy";
    requireNumbers(found, shared);
  }
  return file;
}

}  // namespace vitrine::simulation
