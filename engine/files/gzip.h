#pragma once

#include "engine/core/run_context.h"

#include <cstddef>
#include <span>
#include <vector>

namespace vitrine::files {

/// Begins as a gzip file does.
bool isGzip(std::span<const std::byte> bytes);

/// Unpacks a gzip file, all of its members.
/// @throws Error (Damaged), also where it unpacks to more than `limit`; Cancelled
std::vector<std::byte> gunzip(std::span<const std::byte> packed, std::size_t limit,
                              const RunContext& context = RunContext());

}  // namespace vitrine::files
