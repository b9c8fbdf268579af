#include "engine/campaign/glass_row.h"

#include "engine/alloy/element.h"
#include "engine/atomistic/pair_distribution.h"
#include "engine/atomistic/structure_file.h"
#include "engine/atomistic/typed_structure.h"
#include "engine/core/error.h"
#include "engine/files/checksum.h"
#include "engine/files/text_file.h"
#include "engine/files/whole_number.h"
#include "engine/simulation/lammps_input.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <functional>

namespace vitrine::campaign {

namespace {

using Json = nlohmann::ordered_json;

constexpr int kFormat = 1;
constexpr double kCoolingStepK = 25.0;
constexpr double kStepA = 0.05;
/// As far as Xie et al. (2025) count; a shorter g(r) widens the first peak of its pattern (by a
/// tenth at 12 Å). The cells of 2000 atoms are wider, those of a few hundred may be smaller.
constexpr double kFarthestA = 16.0;
constexpr std::size_t kMaxRowBytes = std::size_t{16} << 20U;

/// To so many decimals; more are not worth keeping.
double rounded(double value, int decimals) {
  const double scale = std::pow(10.0, decimals);
  return std::round(value * scale) / scale;
}

GlassRow::Cooling coolingOf(const std::vector<simulation::Thermo>& thermo) {
  struct Sum {
    double temperatureK = 0.0, energyEV = 0.0, volumeA3 = 0.0;
    std::size_t count = 0;
  };
  std::map<int, Sum, std::greater<>> sums;
  for (const auto& at : thermo) {
    if (at.stage != "quench")
      continue;
    Sum& sum = sums[static_cast<int>(std::floor(at.temperatureK / kCoolingStepK))];
    sum.temperatureK += at.temperatureK;
    sum.energyEV += at.energyEV;
    sum.volumeA3 += at.volumeA3;
    ++sum.count;
  }
  GlassRow::Cooling cooling;
  for (const auto& [bin, sum] : sums) {
    const auto count = static_cast<double>(sum.count);
    cooling.temperatureK.push_back(rounded(sum.temperatureK / count, 2));
    cooling.energyEV.push_back(rounded(sum.energyEV / count, 6));
    cooling.volumeA3.push_back(rounded(sum.volumeA3 / count, 5));
  }
  return cooling;
}

/// So far that no atom meets its own image, which is no neighbour.
atomistic::PairSettings settingsFor(const atomistic::Cell& cell) {
  const auto heights = cell.heights();
  return {std::min(kFarthestA, *std::ranges::min_element(heights)), kStepA};
}

/// The mean over states of one glass, as far as all of them go. @pre there is one
GlassRow::Pairs pairsOf(const std::vector<std::filesystem::path>& states,
                        const RunContext& context) {
  std::vector<atomistic::PartialDistribution> sums;
  for (const auto& file : states) {
    const auto structure = atomistic::withElements(atomistic::readStructure(file, context));
    const auto found = atomistic::pairDistribution(structure, settingsFor(structure.cell), context);
    if (sums.empty()) {
      sums = found.partials;
      continue;
    }
    for (std::size_t p = 0; p < sums.size(); ++p) {
      sums[p].g.resize(std::min(sums[p].g.size(), found.r.size()));
      std::transform(sums[p].g.begin(), sums[p].g.end(), found.partials[p].g.begin(),
                     sums[p].g.begin(), std::plus());
    }
  }
  GlassRow::Pairs pairs;
  pairs.stepA = kStepA;
  pairs.states = states.size();
  for (const auto& sum : sums) {
    std::string elements(alloy::element(sum.first).symbol);
    elements += '-';
    elements += alloy::element(sum.second).symbol;
    auto& kept = pairs.partials.emplace_back(GlassRow::Pairs::Partial{elements, {}});
    for (const double g : sum.g)
      kept.g.push_back(rounded(g / static_cast<double>(states.size()), 4));
  }
  return pairs;
}

/// @param file  in the folder of the glass
Sample sampleOf(const simulation::InherentStructure& inherent, const std::string& file,
                const std::string& stage, const std::filesystem::path& folder) {
  return {file,
          stage,
          inherent.temperatureK,
          inherent.energyEV,
          inherent.volumeA3,
          files::checksumOf(files::readBytes(folder / file))};
}

Json jsonOf(const Sample& sample) {
  return {{"file", sample.file},
          {"stage", sample.stage},
          {"temperature_K", sample.temperatureK},
          {"energy_eV", sample.energyEV},
          {"volume_A3", sample.volumeA3},
          {"crc32", sample.crc32}};
}

Sample sampleOf(const Json& json) {
  return {json.at("file"),          json.at("stage"),
          json.at("temperature_K"), json.at("energy_eV"),
          json.at("volume_A3"),     files::wholeNumber<std::uint32_t>(json.at("crc32"))};
}

GlassRow rowOf(const Json& json) {
  if (json.at("format") != kFormat)
    throw Error(ErrorCode::TooNew, "The row of the glass comes from another version of Vitrine.");
  GlassRow row;
  row.id = json.at("id");
  row.formula = json.at("formula");
  row.potential = json.at("potential");
  row.lammps = json.at("lammps");
  row.rateKPerS = json.at("rate_K_per_s");
  row.seed = files::wholeNumber<std::uint64_t>(json.at("seed"));
  row.atoms = files::wholeNumber<std::size_t>(json.at("atoms"));
  row.densityGPerCm3 = json.at("density_g_per_cm3");
  const Json& cooling = json.at("cooling");
  row.cooling = {cooling.at("temperature_K"), cooling.at("energy_eV"), cooling.at("volume_A3")};
  const Json& pairs = json.at("pairs");
  row.pairs.stepA = pairs.at("step_A");
  if (const auto states = pairs.find("states"); states != pairs.end())
    row.pairs.states = files::wholeNumber<std::size_t>(*states);
  for (const auto& [elements, g] : pairs.at("g").items())
    row.pairs.partials.push_back({elements, g});
  for (const Json& sample : json.at("samples"))
    row.samples.push_back(sampleOf(sample));
  return row;
}

}  // namespace

GlassRow rowOf(const Task& task, const Plan& plan, const simulation::RunResult& result,
               const std::filesystem::path& folder, const RunContext& context) {
  GlassRow row;
  row.id = task.id;
  row.formula = task.alloy.formula();
  row.potential = plan.potential;
  row.lammps = result.lammpsVersion;
  row.rateKPerS = task.rateKPerS;
  row.seed = task.seed;
  row.atoms = plan.atoms;
  row.densityGPerCm3 = rounded(result.densityGPerCm3, 6);
  row.cooling = coolingOf(result.thermo);
  row.pairs = pairsOf({folder / simulation::run_files::kGlass}, context);
  for (const auto& snapshot : result.snapshots)
    row.samples.push_back(sampleOf(snapshot, snapshot.file, "quench", folder));
  row.samples.push_back(sampleOf(result.inherent, result.inherent.file, "glass", folder));
  return row;
}

void averagePairs(GlassRow& row, const std::vector<std::filesystem::path>& states,
                  const RunContext& context) {
  row.pairs = pairsOf(states, context);
}

void addSamples(GlassRow& row, const simulation::RunResult& result, const std::string& name,
                const std::filesystem::path& folder) {
  for (const auto& snapshot : result.snapshots)
    row.samples.push_back(sampleOf(snapshot, name + "/" + snapshot.file, name, folder));
  row.samples.push_back(sampleOf(result.inherent, name + "/" + result.inherent.file, name, folder));
}

std::string toJson(const GlassRow& row) {
  Json pairs = Json::object();
  for (const auto& partial : row.pairs.partials)
    pairs[partial.elements] = partial.g;
  Json samples = Json::array();
  for (const Sample& sample : row.samples)
    samples.push_back(jsonOf(sample));
  const Json json{
      {"format", kFormat},
      {"id", row.id},
      {"formula", row.formula},
      {"potential", row.potential},
      {"lammps", row.lammps},
      {"rate_K_per_s", row.rateKPerS},
      {"seed", row.seed},
      {"atoms", row.atoms},
      {"density_g_per_cm3", row.densityGPerCm3},
      {"cooling",
       {{"temperature_K", row.cooling.temperatureK},
        {"energy_eV", row.cooling.energyEV},
        {"volume_A3", row.cooling.volumeA3}}},
      {"pairs",
       {{"step_A", row.pairs.stepA}, {"states", row.pairs.states}, {"g", std::move(pairs)}}},
      {"samples", std::move(samples)}};
  return json.dump() + "\n";
}

GlassRow parseGlassRow(std::string_view json) {
  try {
    return rowOf(Json::parse(json));
  } catch (const Json::exception& error) {
    throw Error(ErrorCode::Damaged,
                "The row of the glass is damaged; delete it to have the glass "
                "made again.",
                error.what());
  }
}

GlassRow readGlassRow(const std::filesystem::path& file) {
  const std::string text = files::readText(file, kMaxRowBytes);
  try {
    return parseGlassRow(text);
  } catch (const Error& error) {
    throw Error(error.code(), file.string() + ": " + error.what(), error.detail());
  }
}

}  // namespace vitrine::campaign
