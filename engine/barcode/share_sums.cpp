#include "engine/barcode/share_sums.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace vitrine::barcode {

ShareSums::ShareSums(std::size_t environments, std::vector<std::size_t> bars)
    : m_bars(std::move(bars)), m_sums(environments) {}

void ShareSums::add(const Matrix& weights, std::span<const int> species) {
  m_atoms += weights.rows();
  for (std::size_t i = 0; i < weights.rows(); ++i) {
    const auto row = weights.row(i);
    for (std::size_t k = 0; k < row.size(); ++k)
      m_sums[k] += row[k];
    auto& moments = m_moments[species[i]];
    for (auto* each : {&moments.sums, &moments.squares, &moments.products})
      each->resize(m_bars.size());
    double total = 0.0;
    for (const std::size_t environment : m_bars)
      total += row[environment];
    moments.atoms += 1.0;
    moments.total += total;
    moments.totalSquares += total * total;
    for (std::size_t bar = 0; bar < m_bars.size(); ++bar) {
      const double weight = row[m_bars[bar]];
      moments.sums[bar] += weight;
      moments.squares[bar] += weight * weight;
      moments.products[bar] += weight * total;
    }
  }
}

std::vector<double> ShareSums::shares() const {
  std::vector<double> means = m_sums;
  for (double& mean : means)
    mean /= static_cast<double>(std::max<std::size_t>(1, m_atoms));
  return means;
}

/// With s = Σw / ΣW and the residual r = w - s W, the variance of s is that of Σr over (ΣW)^2, and
/// that of Σr is the sum over the elements of Σr^2 - (Σr)^2 / n.
std::vector<double> ShareSums::byChance() const {
  double total = 0.0;
  for (const auto& [species, moments] : m_moments)
    total += moments.total;
  std::vector<double> deviations(m_bars.size());
  for (std::size_t bar = 0; bar < m_bars.size() && total > 0.0; ++bar) {
    const double s = m_sums[m_bars[bar]] / total;
    double variance = 0.0;
    for (const auto& [species, moments] : m_moments) {
      const double residual = moments.sums[bar] - s * moments.total;
      variance += moments.squares[bar] - 2.0 * s * moments.products[bar] +
                  s * s * moments.totalSquares - residual * residual / moments.atoms;
    }
    deviations[bar] = std::sqrt(std::max(0.0, variance)) / total;
  }
  return deviations;
}

}  // namespace vitrine::barcode
