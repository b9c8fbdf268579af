#include "engine/barcode/glass_list.h"

#include "engine/core/error.h"
#include "engine/files/csv.h"
#include "engine/files/number_text.h"
#include "engine/files/text_file.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <utility>

namespace vitrine::barcode {

namespace fs = std::filesystem;

namespace {

constexpr const char* kInherent = "inherent.csv";
constexpr const char* kRecord = "run.json";

[[noreturn]] void refuse(const std::string& what) {
  throw Error(ErrorCode::InvalidInput, what);
}

/// The first of these names that the header has.
std::optional<std::size_t> columnOf(const files::TextRow& header,
                                    std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names)
    for (std::size_t i = 0; i < header.cells.size(); ++i)
      if (files::trimmed(header.cells[i]) == name)
        return i;
  return std::nullopt;
}

std::string_view cellOf(const files::TextRow& row, std::optional<std::size_t> column) {
  if (!column || *column >= row.cells.size())
    return {};
  return files::trimmed(row.cells[*column]);
}

/// Says which file it was.
template <class Read>
auto named(const fs::path& file, const Read& read) {
  try {
    return read();
  } catch (const Error& error) {
    if (error.code() == ErrorCode::CannotRead)
      throw;
    throw Error(error.code(), file.string().append(": ").append(error.what()), error.detail());
  }
}

bool isRun(const fs::path& folder) {
  std::error_code ignored;
  return fs::exists(folder / kRecord, ignored) || fs::exists(folder / kInherent, ignored);
}

GlassList readRun(const fs::path& folder, const std::string& group, const RunContext& context) {
  GlassList list;
  std::error_code ignored;
  if (const auto table = folder / kInherent; fs::exists(table, ignored))
    list.add(named(table, [&] {
      auto text = files::readText(table);
      // A run that goes on may be writing its last line.
      text.resize(text.rfind('\n') + 1);
      return text.empty() ? GlassList() : parseGlassTable(text, folder, group, context);
    }));
  if (const auto record = folder / kRecord; fs::exists(record, ignored)) {
    const auto facts = named(record, [&] { return parseRunRecord(files::readText(record)); });
    for (GlassFile& glass : list.glasses)
      glass.potential = facts.potential;
    if (!facts.finished)
      list.notes.push_back(folder.string().append(
          ": the run did not come to its end; only its finished states are taken."));
  }
  return list;
}

/// The folders of runs at or below a folder, by name.
std::vector<fs::path> runsBelow(const fs::path& folder, const RunContext& context) {
  if (isRun(folder))
    return {folder};
  constexpr int kDeepest = 4;
  std::vector<fs::path> runs;
  std::error_code failed;
  for (auto it = fs::recursive_directory_iterator(folder, failed);
       !failed && it != fs::recursive_directory_iterator(); it.increment(failed)) {
    context.tick();
    if (it.depth() >= kDeepest)
      it.disable_recursion_pending();
    std::error_code ignored;
    if (it->is_directory(ignored) && isRun(it->path())) {
      runs.push_back(it->path());
      it.disable_recursion_pending();
    }
  }
  std::sort(runs.begin(), runs.end());
  return runs;
}

}  // namespace

void GlassList::add(GlassList other) {
  std::move(other.glasses.begin(), other.glasses.end(), std::back_inserter(glasses));
  std::move(other.notes.begin(), other.notes.end(), std::back_inserter(notes));
}

void checkEachOnce(const GlassList& list) {
  std::set<fs::path> known;
  std::error_code ignored;
  for (const GlassFile& glass : list.glasses)
    if (!known.insert(fs::absolute(glass.file, ignored).lexically_normal()).second)
      refuse(glass.file.string().append(" is named twice: name each glass once."));
}

std::vector<std::string> potentialsOf(const GlassList& list) {
  std::vector<std::string> names;
  for (const GlassFile& glass : list.glasses)
    if (!glass.potential.empty() && std::ranges::find(names, glass.potential) == names.end())
      names.push_back(glass.potential);
  return names;
}

GlassList parseGlassTable(std::string_view text, const fs::path& folder, const std::string& group,
                          const RunContext& context) {
  const auto csv = files::parseCsv(text, context);
  if (csv.rows.empty())
    refuse("The table of glasses is empty.");
  const auto& header = csv.rows.front();
  const auto file = columnOf(header, {"file"});
  const auto energy = columnOf(header, {"energy_eV_per_atom", "energy_eV"});
  const auto groups = columnOf(header, {"group"});
  const auto potential = columnOf(header, {"potential"});
  if (!file)
    refuse("The table of glasses has no column \"file\" (and energy_eV_per_atom, group).");
  GlassList list;
  for (std::size_t i = 1; i < csv.rows.size(); ++i) {
    context.tick();
    const auto& row = csv.rows[i];
    const auto line = std::to_string(row.line);
    const auto name = cellOf(row, file);
    if (name.empty())
      refuse(std::string("Line ").append(line).append(" names no file."));
    GlassFile glass{folder / name, std::nullopt, std::string(cellOf(row, groups)),
                    std::string(cellOf(row, potential))};
    if (glass.group.empty())
      glass.group = group;
    if (const auto cell = cellOf(row, energy); !cell.empty()) {
      glass.energyEvPerAtom = files::parseNumber(cell);
      if (!glass.energyEvPerAtom)
        refuse(std::string("Line ").append(line).append(
            ": the energy is no number; it is meant in eV per atom."));
    }
    list.glasses.push_back(std::move(glass));
  }
  return list;
}

RunFacts parseRunRecord(std::string_view text) {
  try {
    const auto json = nlohmann::json::parse(text);
    if (!json.is_object())
      throw Error(ErrorCode::Damaged, "The record of the run is damaged.");
    RunFacts facts;
    if (const auto potential = json.find("potential");
        potential != json.end() && potential->is_object())
      facts.potential = potential->value("name", "");
    const auto result = json.find("result");
    facts.finished = result != json.end() && result->is_object();
    return facts;
  } catch (const nlohmann::json::exception& error) {
    throw Error(ErrorCode::Damaged, "The record of the run is damaged.", error.what());
  }
}

GlassList readGlassList(const fs::path& path, const RunContext& context) {
  std::error_code ignored;
  if (fs::is_directory(path, ignored)) {
    GlassList all;
    auto whole = fs::absolute(path, ignored).lexically_normal();
    if (!whole.has_filename())
      whole = whole.parent_path();
    // Groups are named from the folder on that was asked for: a model keeps these names.
    for (const auto& run : runsBelow(whole, context))
      all.add(readRun(run, run.lexically_relative(whole.parent_path()).string(), context));
    if (all.glasses.empty())
      refuse(path.string().append(
          " holds no inherent structures: it is no folder of a run with snapshots (vitrine quench "
          "--snapshots N)."));
    return all;
  }
  if (path.extension() == ".csv")
    return named(path, [&] {
      return parseGlassTable(files::readText(path), path.parent_path(), path.filename().string(),
                             context);
    });
  return {{{path, std::nullopt, path.filename().string(), {}}}, {}};
}

std::optional<double> energyInRun(const fs::path& file, std::span<const std::string> potentials,
                                  const RunContext& context) {
  std::error_code ignored;
  const auto whole = fs::absolute(file, ignored).lexically_normal();
  // Snapshots lie one folder deeper.
  for (const auto& folder : {whole.parent_path(), whole.parent_path().parent_path()}) {
    if (!isRun(folder))
      continue;
    try {
      for (const auto& glass : readRun(folder, {}, context).glasses)
        if (glass.file.lexically_normal() == whole &&
            std::ranges::find(potentials, glass.potential) != potentials.end())
          return glass.energyEvPerAtom;
    } catch (const Error&) {
      return std::nullopt;
    }
  }
  return std::nullopt;
}

void keepEnergiesOf(GlassList& list, std::span<const std::string> potentials) {
  if (potentials.empty())
    return;
  std::set<std::string> others;
  for (GlassFile& glass : list.glasses) {
    if (glass.potential.empty() || !glass.energyEvPerAtom ||
        std::ranges::find(potentials, glass.potential) != potentials.end())
      continue;
    others.insert(glass.potential);
    glass.energyEvPerAtom.reset();
  }
  for (const std::string& other : others)
    list.notes.push_back(std::string("Energies of the potential ")
                             .append(other)
                             .append(" are left out: the model learned from another one."));
}

}  // namespace vitrine::barcode
