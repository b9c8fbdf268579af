#include "engine/relaxation/integrals.h"

#include "engine/core/pack.h"
#include "engine/core/vector_clones.h"
#include "engine/relaxation/percus_yevick.h"

#include <algorithm>
#include <numbers>

namespace vitrine::relaxation {

namespace {

VITRINE_VECTOR_CLONES
void addExponentials(const double* weight, const double* rate, std::size_t blocks, double rSquared,
                     Pack* sums) {
  Pack plain = sums[0];
  Pack first = sums[1];
  Pack second = sums[2];
  for (std::size_t i = 0; i < blocks * kPackLanes; i += kPackLanes) {
    Pack w;
    Pack a;
    load(w, weight + i);
    load(a, rate + i);
    Pack e = -rSquared * a;
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

VITRINE_VECTOR_CLONES
void fill(const WaveNumberGrid& grid, const Moments& k, double scale, std::size_t count,
          double* __restrict weight, double* __restrict rate) {
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

VITRINE_VECTOR_CLONES
void addCollisions(const WaveNumberGrid& grid, const Moments& k, Pack& result) {
  Pack sum{};
  for (std::size_t i = 0; i < grid.squared.size(); i += kPackLanes) {
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
  const std::size_t blocks = weight.size() / kPackLanes;
  addExponentials(weight.data(), rate.data(), blocks, rSquared, sums);
  // The rest, padded with terms of no weight.
  double w[kPackLanes] = {};
  double a[kPackLanes] = {};
  std::copy(weight.begin() + blocks * kPackLanes, weight.end(), w);
  std::copy(rate.begin() + blocks * kPackLanes, rate.end(), a);
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
