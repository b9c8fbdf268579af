#include "engine/calphad/binary_level.h"

#include "engine/calphad/equilibrium.h"
#include "engine/core/error.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace vitrine::calphad {

namespace {

/// Equilibria are looked for at every such part of the composition, whatever the hull says.
constexpr int kGrid = 10;
/// States of one phase further apart on the hull have room for a miscibility gap between them.
constexpr double kWideStep = 0.09;
/// Neighbours that do not share a phase are told apart down to this difference.
constexpr double kResolved = 1e-6;
/// States of one phase nearer to each other are the same, as they are to the search.
constexpr double kNarrowestGap = 1e-3;
/// Shorter tie-lines are one phase.
constexpr double kShortest = 1e-7;
/// Where ordering is of the first order, its gap is told from a change at one composition only
/// above this width: below, the two differ by less than the search can tell reliably.
constexpr double kNarrowOrdering = 0.01;
/// Where a phase may be ordered or not, its states are looked at in such steps, and the change is
/// halved down to the second.
constexpr double kOrderStep = 0.04;
constexpr double kOrderExact = 1e-4;

double fractionOf(const PhasePoint& point) {
  return point.moles[1] / atomsOf(point);
}

struct HullState {
  double x = 0.0;
  double gibbs = 0.0;  ///< J per mole of atoms
  std::size_t phase = 0;
};

/// The lower convex hull, by rising x (Andrew's monotone chain).
std::vector<HullState> lowerHull(std::vector<HullState> states) {
  std::sort(states.begin(), states.end(), [](const HullState& a, const HullState& b) {
    return a.x < b.x || (a.x == b.x && a.gibbs < b.gibbs);
  });
  std::vector<HullState> hull;
  for (const HullState& state : states) {
    if (!hull.empty() && state.x - hull.back().x < 1e-12)
      continue;
    while (hull.size() > 1) {
      const HullState& a = hull[hull.size() - 2];
      const HullState& b = hull.back();
      if ((b.x - a.x) * (state.gibbs - a.gibbs) > (b.gibbs - a.gibbs) * (state.x - a.x))
        break;
      hull.pop_back();
    }
    hull.push_back(state);
  }
  return hull;
}

class LevelSearch {
 public:
  LevelSearch(const AlloyPhases& phases, double temperatureK, const RunContext& context)
      : m_phases(phases),
        m_at(phases, phases.spread(), temperatureK),
        m_all(phases.models().size(), true),
        m_context(context) {}

  BinaryLevel find(std::span<const double> seeds) {
    probe(kEdgeFraction);
    probe(1.0 - kEdgeFraction);
    for (int step = 1; step < kGrid; ++step)
      probe(double(step) / kGrid);
    for (const double x : hullSeeds())
      probe(x);
    for (const double x : seeds)
      probe(x);
    closeGaps();
    auto changes = orderChanges();
    // Ordering of the first order has a narrow gap there.
    if (std::any_of(changes.begin(), changes.end(),
                    [this](const OrderChange& change) { return probe(change.x); })) {
      closeGaps();
      changes = orderChanges();
    }
    BinaryLevel level;
    level.temperatureK = m_at.temperatureK();
    level.firstPhase = m_known.front().left.phase;
    level.firstName = m_known.front().left.name;
    level.orderChanges = std::move(changes);
    for (const TieLine& known : m_known) {
      const double width = known.right.x - known.left.x;
      if (known.left.phase == known.right.phase && known.left.name != known.right.name &&
          width > kShortest && width < kNarrowOrdering)
        level.orderChanges.push_back(
            {0.5 * (known.left.x + known.right.x), known.left.name, known.right.name});
      else if (width > kShortest)
        level.ties.push_back(known);
    }
    std::sort(level.orderChanges.begin(), level.orderChanges.end(),
              [](const OrderChange& a, const OrderChange& b) { return a.x < b.x; });
    return level;
  }

 private:
  std::vector<double> hullSeeds() const {
    std::vector<HullState> states;
    for (std::size_t p = 0; p < m_phases.models().size(); ++p) {
      for (std::size_t i = 0; i < m_at.starts(p).size(); ++i) {
        const PhasePoint& point = m_at.starts(p)[i];
        states.push_back({fractionOf(point), m_at.gibbs(p)[i] / atomsOf(point), p});
      }
    }
    const auto hull = lowerHull(std::move(states));
    std::vector<double> seeds;
    for (std::size_t i = 1; i < hull.size(); ++i) {
      if (hull[i].phase != hull[i - 1].phase || hull[i].x - hull[i - 1].x > kWideStep)
        seeds.push_back(0.5 * (hull[i].x + hull[i - 1].x));
    }
    return seeds;
  }

  TieEnd endOf(const PhasePoint& point) const {
    return {point.phase, m_phases.models()[point.phase].name(point.fractions), fractionOf(point)};
  }

  /// The equilibrium at a composition becomes known: a tie-line, or a point where one phase is
  /// alone, kept as a tie-line of no length. @return whether it is a tie-line not known before
  bool probe(double x) {
    x = std::clamp(x, kEdgeFraction, 1.0 - kEdgeFraction);
    const auto after = std::find_if(m_known.begin(), m_known.end(),
                                    [x](const TieLine& known) { return known.right.x >= x; });
    if (after != m_known.end() && after->left.x <= x)
      return false;
    m_context.tick();
    const auto found = equilibrium(m_at, m_all, std::array{1.0 - x, x});
    if (!found || found->phases.empty())
      throw Error(ErrorCode::Failed, "no equilibrium was found");
    std::vector<TieEnd> ends;
    for (const StablePhase& phase : found->phases)
      ends.push_back(endOf(phase.point));
    const auto byFraction = [](const TieEnd& a, const TieEnd& b) { return a.x < b.x; };
    TieLine tie{*std::min_element(ends.begin(), ends.end(), byFraction),
                *std::max_element(ends.begin(), ends.end(), byFraction)};
    // Tie-lines do not overlap, save where three phases all but meet.
    if (after != m_known.begin() && std::prev(after)->right.x > tie.left.x)
      tie.left = std::prev(after)->right;
    if (after != m_known.end() && after->left.x < tie.right.x)
      tie.right = after->left;
    const double width = tie.right.x - tie.left.x;
    if (width <= kShortest || (tie.left.phase == tie.right.phase && width < kNarrowestGap))
      tie.left.x = tie.right.x = x;
    const bool isTie = tie.right.x > tie.left.x;
    m_known.insert(after, std::move(tie));
    return isTie;
  }

  void closeGaps() {
    for (std::size_t i = 1; i < m_known.size();) {
      const TieEnd& left = m_known[i - 1].right;
      const TieEnd& right = m_known[i].left;
      if (left.phase == right.phase || right.x - left.x <= kResolved)
        ++i;
      else
        probe(0.5 * (left.x + right.x));
    }
  }

  /// The name of a phase that is alone at a composition. Where Newton's method does not end, as
  /// where order sets in, that of the state there is most of.
  std::string nameAt(std::size_t phase, double x) const {
    m_context.tick();
    std::vector<bool> only(m_all.size());
    only[phase] = true;
    const auto found = equilibrium(m_at, only, std::array{1.0 - x, x});
    if (!found || found->phases.empty())
      return {};
    const auto most = std::max_element(
        found->phases.begin(), found->phases.end(),
        [](const StablePhase& a, const StablePhase& b) { return a.amount < b.amount; });
    return m_phases.models()[phase].name(most->point.fractions);
  }

  std::vector<OrderChange> orderChanges() const {
    std::vector<OrderChange> changes;
    for (std::size_t i = 1; i < m_known.size(); ++i) {
      const TieEnd& left = m_known[i - 1].right;
      const TieEnd& right = m_known[i].left;
      if (left.phase != right.phase || !m_phases.models()[left.phase].ordered())
        continue;
      const auto steps = std::max(1.0, std::ceil((right.x - left.x) / kOrderStep));
      TieEnd last = left;
      for (double step = 1.0; step <= steps; ++step) {
        TieEnd next = right;
        if (step < steps) {
          next.x = left.x + (right.x - left.x) * step / steps;
          next.name = nameAt(left.phase, next.x);
        }
        if (!next.name.empty() && next.name != last.name)
          changes.push_back(changeBetween(last, next));
        if (!next.name.empty())
          last = next;
      }
    }
    return changes;
  }

  OrderChange changeBetween(TieEnd left, TieEnd right) const {
    while (right.x - left.x > kOrderExact) {
      const double middle = 0.5 * (left.x + right.x);
      const std::string name = nameAt(left.phase, middle);
      if (name.empty())
        break;
      (name == left.name ? left.x : right.x) = middle;
    }
    return {0.5 * (left.x + right.x), left.name, right.name};
  }

  const AlloyPhases& m_phases;
  PhasesAt m_at;
  std::vector<bool> m_all;
  const RunContext& m_context;
  std::vector<TieLine> m_known;  ///< by rising x, not overlapping
};

}  // namespace

BinaryLevel binaryLevel(const AlloyPhases& phases, double temperatureK,
                        std::span<const double> seeds, const RunContext& context) {
  context.tick();
  return LevelSearch(phases, temperatureK, context).find(seeds);
}

std::vector<double> middlesOf(const BinaryLevel& level) {
  std::vector<double> middles;
  double from = 0.0;
  for (const TieLine& tie : level.ties) {
    middles.push_back(0.5 * (from + tie.left.x));
    middles.push_back(0.5 * (tie.left.x + tie.right.x));
    from = tie.right.x;
  }
  middles.push_back(0.5 * (from + 1.0));
  return middles;
}

bool sameTopology(const BinaryLevel& a, const BinaryLevel& b) {
  return a.firstPhase == b.firstPhase &&
         std::equal(a.ties.begin(), a.ties.end(), b.ties.begin(), b.ties.end(),
                    [](const TieLine& one, const TieLine& other) {
                      return one.left.phase == other.left.phase &&
                             one.right.phase == other.right.phase;
                    });
}

}  // namespace vitrine::calphad
