#pragma once

#include "engine/files/model_container.h"
#include "engine/prediction/property_model.h"

#include <memory>

namespace vitrine::prediction {

/// A property model as a container: "card" (JSON, see cardJson), "models" (features, rule of
/// mixtures and regressor of each), "blend" (weights and interval), "rows" (training alloys with
/// target, source and out-of-fold predictions as 32-bit floats).
/// @throws Error (InvalidInput) for a model that this program did not make.
files::ModelContainer packModel(const PropertyModel& model);

/// @throws Error (Damaged, TooNew) with one clear sentence, whatever the sections hold.
std::shared_ptr<const PropertyModel> unpackModel(const files::ModelContainer& container);

}  // namespace vitrine::prediction
