#include "app/cli/json_output.h"
#include "app/cli/long_run.h"
#include "app/cli/options.h"
#include "app/cli/text.h"
#include "app/cli/verb.h"
#include "engine/alloy/formula.h"
#include "engine/core/error.h"
#include "engine/simulation/quench.h"

#include <ostream>

namespace vitrine::cli {

namespace {

using namespace simulation;

struct Wish {
  std::string formula;
  std::string potential = "CuZr_mm.eam.fs";
  std::string rate = "1e13";
  std::string atoms = "2000";
  std::string from = "2000";
  std::string to = "300";
  std::string melt;
  std::string hold = "10";
  std::string snapshots = "0";
  std::string frames = "60";
  std::string lmp = "lmp";
  std::string out;
  bool json = false;
  LongRun run;
};

constexpr int kMostAtoms = 1'000'000;
constexpr int kMostStates = 100'000;
/// The melt is given less time where the whole run is short.
constexpr double kFastKPerS = 3e13;

MeltQuench settingsOf(const Wish& wish) {
  MeltQuench settings;
  settings.rateKPerS = positive(wish.rate, "--rate");
  settings.fromK = positive(wish.from, "--from");
  settings.toK = positive(wish.to, "--to");
  settings.meltPs = wish.melt.empty() ? (settings.rateKPerS > kFastKPerS ? 6.0 : 20.0)
                                      : number(wish.melt, "--hold");
  settings.holdPs = number(wish.hold, "--rest");
  settings.snapshots = wholeNumber(wish.snapshots, "--snapshots", 0, kMostStates);
  settings.frames = wholeNumber(wish.frames, "--frames", 0, kMostStates);
  return settings;
}

RunObserver observerOf(const Wish& wish, std::ostream& out) {
  if (!wish.run.progress)
    return {};
  return {[&out](const Thermo& at) {
            writeLine(out, {{"thermo",
                             {{"stage", at.stage},
                              {"time_ps", at.timePs},
                              {"temperature_K", at.temperatureK},
                              {"energy_eV", at.energyEV},
                              {"volume_A3", at.volumeA3},
                              {"pressure_GPa", at.pressureGPa}}}});
          },
          [&out](const Frame& frame) {
            writeLine(out, {{"frame", frame.file},
                            {"stage", frame.stage},
                            {"time_ps", frame.timePs},
                            {"temperature_K", frame.temperatureK}});
          }};
}

Json resultJson(const QuenchRequest& request, const QuenchResult& result) {
  const auto& inherent = result.run.inherent;
  return {{"out", request.folder.string()},
          {"formula", request.alloy.formula()},
          {"potential", request.potential.name},
          {"atoms", request.atoms},
          {"seed", request.seed},
          {"volume_A3", result.volumeA3},
          {"density_g_per_cm3", result.densityGPerCm3},
          {"inherent_energy_eV", inherent.energyEV},
          {"inherent_volume_A3", inherent.volumeA3},
          {"inherent_density_g_per_cm3", result.inherentDensityGPerCm3},
          {"snapshots", result.run.snapshots.size()},
          {"lammps", result.run.lammpsVersion}};
}

}  // namespace

void quench(const Call& call) {
  Wish wish;
  Options options("quench",
                  "Melts an alloy atom by atom, quenches it to a glass at zero pressure by LAMMPS, "
                  "and finds the inherent structure: the nearest minimum of the energy at zero "
                  "pressure. Everything goes to one folder.");
  options.text("FORMULA", wish.formula, "", "The alloy in at.%, e.g. Zr44Cu56")->required();
  options.text("--potential", wish.potential, "NAME|FILE",
               "Interatomic potential: a name of the package lammps-data, or a table (path)");
  options.text("--rate", wish.rate, "K/s", "Cooling rate (K/s; default 1e13)");
  options.text("--atoms", wish.atoms, "N", "How many (count; default 2000)");
  options.text("--from", wish.from, "K", "Temperature of the melt (K; default 2000)");
  options.text("--to", wish.to, "K", "Temperature of the glass (K; default 300)");
  options.text("--hold", wish.melt, "PS",
               "Time in the melt before cooling (ps; default 20, above 3e13 K/s 6)");
  options.text("--rest", wish.hold, "PS", "Time of the glass after cooling (ps; default 10)");
  options.text("--snapshots", wish.snapshots, "N",
               "States along the cooling, evenly spaced, to find the inherent structures of, each "
               "at zero pressure (count; default 0)");
  options.text("--frames", wish.frames, "N",
               "Pictures of the atoms to keep of the whole run, about (count; default 60)");
  options.text("--lmp", wish.lmp, "PATH", "The program LAMMPS (path or name; default lmp)");
  options.text("--out", wish.out, "DIR", "Folder for all of it (path)")->required();
  wish.run.addTo(options);
  options.flag("--json", wish.json,
               "One JSON object: energies in eV and volumes in Å^3 for each atom");
  options.parse(call);

  QuenchRequest request(alloy::compositionOf(wish.formula));
  request.settings = settingsOf(wish);
  request.atoms = static_cast<std::size_t>(wholeNumber(wish.atoms, "--atoms", 16, kMostAtoms));
  const auto context = wish.run.context(call);
  request.seed = context.seed();
  request.potential = potentialNamed(wish.potential);
  request.lmp = lammpsProgram(wish.lmp);
  request.folder = wish.out;
  request.program = "vitrine " + std::string(version());
  const auto result = simulation::quench(
      request, observerOf(wish, call.environment.out), context);

  const Json object = resultJson(request, result);
  if (wish.run.progress)
    return writeLine(call.out, {{"result", object}});
  if (wish.json)
    return write(call.out, object);
  call.out << request.alloy.formula() << ", " << request.atoms << " atoms, "
           << request.potential.name << "\n  density at " << wish.to << " K    "
           << aligned(fixed(result.densityGPerCm3, 3), 9) << " g/cm3\n  inherent structure   "
           << aligned(fixed(result.run.inherent.energyEV, 4), 9) << " eV/atom, "
           << fixed(result.inherentDensityGPerCm3, 3) << " g/cm3\nWrote " << wish.out << "\n";
}

}  // namespace vitrine::cli
