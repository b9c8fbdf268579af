#pragma once

#include "engine/alloy/composition.h"
#include "engine/simulation/schedule.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vitrine::campaign {

/// One glass that a campaign makes.
struct Task {
  std::string id;  ///< of its folder, e.g. "Cu56Zr44_1e+13_7"; no two tasks share one
  alloy::Composition alloy;
  double rateKPerS = 0.0;
  std::uint64_t seed = 0;
};

/// What a campaign is to make: alloys × rates × seeds, each glass with its after-treatments.
struct Plan {
  std::string potential;  ///< a name, the path of a file, or lines of LAMMPS
  std::size_t atoms = 2000;
  /// In the melt before cooling; without one what goes with the rate (usualMeltPs).
  std::optional<double> meltPs;
  double holdPs = 10.0;  ///< of the glass after it
  double samplingPs =
      0.0;  ///< then for so long, its g(r) being the mean over this time; 0 for none
  std::size_t snapshots = 0;  ///< inherent structures along each quench, anneal and shear
  std::vector<simulation::Anneal> anneals;  ///< each of the quenched glass
  std::vector<simulation::Shear> shears;    ///< the same
  std::vector<Task> tasks;                  ///< alloys outermost, then rates, then seeds
};

/// Reads a plan:
///   {"potential": "CuZr_mm.eam.fs", "alloys": ["Zr44Cu56"], "rates_K_per_s": [1e13, 1e14],
///    "seeds": [0, 1, 2], "atoms": 2000, "melt_ps": 20, "hold_ps": 10,
///    "sampling_ps": 2, "snapshots": 20,
///    "anneals": [{"temperature_K": 700, "time_ps": 200}],
///    "shears": [{"temperature_K": 300, "rate_per_s": 1e9, "strain": 0.2}]}
/// `potential`, `alloys`, `rates_K_per_s` and `seeds` are wanted; a key that means nothing is an
/// error, for it was meant to mean something.
/// @throws Error (InvalidInput) that says what is wrong, without the name of the file
Plan parsePlan(std::string_view json);

/// @throws Error (CannotRead, InvalidInput) naming the file
Plan readPlan(const std::filesystem::path& file);

}  // namespace vitrine::campaign
