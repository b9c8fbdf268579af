#include "engine/dataset/weight_reading.h"

#include "engine/alloy/element.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace vitrine::dataset {

namespace {

/// Being far from all other alloys, or further still, says nothing.
constexpr double kFarthest = 10.0;

/// Atomic per cent, by rising atomic number.
using Percent = std::vector<double>;

Percent percentOf(const alloy::Composition& alloy) {
  Percent percent;
  for (const alloy::Share& share : alloy.shares())
    percent.push_back(100.0 * share.amount);
  return percent;
}

/// As written in the file: a sum of 99.99 spoils the last digit when it is normalised.
Percent writtenPercent(const Row& row) {
  constexpr double kMostOff = 0.05;
  double scale = 1.0;
  for (const double sum : {row.writtenSum / 100.0, row.writtenSum})
    if (std::abs(sum - 1.0) <= kMostOff)
      scale = sum;
  Percent percent = percentOf(row.composition);
  for (double& amount : percent)
    amount *= scale;
  return percent;
}

/// Whether all amounts are multiples of `grid`, each within its tolerance.
bool liesOn(double grid, const Percent& percent, const std::vector<double>& tolerance) {
  for (std::size_t i = 0; i < percent.size(); ++i)
    if (std::abs(percent[i] - grid * std::round(percent[i] / grid)) > tolerance[i])
      return false;
  return true;
}

bool liesOn(double grid, const Percent& percent) {
  return liesOn(grid, percent, std::vector<double>(percent.size(), 1e-6));
}

/// Index of the first grid that all amounts lie on; one past the last where there is none.
template <std::size_t N>
std::size_t coarsest(const std::array<double, N>& grids, const Percent& percent) {
  const auto found =
      std::find_if(grids.begin(), grids.end(), [&](double grid) { return liesOn(grid, percent); });
  return static_cast<std::size_t>(found - grids.begin());
}

/// Each as the share of a whole, where none is impossible.
template <std::size_t N>
void toShares(std::array<double, N>& counts, std::size_t total) {
  for (double& count : counts)
    count = (count + 1.0) / static_cast<double>(total + N);
}

/// The most that rounding to `step` wt.% changes the at.% of each element: its own half step, and
/// those of the others by the sum.
std::vector<double> halfSteps(const alloy::Composition& alloy, double step) {
  std::vector<double> own;
  double all = 0.0;
  for (const alloy::Share& share : alloy.shares()) {
    own.push_back(0.5 * step * alloy.meanMassU() / alloy::element(share.atomicNumber).massU);
    all += own.back();
  }
  constexpr double kRounding = 1e-4;
  std::vector<double> most;
  for (std::size_t i = 0; i < own.size(); ++i) {
    const double fraction = alloy.shares()[i].amount;
    most.push_back((1.0 - fraction) * own[i] + fraction * (all - own[i]) + kRounding);
  }
  return most;
}

}  // namespace

WeightReading::WeightReading(const Table& table, const CompositionIndex& index,
                             const ExpectedValues& expected)
    : m_table(table), m_index(index), m_expected(expected) {
  for (const Row& row : table.rows) {
    const Percent percent = writtenPercent(row);
    m_gridShare.at(coarsest(kGrids, percent)) += 1.0;
    m_stepShare.at(coarsest(kSteps, percent)) += 1.0;
  }
  toShares(m_gridShare, table.rows.size());
  toShares(m_stepShare, table.rows.size());
}

alloy::Composition WeightReading::reread(const alloy::Composition& alloy) {
  return alloy::Composition::fromAmounts(alloy.shares(), alloy::Basis::WeightPercent);
}

double WeightReading::roundness(const Row& row) const {
  const Percent read = writtenPercent(row);
  const alloy::Composition alloy = reread(row.composition);
  const Percent byWeight = percentOf(alloy);
  const std::size_t finest = coarsest(kSteps, read);
  const double step = finest < kSteps.size() ? kSteps.at(finest) : 0.1 * kSteps.back();
  const std::vector<double> tolerance = halfSteps(alloy, step);

  // How likely this alloy is among all that can be written with so many digits: 1 in g^-(n-1) of
  // those on a grid g.
  const auto freedom = static_cast<double>(read.size()) - 1.0;
  double likelyRead = m_gridShare.back() * std::pow(step, freedom);
  double likelyByWeight = likelyRead;
  for (std::size_t i = 0; i < kGrids.size(); ++i) {
    const double likely = m_gridShare[i] * std::pow(std::max(kGrids[i], step), freedom);
    likelyRead += liesOn(kGrids[i], read) ? likely : 0.0;
    likelyByWeight += liesOn(kGrids[i], byWeight, tolerance) ? likely : 0.0;
  }
  // Converted amounts may come with any number of digits, each of them as likely.
  const double likelyStep = 1.0 / static_cast<double>(m_stepShare.size());
  return std::log(likelyByWeight / likelyRead) + std::log(likelyStep / m_stepShare.at(finest));
}

WeightReading::Evidence WeightReading::evidence(std::size_t row) const {
  const Row& read = m_table.rows[row];
  Evidence evidence;
  if (read.composition.shares().size() < 2)
    return evidence;
  evidence.roundness = roundness(read);
  const alloy::Composition byWeight = reread(read.composition);
  const auto distance = [&](const alloy::Composition& alloy) {
    const auto nearest = m_index.nearest(alloy, 1, kFarthest, row);
    return nearest.empty() ? kFarthest : nearest.front().distance;
  };
  // Half of all alloys have another within 2 at.%. The chance to come as near by accident falls
  // with a power of the distance, by the number of directions there are.
  constexpr double kUsual = 0.5;
  constexpr double kMostDirections = 4.0;
  const double directions =
      std::min(static_cast<double>(read.composition.shares().size()) - 1.0, kMostDirections);
  evidence.neighbours =
      directions * std::log((distance(read.composition) + kUsual) / (distance(byWeight) + kUsual));
  // Errors of neighbouring alloys go together (one sample series), which makes values count less.
  constexpr double kIndependent = 0.8;
  evidence.values = kIndependent * (m_expected.fitOf(byWeight, row, read.values).logLikelihood() -
                                    m_expected.fit(row, read.values).logLikelihood());
  return evidence;
}

}  // namespace vitrine::dataset
