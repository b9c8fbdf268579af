#include "engine/diffraction/spectrum_folder.h"

#include "engine/core/error.h"
#include "engine/core/parallel.h"
#include "engine/diffraction/spectrum_file.h"
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

/// Skipped rows that get a finding of their own.
constexpr std::size_t kMostFindings = 100;

/// The patterns of one wafer.
struct Wafer {
  WideTable table;
  std::map<std::string, std::size_t> rowOfScan;
  AxisKind axis = AxisKind::Q;
  std::optional<double> wavelengthA;
};

/// A cell of the index must not lead out of its folder.
bool staysInside(const fs::path& path) {
  const fs::path normal = path.lexically_normal();
  return !normal.empty() && normal.is_relative() && *normal.begin() != "..";
}

Wafer waferOf(WideTable table, const ReadOptions& options) {
  Wafer wafer{std::move(table), {}, AxisKind::Q, std::nullopt};
  if (wafer.table.leading.empty())
    throw Error(ErrorCode::InvalidInput, "The rows have no scan number before the intensities.");
  for (std::size_t i = 0; i < wafer.table.rows.size(); ++i) {
    const WideTable::Row& row = wafer.table.rows[i];
    if (!wafer.rowOfScan.emplace(row.leading.front(), i).second)
      throw Error(ErrorCode::InvalidInput, "Line " + std::to_string(row.line) +
                                               " repeats the scan " + row.leading.front() + ".");
  }
  const AxisHint hint = axisHintOf(wafer.table.leading);
  wafer.axis = chosenAxis(options, hint, wafer.table.axis.back()).axis;
  wafer.wavelengthA = options.wavelengthA ? options.wavelengthA : hint.wavelengthA;
  if (wafer.axis == AxisKind::Q)
    for (double& position : wafer.table.axis)
      position *= hint.toInverseA;
  return wafer;
}

/// Reads text files and names the file in what they throw.
template <class Parse>
auto parsed(const fs::path& file, Parse parse) {
  const std::string text = files::readText(file);
  try {
    return parse(text);
  } catch (const Error& error) {
    throw Error(error.code(), file.string() + ": " + error.what(), error.detail());
  }
}

/// Takes the patterns of an index together.
class FolderReader {
 public:
  FolderReader(fs::path folder, RunContext context, const ReadOptions& options)
      : m_folder(std::move(folder)), m_context(std::move(context)), m_options(options) {}

  SpectrumCollection read() {
    const fs::path file = m_folder / "index.csv";
    SpectrumIndex index = parsed(file, [&](const std::string& text) {
      return parseSpectrumIndex(text, m_context.slice(0.0, 0.05));
    });
    m_collection.source = fs::weakly_canonical(m_folder).filename().string();
    m_collection.findings = std::move(index.findings);
    readWafers(index.rows);
    readFiles(index.rows);
    for (const IndexRow& row : index.rows)
      add(row);
    if (m_skipped > kMostFindings)
      m_collection.findings.push_back(
          {Finding::Severity::Error,
           std::to_string(m_skipped - kMostFindings) + " more lines of the index were skipped.",
           0});
    if (m_collection.spectra.empty())
      throw Error(ErrorCode::InvalidInput,
                  file.string() + ": None of its patterns could be read. " +
                      (m_firstReason.empty() ? "It has no rows." : m_firstReason));
    return std::move(m_collection);
  }

 private:
  /// What a file named in the index held, or why it could not be read.
  struct OneFile {
    std::optional<Spectrum> spectrum;
    std::string why;
  };

  void readWafers(const std::vector<IndexRow>& rows) {
    for (const IndexRow& row : rows)
      if (row.file.empty() && !row.wafer.empty() && staysInside(row.wafer))
        m_wafers.emplace(row.wafer, Wafer());
    std::vector<std::pair<const std::string, Wafer>*> wafers;
    for (auto& wafer : m_wafers)
      wafers.push_back(&wafer);
    // How far a wafer is nobody can tell before it is read: they count as wholes.
    const RunContext context = m_context.slice(0.05, 0.9);
    parallelFor(context, wafers.size(), [&](std::size_t i) {
      auto& [name, wafer] = *wafers[i];
      wafer = parsed(m_folder / (name + "_spectra.csv"), [&](const std::string& text) {
        return waferOf(parseWideTable(text, context.silent()), m_options);
      });
    });
  }

  void readFiles(const std::vector<IndexRow>& rows) {
    for (const IndexRow& row : rows)
      if (!row.file.empty() && staysInside(row.file))
        m_files.emplace(row.file, OneFile());
    std::vector<std::pair<const std::string, OneFile>*> files;
    for (auto& file : m_files)
      files.push_back(&file);
    const RunContext context = m_context.slice(0.05, 0.9);
    parallelFor(context, files.size(), [&](std::size_t i) {
      auto& [name, one] = *files[i];
      try {
        auto read = readSpectrumFile(m_folder / name, m_options, context.silent());
        one.spectrum = std::move(read.spectra.front().spectrum);
      } catch (const Error& error) {
        one.why = error.what();
      }
    });
  }

  void add(const IndexRow& row) {
    m_context.tick();
    if (!row.file.empty())
      addFile(row);
    else if (!row.wafer.empty() && !row.scan.empty())
      addScan(row);
    else
      skip(row, "It does not say where its pattern stands.");
  }

  void addFile(const IndexRow& row) {
    const auto found = m_files.find(row.file);
    if (found == m_files.end())
      return skip(row, "\"" + row.file + "\" leads out of the folder.");
    if (!found->second.spectrum)
      return skip(row, found->second.why);
    addPattern(row, row.file, *found->second.spectrum);
  }

  void addScan(const IndexRow& row) {
    const auto found = m_wafers.find(row.wafer);
    if (found == m_wafers.end())
      return skip(row, "\"" + row.wafer + "\" leads out of the folder.");
    const Wafer& wafer = found->second;
    const auto scan = wafer.rowOfScan.find(row.scan);
    if (scan == wafer.rowOfScan.end())
      return skip(row, row.wafer + "_spectra.csv has no scan " + row.scan + ".");
    const std::string id = row.wafer + "/" + row.scan;
    addPattern(
        row, id,
        Spectrum::fromPoints(wafer.axis, wafer.table.axis,
                             wafer.table.rows[scan->second].intensities, wafer.wavelengthA, id));
  }

  void addPattern(const IndexRow& row, const std::string& id, Spectrum spectrum) {
    if (!m_ids.insert(id).second)
      return skip(row, "It names the same pattern as an earlier line, " + id + ".");
    m_collection.spectra.push_back({id, row.composition, std::move(spectrum)});
  }

  void skip(const IndexRow& row, const std::string& why) {
    if (m_firstReason.empty())
      m_firstReason = why;
    if (++m_skipped <= kMostFindings)
      m_collection.findings.push_back(
          {Finding::Severity::Error,
           "Line " + std::to_string(row.line) + " of the index was skipped: " + why, 0});
  }

  fs::path m_folder;
  RunContext m_context;
  const ReadOptions& m_options;
  SpectrumCollection m_collection;
  std::map<std::string, Wafer> m_wafers;
  std::map<std::string, OneFile> m_files;
  std::set<std::string> m_ids;
  std::size_t m_skipped = 0;
  std::string m_firstReason;
};

}  // namespace

SpectrumCollection readSpectrumFolder(const fs::path& folder, const RunContext& context,
                                      const ReadOptions& options) {
  return FolderReader(folder, context, options).read();
}

SpectrumCollection readSpectra(const fs::path& path, const RunContext& context,
                               const ReadOptions& options) {
  std::error_code ignored;
  return fs::is_directory(path, ignored) ? readSpectrumFolder(path, context, options)
                                         : readSpectrumFile(path, options, context);
}

Spectrum readOneSpectrum(const fs::path& file, const RunContext& context) {
  auto collection = readSpectra(file, context);
  if (collection.spectra.size() != 1)
    throw Error(ErrorCode::InvalidInput, file.string() + " holds " +
                                             std::to_string(collection.spectra.size()) +
                                             " patterns; one is needed.");
  return std::move(collection.spectra.front().spectrum);
}

}  // namespace vitrine::diffraction
