#pragma once

#include "app/calphad/calphad_run.h"
#include "widgets/ternary/ternary_model.h"
#include "widgets/theme/units.h"

namespace vitrine::app {

/// What a liquidus projection shows.
enum class ProjectionQuantity { Liquidus, Solidus, FirstSolid };

/// The triangle of a ternary outcome.
widgets::TernaryMapModel projectionModel(const CalphadOutcome& outcome, ProjectionQuantity quantity,
                                         widgets::TemperatureUnit unit);

}  // namespace vitrine::app
