#include "engine/calphad/equilibrium.h"

#include "engine/calphad/convex_hull.h"
#include "engine/calphad/free_fractions.h"
#include "engine/core/units.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>

namespace vitrine::calphad {

namespace {

constexpr int kMaxRounds = 40;
constexpr int kMaxNewton = 30;
/// A phase less far below the plane touches it (J per mole of atoms).
constexpr double kTouches = 1e-4;
/// Newton's method ends at such heights (J per mole of atoms) and changes of potentials (J/mol).
constexpr double kExact = 1e-7;
constexpr double kExactMu = 1e-5;
/// No step changes a potential by more (J/mol).
constexpr double kLargestStep = 5000.0;
/// States of a phase whose compositions differ by less are the same state; so are, closer still,
/// those of two phases, one of which is the disordered form of the other.
constexpr double kSame = 1e-3;
constexpr double kSameOfTwo = 1e-6;
/// States this far above the plane (J per mole of atoms) are not worth a descent.
constexpr double kMargin = 3000.0;

/// Of a phase that is there, moles of formula units per mole of atoms of the alloy.
constexpr double kPresent = 1e-9;

using Index = Eigen::Index;

/// How the moles of a phase answer to a change of the potentials: the matrix of d n / d mu.
Eigen::MatrixXd response(const PhaseEnergy& energy, const PhasePoint& point) {
  const PhaseModel& model = energy.model();
  const auto components = static_cast<Index>(model.components());
  const FreeFractions free(model, point.fractions);
  if (free.count() == 0)
    return Eigen::MatrixXd::Zero(components, components);
  const auto size = static_cast<Index>(free.count());
  const auto g = energy.evaluate(point.fractions);
  const auto hessian = free.hessian(g.hessian, model.variables());
  Eigen::MatrixXd moles(components, size);
  std::vector<double> row(model.variables());
  for (std::size_t c = 0; c < model.components(); ++c) {
    for (std::size_t v = 0; v < row.size(); ++v)
      row[v] = model.atoms(c, v);
    const auto reduced = free.gradient(row);
    moles.row(static_cast<Index>(c)) = Eigen::Map<const Eigen::RowVectorXd>(reduced.data(), size);
  }
  const Eigen::Map<const Eigen::MatrixXd> matrix(hessian.data(), size, size);
  return moles * matrix.ldlt().solve(moles.transpose());
}

bool sameState(const PhasePoint& a, const PhasePoint& b) {
  const double allowed = a.phase == b.phase ? kSame : kSameOfTwo;
  const double atomsA = atomsOf(a);
  const double atomsB = atomsOf(b);
  for (std::size_t c = 0; c < a.moles.size(); ++c) {
    if (std::abs(a.moles[c] / atomsA - b.moles[c] / atomsB) > allowed)
      return false;
  }
  return true;
}

class EquilibriumSearch {
 public:
  EquilibriumSearch(const PhasesAt& phases, const std::vector<bool>& takesPart,
                    std::span<const double> composition)
      : m_phases(phases),
        m_takesPart(takesPart),
        m_composition(composition.begin(), composition.end()),
        m_hull(composition) {}

  std::optional<Equilibrium> run() {
    for (std::size_t p = 0; p < m_takesPart.size(); ++p) {
      for (std::size_t i = 0; m_takesPart[p] && i < m_phases.starts(p).size(); ++i)
        m_hull.add(m_phases.starts(p)[i], m_phases.gibbs(p)[i]);
    }
    std::optional<Equilibrium> best;
    for (int round = 0; round < kMaxRounds; ++round) {
      if (!m_hull.solve())
        return {};
      best = refined();
      const bool exact = best.has_value();
      if (!exact)
        best = ofHull();
      if (!addStatesBelow(best->mu))
        return best;
      // A plane that touches one phase may tell nothing of the facet; its own states bring it on.
      if (exact) {
        addStatesBelow(m_hull.mu());
        for (const auto& phase : best->phases)
          m_hull.keep(phase.point, phase.gibbs);
      }
    }
    return best;
  }

 private:
  /// @return whether a phase has a state below the plane
  bool addStatesBelow(std::span<const double> mu) {
    bool any = false;
    for (std::size_t p = 0; p < m_takesPart.size(); ++p) {
      if (!m_takesPart[p])
        continue;
      for (auto& lowest : m_phases.lowest(p, mu, kMargin)) {
        if (lowest.height >= -kTouches)
          continue;
        any = true;
        m_hull.keep(std::move(lowest.point), lowest.gibbs);
      }
    }
    return any;
  }

  Equilibrium ofHull() const {
    Equilibrium result;
    result.mu = m_hull.mu();
    result.determined = false;
    for (const auto& corner : m_hull.corners()) {
      const double gibbs = m_phases.energy(corner.point->phase).value(corner.point->fractions);
      result.gibbs += corner.amount * gibbs;
      if (corner.amount > kPresent)
        result.phases.push_back({*corner.point, gibbs, corner.amount});
    }
    return result;
  }

  /// Newton's method from the facet of the hull; empty where it does not converge.
  std::optional<Equilibrium> refined() const {
    auto mu = m_hull.mu();
    const auto corners = m_hull.corners();
    std::vector<LowestPoint> states;
    for (const auto& corner : corners) {
      if (corner.amount > kPresent)
        states.push_back({*corner.point, 0.0, 0.0});
    }
    // Corners that are not there say nothing of the potentials; the slopes of the others do.
    if (states.size() < corners.size())
      mu = bySlopes(states, std::move(mu));
    while (!states.empty()) {
      auto result = newton(states, mu);
      if (!result)
        return {};
      const auto least = std::min_element(
          result->phases.begin(), result->phases.end(),
          [](const StablePhase& a, const StablePhase& b) { return a.amount < b.amount; });
      if (least->amount > kPresent || result->phases.size() == 1)
        return result;
      const auto absent = least->point;
      states.erase(
          std::remove_if(states.begin(), states.end(),
                         [&](const LowestPoint& state) { return sameState(state.point, absent); }),
          states.end());
      mu = result->mu;
    }
    return {};
  }

  /// The potentials nearest to `mu` of planes that touch all states, as far as there is one.
  std::vector<double> bySlopes(const std::vector<LowestPoint>& states,
                               std::vector<double> mu) const {
    const auto n = static_cast<Index>(mu.size());
    Eigen::MatrixXd matrix(0, n);
    std::vector<double> right;
    const auto add = [&](const std::vector<double>& moles, double gibbs) {
      matrix.conservativeResize(matrix.rows() + 1, n);
      for (Index c = 0; c < n; ++c) {
        matrix(matrix.rows() - 1, c) = moles[static_cast<std::size_t>(c)];
        gibbs -= moles[static_cast<std::size_t>(c)] * mu[static_cast<std::size_t>(c)];
      }
      right.push_back(gibbs);
    };
    for (const auto& [point, gibbs, height] : states) {
      const PhaseEnergy& energy = m_phases.energy(point.phase);
      const PhaseModel& model = energy.model();
      const auto g = energy.evaluate(point.fractions);
      add(point.moles, g.value);
      const FreeFractions free(model, point.fractions);
      const auto slopes = free.gradient(g.gradient);
      for (std::size_t i = 0; i < slopes.size(); ++i) {
        std::vector<double> unit(slopes.size());
        unit[i] = 1.0;
        add(model.moles(free.changes(unit, model.variables())), slopes[i]);
      }
    }
    const Eigen::Map<const Eigen::VectorXd> rightMap(right.data(),
                                                     static_cast<Index>(right.size()));
    const Eigen::VectorXd change = matrix.completeOrthogonalDecomposition().solve(rightMap);
    for (Index c = 0; c < n; ++c)
      mu[static_cast<std::size_t>(c)] += change[c];
    return mu;
  }

  std::optional<Equilibrium> newton(std::vector<LowestPoint>& states,
                                    std::vector<double> mu) const {
    const auto n = static_cast<Index>(mu.size());
    for (int step = 0; step < kMaxNewton; ++step) {
      bool touching = true;
      std::vector<LowestPoint> different;
      for (auto& state : states) {
        state = m_phases.descend(std::move(state.point), mu);
        const bool known = std::any_of(
            different.begin(), different.end(),
            [&](const LowestPoint& other) { return sameState(other.point, state.point); });
        if (!known)
          different.push_back(state);
        touching = touching && std::abs(state.height) < kExact;
      }
      states = different;
      const auto count = static_cast<Index>(states.size());
      Eigen::MatrixXd matrix = Eigen::MatrixXd::Zero(n + count, n + count);
      Eigen::VectorXd right(n + count);
      for (Index c = 0; c < n; ++c)
        right[c] = m_composition[static_cast<std::size_t>(c)];
      for (Index j = 0; j < count; ++j) {
        const auto& state = states[static_cast<std::size_t>(j)];
        for (Index c = 0; c < n; ++c) {
          matrix(c, n + j) = state.point.moles[static_cast<std::size_t>(c)];
          matrix(n + j, c) = matrix(c, n + j);
        }
        right[n + j] = state.height * atomsOf(state.point);
      }
      // The potentials in units of RT, so that all entries are of one size.
      const double rt = kGasConstant * m_phases.temperatureK();
      const auto amounts = amountsOf(states);
      for (Index j = 0; j < count; ++j) {
        const auto& point = states[static_cast<std::size_t>(j)].point;
        matrix.topLeftCorner(n, n) +=
            rt * std::max(amounts[j], 1e-3) * response(m_phases.energy(point.phase), point);
        right[n + j] /= rt;
      }
      const Eigen::CompleteOrthogonalDecomposition<Eigen::MatrixXd> solver(matrix);
      const Eigen::VectorXd solution = solver.solve(right);
      if (!solution.allFinite())
        return {};
      const double largest = rt * solution.head(n).cwiseAbs().maxCoeff();
      const double scale = rt * std::min(1.0, kLargestStep / std::max(largest, 1e-300));
      const bool still = largest < kExactMu;
      if (touching && still && (matrix * solution - right).norm() < 1e-7)
        return resultOf(states, solution.tail(count), mu, solver.rank() == n + count);
      for (Index c = 0; c < n; ++c)
        mu[static_cast<std::size_t>(c)] += scale * solution[c];
    }
    return {};
  }

  /// Amounts that come closest to the composition, none negative.
  Eigen::VectorXd amountsOf(const std::vector<LowestPoint>& states) const {
    const auto n = static_cast<Index>(m_composition.size());
    Eigen::MatrixXd moles(n, static_cast<Index>(states.size()));
    for (Index j = 0; j < moles.cols(); ++j) {
      for (Index c = 0; c < n; ++c)
        moles(c, j) = states[static_cast<std::size_t>(j)].point.moles[static_cast<std::size_t>(c)];
    }
    const Eigen::Map<const Eigen::VectorXd> whole(m_composition.data(), n);
    return moles.completeOrthogonalDecomposition().solve(whole).cwiseMax(0.0);
  }

  Equilibrium resultOf(const std::vector<LowestPoint>& states, const Eigen::VectorXd& amounts,
                       const std::vector<double>& mu, bool determined) const {
    Equilibrium result;
    result.mu = mu;
    result.determined = determined;
    for (std::size_t j = 0; j < states.size(); ++j) {
      const double amount = amounts[static_cast<Index>(j)];
      result.phases.push_back({states[j].point, states[j].gibbs, amount});
      result.gibbs += amount * states[j].gibbs;
    }
    return result;
  }

  const PhasesAt& m_phases;
  const std::vector<bool>& m_takesPart;
  std::vector<double> m_composition;
  ConvexHull m_hull;
};

}  // namespace

std::optional<Equilibrium> equilibrium(const PhasesAt& phases, const std::vector<bool>& takesPart,
                                       std::span<const double> composition) {
  return EquilibriumSearch(phases, takesPart, composition).run();
}

}  // namespace vitrine::calphad
