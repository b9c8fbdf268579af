#pragma once

#include "engine/alloy/composition.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace vitrine::prediction {

/// Finds the nearest of a set of alloys. Distances are alloy::distancePercent: at.% of atoms to
/// exchange.
class KnownAlloys {
 public:
  struct Near {
    std::size_t index = 0;
    double distancePercent = 100.0;
  };

  KnownAlloys() = default;
  explicit KnownAlloys(std::span<const alloy::Composition> alloys);

  [[nodiscard]] std::size_t size() const noexcept {
    return m_begin.empty() ? 0 : m_begin.size() - 1;
  }
  /// The `count` nearest, nearest first, equal distances by index; fewer where there are fewer.
  [[nodiscard]] std::vector<Near> nearest(const alloy::Composition& alloy, std::size_t count) const;
  /// 100 where the set is empty.
  [[nodiscard]] double nearestDistance(const alloy::Composition& alloy) const;

 private:
  template <class Visitor>
  void visit(const alloy::Composition& alloy, Visitor visitor) const;

  std::vector<std::uint32_t> m_begin;  // first share of each alloy, and the end
  std::vector<std::uint8_t> m_elements;
  std::vector<double> m_amounts;
};

}  // namespace vitrine::prediction
