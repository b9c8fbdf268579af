#include "engine/prediction/blend_model.h"

#include "engine/alloy/element.h"
#include "engine/core/parallel.h"
#include "engine/prediction/contributions.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>

namespace vitrine::prediction {
namespace {

constexpr std::size_t kNeighbours = 5;
constexpr std::size_t kDistanceChunk = 64;

std::string oneDecimal(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f", value);
  // snprintf follows the locale; a reason reads the same everywhere.
  for (char* c = text; *c != '\0'; ++c)
    if (*c == ',')
      *c = '.';
  return text;
}

std::string unknownReason(const std::vector<int>& elements) {
  std::string names;
  for (std::size_t i = 0; i < elements.size(); ++i) {
    if (i > 0)
      names += i + 1 == elements.size() ? " or " : ", ";
    names += alloy::element(elements[i]).symbol;
  }
  return "No alloy in the training data contains " + names + ".";
}

std::string distanceReason(alloy::Domain domain, const Neighbour& nearest,
                           const IntervalRule& rule) {
  const std::string place = "The nearest known alloy, " + nearest.formula + ", is " +
                            oneDecimal(nearest.distancePercent) + " at.% away; ";
  if (domain == alloy::Domain::Edge)
    return place + "inside is up to " + oneDecimal(rule.insidePercent()) + " at.%.";
  return place + "beyond " + oneDecimal(rule.edgePercent()) +
         " at.% there is hardly any experience to judge the prediction by.";
}

/// The ensemble that tells how its trees differ: extra trees before the forest. A single tree has
/// nothing to differ from. models.size() where there is none.
std::size_t modelWithSpread(std::span<const FittedModel> models) {
  for (std::size_t m = 0; m < models.size(); ++m)
    if (models[m].kind() == regression::ModelKind::ExtraTrees ||
        models[m].kind() == regression::ModelKind::RandomForest)
      return m;
  return models.size();
}

alloy::Composition meanOf(std::span<const alloy::Composition> alloys) {
  std::vector<alloy::Share> amounts;
  for (const auto& alloy : alloys)
    amounts.insert(amounts.end(), alloy.shares().begin(), alloy.shares().end());
  return alloy::Composition::fromAmounts(amounts);
}

}  // namespace

BlendPredictions predictBlend(std::span<const FittedModel> models, std::span<const double> weights,
                              const KnownAlloys& known, std::span<const alloy::Composition> alloys,
                              Asked asked, const RunContext& context) {
  BlendPredictions result;
  result.blendK.assign(alloys.size(), 0.0);
  result.doubts.resize(alloys.size());
  result.modelsK.resize(models.size());
  const std::size_t spreadModel = modelWithSpread(models);
  for (std::size_t m = 0; m < models.size(); ++m) {
    if (asked == Asked::BlendOnly && weights[m] == 0.0 && m != spreadModel)
      continue;
    const auto share = [&](std::size_t i) {
      return static_cast<double>(i) / static_cast<double>(models.size() + 1);
    };
    auto predictions = models[m].predict(alloys, context.slice(share(m), share(m + 1)));
    for (std::size_t i = 0; i < alloys.size(); ++i)
      result.blendK[i] += weights[m] * predictions.values[i];
    if (m == spreadModel)
      for (std::size_t i = 0; i < alloys.size(); ++i)
        result.doubts[i].treeSpreadK = predictions.spread[i];
    result.modelsK[m] = std::move(predictions.values);
  }
  for (std::size_t i = 0; i < alloys.size(); ++i) {
    double variance = 0.0;
    for (std::size_t m = 0; m < models.size(); ++m) {
      if (weights[m] == 0.0)
        continue;
      const double off = result.modelsK[m][i] - result.blendK[i];
      variance += weights[m] * off * off;
    }
    result.doubts[i].disagreementK = std::sqrt(variance);
  }
  const std::size_t chunks = (alloys.size() + kDistanceChunk - 1) / kDistanceChunk;
  parallelFor(context.silent(), chunks, [&](std::size_t chunk) {
    const std::size_t end = std::min(alloys.size(), (chunk + 1) * kDistanceChunk);
    for (std::size_t i = chunk * kDistanceChunk; i < end; ++i)
      result.doubts[i].distancePercent = known.nearestDistance(alloys[i]);
  });
  return result;
}

BlendModel::BlendModel(ModelParts parts)
    : m_parts(std::move(parts)), m_known(m_parts.alloys), m_meanAlloy(meanOf(m_parts.alloys)) {}

bool BlendModel::knowsElement(int atomicNumber) const {
  return m_meanAlloy.fraction(atomicNumber) > 0.0;
}

std::vector<int> BlendModel::unknownElements(const alloy::Composition& alloy) const {
  std::vector<int> unknown;
  for (const auto& share : alloy.shares())
    if (!knowsElement(share.atomicNumber))
      unknown.push_back(share.atomicNumber);
  return unknown;
}

Estimate BlendModel::estimate(const alloy::Composition& alloy, const RunContext& context) const {
  Estimate estimate;
  for (const auto& near : m_known.nearest(alloy, kNeighbours)) {
    const auto& row = m_parts.rows[near.index];
    estimate.neighbours.push_back({row.formula, near.distancePercent, row.measuredK, row.source});
  }
  if (const auto unknown = unknownElements(alloy); !unknown.empty()) {
    estimate.reason = unknownReason(unknown);
    return estimate;
  }
  const auto said = predictBlend(m_parts.models, m_parts.weights, m_known, std::span(&alloy, 1),
                                 Asked::AllModels, context);
  for (std::size_t m = 0; m < m_parts.models.size(); ++m)
    estimate.modelsK[static_cast<std::size_t>(m_parts.models[m].kind())] = said.modelsK[m][0];
  const double value = said.blendK[0];
  const double half = m_parts.interval.halfWidthK(said.doubts[0]);
  estimate.valueK = value;
  estimate.interval90 = Interval{value - half, value + half};
  estimate.domain = m_parts.interval.domain(said.doubts[0].distancePercent);
  if (estimate.domain != alloy::Domain::Inside)
    estimate.reason =
        distanceReason(estimate.domain, estimate.neighbours.front(), m_parts.interval);
  return estimate;
}

BatchEstimate BlendModel::estimateAll(std::span<const alloy::Composition> alloys,
                                      const RunContext& context) const {
  std::vector<std::size_t> usable;
  std::vector<alloy::Composition> asked;
  for (std::size_t i = 0; i < alloys.size(); ++i)
    if (unknownElements(alloys[i]).empty())
      usable.push_back(i);
  const bool all = usable.size() == alloys.size();
  if (!all)
    for (const std::size_t i : usable)
      asked.push_back(alloys[i]);

  constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
  BatchEstimate result;
  result.valueK.assign(alloys.size(), kNone);
  result.intervalWidthK.assign(alloys.size(), kNone);
  result.domain.assign(alloys.size(), alloy::Domain::Outside);
  if (usable.empty())
    return result;
  const auto said = predictBlend(m_parts.models, m_parts.weights, m_known,
                                 all ? alloys : std::span<const alloy::Composition>(asked),
                                 Asked::BlendOnly, context);
  for (std::size_t k = 0; k < usable.size(); ++k) {
    result.valueK[usable[k]] = said.blendK[k];
    result.intervalWidthK[usable[k]] = 2.0 * m_parts.interval.halfWidthK(said.doubts[k]);
    result.domain[usable[k]] = m_parts.interval.domain(said.doubts[k].distancePercent);
  }
  return result;
}

Contributions BlendModel::contributions(const alloy::Composition& alloy,
                                        const RunContext& context) const {
  if (!unknownElements(alloy).empty())
    return {};
  return elementContributions(m_parts, m_meanAlloy, alloy, context);
}

}  // namespace vitrine::prediction
