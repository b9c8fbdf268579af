#pragma once

#include <filesystem>

namespace vitrine::app {

/// Where the workbench finds things.
struct Places {
  std::filesystem::path resources;       ///< the folder with models/, references.json …
  std::filesystem::path ownGenerators;   ///< generators the user has trained; may be missing yet
  std::filesystem::path program;         ///< vitrine itself, for work in a process of its own
  std::filesystem::path ownModels = {};  ///< models of Tg and Tm the user has kept
};

}  // namespace vitrine::app
