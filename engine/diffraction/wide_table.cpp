#include "engine/diffraction/wide_table.h"

#include "engine/core/error.h"
#include "engine/diffraction/text_cells.h"
#include "engine/files/number_text.h"

#include <algorithm>
#include <optional>

namespace vitrine::diffraction {

namespace {

/// Fewer numbers in the first row are no axis of a pattern.
constexpr std::size_t kFewestPositions = 8;
/// Some 250 MB; a 1 at.% section of full patterns has a good half of it.
constexpr std::size_t kMostNumbers = std::size_t{32} << 20U;

struct Header {
  std::vector<std::string> leading;
  std::vector<double> axis;
};

[[noreturn]] void refuse(const std::string& what) {
  throw Error(ErrorCode::InvalidInput, what);
}

std::string lineName(std::size_t line) {
  return "Line " + std::to_string(line);
}

/// Remarks above the first row that are kept.
constexpr std::size_t kMostRemarks = 100;

/// The first line that is neither blank nor a remark. @param remarks  gets those before it, if
/// given
std::optional<std::string_view> firstLine(LineWalk& lines,
                                          std::vector<std::string>* remarks = nullptr) {
  while (const auto line = lines.next()) {
    if (!line->empty() && !isComment(*line))
      return line;
    if (remarks != nullptr && !line->empty() && remarks->size() < kMostRemarks)
      remarks->emplace_back(files::trimmed(line->substr(1)));
  }
  return std::nullopt;
}

std::optional<Header> headerOf(std::string_view line) {
  TextCells split;
  splitCells(line, split);
  std::vector<double> axis;
  std::size_t begin = split.cells.size();
  while (begin > 0) {
    const auto number = cellNumber(split.cells[begin - 1], split.decimalMark);
    if (!number)
      break;
    axis.push_back(*number);
    --begin;
  }
  std::reverse(axis.begin(), axis.end());
  const bool rises =
      std::adjacent_find(axis.begin(), axis.end(), std::greater_equal<>()) == axis.end();
  if (axis.size() < kFewestPositions || !rises)
    return std::nullopt;
  const auto firstPosition = split.cells.begin() + static_cast<std::ptrdiff_t>(begin);
  return Header{{split.cells.begin(), firstPosition}, std::move(axis)};
}

WideTable::Row rowOf(const TextCells& split, std::size_t leading, std::size_t points,
                     std::size_t line) {
  if (split.cells.size() != leading + points)
    refuse(lineName(line) + " has " + std::to_string(split.cells.size()) +
           " cells, and the first row " + std::to_string(leading + points) + ".");
  WideTable::Row row;
  row.line = line;
  row.leading.assign(split.cells.begin(),
                     split.cells.begin() + static_cast<std::ptrdiff_t>(leading));
  row.intensities.resize(points);
  for (std::size_t i = 0; i < points; ++i) {
    const std::string_view cell = split.cells[leading + i];
    const auto number = cellNumber(cell, split.decimalMark);
    if (!number)
      refuse(lineName(line) + " holds \"" + std::string(cell.substr(0, 40)) + "\" in column " +
             std::to_string(leading + i + 1) + " where an intensity should stand.");
    row.intensities[i] = *number;
  }
  return row;
}

}  // namespace

bool looksLikeWideTable(std::string_view utf8) {
  LineWalk lines(utf8);
  const auto line = firstLine(lines);
  return line && headerOf(*line);
}

WideTable parseWideTable(std::string_view utf8, const RunContext& context) {
  LineWalk lines(utf8);
  WideTable table;
  const auto first = firstLine(lines, &table.remarks);
  auto header = first ? headerOf(*first) : std::nullopt;
  if (!header)
    refuse("The first row must hold the axis of the patterns: eight rising numbers or more.");
  table.leading = std::move(header->leading);
  table.axis = std::move(header->axis);
  TextCells split;
  while (const auto line = lines.next()) {
    context.tick(1.0 - static_cast<double>(lines.remaining()) / static_cast<double>(utf8.size()));
    if (line->empty() || isComment(*line))
      continue;
    splitCells(*line, split);
    table.rows.push_back(rowOf(split, table.leading.size(), table.axis.size(), lines.line()));
    if (table.rows.size() * table.axis.size() > kMostNumbers)
      refuse("The table has more than " + std::to_string(kMostNumbers) +
             " intensities, which is more than can be read.");
  }
  if (table.rows.empty())
    refuse("There is no row of intensities below the axis.");
  return table;
}

}  // namespace vitrine::diffraction
