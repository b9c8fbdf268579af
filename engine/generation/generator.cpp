#include "engine/generation/generator.h"

#include "engine/core/error.h"
#include "engine/files/number_text.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace vitrine::generation {

namespace {

/// Half the sum of the differences in at.%, as alloy::distancePercent.
double distancePercent(std::span<const double> a, std::span<const double> b) {
  double sum = 0.0;
  for (std::size_t j = 0; j < a.size(); ++j)
    sum += std::abs(a[j] - b[j]);
  return 50.0 * sum;
}

/// Spacing of the known alloys: nineteen of twenty have another one as near as this.
double spacingPercent(const Matrix& known) {
  std::vector<double> nearest(known.rows(), 0.0);
  for (std::size_t i = 0; i < known.rows(); ++i) {
    double best = known.rows() > 1 ? std::numeric_limits<double>::infinity() : 0.0;
    for (std::size_t k = 0; k < known.rows(); ++k) {
      if (k != i)
        best = std::min(best, distancePercent(known.row(i), known.row(k)));
    }
    nearest[i] = best;
  }
  std::ranges::sort(nearest);
  return nearest.empty() ? 0.0 : nearest[(nearest.size() - 1) * 95 / 100];
}

/// Patterns of alloys nearer than this differ by little but noise, however dense the known ones.
constexpr double kLeastReachPercent = 2.0;

}  // namespace

SpectrumGenerator::SpectrumGenerator(GeneratorCard card, Matrix knownFractions)
    : m_card(std::move(card)),
      m_known(std::move(knownFractions)),
      m_reachPercent(std::max(kLeastReachPercent, spacingPercent(m_known))) {}

std::vector<double> SpectrumGenerator::uncertainty(const Matrix& fractions,
                                                   const RunContext& context) const {
  const Band both = band(fractions, context);
  std::vector<double> result(fractions.rows());
  for (std::size_t i = 0; i < result.size(); ++i) {
    double sum = 0.0;
    for (std::size_t p = 0; p < both.lower.columns(); ++p) {
      const double half = 0.5 * (both.upper(i, p) - both.lower(i, p));
      sum += half * half;
    }
    result[i] =
        std::sqrt(sum / static_cast<double>(std::max<std::size_t>(1, both.lower.columns())));
  }
  return result;
}

Coverage SpectrumGenerator::domain(const alloy::Composition& alloy) const {
  for (const auto& share : alloy.shares()) {
    if (!std::ranges::binary_search(m_card.elements, share.atomicNumber))
      return {alloy::Domain::Outside,
              "The generator for " + systemName(m_card) + " has never seen " +
                  std::string(alloy::element(share.atomicNumber).name) + "."};
  }
  const auto row = fractionsOf(alloy);
  double distance = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < m_known.rows(); ++i)
    distance = std::min(distance, distancePercent(row, m_known.row(i)));
  if (distance <= m_reachPercent)
    return {alloy::Domain::Inside, {}};
  const std::string far = std::string(m_card.origin == diffraction::PatternOrigin::Simulated
                                          ? "The nearest simulated alloy is "
                                          : "The nearest measured alloy is ") +
                          files::formatNumber(std::round(10.0 * distance) / 10.0) + " at.% away.";
  return {distance <= 2.0 * m_reachPercent ? alloy::Domain::Edge : alloy::Domain::Outside, far};
}

std::vector<double> SpectrumGenerator::fractionsOf(const alloy::Composition& alloy) const {
  for (const auto& share : alloy.shares()) {
    if (!std::ranges::binary_search(m_card.elements, share.atomicNumber))
      throw Error(ErrorCode::InvalidInput,
                  "The generator for " + systemName(m_card) + " knows no pattern of alloys with " +
                      std::string(alloy::element(share.atomicNumber).name) +
                      ": choose an alloy of its system, or another generator.");
  }
  std::vector<double> row;
  for (const int element : m_card.elements)
    row.push_back(alloy.fraction(element));
  return row;
}

std::vector<std::size_t> SpectrumGenerator::nearestKnown(std::span<const double> fractions,
                                                         std::size_t count) const {
  std::vector<std::pair<double, std::size_t>> order;
  for (std::size_t i = 0; i < m_known.rows(); ++i)
    order.emplace_back(distancePercent(fractions, m_known.row(i)), i);
  count = std::min(count, order.size());
  std::ranges::partial_sort(order, order.begin() + static_cast<std::ptrdiff_t>(count));
  std::vector<std::size_t> rows;
  for (std::size_t i = 0; i < count; ++i)
    rows.push_back(order[i].second);
  return rows;
}

}  // namespace vitrine::generation
