#include "engine/calphad/phases_at.h"

#include "engine/calphad/free_fractions.h"
#include "engine/core/units.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace vitrine::calphad {

namespace {

constexpr int kMaxSteps = 60;
/// The search ends where one more step would gain less (J per mole of formula units).
constexpr double kGain = 1e-8;
/// No step takes away more of a site fraction than this share.
constexpr double kMostTaken = 0.95;
constexpr double kSmallest = 1e-15;
/// From so many starts of a phase the search goes down, and so far apart they lie.
constexpr std::size_t kDescents = 3;
constexpr double kApart = 0.25;
/// Where several sublattices mix, starts are sparse, and minima lie this many times deeper below
/// them.
constexpr double kSparse = 5.0;

using ConstMatrix =
    Eigen::Map<const Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>>;
using ConstVector = Eigen::Map<const Eigen::VectorXd>;

double planeOf(const PhasePoint& point, std::span<const double> mu) {
  return std::inner_product(mu.begin(), mu.end(), point.moles.begin(), 0.0);
}

bool severalMix(const PhaseModel& model) {
  const auto& sublattices = model.sublattices();
  return std::count_if(sublattices.begin(), sublattices.end(), [](const Sublattice& sublattice) {
           return sublattice.species.size() > 1;
         }) > 1;
}

double distance(const PhasePoint& a, const PhasePoint& b) {
  double most = 0.0;
  for (std::size_t v = 0; v < a.fractions.size(); ++v)
    most = std::max(most, std::abs(a.fractions[v] - b.fractions[v]));
  return most;
}

/// The fractions after a step; what would fall below its share left is held there, and the sums are
/// made 1 again.
std::vector<double> stepped(const PhaseModel& model, std::span<const double> fractions,
                            std::span<const double> changes, double scale) {
  std::vector<double> result(fractions.size());
  for (std::size_t v = 0; v < result.size(); ++v)
    result[v] =
        std::max({fractions[v] + scale * changes[v], (1.0 - kMostTaken) * fractions[v], kSmallest});
  for (const auto& sublattice : model.sublattices()) {
    const auto begin = result.begin() + static_cast<std::ptrdiff_t>(sublattice.first);
    const auto end = begin + static_cast<std::ptrdiff_t>(sublattice.species.size());
    const double sum = std::accumulate(begin, end, 0.0);
    std::for_each(begin, end, [sum](double& y) { y /= sum; });
  }
  return result;
}

/// Newton's step; the Hessian is made positive by the entropy of mixing.
Eigen::VectorXd newtonStep(const ConstMatrix& hessian, const ConstMatrix& mixing,
                           const ConstVector& gradient) {
  Eigen::MatrixXd matrix = hessian;
  for (double share = 0.0;; share = share == 0.0 ? 0.5 : 2.0 * share) {
    matrix = hessian + share * mixing;
    const Eigen::LLT<Eigen::MatrixXd> decomposition(matrix);
    if (decomposition.info() == Eigen::Success || share > 1e6)
      return -decomposition.solve(gradient);
  }
}

}  // namespace

double atomsOf(const PhasePoint& point) {
  return std::accumulate(point.moles.begin(), point.moles.end(), 0.0);
}

PhasesAt::PhasesAt(const AlloyPhases& phases, const std::vector<std::vector<PhasePoint>>& starts,
                   double temperatureK)
    : m_phases(&phases), m_starts(&starts), m_temperatureK(temperatureK) {
  const auto functions = phases.database().functionValues(temperatureK);
  for (std::size_t p = 0; p < phases.models().size(); ++p) {
    m_energies.emplace_back(phases.models()[p], phases.database(), functions, temperatureK);
    auto& gibbs = m_gibbs.emplace_back();
    for (const auto& start : starts[p])
      gibbs.push_back(m_energies[p].value(start.fractions));
  }
}

LowestPoint PhasesAt::descend(PhasePoint start, std::span<const double> mu) const {
  const PhaseEnergy& energy = m_energies[start.phase];
  const PhaseModel& model = energy.model();
  const std::size_t n = model.variables();
  PhasePoint point = std::move(start);
  Derivatives g = energy.evaluate(point.fractions);
  const FreeFractions atStart(model, point.fractions);
  for (int step = 0; step < kMaxSteps && atStart.count() > 0; ++step) {
    const FreeFractions free(model, point.fractions);
    std::vector<double> slope = g.gradient;
    std::vector<double> entropy(n * n);
    for (const auto& sublattice : model.sublattices()) {
      for (std::size_t v = sublattice.first; v < sublattice.first + sublattice.species.size(); ++v)
        entropy[v * n + v] = kGasConstant * m_temperatureK * sublattice.sites / point.fractions[v];
    }
    for (std::size_t c = 0; c < mu.size(); ++c) {
      for (std::size_t v = 0; v < n; ++v)
        slope[v] -= mu[c] * model.atoms(c, v);
    }
    const auto size = static_cast<Eigen::Index>(free.count());
    const auto gradient = free.gradient(slope);
    const auto hessian = free.hessian(g.hessian, n);
    const auto mixing = free.hessian(entropy, n);
    const ConstVector gradientMap(gradient.data(), size);
    const Eigen::VectorXd newton = newtonStep(ConstMatrix(hessian.data(), size, size),
                                              ConstMatrix(mixing.data(), size, size), gradientMap);
    const double gain = -newton.dot(gradientMap);
    if (!(gain > kGain))
      break;
    const auto changes = free.changes({newton.data(), static_cast<std::size_t>(newton.size())}, n);
    const double before = g.value - planeOf(point, mu);
    bool lower = false;
    for (double scale = 1.0; !lower && scale > 1e-4; scale *= 0.3) {
      PhasePoint next{point.phase, stepped(model, point.fractions, changes, scale), {}};
      next.moles = model.moles(next.fractions);
      Derivatives there = energy.evaluate(next.fractions);
      if (there.value - planeOf(next, mu) <= before) {
        lower = true;
        point = std::move(next);
        g = std::move(there);
      }
    }
    if (!lower)
      break;
  }
  const double height = (g.value - planeOf(point, mu)) / atomsOf(point);
  return {std::move(point), g.value, height};
}

std::vector<LowestPoint> PhasesAt::lowest(std::size_t phase, std::span<const double> mu,
                                          double margin) const {
  const auto& points = starts(phase);
  if (points.empty())
    return {};
  if (severalMix(m_energies[phase].model()))
    margin *= kSparse;
  std::vector<double> heights(points.size());
  for (std::size_t i = 0; i < points.size(); ++i)
    heights[i] = (m_gibbs[phase][i] - planeOf(points[i], mu)) / atomsOf(points[i]);
  const auto first =
      static_cast<std::size_t>(std::min_element(heights.begin(), heights.end()) - heights.begin());
  if (heights[first] > margin)
    return {{points[first], m_gibbs[phase][first], heights[first]}};
  std::vector<std::size_t> chosen;
  for (std::size_t k = 0; k < kDescents; ++k) {
    std::size_t next = points.size();
    for (std::size_t i = 0; i < points.size(); ++i) {
      const bool far = std::all_of(chosen.begin(), chosen.end(), [&](std::size_t c) {
        return distance(points[c], points[i]) > kApart;
      });
      if (far && heights[i] <= margin && (next == points.size() || heights[i] < heights[next]))
        next = i;
    }
    if (next == points.size())
      break;
    chosen.push_back(next);
  }
  std::vector<LowestPoint> found;
  for (const std::size_t i : chosen) {
    auto minimum = descend(points[i], mu);
    if (m_energies[phase].model().condensed(minimum.point.fractions))
      found.push_back(std::move(minimum));
  }
  std::sort(found.begin(), found.end(),
            [](const LowestPoint& a, const LowestPoint& b) { return a.height < b.height; });
  return found;
}

}  // namespace vitrine::calphad
