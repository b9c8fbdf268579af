#include "engine/prediction/merge_facts.h"

#include "engine/core/robust.h"
#include "engine/dataset/audit_checks.h"
#include "engine/dataset/composition_index.h"

#include <cmath>
#include <limits>
#include <map>

namespace vitrine::prediction {

namespace {

/// The middle of differences and of their sizes.
struct Middle {
  double signedK = 0.0;
  double absoluteK = 0.0;
};

Middle middleOf(std::vector<double> differencesK) {
  Middle middle;
  middle.signedK = medianOf(differencesK);
  for (double& difference : differencesK)
    difference = std::abs(difference);
  middle.absoluteK = medianOf(std::move(differencesK));
  return middle;
}

}  // namespace

Spread momentsOf(std::span<const double> values) {
  const auto n = static_cast<double>(values.size());
  if (values.empty())
    return {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN()};
  Spread spread;
  for (const double value : values)
    spread.mean += value / n;
  double squares = 0.0;
  for (const double value : values)
    squares += (value - spread.mean) * (value - spread.mean);
  spread.sd = std::sqrt(squares / n);
  return spread;
}

StudiedTable factsOf(const dataset::Table& table, const MergedRows& rows, Property property,
                     const RunContext& context) {
  const Spread moments = momentsOf(rows.rows.targetK);
  StudiedTable facts{table.name, rows.rows.size(), moments.mean, moments.sd, std::nullopt};
  dataset::Table target;
  target.name = table.name;
  target.columns = {table.columns[propertyColumnIndex(table, property)]};
  for (std::size_t i = 0; i < rows.rows.size(); ++i)
    target.rows.push_back({rows.rows.alloys[i].formula(),
                           rows.rows.alloys[i],
                           {rows.rows.targetK[i]},
                           {},
                           i + 1,
                           0.0});
  for (dataset::Flaw& flaw : dataset::findLinearTargets(target, context)) {
    if (flaw.kind == dataset::FlawKind::LinearTarget)
      facts.linear = std::move(flaw);
  }
  return facts;
}

TablePair compared(std::size_t first, const MergedRows& firstRows, std::size_t second,
                   const MergedRows& secondRows, const RunContext& context) {
  TablePair pair;
  pair.first = first;
  pair.second = second;
  std::map<std::size_t, double> firstK;
  for (std::size_t i = 0; i < firstRows.alloy.size(); ++i)
    firstK[firstRows.alloy[i]] = firstRows.rows.targetK[i];
  const dataset::CompositionIndex index(firstRows.rows.alloys, context.silent());
  std::vector<double> shared;
  std::vector<double> near;
  for (std::size_t i = 0; i < secondRows.alloy.size(); ++i) {
    context.tick(static_cast<double>(i) / static_cast<double>(secondRows.alloy.size()));
    const double valueK = secondRows.rows.targetK[i];
    if (const auto same = firstK.find(secondRows.alloy[i]); same != firstK.end())
      shared.push_back(valueK - same->second);
    const auto nearest = index.nearest(secondRows.rows.alloys[i], 1, kNearPercent);
    if (nearest.empty())
      continue;
    near.push_back(valueK - firstRows.rows.targetK[nearest.front().index]);
    if (pair.largestAt.empty() || std::abs(near.back()) > std::abs(pair.largestK)) {
      pair.largestK = near.back();
      pair.largestAt = secondRows.rows.alloys[i].formula(1);
    }
  }
  pair.shared = shared.size();
  pair.near = near.size();
  const Middle ofShared = middleOf(std::move(shared));
  pair.sharedMedianK = ofShared.signedK;
  pair.sharedMedianAbsK = ofShared.absoluteK;
  const Middle ofNear = middleOf(std::move(near));
  pair.nearMedianK = ofNear.signedK;
  pair.nearMedianAbsK = ofNear.absoluteK;
  return pair;
}

}  // namespace vitrine::prediction
