#pragma once

#include "app/quantities/map_quantity.h"
#include "app/quantities/pattern_estimates.h"
#include "engine/alloy/composition.h"
#include "engine/alloy/domain.h"
#include "engine/core/run_context.h"
#include "engine/prediction/property_model.h"

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

namespace vitrine::app {

/// A plane of compositions: three corners and a remainder that stays. It need not be a good one:
/// alloy::TernarySection refuses corners with nothing to share out.
struct SectionPlane {
  std::array<int, 3> corners{};
  std::vector<alloy::Share> fixedPercent;
};

/// Predictions over a composition triangle, points in the order of alloy::triangularGrid.
struct SectionEstimates {
  SectionPlane plane;
  int divisions = 0;
  std::vector<double> meanMeltingK;  ///< NaN where an element has no known melting point
  std::optional<prediction::BatchEstimate> tg;
  std::optional<prediction::BatchEstimate> tm;
  std::optional<PatternEstimates> patterns;

  [[nodiscard]] std::size_t bytes() const;
};

/// Which models a quantity needs.
struct NeededModels {
  bool tg = false;
  bool tm = false;
  bool generator = false;
};
NeededModels neededModels(MapQuantity quantity);

using SharedModel = std::shared_ptr<const prediction::PropertyModel>;
using SharedGenerator = std::shared_ptr<const generation::SpectrumGenerator>;

/// What predictions are made with; what is null is left out of them.
struct SectionModels {
  SharedModel tg = nullptr;
  SharedModel tm = nullptr;
  SharedGenerator generator = nullptr;
};

/// @throws Error (InvalidInput) for a plane with nothing to vary, and for an element of it that the
///         generator never saw
SectionEstimates sectionEstimates(const SectionPlane& plane, int divisions,
                                  const SectionModels& models, const RunContext& context);

/// Values and domain of a quantity; temperatures in K, the domain as 0 inside, 1 edge, 2 outside.
/// NaN where there is no prediction.
struct QuantityMap {
  std::vector<double> values;
  std::vector<alloy::Domain> domain;
};
QuantityMap quantityMap(const SectionEstimates& estimates, MapQuantity quantity);

}  // namespace vitrine::app
