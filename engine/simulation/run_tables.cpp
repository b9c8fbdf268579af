#include "engine/simulation/run_tables.h"

#include "engine/core/error.h"
#include "engine/files/atomic_file.h"
#include "engine/files/number_text.h"
#include "engine/files/text_file.h"

#include <optional>
#include <string_view>
#include <utility>

namespace vitrine::simulation {

namespace {

std::string lineOf(const std::string& first, std::initializer_list<double> values) {
  std::string text = first;
  for (const double value : values)
    text.append(",").append(files::formatNumber(value));
  return text;
}

/// A line of such a table: a word and numbers.
struct Row {
  std::string word;
  std::vector<double> values;
};

std::optional<Row> rowOf(std::string_view line, std::size_t count) {
  const auto comma = line.find(',');
  Row row{std::string(line.substr(0, comma)), {}};
  while (comma != std::string_view::npos && !line.empty()) {
    const auto begin = line.find(',');
    if (begin == std::string_view::npos)
      break;
    line.remove_prefix(begin + 1);
    const auto value = files::parseNumber(line.substr(0, line.find(',')));
    if (!value)
      return std::nullopt;
    row.values.push_back(*value);
  }
  return row.values.size() == count ? std::optional(std::move(row)) : std::nullopt;
}

/// Whole lines behind the header.
std::vector<Row> rowsOf(const std::filesystem::path& file, std::size_t count) {
  std::error_code none;
  if (!std::filesystem::exists(file, none))
    return {};
  const std::string text = files::readText(file);
  std::string_view rest = text;
  std::vector<Row> rows;
  for (bool header = true;; header = false) {
    const auto end = rest.find('\n');
    if (end == std::string_view::npos)
      return rows;
    if (!header) {
      auto row = rowOf(rest.substr(0, end), count);
      if (!row)
        return rows;
      rows.push_back(std::move(*row));
    }
    rest.remove_prefix(end + 1);
  }
}

}  // namespace

RunTable::RunTable(std::filesystem::path file, const char* header,
                   const std::vector<std::string>& lines)
    : m_file(std::move(file)) {
  std::string text = std::string(header) + "\n";
  for (const auto& line : lines)
    text.append(line).append("\n");
  files::writeAtomically(m_file, text);
  m_stream.open(m_file, std::ios::app);
}

void RunTable::add(const std::string& line) {
  if (!(m_stream << line << "\n" << std::flush))
    throw Error(ErrorCode::CannotWrite,
                m_file.string() + " could not be written; is the disk full?");
}

std::string lineOf(const Thermo& thermo) {
  return lineOf(thermo.stage, {thermo.timePs, thermo.temperatureK, thermo.energyEV, thermo.volumeA3,
                               thermo.pressureGPa, thermo.shearStressGPa});
}

std::string lineOf(const InherentStructure& structure) {
  return lineOf(structure.file, {structure.timePs, structure.temperatureK, structure.energyEV,
                                 structure.volumeA3, structure.pressureGPa});
}

std::vector<Thermo> readThermo(const std::filesystem::path& file) {
  std::vector<Thermo> found;
  for (auto& row : rowsOf(file, 6))
    found.push_back({std::move(row.word), row.values[0], row.values[1], row.values[2],
                     row.values[3], row.values[4], row.values[5]});
  return found;
}

std::vector<InherentStructure> readInherent(const std::filesystem::path& file) {
  std::vector<InherentStructure> found;
  for (auto& row : rowsOf(file, 5))
    found.push_back({std::move(row.word), row.values[0], row.values[1], row.values[2],
                     row.values[3], row.values[4]});
  return found;
}

}  // namespace vitrine::simulation
