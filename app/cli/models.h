#pragma once

#include "engine/prediction/property_model.h"

#include <filesystem>
#include <memory>

namespace vitrine::cli {

using SharedModel = std::shared_ptr<const prediction::PropertyModel>;

/// The shipped model of a property. @throws Error naming the file and --resources
SharedModel loadModel(const std::filesystem::path& resources, prediction::Property property);

}  // namespace vitrine::cli
