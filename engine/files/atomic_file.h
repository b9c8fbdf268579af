#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string_view>

namespace vitrine::files {

/// Writes a whole file so that a reader, a crash or a full disk never meets half of it: the bytes
/// go to a temporary file in the same folder, are flushed to the disk and renamed over the target.
/// The old file stays until then, and its permissions are kept. A symbolic link is followed; what
/// is no regular file (a pipe, /dev/stdout) is written straight.
/// @throws Error (CannotWrite) naming the file and the reason; nothing is left behind.
void writeAtomically(const std::filesystem::path& file, std::span<const std::byte> bytes);
void writeAtomically(const std::filesystem::path& file, std::string_view text);

}  // namespace vitrine::files
