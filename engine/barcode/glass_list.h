#pragma once

#include "engine/core/run_context.h"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vitrine::barcode {

/// A structure file and what is known about it.
struct GlassFile {
  std::filesystem::path file;
  std::optional<double> energyEvPerAtom;  ///< of the inherent structure
  std::string group;                      ///< e.g. the quench it is from
  std::string potential;                  ///< that the energy is of; empty where nothing says
};

/// Glasses and the words of their source about them.
struct GlassList {
  std::vector<GlassFile> glasses;
  std::vector<std::string> notes;  ///< what was left out, in sentences

  /// Adds the glasses of another list.
  void add(GlassList other);
};

/// @throws Error (InvalidInput) where a file stands in the list twice: it would be learned from and
///         left out at once
void checkEachOnce(const GlassList& list);

/// Names of the potentials of glasses, each once.
std::vector<std::string> potentialsOf(const GlassList& list);

/// A table of glasses: comma separated with the columns `file` and, all optional,
/// `energy_eV_per_atom` or else `energy_eV` (both eV/atom), `group` and `potential`; others are
/// ignored, so that the tables of runs and campaigns can be read. Paths count from `folder`.
/// @param group  of rows that name none
/// @throws Error (InvalidInput, Damaged); Cancelled
GlassList parseGlassTable(std::string_view text, const std::filesystem::path& folder,
                          const std::string& group, const RunContext& context = RunContext());

/// What the record of a run, "run.json", says of its glasses.
struct RunFacts {
  std::string potential;  ///< its name; empty where there is none
  bool finished = false;
};
/// @throws Error (Damaged)
RunFacts parseRunRecord(std::string_view json);

/// What is found under a path: the inherent structures of the folder of a run (inherent.csv and
/// run.json), those of all folders of runs below a folder, the rows of a .csv table, or else one
/// structure whose energy is not known. Each run is a group, named from the folder `path` on.
/// @throws Error (CannotRead, InvalidInput, Damaged) naming the file; Cancelled
GlassList readGlassList(const std::filesystem::path& path,
                        const RunContext& context = RunContext());

/// The energy of a structure, eV/atom, where it lies in the folder of a run that tells it and that
/// was made with one of these potentials. What cannot be read is not known.
/// @throws Cancelled
std::optional<double> energyInRun(const std::filesystem::path& file,
                                  std::span<const std::string> potentials,
                                  const RunContext& context = RunContext());

/// Forgets energies that are of none of these potentials, and notes it: they are no energies to a
/// model of these. What is of an unnamed potential stays, and all where none is given.
void keepEnergiesOf(GlassList& list, std::span<const std::string> potentials);

}  // namespace vitrine::barcode
