#pragma once

#include <filesystem>

namespace vitrine::files {

/// Makes a folder, and those it lies in, where there is none.
/// @throws Error (CannotWrite) naming the folder and the reason
void makeFolder(const std::filesystem::path& folder);

}  // namespace vitrine::files
