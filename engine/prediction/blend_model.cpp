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

std::string distanceReason(Domain domain, const Neighbour& nearest, const IntervalRule& rule) {
  const std::string place = "The nearest known alloy, " + nearest.formula + ", is " +
                            oneDecimal(nearest.distancePercent) + " at.% away; ";
  if (domain == Domain::Edge)
    return place + "inside is up to " + oneDecimal(rule.insidePercent()) + " at.%.";
  return place + "beyond " + oneDecimal(rule.edgePercent()) +
         " at.% there is hardly any experience to judge the prediction by.";
}

}  // namespace

BlendPredictions predictBlend(std::span<const FittedModel> models, std::span<const double> weights,
                              const KnownAlloys& known, std::span<const alloy::Composition> alloys,
                              const RunContext& context) {
  BlendPredictions result;
  result.blendK.assign(alloys.size(), 0.0);
  result.doubts.resize(alloys.size());
  bool haveSpread = false;
  for (std::size_t m = 0; m < models.size(); ++m) {
    const auto share = [&](std::size_t i) {
      return static_cast<double>(i) / static_cast<double>(models.size() + 1);
    };
    auto predictions = models[m].predict(alloys, context.slice(share(m), share(m + 1)));
    // The first averaging ensemble (extra trees before the forest) tells how its trees differ; a
    // single tree has nothing to differ from.
    if (!haveSpread && !predictions.spread.empty() &&
        models[m].kind() != regression::ModelKind::DecisionTree) {
      haveSpread = true;
      for (std::size_t i = 0; i < alloys.size(); ++i)
        result.doubts[i].treeSpreadK = predictions.spread[i];
    }
    for (std::size_t i = 0; i < alloys.size(); ++i)
      result.blendK[i] += weights[m] * predictions.values[i];
    result.modelsK.push_back(std::move(predictions.values));
  }
  for (std::size_t i = 0; i < alloys.size(); ++i) {
    double variance = 0.0;
    for (std::size_t m = 0; m < models.size(); ++m) {
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
    : m_parts(std::move(parts)),
      m_known(m_parts.alloys),
      m_meanFractions(alloy::kElementCount + 1, 0.0) {
  for (const auto& alloy : m_parts.alloys)
    for (const auto& share : alloy.shares())
      m_meanFractions[static_cast<std::size_t>(share.atomicNumber)] +=
          share.amount / static_cast<double>(m_parts.alloys.size());
}

bool BlendModel::knowsElement(int atomicNumber) const {
  return atomicNumber >= 1 && atomicNumber <= alloy::kElementCount &&
         m_meanFractions[static_cast<std::size_t>(atomicNumber)] > 0.0;
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
  const auto said =
      predictBlend(m_parts.models, m_parts.weights, m_known, std::span(&alloy, 1), context);
  for (std::size_t m = 0; m < m_parts.models.size(); ++m)
    estimate.modelsK[static_cast<std::size_t>(m_parts.models[m].kind())] = said.modelsK[m][0];
  const double value = said.blendK[0];
  const double half = m_parts.interval.halfWidthK(said.doubts[0]);
  estimate.valueK = value;
  estimate.interval90 = Interval{value - half, value + half};
  estimate.domain = m_parts.interval.domain(said.doubts[0].distancePercent);
  if (estimate.domain != Domain::Inside)
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
  result.domain.assign(alloys.size(), Domain::Outside);
  if (usable.empty())
    return result;
  const auto said =
      predictBlend(m_parts.models, m_parts.weights, m_known,
                   all ? alloys : std::span<const alloy::Composition>(asked), context);
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
  return elementContributions(m_parts, m_meanFractions, alloy, context);
}

}  // namespace vitrine::prediction
