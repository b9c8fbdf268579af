#pragma once

#include <cstdlib>
#include <filesystem>

namespace vitrine::test {

inline std::filesystem::path sourceDir() {
  return VITRINE_SOURCE_DIR;
}
inline std::filesystem::path resourceDir() {
  return sourceDir() / "resources";
}

/// The data sets that do not belong to the repository: $VITRINE_SHARED, or `shared` beside the
/// checkout. A test that needs them is skipped with a word where the folder is absent.
inline std::filesystem::path sharedDir() {
  if (const char* named = std::getenv("VITRINE_SHARED"))
    return named;
  return sourceDir().parent_path() / "shared";
}

}  // namespace vitrine::test
