#include "engine/diffraction/spectrum_file.h"

#include "engine/core/error.h"
#include "engine/dataset/table_layout.h"
#include "engine/dataset/table_rows.h"
#include "engine/diffraction/pattern_text.h"
#include "engine/diffraction/wide_table.h"
#include "engine/diffraction/xrdml.h"
#include "engine/files/number_text.h"
#include "engine/files/text_file.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace vitrine::diffraction {

namespace {

using dataset::TableLayout;

/// The alloys of a wide table by the line of their rows; empty where its columns name none.
std::map<std::size_t, alloy::Composition> alloysOf(const WideTable& table,
                                                   std::vector<Finding>& findings,
                                                   const RunContext& context) {
  std::map<std::size_t, alloy::Composition> alloys;
  auto layout = dataset::layoutOf(table.leading);
  if (!layout)
    return alloys;
  layout->findings.clear();
  for (TableLayout::Column& column : layout->columns)
    if (column.role == TableLayout::Role::Property)
      column.role = TableLayout::Role::Ignored;
  std::vector<files::TextRow> rows;
  rows.reserve(table.rows.size());
  for (const WideTable::Row& row : table.rows)
    rows.push_back({row.line, row.leading});
  dataset::Table read = dataset::readRows(*std::move(layout), rows, true, context);
  std::move(read.findings.begin(), read.findings.end(), std::back_inserter(findings));
  for (dataset::Row& row : read.rows)
    alloys.emplace(row.line, std::move(row.composition));
  return alloys;
}

/// The column whose cells name the rows; the first that is neither element nor formula.
std::optional<std::size_t> nameColumn(const WideTable& table) {
  const auto layout = dataset::layoutOf(table.leading);
  for (std::size_t i = 0; i < table.leading.size(); ++i)
    if (!layout || (layout->columns[i].role != TableLayout::Role::Element &&
                    layout->columns[i].role != TableLayout::Role::Formula))
      return i;
  return std::nullopt;
}

/// What the remarks of a table say of where its patterns come from.
void takeOrigin(std::vector<std::string> remarks, SpectrumCollection& collection) {
  const auto mark = std::find(remarks.begin(), remarks.end(), "origin: simulated");
  if (mark == remarks.end())
    return;
  collection.origin = PatternOrigin::Simulated;
  collection.remarks.assign(mark + 1, remarks.end());
}

SpectrumCollection ofWideTable(WideTable table, const std::string& name, const ReadOptions& options,
                               const RunContext& context) {
  SpectrumCollection collection;
  collection.source = name;
  takeOrigin(std::move(table.remarks), collection);
  const AxisHint hint = axisHintOf(table.leading);
  const AxisChoice choice = chosenAxis(options, hint, table.axis.back());
  if (choice.axis == AxisKind::Q)
    for (double& position : table.axis)
      position *= hint.toInverseA;
  const auto alloys = alloysOf(table, collection.findings, context);
  const auto names = nameColumn(table);
  const std::string origin = name + ", ";
  std::set<std::string> ids;
  for (WideTable::Row& row : table.rows) {
    context.tick();
    std::string id = names ? row.leading[*names] : std::string();
    if (id.empty() || ids.contains(id))
      id += (id.empty() ? "line " : ", line ") + std::to_string(row.line);
    ids.insert(id);
    const auto alloy = alloys.find(row.line);
    collection.spectra.push_back(
        {id, alloy == alloys.end() ? std::nullopt : std::optional(alloy->second),
         Spectrum::fromPoints(choice.axis, table.axis, std::move(row.intensities),
                              options.wavelengthA ? options.wavelengthA : hint.wavelengthA,
                              origin + id)});
  }
  return collection;
}

}  // namespace

SpectrumCollection parseSpectrumFile(std::span<const std::byte> bytes, const std::string& name,
                                     const ReadOptions& options, const RunContext& context) {
  const std::string text = files::decodeText(bytes).utf8;
  if (files::trimmed(std::string_view(text).substr(0, 1000)).starts_with('<')) {
    // The XML reader decodes by itself, as the document says.
    return parseXrdml({reinterpret_cast<const char*>(bytes.data()), bytes.size()}, name, options,
                      context);
  }
  if (looksLikeWideTable(text))
    return ofWideTable(parseWideTable(text, context), name, options, context);
  return parsePatternText(text, name, options, context);
}

SpectrumCollection readSpectrumFile(const std::filesystem::path& file, const ReadOptions& options,
                                    const RunContext& context) {
  const std::vector<std::byte> bytes = files::readBytes(file);
  try {
    return parseSpectrumFile(bytes, file.stem().string(), options, context);
  } catch (const Error& error) {
    throw Error(error.code(), file.string() + ": " + error.what(), error.detail());
  }
}

}  // namespace vitrine::diffraction
