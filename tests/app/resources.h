#pragma once

#include "engine/prediction/training.h"
#include "tests/support/paths.h"

#include <cstdlib>
#include <filesystem>

namespace vitrine::test {

/// What the workbench is tried with: $VITRINE_RESOURCES, or the folder of the repository.
inline std::filesystem::path workbenchResources() {
  if (const char* named = std::getenv("VITRINE_RESOURCES"))
    return named;
  return resourceDir();
}

inline std::filesystem::path modelFile(prediction::Property property) {
  return workbenchResources() / "models" / prediction::modelFileName(property);
}

inline bool hasModels() {
  return std::filesystem::exists(modelFile(prediction::Property::Tg)) &&
         std::filesystem::exists(modelFile(prediction::Property::Tm));
}

}  // namespace vitrine::test
