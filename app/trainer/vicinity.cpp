#include "app/trainer/vicinity.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

namespace vitrine::trainer {

namespace {

double distance(std::span<const double> left, std::span<const double> right) {
  double sum = 0.0;
  for (std::size_t i = 0; i < left.size(); ++i)
    sum += (left[i] - right[i]) * (left[i] - right[i]);
  return std::sqrt(sum);
}

/// Back onto the composition triangle after noise.
void makeComposition(std::vector<double>& fractions) {
  double sum = 0.0;
  for (double& value : fractions) {
    value = std::max(value, 0.0);
    sum += value;
  }
  for (double& value : fractions)
    value /= sum;
}

/// Soft weights below this are dropped (Ding et al.).
constexpr double kLeastWeight = 1e-3;

}  // namespace

Vicinity::Vicinity(const Matrix& fractions, const TrainingSettings& settings)
    : m_fractions(fractions), m_kind(settings.vicinity) {
  const std::size_t rows = fractions.rows();
  const double count = static_cast<double>(rows);
  for (std::size_t j = 0; j < fractions.columns(); ++j) {
    double sum = 0.0;
    double squares = 0.0;
    for (std::size_t i = 0; i < rows; ++i)
      sum += fractions(i, j);
    for (std::size_t i = 0; i < rows; ++i)
      squares += std::pow(fractions(i, j) - sum / count, 2);
    m_noise.push_back(1.06 * std::sqrt(squares / count) * std::pow(count, -0.2));
  }
  const auto kept =
      std::min(static_cast<std::size_t>(std::max(settings.mixingNeighbours, 1)), rows - 1);
  for (std::size_t i = 0; i < rows; ++i) {
    std::vector<std::size_t> order(rows);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::erase(order, i);
    const auto nearer = [&](std::size_t left, std::size_t right) {
      return distance(fractions.row(i), fractions.row(left)) <
             distance(fractions.row(i), fractions.row(right));
    };
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(kept), order.end(),
                      nearer);
    order.resize(kept);
    m_radius = std::max(m_radius, distance(fractions.row(i), fractions.row(order.front())));
    m_neighbours.push_back(settings.mixingNeighbours > 0 ? order : std::vector{i});
  }
  m_radius *= settings.vicinityFactor;
}

std::vector<double> Vicinity::noisy(std::size_t row, Random& random) const {
  std::vector<double> shift;
  for (const double deviation : m_noise)
    shift.push_back(deviation * random.normal());
  const double mean =
      std::accumulate(shift.begin(), shift.end(), 0.0) / static_cast<double>(shift.size());
  for (std::size_t j = 0; j < shift.size(); ++j)
    shift[j] += m_fractions(row, j) - mean;
  makeComposition(shift);
  return shift;
}

double Vicinity::weight(double distance) const {
  if (m_kind == VicinityKind::Hard)
    return distance <= m_radius ? 1.0 : 0.0;
  const double value = std::exp(-distance * distance / (m_radius * m_radius));
  return value < kLeastWeight ? 0.0 : value;
}

std::vector<double> Vicinity::near(const std::vector<double>& wanted, Random& random) const {
  // Uniform in the disc of the same radius; soft weights reach sqrt(ln 1000) radii.
  const double reach =
      m_kind == VicinityKind::Hard ? m_radius : m_radius * std::sqrt(-std::log(kLeastWeight));
  const std::size_t elements = wanted.size();
  std::vector<double> direction;
  for (std::size_t j = 0; j < elements; ++j)
    direction.push_back(random.normal());
  const double mean =
      std::accumulate(direction.begin(), direction.end(), 0.0) / static_cast<double>(elements);
  double norm = 0.0;
  for (double& value : direction) {
    value -= mean;
    norm += value * value;
  }
  const double length = reach * std::pow(random.uniform(), 1.0 / static_cast<double>(elements - 1));
  std::vector<double> result(elements);
  for (std::size_t j = 0; j < elements; ++j)
    result[j] = wanted[j] + (norm > 0.0 ? length * direction[j] / std::sqrt(norm) : 0.0);
  makeComposition(result);
  return result;
}

Vicinity::Pair Vicinity::pair(Random& random) const {
  Pair pair;
  const std::size_t centre = random.below(m_fractions.rows());
  std::vector<std::size_t> around;
  // The noise is drawn again where it leads away from every row; the row itself ends the search.
  constexpr int kTries = 100;
  for (int attempt = 0; around.empty(); ++attempt) {
    if (attempt < kTries)
      pair.wanted = noisy(centre, random);
    else
      pair.wanted.assign(m_fractions.row(centre).begin(), m_fractions.row(centre).end());
    for (std::size_t i = 0; i < m_fractions.rows(); ++i)
      if (weight(distance(m_fractions.row(i), pair.wanted)) > 0.0)
        around.push_back(i);
  }
  pair.row = around[random.below(around.size())];
  pair.generated = near(pair.wanted, random);
  if (m_kind == VicinityKind::Soft) {
    pair.measuredWeight = weight(distance(m_fractions.row(pair.row), pair.wanted));
    pair.generatedWeight = weight(distance(pair.generated, pair.wanted));
  }
  return pair;
}

Vicinity::Mixture Vicinity::mixture(Random& random) const {
  const std::size_t row = random.below(m_fractions.rows());
  const auto& neighbours = m_neighbours[row];
  const std::size_t other = neighbours[random.below(neighbours.size())];
  return {row, other, random.uniform()};
}

}  // namespace vitrine::trainer
