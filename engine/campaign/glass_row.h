#pragma once

#include "engine/atomistic/structure.h"
#include "engine/campaign/plan.h"
#include "engine/core/run_context.h"
#include "engine/simulation/quench.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace vitrine::campaign {

/// An inherent structure of a glass: what energy models learn from.
struct Sample {
  std::string file;           ///< in the folder of the glass
  std::string stage;          ///< "quench", "glass", "anneal_1", "shear_1"
  double temperatureK = 0.0;  ///< of the state before it was minimised
  double energyEV = 0.0;      ///< for each atom
  double volumeA3 = 0.0;      ///< for each atom
  std::uint32_t crc32 = 0;    ///< of the file
};

/// What is kept of a glass when its files are gone: enough to continue a campaign on another
/// computer, and to compare glasses.
struct GlassRow {
  std::string id;
  std::string formula;  ///< at.%
  std::string potential;
  std::string lammps;  ///< version
  double rateKPerS = 0.0;
  std::uint64_t seed = 0;
  std::size_t atoms = 0;
  double densityGPerCm3 = 0.0;  ///< at the end of the quench
  /// The cooling curve: means over steps of 25 K, falling; energy and volume for each atom.
  struct Cooling {
    std::vector<double> temperatureK;
    std::vector<double> energyEV;
    std::vector<double> volumeA3;
  } cooling;
  /// Pair distribution functions of the glass after the quench, to 16 Å, or to the height of a cell
  /// that is smaller.
  struct Pairs {
    double stepA = 0.0;      ///< the first value stands at half a step
    std::size_t states = 1;  ///< that they are the mean of: the end of the quench, or later ones
    struct Partial {
      std::string elements;  ///< "Cu-Zr"
      std::vector<double> g;
    };
    std::vector<Partial> partials;
  } pairs;
  std::vector<Sample> samples;
};

/// The row of a quenched glass. @param folder  of its run
GlassRow rowOf(const Task& task, const Plan& plan, const simulation::RunResult& result,
               const std::filesystem::path& folder, const RunContext& context);

/// Makes g(r) the mean over states that the glass went through, which takes off most of the noise
/// of a single one. @param states  files. @throws what reading a structure throws
void averagePairs(GlassRow& row, const std::vector<std::filesystem::path>& states,
                  const RunContext& context);

/// Adds what a treatment of the glass gave. @param name  of its folder in that of the glass, and
/// of the stage: "anneal_1"
void addSamples(GlassRow& row, const simulation::RunResult& result, const std::string& name,
                const std::filesystem::path& folder);

std::string toJson(const GlassRow& row);
/// @throws Error (Damaged) that says what is wrong, without the name of the file
GlassRow parseGlassRow(std::string_view json);
/// @throws Error (CannotRead, Damaged) naming the file
GlassRow readGlassRow(const std::filesystem::path& file);

}  // namespace vitrine::campaign
