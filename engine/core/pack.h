#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <numbers>

/// Four numbers handled at once: one register with AVX2, two without, plain code elsewhere. Sums
/// kept in such parts and added at the end are added in the same order in every build. Packs are
/// passed by reference and functions inlined, so that both clones of a function marked with
/// VITRINE_VECTOR_CLONES share them.
namespace vitrine {

using Pack = double __attribute__((vector_size(32)));
inline constexpr std::size_t kPackLanes = sizeof(Pack) / sizeof(double);

[[gnu::always_inline]] inline void load(Pack& pack, const double* from) {
  std::memcpy(&pack, from, sizeof pack);
}

[[gnu::always_inline]] inline void store(const Pack& pack, double* to) {
  std::memcpy(to, &pack, sizeof pack);
}

[[gnu::always_inline]] inline double total(const Pack& pack) {
  return (pack[0] + pack[1]) + (pack[2] + pack[3]);
}

/// x = exp(x) for x <= 0, with a relative error below 1e-15; below -700, where the result would
/// soon leave the normal numbers, exp(-700), which is as good as 0.
/// Cody & Waite's reduction x = n ln 2 + f, the Taylor polynomial of degree 12 for exp(f), and n
/// put into the exponent bits.
[[gnu::always_inline]] inline void exponential(Pack& x) {
  using Bits = std::uint64_t __attribute__((vector_size(32)));
  constexpr double kRound = 0x1.8p52;  // adding it leaves the nearest integer in the low bits
  constexpr double kLn2High = 0x1.62e42fefap-1;
  constexpr double kLn2Low = 0x1.cf79abc9e3b398p-40;
  x = x > -700.0 ? x : Pack{} - 700.0;
  const Pack shifted = x * std::numbers::log2e + kRound;
  const Pack n = shifted - kRound;
  const Pack f = (x - n * kLn2High) - n * kLn2Low;
  Pack p = f * (1.0 / 479001600.0) + 1.0 / 39916800.0;
  p = p * f + 1.0 / 3628800.0;
  p = p * f + 1.0 / 362880.0;
  p = p * f + 1.0 / 40320.0;
  p = p * f + 1.0 / 5040.0;
  p = p * f + 1.0 / 720.0;
  p = p * f + 1.0 / 120.0;
  p = p * f + 1.0 / 24.0;
  p = p * f + 1.0 / 6.0;
  p = p * f + 0.5;
  p = p * f + 1.0;
  p = p * f + 1.0;
  const Bits scale = (__builtin_bit_cast(Bits, shifted) + 1023U) << 52U;
  x = p * __builtin_bit_cast(Pack, scale);
}

}  // namespace vitrine
