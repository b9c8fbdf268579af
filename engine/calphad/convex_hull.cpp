#include "engine/calphad/convex_hull.h"

#include <Eigen/Dense>

#include <limits>

namespace vitrine::calphad {

namespace {

/// What the pure components cost that the search begins with, J/mol.
constexpr double kOutside = 1e8;
constexpr std::size_t kPure = std::numeric_limits<std::size_t>::max();
constexpr int kMaxSteps = 2000;
/// States less far below the facet are on it (J per mole of atoms).
constexpr double kOnFacet = 1e-7;
/// A corner with a smaller share in the entering state does not leave; it may be rounding.
constexpr double kSmallestShare = 1e-6;

}  // namespace

ConvexHull::ConvexHull(std::span<const double> composition)
    : m_composition(composition.begin(), composition.end()), m_facet(composition.size(), kPure) {}

void ConvexHull::keep(PhasePoint point, double gibbs) {
  m_kept.push_back(std::move(point));
  add(m_kept.back(), gibbs);
}

double ConvexHull::moles(std::size_t corner, std::size_t component) const {
  if (m_facet[corner] == kPure)
    return corner == component ? 1.0 : 0.0;
  return m_states[m_facet[corner]].point->moles[component];
}

double ConvexHull::gibbs(std::size_t corner) const {
  return m_facet[corner] == kPure ? kOutside : m_states[m_facet[corner]].gibbs;
}

void ConvexHull::refresh() {
  const std::size_t n = m_composition.size();
  Eigen::MatrixXd matrix(n, n);
  Eigen::VectorXd energies(n);
  for (std::size_t corner = 0; corner < n; ++corner) {
    const auto column = static_cast<Eigen::Index>(corner);
    energies[column] = gibbs(corner);
    for (std::size_t c = 0; c < n; ++c)
      matrix(static_cast<Eigen::Index>(c), column) = moles(corner, c);
  }
  const Eigen::Map<const Eigen::VectorXd> whole(m_composition.data(), static_cast<Eigen::Index>(n));
  const Eigen::MatrixXd inverse = matrix.inverse();
  const Eigen::VectorXd amounts = inverse * whole;
  const Eigen::VectorXd mu = inverse.transpose() * energies;
  m_amounts.assign(amounts.data(), amounts.data() + n);
  m_mu.assign(mu.data(), mu.data() + n);
  m_inverse.resize(n * n);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j)
      m_inverse[i * n + j] = inverse(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j));
  }
}

std::size_t ConvexHull::entering() const {
  std::size_t best = m_states.size();
  double lowest = -kOnFacet;
  for (std::size_t s = 0; s < m_states.size(); ++s) {
    double height = m_states[s].gibbs;
    double atoms = 0.0;
    for (std::size_t c = 0; c < m_mu.size(); ++c) {
      height -= m_mu[c] * m_states[s].point->moles[c];
      atoms += m_states[s].point->moles[c];
    }
    if (height < lowest * atoms) {
      lowest = height / atoms;
      best = s;
    }
  }
  return best;
}

bool ConvexHull::solve() {
  const std::size_t n = m_composition.size();
  for (int step = 0; step < kMaxSteps; ++step) {
    refresh();
    const std::size_t state = entering();
    if (state == m_states.size())
      break;
    std::size_t leaving = n;
    double least = std::numeric_limits<double>::infinity();
    double pivot = 0.0;
    for (std::size_t corner = 0; corner < n; ++corner) {
      double share = 0.0;
      for (std::size_t c = 0; c < n; ++c)
        share += m_inverse[corner * n + c] * m_states[state].point->moles[c];
      if (!(share > kSmallestShare))
        continue;
      const double ratio = std::max(m_amounts[corner], 0.0) / share;
      if (ratio < least - 1e-13 || (ratio < least + 1e-13 && share > pivot)) {
        least = ratio;
        pivot = share;
        leaving = corner;
      }
    }
    if (leaving == n)
      break;
    m_facet[leaving] = state;
  }
  for (std::size_t corner = 0; corner < n; ++corner) {
    if (m_facet[corner] == kPure)
      return false;
  }
  return true;
}

std::vector<ConvexHull::Corner> ConvexHull::corners() const {
  std::vector<Corner> result;
  for (std::size_t corner = 0; corner < m_facet.size(); ++corner) {
    if (m_facet[corner] != kPure)
      result.push_back({m_states[m_facet[corner]].point, std::max(m_amounts[corner], 0.0)});
  }
  return result;
}

}  // namespace vitrine::calphad
