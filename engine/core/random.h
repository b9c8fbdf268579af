#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace vitrine {

/// Random numbers that are the same on every platform and for every number of threads: xoshiro256**
/// (Blackman & Vigna 2018), seeded by SplitMix64. The standard library's distributions differ
/// between implementations, so the few that are needed are here.
class Random {
 public:
  explicit Random(std::uint64_t seed);
  /// An independent stream for item `index` of a parallel loop.
  Random(std::uint64_t seed, std::uint64_t index);

  std::uint64_t next() {
    const std::uint64_t result = std::rotl(m_state[1] * 5U, 7) * 9U;
    const std::uint64_t t = m_state[1] << 17U;
    m_state[2] ^= m_state[0];
    m_state[3] ^= m_state[1];
    m_state[1] ^= m_state[2];
    m_state[0] ^= m_state[3];
    m_state[2] ^= t;
    m_state[3] = std::rotl(m_state[3], 45);
    return result;
  }
  /// Uniform in [0, 1).
  double uniform() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }
  /// Uniform in [0, bound), unbiased; bound > 0.
  std::uint64_t below(std::uint64_t bound);

  /// Mean 0, standard deviation 1; by Box and Muller.
  double normal();

  /// Fisher–Yates.
  template <class T>
  void shuffle(std::vector<T>& values) {
    for (std::size_t i = values.size(); i > 1; --i)
      std::swap(values[i - 1], values[below(i)]);
  }

 private:
  std::array<std::uint64_t, 4> m_state{};
};

}  // namespace vitrine
