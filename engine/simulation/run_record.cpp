#include "engine/simulation/run_record.h"

#include "engine/alloy/element.h"
#include "engine/core/error.h"
#include "engine/simulation/potential_library.h"

#include <nlohmann/json.hpp>

#include <algorithm>

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

Json potentialJson(const RunRequest& request, const alloy::Composition& alloy) {
  const auto& potential = request.potential;
  Json json{{"name", potential.name},
            {"pair_style", potential.style},
            {"pair_coeff", potential.coefficients},
            {"elements", symbolsOf(potential.elements)},
            {"cutoff_A", potential.cutoffA > 0.0 ? Json(potential.cutoffA) : Json(nullptr)},
            {"citation", request.citation},
            {"comment", potential.comment}};
  if (const auto caution = cautionFor(potential, alloy); !caution.empty())
    json["caution"] = caution;
  return json;
}

Json countsJson(const atomistic::Structure& structure) {
  Json json = Json::object();
  for (const int element : atomistic::speciesOf(structure))
    json[std::string(alloy::element(element).symbol)] =
        std::count(structure.species.begin(), structure.species.end(), element);
  return json;
}

Json stagesJson(const Schedule& schedule) {
  Json stages = Json::array();
  for (std::size_t i = 0; i < schedule.stages.size(); ++i) {
    const Stage& stage = schedule.stages[i];
    Json json{{"name", stage.name},
              {"from_K", stage.fromK},
              {"to_K", stage.toK},
              {"begin_ps", static_cast<double>(schedule.begin(i)) * kTimestepPs},
              {"end_ps", static_cast<double>(schedule.begin(i + 1)) * kTimestepPs}};
    if (stage.shearPerPs > 0.0)
      json["shear_per_ps"] = stage.shearPerPs;
    stages.push_back(std::move(json));
  }
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

Json fitJson(const TransitionFit& fit) {
  return {{"tg_K", fit.temperatureK},
          {"glass_window_K", {fit.glass.fromK, fit.glass.toK}},
          {"liquid_window_K", {fit.liquid.fromK, fit.liquid.toK}},
          {"glass_expansion_per_K", fit.glassExpansionPerK},
          {"liquid_expansion_per_K", fit.liquidExpansionPerK}};
}

Json transitionJson(const TransitionEstimate& estimate) {
  Json json = fitJson(estimate.fit);
  json["lowest_K"] = estimate.lowestK;
  json["highest_K"] = estimate.highestK;
  json["other_windows"] = Json::array();
  for (const auto& fit : estimate.others)
    json["other_windows"].push_back(fitJson(fit));
  return json;
}

Json resultJson(const RunResult& result) {
  Json snapshots = Json::array();
  for (const auto& snapshot : result.snapshots)
    snapshots.push_back(inherentJson(snapshot));
  Json json{{"inherent", inherentJson(result.inherent)},
            {"inherent_density_g_per_cm3", result.inherentDensityGPerCm3},
            {"snapshots", std::move(snapshots)}};
  if (!result.thermo.empty()) {
    json["volume_A3"] = result.volumeA3;
    json["density_g_per_cm3"] = result.densityGPerCm3;
    json["transition"] = result.transition ? transitionJson(*result.transition) : Json(nullptr);
  }
  return json;
}

/// What was wished for; a run is the same where this is.
Json wishJson(const RunRequest& request) {
  const auto alloy = atomistic::compositionOf(request.start);
  Json settings = Json::object();
  for (const auto& [name, value] : request.settings)
    settings[name] = value;
  const auto& schedule = request.schedule;
  return {{"kind", request.kind},
          {"formula", alloy.formula()},
          {"atoms", countsJson(request.start)},
          {"origin", request.origin},
          {"seed", request.seed},
          {"potential", potentialJson(request, alloy)},
          {"settings", std::move(settings)},
          {"timestep_ps", kTimestepPs},
          {"thermostat_ps", kThermostatPs},
          {"barostat_ps", kBarostatPs},
          {"pressure_GPa", 0.0},
          {"stages", stagesJson(schedule)},
          {"steps_between",
           {{"lines", schedule.thermoSteps},
            {"frames", schedule.frameSteps},
            {"snapshots", schedule.snapshotSteps}}}};
}

}  // namespace

std::string recordOf(const TransitionEstimate& estimate) {
  return transitionJson(estimate).dump();
}

std::string recordOf(const RunRequest& request, RunState state, const RunResult* result,
                     const std::string& words) {
  Json record{{"format", 1}, {"state", nameOf(state)}, {"program", request.program}};
  record.update(wishJson(request));
  if (!words.empty())
    record["words"] = words;
  if (result != nullptr) {
    record["lammps"] = result->lammpsVersion;
    record["result"] = resultJson(*result);
  }
  return record.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

RecordedEnd endOf(std::string_view record, const RunRequest& request) {
  const Json json = Json::parse(record, nullptr, false);
  if (!json.is_object())
    throw Error(ErrorCode::Damaged,
                (request.folder / "run.json").string() + " cannot be read; name another folder.");
  // As it would read back, so that numbers are compared as they are written.
  const Json wish =
      Json::parse(wishJson(request).dump(-1, ' ', false, Json::error_handler_t::replace));
  for (const auto& [name, value] : wish.items())
    if (!json.contains(name) || json.at(name) != value)
      throw Error(ErrorCode::InvalidInput,
                  request.folder.string() + " holds another run (its " + name +
                      " differs); give the command it was begun with, or another folder.");
  RecordedEnd end;
  end.finished = json.value("state", "") == nameOf(RunState::Finished);
  if (const auto found = json.find("lammps"); found != json.end() && found->is_string())
    end.lammpsVersion = found->get<std::string>();
  return end;
}

}  // namespace vitrine::simulation
