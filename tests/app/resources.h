#pragma once

#include "app/places.h"
#include "engine/prediction/training.h"
#include "tests/support/paths.h"

#include <QTemporaryDir>

#include <cstdlib>
#include <filesystem>

namespace vitrine::test {

/// What the workbench is tried with: $VITRINE_RESOURCES, or the folder of the repository.
inline std::filesystem::path workbenchResources() {
  if (const char* named = std::getenv("VITRINE_RESOURCES"))
    return named;
  return resourceDir();
}

/// With nothing of the user's but what a test puts into `folder`.
inline app::Places workbenchPlaces(const QTemporaryDir& folder,
                                   const std::filesystem::path& program = {}) {
  return {workbenchResources(), folder.filePath(QStringLiteral("generators")).toStdString(),
          program, folder.filePath(QStringLiteral("models")).toStdString()};
}

inline std::filesystem::path modelFile(prediction::Property property) {
  return workbenchResources() / "models" / prediction::modelFileName(property);
}

inline bool hasModels() {
  return std::filesystem::exists(modelFile(prediction::Property::Tg)) &&
         std::filesystem::exists(modelFile(prediction::Property::Tm));
}

}  // namespace vitrine::test
