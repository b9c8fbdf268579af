#include "engine/calphad/phase_diagram.h"

#include "engine/calphad/invariants.h"
#include "engine/core/error.h"
#include "engine/core/parallel.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

namespace vitrine::calphad {

namespace {

/// Up to here a temperature is looked for from which all is liquid, in such steps.
constexpr double kHottestK = 4000.0;
constexpr double kCoarseK = 100.0;
/// So much of the liquid is shown above.
constexpr double kAboveK = 80.0;
constexpr double kFewestLevels = 3;
constexpr double kMostLevels = 2000;
/// Changes of phases are bracketed to the first, changes of order alone to the second.
constexpr double kExactK = 0.01;
constexpr double kOrderExactK = 2.0;
/// A boundary moves by less from a level to the next, unless these are closer than so much.
constexpr double kLongestMove = 0.03;
constexpr double kClosestK = 0.05;

/// What lies between two neighbouring levels.
struct Between {
  std::vector<BinaryLevel> levels;
  std::vector<Invariant> invariants;
  std::vector<double> unexplainedK;
};

bool sameOrder(const BinaryLevel& a, const BinaryLevel& b) {
  return a.firstName == b.firstName &&
         std::equal(a.ties.begin(), a.ties.end(), b.ties.begin(), b.ties.end(),
                    [](const TieLine& one, const TieLine& other) {
                      return one.left.name == other.left.name && one.right.name == other.right.name;
                    }) &&
         std::equal(a.orderChanges.begin(), a.orderChanges.end(), b.orderChanges.begin(),
                    b.orderChanges.end(), [](const OrderChange& one, const OrderChange& other) {
                      return one.left == other.left && one.right == other.right;
                    });
}

/// A gap between the ordered and the disordered form of a phase opens or closes.
bool isOrdering(const Invariant& invariant) {
  return invariant.kind == InvariantKind::Critical &&
         invariant.phases.front().name != invariant.phases.back().name;
}

double longestMove(const BinaryLevel& a, const BinaryLevel& b) {
  double longest = 0.0;
  for (std::size_t i = 0; i < a.ties.size(); ++i) {
    longest = std::max({longest, std::abs(a.ties[i].left.x - b.ties[i].left.x),
                        std::abs(a.ties[i].right.x - b.ties[i].right.x)});
  }
  for (std::size_t i = 0; i < std::min(a.orderChanges.size(), b.orderChanges.size()); ++i)
    longest = std::max(longest, std::abs(a.orderChanges[i].x - b.orderChanges[i].x));
  return longest;
}

class DiagramSearch {
 public:
  DiagramSearch(const AlloyPhases& phases, const RunContext& context)
      : m_phases(phases), m_context(context) {}

  std::vector<BinaryLevel> ladder(double lowestK, double highestK, double stepK,
                                  const RunContext& context) const {
    const auto steps =
        static_cast<std::size_t>(std::max(1.0, std::ceil((highestK - lowestK) / stepK)));
    std::vector<BinaryLevel> levels(steps + 1);
    parallelFor(context, levels.size(), [&](std::size_t i) {
      const double share = double(i) / double(steps);
      levels[i] = level(lowestK + share * (highestK - lowestK), {});
    });
    return levels;
  }

  /// The lowest level of the longest run of levels at which all is liquid.
  double liquidFromK(const RunContext& context, double lowestK) const {
    const auto levels = ladder(lowestK, kHottestK, kCoarseK, context);
    double bestK = 0.0;
    std::size_t longest = 0;
    std::size_t run = 0;
    for (std::size_t i = 0; i < levels.size(); ++i) {
      const bool liquid = levels[i].ties.empty() && levels[i].firstPhase == m_phases.liquid();
      run = liquid ? run + 1 : 0;
      if (run > longest) {
        longest = run;
        bestK = levels[i + 1 - run].temperatureK;
      }
    }
    if (longest == 0)
      throw Error(ErrorCode::Failed, "No temperature was found at which all alloys are liquid.");
    return bestK;
  }

  /// Where neighbours differ, one may have missed what the other found: looks again, each time with
  /// what its neighbours know, until nothing changes.
  void reconcile(std::vector<BinaryLevel>& levels, const RunContext& context) const {
    std::vector<bool> fresh(levels.size(), true);
    for (std::size_t pass = 0; pass < levels.size(); ++pass) {
      std::vector<std::optional<BinaryLevel>> again(levels.size());
      parallelFor(context, levels.size(), [&](std::size_t i) {
        std::vector<double> seeds;
        for (const std::size_t other : {i - 1, i + 1}) {
          if (other >= levels.size() || !fresh[other] || sameTopology(levels[i], levels[other]))
            continue;
          const auto middles = middlesOf(levels[other]);
          seeds.insert(seeds.end(), middles.begin(), middles.end());
        }
        if (!seeds.empty())
          again[i] = level(levels[i].temperatureK, seeds);
      });
      bool any = false;
      for (std::size_t i = 0; i < levels.size(); ++i) {
        fresh[i] = again[i] && !sameTopology(*again[i], levels[i]) &&
                   again[i]->ties.size() >= levels[i].ties.size();
        if (fresh[i])
          levels[i] = std::move(*again[i]);
        any = any || fresh[i];
      }
      if (!any)
        return;
    }
  }

  void refine(const BinaryLevel& low, const BinaryLevel& high, Between& result) const {
    const double distanceK = high.temperatureK - low.temperatureK;
    const bool same = sameTopology(low, high);
    const double exactK = !same ? kExactK : !sameOrder(low, high) ? kOrderExactK : kClosestK;
    const bool far = !same || !sameOrder(low, high) || longestMove(low, high) > kLongestMove;
    if (far && distanceK > exactK) {
      std::vector<double> seeds = middlesOf(low);
      const auto above = middlesOf(high);
      seeds.insert(seeds.end(), above.begin(), above.end());
      const BinaryLevel middle = level(0.5 * (low.temperatureK + high.temperatureK), seeds);
      refine(low, middle, result);
      result.levels.push_back(middle);
      refine(middle, high, result);
      return;
    }
    if (same)
      return;
    if (auto invariant = invariantBetween(low, high, m_phases.liquid())) {
      if (!isOrdering(*invariant))
        result.invariants.push_back(std::move(*invariant));
    } else
      result.unexplainedK.push_back(0.5 * (low.temperatureK + high.temperatureK));
  }

 private:
  BinaryLevel level(double temperatureK, const std::vector<double>& seeds) const {
    return binaryLevel(m_phases, temperatureK, seeds, m_context);
  }

  const AlloyPhases& m_phases;
  RunContext m_context;  ///< silent
};

void check(const PhaseDiagramOptions& options) {
  const double highestK = options.highestK > 0.0 ? options.highestK : kHottestK;
  if (!(options.lowestK >= 100.0) || !(highestK <= 6000.0) || !(highestK > options.lowestK))
    throw Error(ErrorCode::InvalidInput,
                "The temperatures of a phase diagram lie between 100 and 6000 K, the lowest "
                "first.");
  const double levels = (highestK - options.lowestK) / options.stepK;
  if (!(levels >= kFewestLevels && levels <= kMostLevels))
    throw Error(ErrorCode::InvalidInput, "A phase diagram has 3 to 2000 levels of temperature.");
}

}  // namespace

PhaseDiagram phaseDiagram(std::shared_ptr<const Database> database, const std::string& first,
                          const std::string& second, const PhaseDiagramOptions& options,
                          const RunContext& context) {
  check(options);
  const AlloyPhases phases(std::move(database), {first, second});
  const DiagramSearch search(phases, context.silent());
  PhaseDiagram diagram;
  diagram.symbols = {first, second};
  diagram.leftOut = phases.leftOut();
  double highestK = options.highestK;
  if (highestK <= 0.0)
    highestK = search.liquidFromK(context.slice(0.0, 0.1), options.lowestK) + kAboveK;
  auto ladder = search.ladder(options.lowestK, highestK, options.stepK, context.slice(0.1, 0.35));
  search.reconcile(ladder, context.silent());
  std::vector<Between> between(ladder.size() - 1);
  parallelFor(context.slice(0.4, 1.0), between.size(),
              [&](std::size_t i) { search.refine(ladder[i], ladder[i + 1], between[i]); });
  for (std::size_t i = 0; i < ladder.size(); ++i) {
    diagram.levels.push_back(ladder[i]);
    if (i == between.size())
      break;
    auto& part = between[i];
    std::move(part.levels.begin(), part.levels.end(), std::back_inserter(diagram.levels));
    std::move(part.invariants.begin(), part.invariants.end(),
              std::back_inserter(diagram.invariants));
    diagram.unexplainedK.insert(diagram.unexplainedK.end(), part.unexplainedK.begin(),
                                part.unexplainedK.end());
  }
  return diagram;
}

}  // namespace vitrine::calphad
