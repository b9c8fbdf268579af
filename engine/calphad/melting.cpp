#include "engine/calphad/melting.h"

#include "engine/calphad/equilibrium.h"
#include "engine/core/error.h"
#include "engine/core/parallel.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <optional>

namespace vitrine::calphad {

namespace {

constexpr double kLevelK = 40.0;
constexpr double kExactK = 0.01;
/// Solids this far above the plane of the liquid (J per mole of atoms) are not near to
/// crystallising.
constexpr double kMargin = 3000.0;
/// A mixture with liquid must gain so much (J per mole of atoms) over the solids to count.
constexpr double kGain = 1e-3;

/// How far the phases of one side lie above the plane of the other, and the states met.
struct Balance {
  double height = 0.0;  ///< J per mole of atoms; above zero the other side is stable
  std::vector<PhasePoint> met;
  std::vector<std::string> names;
};

class AlloyMelting {
 public:
  AlloyMelting(const AlloyPhases& phases, const std::vector<PhasesAt>& levels,
               std::span<const double> composition, const RunContext& context)
      : m_phases(phases),
        m_levels(levels),
        m_composition(composition.begin(), composition.end()),
        m_context(context),
        m_onlyLiquid(phases.models().size()),
        m_onlySolids(phases.models().size(), true),
        m_all(phases.models().size(), true) {
    m_onlyLiquid[phases.liquid()] = true;
    m_onlySolids[phases.liquid()] = false;
  }

  Melting find() {
    const std::size_t bottom = lowestLiquidLevel();
    if (bottom == m_levels.size())
      throw Error(ErrorCode::Failed, "no temperature was found at which all is liquid");
    if (bottom == 0)
      throw Error(ErrorCode::Failed, "the alloy is liquid at the lowest temperature");
    Melting result;
    const auto liquidus = root(m_levels[bottom - 1], m_levels[bottom], &AlloyMelting::solids);
    result.liquidusK = liquidus.first;
    result.phases.push_back(liquidus.second.names.at(0));

    std::size_t level = bottom;
    while (level > 0 && liquid(m_levels[level - 1]).height <= 0.0)
      --level;
    if (level == 0)
      throw Error(ErrorCode::Failed, "some liquid is left at the lowest temperature");
    const PhasesAt& frozen = m_levels[level - 1];
    const auto solidus = solidusBetween(frozen, level, result.liquidusK);
    result.solidusK = std::min(solidus.first, result.liquidusK);
    for (const auto& name : solidus.second.names) {
      if (std::find(result.phases.begin(), result.phases.end(), name) == result.phases.end())
        result.phases.push_back(name);
    }
    return result;
  }

 private:
  using Side = Balance (AlloyMelting::*)(const PhasesAt&) const;
  using Root = std::pair<double, Balance>;

  /// The lowest level of the longest run of levels at which the liquid is stable.
  std::size_t lowestLiquidLevel() const {
    std::size_t best = m_levels.size();
    std::size_t longest = 0;
    std::size_t run = 0;
    for (std::size_t i = 0; i < m_levels.size(); ++i) {
      run = solids(m_levels[i]).height > 0.0 ? run + 1 : 0;
      if (run > longest) {
        longest = run;
        best = i + 1 - run;
      }
    }
    return best;
  }

  /// The lowest solid above the plane of the liquid; its name is the first.
  Balance solids(const PhasesAt& at) const {
    m_context.tick();
    const auto liquid = equilibrium(at, m_onlyLiquid, m_composition);
    Balance result;
    result.height = std::numeric_limits<double>::infinity();
    if (!liquid)
      throw Error(ErrorCode::Failed, "the liquid has no equilibrium");
    for (const auto& phase : liquid->phases)
      result.met.push_back(phase.point);
    for (std::size_t p = 0; p < m_phases.models().size(); ++p) {
      if (!m_onlySolids[p])
        continue;
      const auto lowest = at.lowest(p, liquid->mu, kMargin);
      for (const auto& state : lowest)
        result.met.push_back(state.point);
      if (!lowest.empty() && lowest[0].height < result.height) {
        result.height = lowest[0].height;
        result.names = {m_phases.models()[p].name(lowest[0].point.fractions)};
      }
    }
    return result;
  }

  /// The liquid above the plane of the solids; their names by falling amount.
  Balance liquid(const PhasesAt& at) const {
    m_context.tick();
    Balance result;
    const auto solid = equilibrium(at, m_onlySolids, m_composition);
    if (!solid) {
      result.height = -std::numeric_limits<double>::infinity();
      return result;
    }
    auto phases = solid->phases;
    std::stable_sort(phases.begin(), phases.end(), [](const auto& a, const auto& b) {
      return a.amount * atomsOf(a.point) > b.amount * atomsOf(b.point);
    });
    for (const auto& phase : phases) {
      result.met.push_back(phase.point);
      if (phase.amount > 1e-6)
        result.names.push_back(m_phases.models()[phase.point.phase].name(phase.point.fractions));
    }
    const auto lowest = at.lowest(m_phases.liquid(), solid->mu, kMargin);
    for (const auto& state : lowest)
      result.met.push_back(state.point);
    if (solid->determined) {
      result.height = lowest.empty() ? kMargin : lowest[0].height;
      return result;
    }
    const auto whole = equilibrium(at, m_all, m_composition);
    result.height = whole && solid->gibbs - whole->gibbs > kGain ? -kGain : kGain;
    if (whole) {
      for (const auto& phase : whole->phases)
        result.met.push_back(phase.point);
    }
    return result;
  }

  /// A temperature between levels; searches start from the states met at both ends.
  Balance between(Side side, const std::vector<std::vector<PhasePoint>>& starts,
                  double temperatureK) const {
    return (this->*side)(PhasesAt(m_phases, starts, temperatureK));
  }

  /// The states of both ends, and of each phase the state richest in each component, so that every
  /// composition is a mixture of some.
  std::vector<std::vector<PhasePoint>> startsFrom(const Balance& low, const Balance& high) const {
    std::vector<std::vector<PhasePoint>> starts(m_phases.models().size());
    for (const auto* balance : {&low, &high}) {
      for (const auto& point : balance->met)
        starts[point.phase].push_back(point);
    }
    for (std::size_t p = 0; p < starts.size(); ++p) {
      const auto& spread = m_phases.spread()[p];
      for (std::size_t c = 0; c < m_composition.size() && !spread.empty(); ++c)
        starts[p].push_back(*std::max_element(
            spread.begin(), spread.end(), [c](const PhasePoint& a, const PhasePoint& b) {
              return a.moles[c] / atomsOf(a) < b.moles[c] / atomsOf(b);
            }));
    }
    return starts;
  }

  /// Where the height of a side passes zero, rising, between two levels.
  Root root(const PhasesAt& low, const PhasesAt& high, Side side) const {
    const Balance atLow = (this->*side)(low);
    const Balance atHigh = (this->*side)(high);
    const auto starts = startsFrom(atLow, atHigh);
    return root(side, starts, {low.temperatureK(), atLow}, {high.temperatureK(), atHigh});
  }

  /// Regula falsi with the Illinois rule, and a bisection each third step.
  Root root(Side side, const std::vector<std::vector<PhasePoint>>& starts, Root negative,
            Root positive) const {
    double negativeHeight = negative.second.height;
    double positiveHeight = positive.second.height;
    for (int step = 0; std::abs(positive.first - negative.first) > kExactK; ++step) {
      double share = negativeHeight / (negativeHeight - positiveHeight);
      if (step % 3 == 2 || !std::isfinite(share))
        share = 0.5;
      const double temperatureK =
          negative.first + std::clamp(share, 0.0, 1.0) * (positive.first - negative.first);
      auto balance = between(side, starts, temperatureK);
      if (std::abs(balance.height) < 1e-6)
        return {temperatureK, std::move(balance)};
      const bool isNegative = balance.height < 0.0;
      (isNegative ? positiveHeight : negativeHeight) *= 0.5;
      (isNegative ? negativeHeight : positiveHeight) = balance.height;
      (isNegative ? negative : positive) = {temperatureK, std::move(balance)};
    }
    return negative.second.names.empty() ? positive : negative;
  }

  /// @param frozen  the highest level without liquid
  /// @param level   the next one
  Root solidusBetween(const PhasesAt& frozen, std::size_t level, double liquidusK) const {
    const Balance atFrozen = liquid(frozen);
    const bool partlyLiquid = level < m_levels.size() && m_levels[level].temperatureK() < liquidusK;
    const Balance above = liquid(m_levels[level]);
    const auto starts = startsFrom(atFrozen, above);
    const double upperK = partlyLiquid ? m_levels[level].temperatureK() : liquidusK;
    const Balance atUpper = between(&AlloyMelting::liquid, starts, upperK);
    if (atUpper.height > 0.0)
      return {upperK, atUpper};
    return root(&AlloyMelting::liquid, starts, {upperK, atUpper},
                {frozen.temperatureK(), atFrozen});
  }

  const AlloyPhases& m_phases;
  const std::vector<PhasesAt>& m_levels;
  std::vector<double> m_composition;
  const RunContext& m_context;
  std::vector<bool> m_onlyLiquid;
  std::vector<bool> m_onlySolids;
  std::vector<bool> m_all;
};

}  // namespace

MeltingSearch::MeltingSearch(std::shared_ptr<const AlloyPhases> phases, const RunContext& context)
    : m_phases(std::move(phases)) {
  const auto count = static_cast<std::size_t>((kHottestK - kColdestK) / kLevelK) + 1;
  std::vector<std::optional<PhasesAt>> levels(count);
  parallelFor(context, count, [&](std::size_t i) {
    levels[i].emplace(*m_phases, m_phases->spread(), kColdestK + kLevelK * double(i));
  });
  for (auto& level : levels)
    m_levels.push_back(std::move(*level));
}

Melting MeltingSearch::melting(std::span<const double> composition,
                               const RunContext& context) const {
  return AlloyMelting(*m_phases, m_levels, composition, context).find();
}

}  // namespace vitrine::calphad
