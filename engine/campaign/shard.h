#pragma once

#include <cstddef>
#include <string_view>

namespace vitrine::campaign {

/// The part of a campaign that one of several computers does: every `count`-th task, counted from
/// `index`.
struct Shard {
  std::size_t index = 0;  ///< 0 to count - 1; written from 1, as "1/4"
  std::size_t count = 1;

  [[nodiscard]] bool takes(std::size_t task) const noexcept { return task % count == index; }
};

/// Reads "2/4": the second of four parts. @throws Error (InvalidInput)
Shard parseShard(std::string_view text);

}  // namespace vitrine::campaign
