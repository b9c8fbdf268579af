#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace vitrine::files {

/// No file the program reads as a whole is larger: 256 MiB.
inline constexpr std::size_t kMaxFileBytes = std::size_t{256} << 20U;

enum class TextEncoding {
  Utf8,
  Utf16,    ///< with a byte-order mark, as "Unicode text" of spreadsheets
  Western,  ///< neither of these: taken as Windows-1252, which never fails
};

/// A text as valid UTF-8 without a byte-order mark, and what it was written in.
struct DecodedText {
  std::string utf8;
  TextEncoding encoding = TextEncoding::Utf8;
};

/// Never fails, whatever the bytes: what UTF-16 cannot mean becomes U+FFFD.
DecodedText decodeText(std::span<const std::byte> bytes);

/// The whole file. @throws Error (CannotRead) naming the file, also where it is larger than
/// `limit`.
std::vector<std::byte> readBytes(const std::filesystem::path& file,
                                 std::size_t limit = kMaxFileBytes);
/// The whole file as UTF-8. @throws Error (CannotRead)
std::string readText(const std::filesystem::path& file, std::size_t limit = kMaxFileBytes);

}  // namespace vitrine::files
