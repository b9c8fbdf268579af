#include "engine/campaign/plan.h"

#include "engine/alloy/formula.h"
#include "engine/core/error.h"
#include "engine/files/number_text.h"
#include "engine/files/text_file.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <set>

namespace vitrine::campaign {

namespace {

using Json = nlohmann::json;

constexpr std::size_t kMaxPlanBytes = std::size_t{4} << 20U;
constexpr std::size_t kMostTasks = 100'000;
constexpr std::size_t kMostTreatments = 100;
constexpr int kMaxDepth = 3;

/// The range of a number in a plan; what lies outside was mistyped.
struct Range {
  double least;
  double most;
};
constexpr Range kRate{1e8, 1e17};          ///< K/s
constexpr Range kTemperature{1.0, 10000};  ///< K
constexpr Range kTime{1e-3, 1e7};          ///< ps
constexpr Range kShearRate{1e5, 1e13};     ///< 1/s
constexpr Range kStrain{1e-4, 10.0};
constexpr Range kAtoms{20, 10'000'000};
constexpr Range kSnapshots{0, 10'000};
constexpr Range kSeed{0, 2'000'000'000};

[[noreturn]] void refuse(const std::string& what) {
  throw Error(ErrorCode::InvalidInput, "The plan " + what + ".");
}

std::string shown(const std::string& key) {
  constexpr std::size_t kShown = 40;
  std::string text = "\"";
  text += key.substr(0, kShown);
  text += key.size() > kShown ? "…\"" : "\"";
  return text;
}

void requireKeys(const Json& object, const std::string& where,
                 std::initializer_list<std::string_view> keys) {
  if (!object.is_object())
    refuse("has something else than { } " + where);
  for (const auto& [key, value] : object.items())
    if (std::find(keys.begin(), keys.end(), key) == keys.end())
      refuse("has the key " + shown(key) + " " + where + ", which means nothing there");
}

double numberOf(const Json& value, const std::string& key, Range range) {
  const double number = value.is_number() ? value.get<double>() : std::nan("");
  if (!(number >= range.least && number <= range.most))
    refuse("wants a number from " + files::formatNumber(range.least) + " to " +
           files::formatNumber(range.most) + " for \"" + key + "\"");
  return number;
}

double requiredNumber(const Json& object, const std::string& key, Range range) {
  if (!object.contains(key))
    refuse("lacks \"" + key + "\"");
  return numberOf(object[key], key, range);
}

std::uint64_t wholeNumberOf(const Json& value, const std::string& key, Range range) {
  const double number = numberOf(value, key, range);
  if (number != std::floor(number))
    refuse("wants a whole number for \"" + key + "\"");
  return static_cast<std::uint64_t>(number);
}

const Json& listOf(const Json& plan, const std::string& key, std::size_t most) {
  static const Json kNone = Json::array();
  if (!plan.contains(key))
    return kNone;
  if (!plan[key].is_array())
    refuse("wants a list [ ] for \"" + key + "\"");
  if (plan[key].size() > most)
    refuse("has more than " + std::to_string(most) + " entries in \"" + key + "\"");
  return plan[key];
}

const Json& filledListOf(const Json& plan, const std::string& key) {
  const Json& list = listOf(plan, key, kMostTasks);
  if (list.empty())
    refuse("lacks \"" + key + "\"");
  return list;
}

std::vector<alloy::Composition> alloysOf(const Json& plan) {
  std::vector<alloy::Composition> alloys;
  for (const Json& formula : filledListOf(plan, "alloys")) {
    if (!formula.is_string())
      refuse("wants formulas in quotes for \"alloys\"");
    try {
      alloys.push_back(alloy::compositionOf(formula.get<std::string>()));
    } catch (const Error& error) {
      throw Error(error.code(), "The plan names the alloy " + shown(formula.get<std::string>()) +
                                    ": " + error.what());
    }
  }
  return alloys;
}

std::vector<Task> tasksOf(const Json& plan) {
  const auto alloys = alloysOf(plan);
  const Json& rates = filledListOf(plan, "rates_K_per_s");
  const Json& seeds = filledListOf(plan, "seeds");
  if (alloys.size() * rates.size() > kMostTasks / seeds.size())
    refuse("makes more than " + std::to_string(kMostTasks) + " glasses");
  std::vector<Task> tasks;
  std::set<std::string> ids;
  for (const auto& alloy : alloys)
    for (const Json& rate : rates)
      for (const Json& seed : seeds) {
        Task task{
            {}, alloy, numberOf(rate, "rates_K_per_s", kRate), wholeNumberOf(seed, "seeds", kSeed)};
        task.id = alloy.formula();
        task.id += '_';
        task.id += files::formatNumber(task.rateKPerS);
        task.id += '_';
        task.id += std::to_string(task.seed);
        if (!ids.insert(task.id).second)
          refuse("makes the glass " + task.id + " twice");
        tasks.push_back(std::move(task));
      }
  return tasks;
}

simulation::Anneal annealOf(const Json& entry, int snapshots) {
  requireKeys(entry, "in \"anneals\"", {"temperature_K", "time_ps"});
  simulation::Anneal anneal;
  anneal.temperatureK = requiredNumber(entry, "temperature_K", kTemperature);
  anneal.timePs = requiredNumber(entry, "time_ps", kTime);
  anneal.snapshots = snapshots;
  anneal.frames = 0;
  return anneal;
}

simulation::Shear shearOf(const Json& entry, int snapshots) {
  requireKeys(entry, "in \"shears\"", {"temperature_K", "rate_per_s", "strain"});
  simulation::Shear shear;
  shear.temperatureK = requiredNumber(entry, "temperature_K", kTemperature);
  shear.ratePerS = requiredNumber(entry, "rate_per_s", kShearRate);
  shear.strain = requiredNumber(entry, "strain", kStrain);
  shear.snapshots = snapshots;
  shear.frames = 0;
  return shear;
}

/// Bounds the depth, on which the parser's stack hangs.
bool notTooDeep(int depth, Json::parse_event_t /*event*/, Json& /*parsed*/) {
  if (depth > kMaxDepth)
    refuse("is nested too deep");
  return true;
}

Json parsed(std::string_view text) {
  if (text.size() > kMaxPlanBytes)
    refuse("is larger than 4 MiB");
  try {
    return Json::parse(text, notTooDeep);
  } catch (const Json::parse_error& error) {
    throw Error(
        ErrorCode::InvalidInput,
        "The plan is no JSON: something is wrong at character " + std::to_string(error.byte) + ".",
        error.what());
  } catch (const Json::exception& error) {
    throw Error(ErrorCode::InvalidInput, "The plan holds a number that is too large.",
                error.what());
  }
}

}  // namespace

Plan parsePlan(std::string_view json) {
  const Json read = parsed(json);
  requireKeys(read, "at its top",
              {"potential", "alloys", "rates_K_per_s", "seeds", "atoms", "melt_ps", "hold_ps",
               "sampling_ps", "snapshots", "anneals", "shears"});
  Plan plan;
  if (!read.contains("potential") || !read["potential"].is_string())
    refuse("lacks \"potential\", a name in quotes");
  plan.potential = read["potential"].get<std::string>();
  if (read.contains("atoms"))
    plan.atoms = wholeNumberOf(read["atoms"], "atoms", kAtoms);
  if (read.contains("melt_ps"))
    plan.meltPs = numberOf(read["melt_ps"], "melt_ps", kTime);
  if (read.contains("hold_ps"))
    plan.holdPs = numberOf(read["hold_ps"], "hold_ps", kTime);
  if (read.contains("sampling_ps"))
    plan.samplingPs = numberOf(read["sampling_ps"], "sampling_ps", kTime);
  if (read.contains("snapshots"))
    plan.snapshots = wholeNumberOf(read["snapshots"], "snapshots", kSnapshots);
  for (const Json& entry : listOf(read, "anneals", kMostTreatments))
    plan.anneals.push_back(annealOf(entry, static_cast<int>(plan.snapshots)));
  for (const Json& entry : listOf(read, "shears", kMostTreatments))
    plan.shears.push_back(shearOf(entry, static_cast<int>(plan.snapshots)));
  plan.tasks = tasksOf(read);
  return plan;
}

Plan readPlan(const std::filesystem::path& file) {
  try {
    return parsePlan(files::readText(file, kMaxPlanBytes));
  } catch (const Error& error) {
    if (error.code() == ErrorCode::CannotRead)
      throw;
    throw Error(error.code(), file.string() + ": " + error.what(), error.detail());
  }
}

}  // namespace vitrine::campaign
