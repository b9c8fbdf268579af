#include "engine/diffraction/spectrum_folder.h"

#include "engine/core/error.h"
#include "engine/core/parallel.h"
#include "engine/diffraction/spectrum_index.h"
#include "engine/diffraction/wide_table.h"
#include "engine/files/text_file.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace vitrine::diffraction {

namespace {

namespace fs = std::filesystem;

Finding skipped(const IndexRow& row, const std::string& why) {
  return {Finding::Severity::Error,
          "Line " + std::to_string(row.line) + " of the index was skipped: " + why, 0};
}

/// The patterns of one wafer, by the text in their first column.
struct Wafer {
  WideTable table;
  std::map<std::string, std::size_t> rowOfScan;
};

Wafer readWafer(const fs::path& file, const RunContext& context) {
  try {
    Wafer wafer{parseWideTable(files::readText(file), context), {}};
    if (wafer.table.leading.empty())
      throw Error(ErrorCode::InvalidInput, "The rows have no scan number before the intensities.");
    for (std::size_t i = 0; i < wafer.table.rows.size(); ++i) {
      const WideTable::Row& row = wafer.table.rows[i];
      if (!wafer.rowOfScan.emplace(row.leading.front(), i).second)
        throw Error(ErrorCode::InvalidInput, "Line " + std::to_string(row.line) +
                                                 " repeats the scan " + row.leading.front() + ".");
    }
    return wafer;
  } catch (const Error& error) {
    if (error.code() == ErrorCode::CannotRead)
      throw;
    throw Error(error.code(), file.string() + ": " + error.what(), error.detail());
  }
}

void readWafers(const fs::path& folder, const SpectrumIndex& index, SpectrumCollection& collection,
                const RunContext& context) {
  std::set<std::string> names;
  for (const IndexRow& row : index.rows)
    names.insert(row.wafer);
  const std::vector<std::string> wafers(names.begin(), names.end());
  std::vector<Wafer> read(wafers.size());
  parallelFor(context, wafers.size(), [&](std::size_t i) {
    read[i] = readWafer(folder / (wafers[i] + "_spectra.csv"), context.silent());
  });

  for (const IndexRow& row : index.rows) {
    context.tick();
    const auto at = std::lower_bound(wafers.begin(), wafers.end(), row.wafer) - wafers.begin();
    Wafer& wafer = read[static_cast<std::size_t>(at)];
    const auto found = wafer.rowOfScan.find(row.scan);
    if (found == wafer.rowOfScan.end()) {
      collection.findings.push_back(
          skipped(row, row.wafer + "_spectra.csv has no scan " + row.scan + "."));
      continue;
    }
    const std::string id = row.wafer + "/" + row.scan;
    collection.spectra.push_back(
        {id, row.composition,
         Spectrum::fromPoints(AxisKind::Q, wafer.table.axis,
                              wafer.table.rows[found->second].intensities, std::nullopt, id)});
  }
}

}  // namespace

SpectrumCollection readSpectrumFolder(const fs::path& folder, const RunContext& context) {
  const fs::path indexFile = folder / "index.csv";
  SpectrumIndex index;
  try {
    index = parseSpectrumIndex(files::readText(indexFile), context.slice(0.0, 0.1));
  } catch (const Error& error) {
    if (error.code() == ErrorCode::CannotRead)
      throw;
    throw Error(error.code(), indexFile.string() + ": " + error.what(), error.detail());
  }
  SpectrumCollection collection;
  collection.source = fs::weakly_canonical(folder).filename().string();
  collection.findings = std::move(index.findings);
  readWafers(folder, index, collection, context.slice(0.1, 1.0));
  if (collection.spectra.empty())
    throw Error(ErrorCode::InvalidInput, "None of the patterns named in " + indexFile.string() +
                                             " could be read: " +
                                             (collection.findings.empty()
                                                  ? "the index has no rows."
                                                  : collection.findings.front().message));
  return collection;
}

}  // namespace vitrine::diffraction
