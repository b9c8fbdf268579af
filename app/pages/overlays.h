#pragma once

#include "app/services/reference_library.h"
#include "engine/alloy/composition.h"
#include "engine/prediction/estimate.h"
#include "widgets/relaxation/relaxation_model.h"

#include <vector>

namespace vitrine::app {

/// What was measured on the alloy itself, or on one that differs by a few at.%: its Tg as a point
/// at 100 s, and the VFT curve that its Tg and fragility give.
std::vector<widgets::RelaxationOverlay> relaxationOverlays(const std::vector<KnownAlloy>& known,
                                                           const alloy::Composition& alloy,
                                                           prediction::Interval theoryK);

}  // namespace vitrine::app
