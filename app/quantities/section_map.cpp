#include "app/quantities/section_map.h"

#include "engine/alloy/grid.h"
#include "engine/diffraction/first_peak.h"
#include "engine/relaxation/theory.h"
#include "engine/thermo/mean_melting.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace vitrine::app {

using alloy::Domain;
using prediction::BatchEstimate;

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

std::size_t bytesOf(const std::optional<BatchEstimate>& batch) {
  return batch ? batch->valueK.size() * (2 * sizeof(double) + sizeof(Domain)) : 0;
}

std::vector<Domain> worse(const BatchEstimate& a, const BatchEstimate& b) {
  std::vector<Domain> domain(a.domain.size());
  std::transform(a.domain.begin(), a.domain.end(), b.domain.begin(), domain.begin(),
                 [](Domain x, Domain y) { return std::max(x, y); });
  return domain;
}

std::vector<double> ratios(const BatchEstimate& tg, const BatchEstimate& tm) {
  std::vector<double> values(tg.valueK.size());
  std::transform(tg.valueK.begin(), tg.valueK.end(), tm.valueK.begin(), values.begin(),
                 [](double g, double m) { return g / m; });
  return values;
}

std::vector<double> fragilities(const BatchEstimate& tg) {
  // m is proportional to Tg; NaN stays NaN.
  const double perKelvin = relaxation::fragility({.tgK = 1.0});
  std::vector<double> values(tg.valueK);
  for (double& value : values)
    value *= perKelvin;
  return values;
}

std::vector<double> domainNumbers(const std::vector<Domain>& domain) {
  std::vector<double> values;
  values.reserve(domain.size());
  for (const Domain flag : domain)
    values.push_back(static_cast<double>(flag));
  return values;
}

std::vector<double> glassStates(const PatternEstimates& patterns) {
  std::vector<double> values;
  values.reserve(patterns.deltaQ.size());
  for (const double deltaQ : patterns.deltaQ)
    values.push_back(std::isfinite(deltaQ) ? static_cast<double>(diffraction::glassState(deltaQ))
                                           : kNone);
  return values;
}

}  // namespace

std::size_t SectionEstimates::bytes() const {
  return sizeof(SectionEstimates) + meanMeltingK.size() * sizeof(double) + bytesOf(tg) +
         bytesOf(tm) + (patterns ? patterns->bytes() : 0);
}

NeededModels neededModels(MapQuantity quantity) {
  switch (quantity) {
    case MapQuantity::Tg:
    case MapQuantity::Fragility:
    case MapQuantity::TgWidth:
      return {.tg = true};
    case MapQuantity::Tm:
    case MapQuantity::TmWidth:
      return {.tm = true};
    case MapQuantity::ReducedTg:
    case MapQuantity::Domain:
      return {.tg = true, .tm = true};
    case MapQuantity::MeanMelting:
      return {};
    case MapQuantity::Q1:
    case MapQuantity::DeltaQ:
    case MapQuantity::GlassState:
    case MapQuantity::PatternUncertainty:
      return {.generator = true};
  }
  return {};
}

SectionEstimates sectionEstimates(const SectionPlane& plane, int divisions,
                                  const SectionModels& models, const RunContext& context) {
  const alloy::TernarySection section(plane.corners, plane.fixedPercent);
  std::vector<alloy::Composition> alloys;
  const auto points = alloy::triangularGrid(divisions);
  alloys.reserve(points.size());
  for (const auto& weights : points) {
    context.tick();
    alloys.push_back(section.at(weights));
  }
  SectionEstimates estimates{plane, divisions, {}, {}, {}, {}};
  estimates.meanMeltingK.reserve(alloys.size());
  for (const auto& alloy : alloys)
    estimates.meanMeltingK.push_back(thermo::meanMeltingTemperatureK(alloy).value_or(kNone));
  const double share = models.tg && models.tm ? 0.5 : 1.0;
  if (models.tg)
    estimates.tg = models.tg->estimateAll(alloys, context.slice(0.0, share));
  if (models.tm)
    estimates.tm = models.tm->estimateAll(alloys, context.slice(1.0 - share, 1.0));
  if (models.generator)
    estimates.patterns = patternEstimates(*models.generator, alloys, context);
  return estimates;
}

QuantityMap quantityMap(const SectionEstimates& estimates, MapQuantity quantity) {
  const auto& tg = estimates.tg;
  const auto& tm = estimates.tm;
  const NeededModels needed = neededModels(quantity);
  const auto& patterns = estimates.patterns;
  if ((needed.tg && !tg) || (needed.tm && !tm) || (needed.generator && !patterns))
    return {};
  switch (quantity) {
    case MapQuantity::Tg:
      return {tg->valueK, tg->domain};
    case MapQuantity::Tm:
      return {tm->valueK, tm->domain};
    case MapQuantity::ReducedTg:
      return {ratios(*tg, *tm), worse(*tg, *tm)};
    case MapQuantity::Fragility:
      return {fragilities(*tg), tg->domain};
    case MapQuantity::MeanMelting:
      // It is no prediction of a model, so no training data bound it.
      return {estimates.meanMeltingK,
              std::vector<Domain>(estimates.meanMeltingK.size(), Domain::Inside)};
    case MapQuantity::TgWidth:
      return {tg->intervalWidthK, tg->domain};
    case MapQuantity::TmWidth:
      return {tm->intervalWidthK, tm->domain};
    case MapQuantity::Domain: {
      std::vector<Domain> domain = worse(*tg, *tm);
      std::vector<double> numbers = domainNumbers(domain);
      return {std::move(numbers), std::move(domain)};
    }
    case MapQuantity::Q1:
      return {patterns->q1, patterns->domain};
    case MapQuantity::DeltaQ:
      return {patterns->deltaQ, patterns->domain};
    case MapQuantity::GlassState:
      return {glassStates(*patterns), patterns->domain};
    case MapQuantity::PatternUncertainty:
      return {patterns->uncertainty, patterns->domain};
  }
  return {};
}

}  // namespace vitrine::app
