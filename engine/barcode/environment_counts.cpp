#include "engine/barcode/environment_counts.h"

namespace vitrine::barcode {

void EnvironmentCounts::add(std::span<const std::optional<Match>> nearest) {
  for (const auto& match : nearest) {
    ofAtom.push_back(match ? static_cast<std::int32_t>(match->index) : kUnknown);
    ++(match ? counts[match->index] : unknown);
  }
}

}  // namespace vitrine::barcode
