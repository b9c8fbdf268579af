#include "engine/dataset/expected_values.h"

#include "engine/core/parallel.h"
#include "engine/core/robust.h"
#include "engine/core/units.h"
#include "engine/dataset/column_meaning.h"
#include "engine/dataset/linear_form.h"

#include <Eigen/Cholesky>
#include <Eigen/Core>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace vitrine::dataset {

namespace {

/// Fewer values say nothing about a column: in all, and for each element.
constexpr std::size_t kLeastValues = 30;
constexpr std::size_t kLeastValuesPerElement = 4;
/// Alloys further away than this (at.%) have little in common; see the loss of accuracy with
/// distance in the studies of unseen systems.
constexpr double kFarthest = 15.0;
constexpr std::size_t kNeighbours = 12;
/// Twice as many are looked up, because not all have a value in a column.
constexpr std::size_t kLookedUp = 2 * kNeighbours;
/// Upper ends of the classes of distance to the nearest alloy with a value, at.%; one more for
/// none.
constexpr std::array<double, 5> kClassEnds{0.75, 1.5, 3.0, 6.0, kFarthest};
constexpr std::size_t kClasses = kClassEnds.size() + 1;
/// Nobody measures better than to one per cent.
constexpr double kLeastLogSpread = 0.01;
constexpr std::size_t kLeastInClass = 20;

std::size_t classOf(double distance) {
  return static_cast<std::size_t>(std::lower_bound(kClassEnds.begin(), kClassEnds.end(), distance) -
                                  kClassEnds.begin());
}

/// The value below which half of the weight lies.
double weightedMedian(std::vector<std::pair<double, double>>& valueAndWeight) {
  std::sort(valueAndWeight.begin(), valueAndWeight.end());
  double half = 0.0;
  for (const auto& [value, weight] : valueAndWeight)
    half += weight / 2.0;
  for (const auto& [value, weight] : valueAndWeight) {
    half -= weight;
    if (half <= 0.0)
      return value;
  }
  return 0.0;
}

}  // namespace

ExpectedValues::ExpectedValues(const Table& table, const CompositionIndex& index,
                               const RunContext& context)
    : m_index(index), m_columns(table.columns.size()) {
  const auto rows = std::make_shared<Surroundings>();
  rows->alloys.reserve(table.rows.size());
  for (const Row& row : table.rows)
    rows->alloys.push_back(row.composition);
  rows->neighbours.resize(table.rows.size());
  parallelFor(context.slice(0.0, 0.5), table.rows.size(), [&](std::size_t row) {
    rows->neighbours[row] = m_index.nearest(rows->alloys[row], kLookedUp, kFarthest, row);
  });
  m_rows = rows;
  fitForms(table, context.slice(0.5, 0.8));
  learnSpreads(table, context.slice(0.8, 0.9));
  learnCorrelations(table, context.slice(0.9, 1.0));
}

bool ExpectedValues::knows(std::size_t column) const {
  return m_columns[column].known;
}

void ExpectedValues::forget(std::size_t row, std::size_t column) {
  if (m_columns[column].known)
    m_columns[column].residual[row].reset();
}

std::optional<double> ExpectedValues::onScale(const Column& column, double value) {
  if (!column.logarithmic)
    return value;
  const double kelvin = column.celsius ? kelvinFromCelsius(value) : value;
  return kelvin > 0.0 ? std::optional(std::log(kelvin)) : std::nullopt;
}

void ExpectedValues::fitForms(const Table& table, const RunContext& context) {
  for (std::size_t c = 0; c < m_columns.size(); ++c) {
    Column& column = m_columns[c];
    column.celsius = isCelsius(table.columns[c]);
    std::size_t values = 0;
    std::size_t positive = 0;
    for (const Row& row : table.rows)
      if (const auto& value = row.values[c]) {
        ++values;
        positive += *value > 0.0 || column.celsius ? 1 : 0;
      }
    // A few zeros or signs among them are errors or "none", not another scale.
    column.logarithmic = static_cast<double>(positive) >= 0.95 * static_cast<double>(values);
    std::vector<Amounts> amounts;
    std::vector<double> y;
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      const auto& value = table.rows[i].values[c];
      const auto scaled = value ? onScale(column, *value) : std::nullopt;
      if (!scaled)
        continue;
      const auto shares = m_rows->alloys[i].shares();
      amounts.emplace_back(shares.begin(), shares.end());
      y.push_back(*scaled);
      rows.push_back(i);
    }
    if (y.size() < kLeastValues)
      continue;
    const LinearForm form = fitLinearForm(amounts, y, context);
    if (y.size() < kLeastValuesPerElement * form.elements.size())
      continue;
    column.known = true;
    // An element that no row with a value has is taken for an average one.
    column.endMembers.assign(alloy::kElementCount + 1, medianOf(y));
    for (std::size_t i = 0; i < form.elements.size(); ++i)
      column.endMembers[form.elements[i]] = form.endMembers[i];
    column.residual.resize(table.rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
      column.residual[rows[i]] = form.residuals[i];
  }
}

double ExpectedValues::formOf(const Column& column, const alloy::Composition& alloy) {
  double sum = 0.0;
  for (const alloy::Share& share : alloy.shares())
    sum += share.amount * column.endMembers[share.atomicNumber];
  return sum;
}

ExpectedValues::Local ExpectedValues::localOf(const Column& column, const Neighbours& neighbours) {
  std::vector<std::pair<double, double>> found;
  Local local{0.0, kClasses - 1};
  for (const CompositionIndex::Neighbour& neighbour : neighbours) {
    const auto& residual = column.residual[neighbour.index];
    if (!residual)
      continue;
    if (found.empty())
      local.distanceClass = classOf(neighbour.distance);
    found.emplace_back(*residual, 1.0 / ((neighbour.distance + 2.0) * (neighbour.distance + 2.0)));
    if (found.size() == kNeighbours)
      break;
  }
  local.residual = weightedMedian(found);
  return local;
}

void ExpectedValues::learnSpreads(const Table& table, const RunContext& context) {
  for (Column& column : m_columns) {
    if (!column.known)
      continue;
    std::vector<std::vector<double>> errors(kClasses);
    std::vector<double> all;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      context.tick();
      if (!column.residual[i])
        continue;
      const Local local = localOf(column, m_rows->neighbours[i]);
      errors[local.distanceClass].push_back(*column.residual[i] - local.residual);
      all.push_back(errors[local.distanceClass].back());
    }
    const double floor = column.logarithmic ? kLeastLogSpread : 1e-6 * spreadOf(column.endMembers);
    const double common = spreadOf(std::move(all));
    double nearer = floor;
    for (auto& ofClass : errors) {
      const double own = ofClass.size() >= kLeastInClass ? spreadOf(std::move(ofClass)) : common;
      nearer = std::max(nearer, own);  // further away is never surer
      column.spread.push_back(nearer);
    }
  }
}

void ExpectedValues::learnCorrelations(const Table& table, const RunContext& context) {
  constexpr double kMostDeviations = 3.0;
  // Few pairs give no sure correlation, so a part of it is kept back.
  constexpr double kBelieved = 0.95;
  const std::size_t n = m_columns.size();
  m_correlation.assign(n * n, 0.0);
  std::vector<double> product(n * n, 0.0);
  std::vector<double> square(n * n, 0.0);  ///< of the first of a pair, over rows that have both
  std::vector<std::optional<double>> z(n);
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    context.tick();
    for (std::size_t c = 0; c < n; ++c) {
      z[c].reset();
      const Column& column = m_columns[c];
      if (!column.known || !column.residual[i])
        continue;
      const Local local = localOf(column, m_rows->neighbours[i]);
      z[c] = std::clamp((*column.residual[i] - local.residual) / column.spread[local.distanceClass],
                        -kMostDeviations, kMostDeviations);
    }
    for (std::size_t a = 0; a < n; ++a)
      for (std::size_t b = 0; b < n; ++b)
        if (z[a] && z[b]) {
          product[a * n + b] += *z[a] * *z[b];
          square[a * n + b] += *z[a] * *z[a];
        }
  }
  for (std::size_t a = 0; a < n; ++a)
    for (std::size_t b = 0; b < n; ++b) {
      const double scale = std::sqrt(square[a * n + b] * square[b * n + a]);
      m_correlation[a * n + b] = a == b        ? 1.0
                                 : scale > 0.0 ? kBelieved * product[a * n + b] / scale
                                               : 0.0;
    }
}

double ExpectedValues::Fit::logLikelihood() const {
  constexpr double kFreedom = 4.0;
  return -0.5 * (kFreedom + static_cast<double>(values)) * std::log1p(misfit / kFreedom) -
         logSpread;
}

ExpectedValues::Fit ExpectedValues::fitWith(const Neighbours& neighbours,
                                            const alloy::Composition& alloy,
                                            std::span<const std::optional<double>> values) const {
  Fit fit;
  std::vector<std::size_t> present;
  std::vector<double> z;
  for (std::size_t c = 0; c < m_columns.size(); ++c) {
    const Column& column = m_columns[c];
    const auto scaled = column.known && values[c] ? onScale(column, *values[c]) : std::nullopt;
    if (!scaled)
      continue;
    const Local local = localOf(column, neighbours);
    const double spread = column.spread[local.distanceClass];
    present.push_back(c);
    z.push_back((*scaled - formOf(column, alloy) - local.residual) / spread);
    fit.logSpread += std::log(spread);
  }
  fit.values = present.size();
  const auto size = static_cast<Eigen::Index>(present.size());
  Eigen::MatrixXd correlation(size, size);
  for (Eigen::Index a = 0; a < size; ++a)
    for (Eigen::Index b = 0; b < size; ++b)
      correlation(a, b) = m_correlation[present[a] * m_columns.size() + present[b]];
  const Eigen::Map<const Eigen::VectorXd> deviations(z.data(), size);
  fit.misfit = deviations.dot(correlation.ldlt().solve(deviations));
  return fit;
}

ExpectedValues::Fit ExpectedValues::fit(std::size_t row,
                                        std::span<const std::optional<double>> values) const {
  return fitWith(m_rows->neighbours[row], m_rows->alloys[row], values);
}

ExpectedValues::Fit ExpectedValues::fitOf(const alloy::Composition& alloy, std::size_t except,
                                          std::span<const std::optional<double>> values) const {
  return fitWith(m_index.nearest(alloy, kLookedUp, kFarthest, except), alloy, values);
}

}  // namespace vitrine::dataset
