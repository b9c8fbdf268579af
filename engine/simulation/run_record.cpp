#include "engine/simulation/run_record.h"

#include "engine/alloy/element.h"
#include "engine/simulation/lammps_input.h"
#include "engine/simulation/start.h"

#include <nlohmann/json.hpp>

namespace vitrine::simulation {

namespace {

using Json = nlohmann::ordered_json;

const char* nameOf(RunState state) {
  switch (state) {
    case RunState::Running:
      return "running";
    case RunState::Finished:
      return "finished";
    case RunState::Cancelled:
      return "cancelled";
    case RunState::Failed:
      return "failed";
  }
  return "";
}

Json symbolsOf(const std::vector<int>& elements) {
  Json symbols = Json::array();
  for (const int element : elements)
    symbols.push_back(alloy::element(element).symbol);
  return symbols;
}

Json potentialJson(const Potential& potential) {
  return {{"name", potential.name},
          {"pair_style", potential.style},
          {"elements", symbolsOf(potential.elements)},
          {"cutoff_A", potential.cutoffA},
          {"file_says", potential.comment}};
}

Json countsJson(const QuenchRequest& request) {
  const auto counts = atomCounts(request.alloy, request.atoms);
  Json json = Json::object();
  const auto shares = request.alloy.shares();
  for (std::size_t i = 0; i < counts.size(); ++i)
    json[std::string(alloy::element(shares[i].atomicNumber).symbol)] = counts[i];
  return json;
}

Json stagesJson(const Schedule& schedule) {
  Json stages = Json::array();
  for (std::size_t i = 0; i < schedule.stages.size(); ++i)
    stages.push_back({{"name", schedule.stages[i].name},
                      {"from_K", schedule.stages[i].fromK},
                      {"to_K", schedule.stages[i].toK},
                      {"begin_ps", static_cast<double>(schedule.begin(i)) * kTimestepPs},
                      {"end_ps", static_cast<double>(schedule.begin(i + 1)) * kTimestepPs}});
  return stages;
}

Json inherentJson(const InherentStructure& structure) {
  return {{"file", structure.file},
          {"time_ps", structure.timePs},
          {"temperature_K", structure.temperatureK},
          {"energy_eV", structure.energyEV},
          {"volume_A3", structure.volumeA3},
          {"pressure_GPa", structure.pressureGPa}};
}

Json resultJson(const QuenchResult& result) {
  Json snapshots = Json::array();
  for (const auto& snapshot : result.run.snapshots)
    snapshots.push_back(inherentJson(snapshot));
  return {{"volume_A3", result.volumeA3},
          {"density_g_per_cm3", result.densityGPerCm3},
          {"inherent", inherentJson(result.run.inherent)},
          {"inherent_density_g_per_cm3", result.inherentDensityGPerCm3},
          {"snapshots", std::move(snapshots)}};
}

}  // namespace

std::string recordOf(const QuenchRequest& request, const Schedule& schedule, RunState state,
                     const QuenchResult* result, const std::string& words) {
  const auto& settings = request.settings;
  Json record{{"format", 1},
              {"kind", "quench"},
              {"state", nameOf(state)},
              {"program", request.program},
              {"formula", request.alloy.formula()},
              {"atoms", countsJson(request)},
              {"seed", request.seed},
              {"potential", potentialJson(request.potential)},
              {"rate_K_per_s", settings.rateKPerS},
              {"from_K", settings.fromK},
              {"to_K", settings.toK},
              {"melt_ps", settings.meltPs},
              {"hold_ps", settings.holdPs},
              {"snapshots", settings.snapshots},
              {"timestep_ps", kTimestepPs},
              {"thermostat_ps", kThermostatPs},
              {"barostat_ps", kBarostatPs},
              {"pressure_GPa", 0.0},
              {"stages", stagesJson(schedule)}};
  if (!words.empty())
    record["words"] = words;
  if (result != nullptr) {
    record["lammps"] = result->run.lammpsVersion;
    record["result"] = resultJson(*result);
  }
  return record.dump(2) + "\n";
}

}  // namespace vitrine::simulation
