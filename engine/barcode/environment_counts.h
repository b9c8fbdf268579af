#pragma once

#include "engine/barcode/environment_index.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace vitrine::barcode {

/// How often the unique environments of a set occur in a structure.
struct EnvironmentCounts {
  static constexpr std::int32_t kUnknown = -1;

  std::vector<std::size_t> counts;   ///< of each unique environment
  std::vector<std::int32_t> ofAtom;  ///< number of the environment, or kUnknown
  std::size_t unknown = 0;           ///< atoms similar to none: below the threshold to every one

  [[nodiscard]] std::size_t atoms() const noexcept { return ofAtom.size(); }
  /// Registers the next atoms at the environments they are most similar to.
  void add(std::span<const std::optional<Match>> nearest);
};

}  // namespace vitrine::barcode
