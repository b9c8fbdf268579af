#include "app/cli/simulation_run.h"

#include "app/cli/text.h"
#include "engine/core/error.h"
#include "engine/files/references.h"
#include "engine/simulation/potential_library.h"
#include "engine/simulation/run_record.h"

#include <ostream>

namespace vitrine::cli {

namespace {

using namespace simulation;

constexpr int kMostStates = 100'000;

RunObserver observerOf(std::ostream& out) {
  return {[&out](const Thermo& at) {
            Json line{{"stage", at.stage},
                      {"time_ps", at.timePs},
                      {"temperature_K", at.temperatureK},
                      {"energy_eV", at.energyEV},
                      {"volume_A3", at.volumeA3},
                      {"pressure_GPa", at.pressureGPa}};
            if (at.stage == "shear")
              line["shear_stress_GPa"] = at.shearStressGPa;
            writeLine(out, {{"thermo", std::move(line)}});
          },
          [&out](const Frame& frame) {
            writeLine(out, {{"frame", frame.file},
                            {"stage", frame.stage},
                            {"time_ps", frame.timePs},
                            {"temperature_K", frame.temperatureK}});
          }};
}

void print(std::ostream& out, const RunResult& result) {
  const auto row = [&out](const char* name, const std::string& value, const char* unit) {
    out << "  " << padded(name, 32) << aligned(value, 10) << " " << unit << "\n";
  };
  if (!result.thermo.empty())
    row("density at the end", fixed(result.densityGPerCm3, 3), "g/cm3");
  row("inherent structure: energy", fixed(result.inherent.energyEV, 4), "eV/atom");
  row("inherent structure: density", fixed(result.inherentDensityGPerCm3, 3), "g/cm3");
  if (!result.transition)
    return;
  const auto& fit = result.transition->fit;
  row("Tg from the kink of V(T)", fixed(fit.temperatureK, 0), "K");
  out << "    glass " << fixed(fit.glass.fromK, 0) << " to " << fixed(fit.glass.toK, 0)
      << " K, liquid " << fixed(fit.liquid.fromK, 0) << " to " << fixed(fit.liquid.toK, 0)
      << " K; with other windows " << fixed(result.transition->lowestK, 0) << " to "
      << fixed(result.transition->highestK, 0) << " K\n";
}

}  // namespace

void SimulationRun::addTo(Options& options, const std::string& states) {
  options.text(
      "--potential", potential, "NAME|FILE|LINES",
      "Interatomic potential: one that is known (name; vitrine quench --potential list), a "
      "table (path), or \"pair_style ...; pair_coeff ...\" (lines of LAMMPS; the types of atoms "
      "are the elements by rising atomic number, e.g. * * CuZr_mm.eam.fs Cu Zr). Default: the "
      "best known for these elements");
  if (!states.empty()) {
    options.text("--snapshots", snapshots, "N",
                 "States " + states +
                     ", evenly spaced, to find the inherent structures of, each at zero pressure "
                     "(count; default 0)");
    options.text("--frames", frames, "N",
                 "Pictures of the atoms to keep of the whole run, about (count; default 60)");
  }
  options.text("--lmp", lmp, "PATH", "The program LAMMPS (path or name; default lmp)");
  options.text("--out", out, "DIR", "Folder for all of it (path)");
  options.flag("--resume", resume,
               "Go on with the same run in that folder, where there is one that was stopped");
  run.addTo(options);
  options.flag("--json", json, "One JSON object: energies in eV and volumes in A^3 for each atom");
}

int SimulationRun::snapshotCount() const {
  return wholeNumber(snapshots, "--snapshots", 0, kMostStates);
}

int SimulationRun::frameCount() const {
  return wholeNumber(frames, "--frames", 0, kMostStates);
}

Potential SimulationRun::potentialFor(const alloy::Composition& alloy) const {
  return potential.empty() ? bestPotential(alloy) : potentialNamed(potential);
}

void SimulationRun::perform(
    const Call& call, const Potential& chosen, const alloy::Composition& alloy, std::size_t atoms,
    const std::function<RunResult(const RunObserver&, const RunContext&)>& work) const {
  const StopSignals signals;
  auto& environment = call.environment;
  const auto result = work(run.progress ? observerOf(environment.out) : RunObserver{},
                           run.context(call, signals.token()));
  const auto caution = cautionFor(chosen, alloy);
  Json object{{"out", out},
              {"formula", alloy.formula()},
              {"atoms", atoms},
              {"potential", chosen.name},
              {"caution", caution.empty() ? Json(nullptr) : Json(caution)},
              {"inherent_energy_eV", result.inherent.energyEV},
              {"inherent_volume_A3", result.inherent.volumeA3},
              {"inherent_density_g_per_cm3", result.inherentDensityGPerCm3},
              {"snapshots", result.snapshots.size()},
              {"lammps", result.lammpsVersion}};
  if (!result.thermo.empty()) {
    object["volume_A3"] = result.volumeA3;
    object["density_g_per_cm3"] = result.densityGPerCm3;
    object["transition"] =
        result.transition ? Json::parse(recordOf(*result.transition)) : Json(nullptr);
  }
  if (run.progress)
    return writeLine(call.out, {{"result", object}});
  if (json)
    return write(call.out, object);
  call.out << alloy.formula() << ", " << atoms << " atoms, " << chosen.name << "\n";
  print(call.out, result);
  if (!caution.empty())
    call.out << caution << "\n";
  call.out << "Wrote " << out << "\n";
}

References referencesOf(const Options& options, const Call& call) {
  return files::readReferences(options.resources(call) / "references.json");
}

std::string citationOf(const Potential& potential, const References& references) {
  const auto found = references.find(potential.reference);
  return found == references.end() ? potential.comment : citation(found->second);
}

}  // namespace vitrine::cli
