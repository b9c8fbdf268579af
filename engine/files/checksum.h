#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace vitrine::files {

/// CRC-32 as in zlib.
std::uint32_t checksumOf(std::span<const std::byte> bytes);

}  // namespace vitrine::files
