#include "engine/regression/nearest_neighbours.h"

#include "engine/core/error.h"
#include "engine/core/parallel.h"
#include "engine/regression/feature_scale.h"

#include <algorithm>
#include <cmath>

namespace vitrine::regression {

namespace {

constexpr std::size_t kRowsPerItem = 32;

// Distances are sums of differences from the distance to zero, so that absent elements cost
// nothing. Rounding leaves this much of the norm where the distance is zero.
constexpr double kRounding = 1e-12;

}  // namespace

std::shared_ptr<const NearestNeighbours> NearestNeighbours::create(const Settings& settings,
                                                                   const Matrix& x,
                                                                   std::span<const double> y,
                                                                   std::span<const double> scale) {
  const auto finite = [](double value) { return std::isfinite(value); };
  if (settings.neighbours == 0 || x.rows() == 0 || x.rows() != y.size() ||
      x.columns() != scale.size() || !std::ranges::all_of(x.values(), finite) ||
      !std::ranges::all_of(y, finite) || !std::ranges::all_of(scale, finite))
    throw Error(ErrorCode::Damaged,
                "The training rows of this nearest-neighbours model are damaged.");
  std::shared_ptr<NearestNeighbours> made(new NearestNeighbours);
  made->m_settings = settings;
  made->m_x = x;
  made->m_y.assign(y.begin(), y.end());
  made->m_scale.assign(scale.begin(), scale.end());
  made->m_columns = scaledColumns(x, scale);
  made->m_norms.assign(x.rows(), 0.0);
  for (std::size_t f = 0; f < x.columns(); ++f)
    for (std::size_t i = 0; i < x.rows(); ++i) {
      const double value = made->m_columns[f * x.rows() + i];
      made->m_norms[i] += settings.euclidean ? value * value : std::abs(value);
    }
  return made;
}

double NearestNeighbours::predictRow(std::span<const double> row,
                                     std::vector<double>& distances) const {
  distances = m_norms;
  double norm = 0.0;
  for (std::size_t f = 0; f < row.size(); ++f) {
    const double at = row[f] * m_scale[f];
    if (at == 0.0)
      continue;
    const double* column = m_columns.data() + f * m_y.size();
    if (m_settings.euclidean) {
      norm += at * at;
      for (std::size_t i = 0; i < m_y.size(); ++i)
        distances[i] += at * (at - 2.0 * column[i]);
    } else {
      norm += std::abs(at);
      for (std::size_t i = 0; i < m_y.size(); ++i)
        distances[i] += std::abs(at - column[i]) - std::abs(column[i]);
    }
  }

  struct Near {
    double distance;
    std::size_t row;
  };
  std::vector<Near> nearest;
  const auto count = std::min(m_settings.neighbours, m_y.size());
  for (std::size_t i = 0; i < m_y.size(); ++i) {
    const double distance = distances[i] <= kRounding * (norm + m_norms[i]) ? 0.0 : distances[i];
    if (nearest.size() == count && distance >= nearest.back().distance)
      continue;
    if (nearest.size() == count)
      nearest.pop_back();
    const auto place = std::ranges::upper_bound(nearest, distance, {}, &Near::distance);
    nearest.insert(place, {distance, i});
  }

  const bool exact = m_settings.distanceWeighted && nearest.front().distance == 0.0;
  double weights = 0.0;
  double sum = 0.0;
  for (const auto& near : nearest) {
    if (exact && near.distance > 0.0)
      break;
    double weight = 1.0;
    if (m_settings.distanceWeighted && !exact)
      weight = 1.0 / (m_settings.euclidean ? std::sqrt(near.distance) : near.distance);
    weights += weight;
    sum += weight * m_y[near.row];
  }
  return sum / weights;
}

std::vector<double> NearestNeighbours::predict(const Matrix& x, const RunContext& context) const {
  requireColumns(x, featureCount());
  std::vector<double> result(x.rows());
  parallelFor(context, (x.rows() + kRowsPerItem - 1) / kRowsPerItem, [&](std::size_t item) {
    std::vector<double> distances;
    const auto end = std::min(x.rows(), (item + 1) * kRowsPerItem);
    for (auto i = item * kRowsPerItem; i < end; ++i) {
      context.tick();
      result[i] = predictRow(x.row(i), distances);
    }
  });
  return result;
}

}  // namespace vitrine::regression
