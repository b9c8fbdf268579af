#include "engine/dataset/value_slips.h"

#include "engine/alloy/element.h"
#include "engine/core/units.h"
#include "engine/dataset/column_meaning.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace vitrine::dataset {

namespace {

using Values = std::vector<std::optional<double>>;

/// A mended row must be e^7 times likelier: some thirty slips are tried on each row, and one row in
/// a hundred has one, which together make up for e^8; temperatures give more than that.
constexpr double kLeastGain = 8.0;

/// Temperatures are mostly given as whole numbers, and 273.15 takes that from them: where the
/// mended value is whole again and the one in the table is not, the slip is e^2 times likelier.
double wholeNumberGain(double read, double mended) {
  constexpr double kGain = 2.0;
  const auto isWhole = [](double value) { return std::abs(value - std::round(value)) < 0.006; };
  return isWhole(mended) && !isWhole(read) ? kGain : 0.0;
}

/// Nearly pure metals melt near the melting point of the element, however far that is from what
/// alloys nearby do.
bool meltsLikeItsElement(const Table& table, const Row& row) {
  constexpr double kNearlyPure = 0.9;
  constexpr double kNear = 0.05;
  const auto shares = row.composition.shares();
  const auto main = std::find_if(shares.begin(), shares.end(), [](const alloy::Share& share) {
    return share.amount >= kNearlyPure;
  });
  if (main == shares.end())
    return false;
  const auto known = alloy::element(main->atomicNumber).meltingPointK;
  bool melts = false;
  for (std::size_t c = 0; known && c < row.values.size(); ++c) {
    const auto transition = transitionOf(table.columns[c]);
    if (!row.values[c] || !isKelvin(table.columns[c]) ||
        (transition != Transition::Solidus && transition != Transition::Liquidus))
      continue;
    if (std::abs(*row.values[c] - *known) > kNear * *known)
      return false;
    melts = true;
  }
  return melts;
}

class SlipSearch {
 public:
  SlipSearch(const Table& table, const ExpectedValues& expected, std::size_t row)
      : m_table(table),
        m_expected(expected),
        m_row(row),
        m_values(table.rows[row].values),
        m_asRead(expected.fit(row, m_values)) {}

  std::optional<ValueSlip> run() {
    std::vector<std::size_t> temperatures;
    for (std::size_t c = 0; c < m_values.size(); ++c) {
      if (!m_values[c] || !m_expected.knows(c))
        continue;
      // Critical diameters of like alloys differ by a factor of ten anyhow.
      if (!isLength(m_table.columns[c]))
        for (const double factor : {0.1, 10.0})
          consider({{c}, factor, 0.0, 0.0});
      for (const double factor : {0.01, 100.0, 0.001, 1000.0})
        consider({{c}, factor, 0.0, 0.0});
      if (isKelvin(m_table.columns[c]) || isCelsius(m_table.columns[c]))
        temperatures.push_back(c);
    }
    for (const double offset : {kZeroCelsiusK, -kZeroCelsiusK}) {
      for (const std::size_t c : temperatures)
        consider({{c}, 1.0, offset, 0.0});
      if (temperatures.size() > 1)
        consider({temperatures, 1.0, offset, 0.0});
    }
    if (m_best.gain < kLeastGain)
      return std::nullopt;
    return m_best;
  }

 private:
  void consider(ValueSlip slip) {
    Values mended = m_values;
    for (const std::size_t c : slip.columns)
      mended[c] = slip.factor * *mended[c] + slip.offset;
    const ExpectedValues::Fit fit = m_expected.fit(m_row, mended);
    // A value that is no longer on the scale would count as a good one.
    if (fit.values < m_asRead.values)
      return;
    slip.gain = fit.logLikelihood() - m_asRead.logLikelihood();
    if (slip.offset != 0.0)
      slip.gain += wholeNumberGain(*m_values[slip.columns.front()], *mended[slip.columns.front()]);
    if (slip.gain > m_best.gain)
      m_best = std::move(slip);
  }

  const Table& m_table;
  const ExpectedValues& m_expected;
  const std::size_t m_row;
  const Values& m_values;
  const ExpectedValues::Fit m_asRead;
  ValueSlip m_best;
};

}  // namespace

std::optional<ValueSlip> slipOf(const Table& table, const ExpectedValues& expected,
                                std::size_t row) {
  if (meltsLikeItsElement(table, table.rows[row]))
    return std::nullopt;
  // A row this good cannot gain enough.
  const ExpectedValues::Fit fit = expected.fit(row, table.rows[row].values);
  if (fit.misfit < 2.0 * static_cast<double>(fit.values) + 4.0)
    return std::nullopt;
  return SlipSearch(table, expected, row).run();
}

std::optional<std::size_t> outlierOf(const Table& table, const ExpectedValues& expected,
                                     std::size_t row) {
  constexpr double kFarOff = 400.0;  // twenty standard deviations
  constexpr double kStillGood = 30.0;
  const Values& values = table.rows[row].values;
  if (meltsLikeItsElement(table, table.rows[row]))
    return std::nullopt;
  const ExpectedValues::Fit all = expected.fit(row, values);
  if (all.misfit < kFarOff)
    return std::nullopt;
  std::optional<std::size_t> culprit;
  double least = kStillGood;
  for (std::size_t c = 0; c < values.size(); ++c) {
    // A critical diameter depends on the casting more than on the alloy.
    if (!values[c] || !expected.knows(c) || isLength(table.columns[c]))
      continue;
    Values rest = values;
    rest[c].reset();
    const double misfit = expected.fit(row, rest).misfit;
    if (misfit < least) {
      least = misfit;
      culprit = c;
    }
  }
  return culprit;
}

}  // namespace vitrine::dataset
