#include "engine/diffraction/pattern_text.h"

#include "engine/core/error.h"
#include "engine/diffraction/text_cells.h"
#include "engine/files/number_text.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace vitrine::diffraction {

namespace {

constexpr std::size_t kMostColumns = 3;
/// Some 250 MB.
constexpr std::size_t kMostPoints = std::size_t{8} << 20U;
/// Lines of words that are kept to be looked through for the axis and the wavelength.
constexpr std::size_t kMostHeadings = 1000;

[[noreturn]] void refuse(const std::string& what) {
  throw Error(ErrorCode::InvalidInput, what);
}

Finding note(std::string message) {
  return {Finding::Severity::Note, std::move(message), 0};
}

struct Columns {
  std::vector<std::string> headings;
  std::vector<double> positions;
  std::vector<double> intensities;
  std::vector<std::size_t> lines;  ///< of each point
  std::size_t count = 0;           ///< of columns in the text
};

/// The numbers of a line; empty where one of its cells is none.
std::vector<double> numbersOf(const TextCells& split) {
  std::vector<double> numbers;
  for (std::size_t i = 0; i < split.cells.size(); ++i) {
    // A separator at the end of each line makes an empty last cell.
    if (split.cells[i].empty() && i + 1 == split.cells.size())
      break;
    const auto number = cellNumber(split.cells[i], split.decimalMark);
    if (!number)
      return {};
    numbers.push_back(*number);
  }
  return numbers;
}

Columns columnsOf(std::string_view utf8, const RunContext& context) {
  Columns columns;
  LineWalk lines(utf8);
  TextCells split;
  while (const auto line = lines.next()) {
    context.tick(1.0 - static_cast<double>(lines.remaining()) / static_cast<double>(utf8.size()));
    if (line->empty())
      continue;
    const bool hasBegun = !columns.positions.empty();
    std::vector<double> numbers;
    if (!isComment(*line)) {
      splitCells(*line, split);
      numbers = numbersOf(split);
    }
    // A file that holds its pattern twice may repeat its heading, too.
    const auto isHeading = [&] {
      return std::find(columns.headings.begin(), columns.headings.end(), *line) !=
             columns.headings.end();
    };
    if (isComment(*line) || (!hasBegun && numbers.size() < 2)) {
      if (columns.headings.size() < kMostHeadings)
        columns.headings.emplace_back(*line);
      continue;
    }
    if (numbers.empty() && isHeading())
      continue;
    if (!hasBegun)
      columns.count = numbers.size();
    if (numbers.size() != columns.count || columns.count > kMostColumns)
      refuse("Line " + std::to_string(lines.line()) +
             (numbers.empty() ? " is no row of numbers"
                              : " has " + std::to_string(numbers.size()) + " numbers") +
             " where a position and an intensity should stand.");
    if (columns.positions.size() == kMostPoints)
      refuse("The pattern has more than " + std::to_string(kMostPoints) +
             " points, which is more than can be read.");
    columns.positions.push_back(numbers[0]);
    columns.intensities.push_back(numbers[1]);
    columns.lines.push_back(lines.line());
  }
  if (columns.positions.empty())
    refuse("There are no two columns of numbers in it.");
  return columns;
}

/// How many points one copy of the pattern has: all, or as many as it takes until the axis starts
/// again from its beginning.
std::size_t lengthOfFirstCopy(const std::vector<double>& positions) {
  const auto again = std::find(positions.begin() + 1, positions.end(), positions.front());
  const auto length = static_cast<std::size_t>(again - positions.begin());
  if (positions.size() % length != 0)
    return positions.size();
  for (std::size_t i = length; i < positions.size(); ++i)
    if (positions[i] != positions[i - length])
      return positions.size();
  return length;
}

void checkRising(const Columns& columns, bool fell) {
  for (std::size_t i = 1; i < columns.positions.size(); ++i)
    if (!(columns.positions[i] > columns.positions[i - 1])) {
      const std::size_t at = fell ? i - 1 : i;
      refuse("The axis turns back at line " + std::to_string(columns.lines[at]) + ", at " +
             files::formatNumber(columns.positions[at]) +
             ": each position must stand once, in order.");
    }
}

}  // namespace

SpectrumCollection parsePatternText(std::string_view utf8, const std::string& name,
                                    const ReadOptions& options, const RunContext& context) {
  Columns columns = columnsOf(utf8, context);
  SpectrumCollection collection;
  collection.source = name;
  if (columns.count > 2)
    collection.findings.push_back(
        note("The third column was taken for uncertainties and left out."));
  if (const std::size_t length = lengthOfFirstCopy(columns.positions);
      length < columns.positions.size()) {
    collection.findings.push_back(note("The file holds its pattern " +
                                       std::to_string(columns.positions.size() / length) +
                                       " times; the first was taken."));
    columns.positions.resize(length);
    columns.intensities.resize(length);
    columns.lines.resize(length);
  }
  const bool falls = columns.positions.size() > 1 && columns.positions[1] < columns.positions[0];
  if (falls) {
    std::reverse(columns.positions.begin(), columns.positions.end());
    std::reverse(columns.intensities.begin(), columns.intensities.end());
    std::reverse(columns.lines.begin(), columns.lines.end());
    collection.findings.push_back(note("The axis falls and was turned round."));
  }
  checkRising(columns, falls);

  const AxisHint hint = axisHintOf(columns.headings);
  const AxisChoice choice = chosenAxis(options, hint, columns.positions.back());
  if (choice.isGuess)
    collection.findings.push_back(
        note(choice.axis == AxisKind::Q
                 ? "The file does not name its axis; it was taken for q in 1/Å."
                 : "The file does not name its axis; it was taken for 2 theta in degrees."));
  if (choice.axis == AxisKind::Q && hint.toInverseA != 1.0) {
    for (double& position : columns.positions)
      position *= hint.toInverseA;
    collection.findings.push_back(note("The axis was turned from 1/nm into 1/Å."));
  }
  collection.spectra.push_back(
      {name, std::nullopt,
       Spectrum::fromPoints(choice.axis, std::move(columns.positions),
                            std::move(columns.intensities),
                            options.wavelengthA ? options.wavelengthA : hint.wavelengthA, name)});
  return collection;
}

}  // namespace vitrine::diffraction
