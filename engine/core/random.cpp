#include "engine/core/random.h"

#include <cmath>
#include <numbers>

namespace vitrine {

namespace {

std::uint64_t splitMix64(std::uint64_t& state) {
  std::uint64_t z = (state += 0x9e3779b97f4a7c15U);
  z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
  z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
  return z ^ (z >> 31U);
}

}  // namespace

Random::Random(std::uint64_t seed) : Random(seed, 0) {}

Random::Random(std::uint64_t seed, std::uint64_t index) {
  std::uint64_t state = seed;
  state = splitMix64(state) ^ (index * 0xd1342543de82ef95U);
  for (auto& word : m_state)
    word = splitMix64(state);
}

std::uint64_t Random::below(std::uint64_t bound) {
  // Numbers under 2^64 mod bound would make the small remainders too frequent.
  const std::uint64_t threshold = -bound % bound;
  std::uint64_t value = next();
  while (value < threshold)
    value = next();
  return value % bound;
}

double Random::normal() {
  const double radius = std::sqrt(-2.0 * std::log(1.0 - uniform()));
  return radius * std::cos(2.0 * std::numbers::pi * uniform());
}

}  // namespace vitrine
