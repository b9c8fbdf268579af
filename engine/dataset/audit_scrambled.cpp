#include "engine/core/parallel.h"
#include "engine/core/random.h"
#include "engine/dataset/audit_checks.h"
#include "engine/dataset/audit_text.h"
#include "engine/dataset/linear_form.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <string>
#include <utility>

namespace vitrine::dataset {

namespace {

/// Nearer than this (at.%), alloys have something in common.
constexpr double kNear = 5.0;
/// With fewer pairs of like alloys even a good column may look like chance.
constexpr std::size_t kLeastPairs = 30;
constexpr std::size_t kPermutations = 199;
/// A good column is better than all permutations, p = 0.005; a scrambled one is that once in 200.
constexpr double kLargestP = 0.01;

/// Each row with a value and its nearest other one with a value.
struct Pairs {
  std::vector<double> ranks;  ///< of the values, so that wild ones do not decide
  std::vector<std::pair<std::size_t, std::size_t>> pairs;  ///< indices into the ranks
};

std::vector<double> ranksOf(const std::vector<double>& values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  std::vector<double> ranks(values.size());
  for (std::size_t i = 0; i < order.size();) {
    std::size_t end = i;
    while (end < order.size() && values[order[end]] == values[order[i]])
      ++end;
    for (std::size_t k = i; k < end; ++k)
      ranks[order[k]] = static_cast<double>(i + end - 1) / 2.0;
    i = end;
  }
  return ranks;
}

Pairs pairsOf(const AuditedTable& audited, std::size_t column, const RunContext& context) {
  const Table& table = audited.table;
  constexpr std::size_t kLookedUp = 12;
  std::vector<std::size_t> place(table.rows.size(), CompositionIndex::kNone);
  std::vector<double> values;
  for (std::size_t i = 0; i < table.rows.size(); ++i)
    if (const auto& value = table.rows[i].values[column]) {
      place[i] = values.size();
      values.push_back(*value);
    }
  std::vector<std::optional<std::size_t>> nearest(table.rows.size());
  parallelFor(context, table.rows.size(), [&](std::size_t i) {
    if (place[i] == CompositionIndex::kNone)
      return;
    for (const auto& neighbour :
         audited.index.nearest(table.rows[i].composition, kLookedUp, kNear, i))
      if (place[neighbour.index] != CompositionIndex::kNone) {
        nearest[i] = place[neighbour.index];
        break;
      }
  });
  Pairs pairs;
  for (std::size_t i = 0; i < nearest.size(); ++i)
    if (nearest[i])
      pairs.pairs.emplace_back(place[i], *nearest[i]);
  pairs.ranks = ranksOf(values);
  return pairs;
}

double meanDifference(const Pairs& pairs, const std::vector<double>& ranks) {
  double sum = 0.0;
  for (const auto& [a, b] : pairs.pairs)
    sum += std::abs(ranks[a] - ranks[b]);
  return sum / static_cast<double>(pairs.pairs.size());
}

/// A number for each row, 1, 2, 3 …: no property.
bool isCounter(const Table& table, std::size_t column) {
  return std::is_sorted(table.rows.begin(), table.rows.end(), [&](const Row& a, const Row& b) {
    return a.values[column].value_or(0.0) < b.values[column].value_or(0.0);
  });
}

}  // namespace

std::vector<Flaw> findScrambledTargets(const AuditedTable& audited, const RunContext& context) {
  const Table& table = audited.table;
  std::vector<Flaw> flaws;
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    const auto columns = static_cast<double>(table.columns.size());
    const RunContext part = context.slice(static_cast<double>(column) / columns,
                                          static_cast<double>(column + 1) / columns);
    if (isCounter(table, column))
      continue;
    const Pairs pairs = pairsOf(audited, column, part.slice(0.0, 0.5));
    if (pairs.pairs.size() < kLeastPairs || !hasSeveralValues(pairs.ranks))
      continue;
    const double observed = meanDifference(pairs, pairs.ranks);
    std::vector<char> asGood(kPermutations, 0);
    parallelFor(part.slice(0.5, 1.0), kPermutations, [&](std::size_t i) {
      std::vector<double> shuffled = pairs.ranks;
      Random(context.seed(), column * kPermutations + i).shuffle(shuffled);
      asGood[i] = meanDifference(pairs, shuffled) <= observed ? 1 : 0;
    });
    const auto better = std::accumulate(asGood.begin(), asGood.end(), 0);
    const double p = (1.0 + better) / (1.0 + static_cast<double>(kPermutations));
    if (p <= kLargestP)
      continue;
    Flaw flaw;
    flaw.kind = FlawKind::ScrambledTarget;
    flaw.severity = FlawSeverity::Error;
    flaw.column = column;
    flaw.fix.action = Fix::Action::RemoveColumn;
    flaw.fix.column = column;
    flaw.message = headerOf(table.columns[column]) +
                   " has nothing to do with the compositions: like alloys differ in it as much as "
                   "shuffled ones (permutation test, p = " +
                   numberText(p, 2) + ").";
    flaws.push_back(std::move(flaw));
  }
  return flaws;
}

}  // namespace vitrine::dataset
