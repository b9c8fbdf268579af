#include "engine/calphad/phase_fractions.h"

#include "engine/calphad/equilibrium.h"
#include "engine/calphad/melting.h"
#include "engine/core/error.h"
#include "engine/core/parallel.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>

namespace vitrine::calphad {

namespace {

constexpr double kExactK = 0.1;
constexpr double kAboveK = 50.0;
constexpr double kMostSteps = 5000;
/// A phase with a smaller share of the atoms is not there.
constexpr double kPresent = 1e-6;

/// What an alloy consists of at one temperature: share of the atoms by name.
struct Level {
  double temperatureK = 0.0;
  std::map<std::string, double> shares;

  [[nodiscard]] bool samePhases(const Level& other) const {
    return std::equal(shares.begin(), shares.end(), other.shares.begin(), other.shares.end(),
                      [](const auto& a, const auto& b) { return a.first == b.first; });
  }
};

class FractionSearch {
 public:
  FractionSearch(const AlloyPhases& phases, std::vector<double> composition,
                 const RunContext& context)
      : m_phases(phases),
        m_composition(std::move(composition)),
        m_all(phases.models().size(), true),
        m_context(context) {}

  Level at(double temperatureK) const {
    m_context.tick();
    const PhasesAt phases(m_phases, m_phases.spread(), temperatureK);
    const auto found = equilibrium(phases, m_all, m_composition);
    if (!found)
      throw Error(ErrorCode::Failed, "no equilibrium was found");
    Level level{temperatureK, {}};
    for (const StablePhase& phase : found->phases) {
      const double share = phase.amount * atomsOf(phase.point);
      if (share > kPresent)
        level.shares[m_phases.models()[phase.point.phase].name(phase.point.fractions)] += share;
    }
    return level;
  }

  /// Levels between two neighbours, as long as their phases differ.
  void refine(const Level& low, const Level& high, std::vector<Level>& levels) const {
    if (high.temperatureK - low.temperatureK <= kExactK || low.samePhases(high))
      return;
    const Level middle = at(0.5 * (low.temperatureK + high.temperatureK));
    refine(low, middle, levels);
    levels.push_back(middle);
    refine(middle, high, levels);
  }

 private:
  const AlloyPhases& m_phases;
  std::vector<double> m_composition;
  std::vector<bool> m_all;
  RunContext m_context;  ///< silent
};

PhaseFractions collected(const std::vector<Level>& levels, const std::string& liquid) {
  PhaseFractions result;
  std::vector<std::string> names{liquid};
  for (auto level = levels.rbegin(); level != levels.rend(); ++level) {
    for (const auto& [name, share] : level->shares) {
      if (std::find(names.begin(), names.end(), name) == names.end())
        names.push_back(name);
    }
  }
  for (const auto& name : names)
    result.phases.push_back({name, {}});
  for (const Level& level : levels) {
    result.temperaturesK.push_back(level.temperatureK);
    for (auto& phase : result.phases) {
      const auto found = level.shares.find(phase.name);
      phase.fractions.push_back(found == level.shares.end() ? 0.0 : found->second);
    }
  }
  return result;
}

}  // namespace

PhaseFractions phaseFractions(std::shared_ptr<const Database> database,
                              const std::vector<std::string>& symbols,
                              std::span<const double> composition,
                              const PhaseFractionsOptions& options, const RunContext& context) {
  std::vector<std::string> elements;
  std::vector<double> shares;
  for (std::size_t c = 0; c < symbols.size(); ++c) {
    if (composition[c] <= 0.0)
      continue;
    elements.push_back(symbols[c]);
    shares.push_back(composition[c]);
  }
  const auto phases = std::make_shared<const AlloyPhases>(std::move(database), elements);
  double highestK = options.highestK;
  if (highestK <= 0.0) {
    const MeltingSearch melting(phases, context.silent());
    highestK = melting.melting(shares, context.silent()).liquidusK + kAboveK;
  }
  const double span = highestK - options.lowestK;
  if (!(options.lowestK >= 100.0) || !(highestK <= 6000.0) || !(span > 0.0) ||
      !(span / options.stepK <= kMostSteps))
    throw Error(ErrorCode::InvalidInput,
                "Temperatures lie between 100 and 6000 K, the lowest first, in 5000 steps at "
                "most.");
  const auto steps = static_cast<std::size_t>(std::max(1.0, std::ceil(span / options.stepK)));
  const FractionSearch search(*phases, std::move(shares), context.silent());
  std::vector<Level> ladder(steps + 1);
  parallelFor(context.slice(0.1, 0.6), ladder.size(), [&](std::size_t i) {
    ladder[i] = search.at(options.lowestK + span * double(i) / double(steps));
  });
  std::vector<std::vector<Level>> between(steps);
  parallelFor(context.slice(0.6, 1.0), steps,
              [&](std::size_t i) { search.refine(ladder[i], ladder[i + 1], between[i]); });
  std::vector<Level> levels;
  for (std::size_t i = 0; i < ladder.size(); ++i) {
    levels.push_back(std::move(ladder[i]));
    if (i < steps)
      std::move(between[i].begin(), between[i].end(), std::back_inserter(levels));
  }
  auto result = collected(levels, phases->models()[phases->liquid()].name());
  result.leftOut = phases->leftOut();
  return result;
}

}  // namespace vitrine::calphad
