#include "engine/relaxation/integrals.h"

#include "engine/relaxation/percus_yevick.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <numbers>

// The loader picks the clone before a sanitizer is ready for it.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define VITRINE_CLONES __attribute__((target_clones("avx2", "default")))
#else
#define VITRINE_CLONES
#endif
#define VITRINE_INLINE [[gnu::always_inline]] inline

namespace vitrine::relaxation {

namespace {

/// Four numbers handled at once: one register with AVX2, two without, plain code elsewhere. Sums
/// are kept in such parts and added at the end, so every build adds in the same order.
using Pack = double __attribute__((vector_size(32)));
using PackBits = std::uint64_t __attribute__((vector_size(32)));
constexpr std::size_t kLanes = 4;

VITRINE_INLINE void load(Pack& pack, const double* from) {
  std::memcpy(&pack, from, sizeof pack);
}

double total(const Pack& pack) {
  return (pack[0] + pack[1]) + (pack[2] + pack[3]);
}

/// exp(x) for -700 <= x <= 0, in place: x = n ln 2 + f, a Taylor polynomial for exp(f), and n put
/// into the exponent bits.
VITRINE_INLINE void exponential(Pack& x) {
  constexpr double kRound = 0x1.8p52;  // adding it leaves the nearest integer in the low bits
  constexpr double kLn2High = 0x1.62e42fefap-1;
  constexpr double kLn2Low = 0x1.cf79abc9e3b398p-40;
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
  const PackBits scale = (__builtin_bit_cast(PackBits, shifted) + 1023U) << 52U;
  x = p * __builtin_bit_cast(Pack, scale);
}

VITRINE_CLONES void addExponentials(const double* weight, const double* rate, std::size_t blocks,
                                    double rSquared, Pack* sums) {
  Pack plain = sums[0];
  Pack first = sums[1];
  Pack second = sums[2];
  for (std::size_t i = 0; i < blocks * kLanes; i += kLanes) {
    Pack w;
    Pack a;
    load(w, weight + i);
    load(a, rate + i);
    Pack e = -rSquared * a;
    e = e > -700.0 ? e : Pack{} - 700.0;
    exponential(e);
    const Pack term = w * e;
    const Pack termRate = term * a;
    plain += term;
    first += termRate;
    second += termRate * a;
  }
  sums[0] = plain;
  sums[1] = first;
  sums[2] = second;
}

VITRINE_CLONES void fill(const WaveNumberGrid& grid, const Moments& k, double scale,
                         std::size_t count, double* __restrict weight, double* __restrict rate) {
  const double* __restrict q2 = grid.squared.data();
  const double* __restrict m1 = grid.first.data();
  const double* __restrict m2 = grid.second.data();
  const double* __restrict m4 = grid.fourth.data();
  for (std::size_t i = 0; i < count; ++i) {
    const double c = k.first * m1[i] + k.second * m2[i] + k.fourth * m4[i];
    // With S = 1/(1-c): (S-1)^2 / (1+S) = c^2 / [(1-c)(2-c)] and (1+S)/S = 2-c.
    weight[i] = scale * q2[i] * c * c / ((1.0 - c) * (2.0 - c));
    rate[i] = q2[i] * (2.0 - c) * (1.0 / 6.0);
  }
}

VITRINE_CLONES void addCollisions(const WaveNumberGrid& grid, const Moments& k, Pack& result) {
  Pack sum{};
  for (std::size_t i = 0; i < grid.squared.size(); i += kLanes) {
    Pack q2;
    Pack m1;
    Pack m2;
    Pack m4;
    Pack b;
    load(q2, grid.squared.data() + i);
    load(m1, grid.first.data() + i);
    load(m2, grid.second.data() + i);
    load(m4, grid.fourth.data() + i);
    load(b, grid.single.data() + i);
    const Pack c = k.first * m1 + k.second * m2 + k.fourth * m4;
    // (S-1)^2 / (S+b) = c^2 / {(1-c) [1 + b (1-c)]}
    sum += q2 * c * c / ((1.0 - c) * (1.0 + b * (1.0 - c)));
  }
  result = sum;
}

}  // namespace

ExponentialSums exponentialSums(std::span<const double> weight, std::span<const double> rate,
                                double rSquared) {
  Pack sums[3] = {};
  const std::size_t blocks = weight.size() / kLanes;
  addExponentials(weight.data(), rate.data(), blocks, rSquared, sums);
  // The rest, padded with terms of no weight.
  double w[kLanes] = {};
  double a[kLanes] = {};
  std::copy(weight.begin() + blocks * kLanes, weight.end(), w);
  std::copy(rate.begin() + blocks * kLanes, rate.end(), a);
  addExponentials(w, a, 1, rSquared, sums);
  return {total(sums[0]), total(sums[1]), total(sums[2])};
}

void fillFreeEnergy(const WaveNumberGrid& grid, double phi, std::span<double> weight,
                    std::span<double> rate) {
  const double scale = grid.step / (12.0 * std::numbers::pi * phi);
  fill(grid, directCorrelationCoefficients(phi), scale, weight.size(), weight.data(), rate.data());
}

double collisionSum(const WaveNumberGrid& grid, double phi) {
  Pack sum{};
  addCollisions(grid, directCorrelationCoefficients(phi), sum);
  return grid.step * total(sum);
}

}  // namespace vitrine::relaxation
