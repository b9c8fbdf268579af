#pragma once

#include "engine/core/reference.h"

#include <filesystem>
#include <string_view>

namespace vitrine::files {

/// Reads `references.json`: {"references": [{"key", "authors", "title", "source", "year", "doi"}]}.
/// All but the key may be missing. @throws Error (CannotRead, Damaged) naming the file.
References readReferences(const std::filesystem::path& file);

/// The same from text; `name` stands for the file in messages. @throws Error (Damaged)
References parseReferences(std::string_view json, std::string_view name);

}  // namespace vitrine::files
