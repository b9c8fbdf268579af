#include "engine/regression/blend.h"

#include "engine/core/error.h"

#include <Eigen/Cholesky>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

namespace vitrine::regression {

namespace {

/// Solves the part of `a` z = 1 that belongs to `chosen`, by Cholesky. False where the part is
/// singular to working precision.
bool solve(const Matrix& a, std::span<const std::size_t> chosen, std::vector<double>& z) {
  constexpr double kSingular = 1e-12;
  const auto n = std::ssize(chosen);
  Eigen::MatrixXd part(n, n);
  for (Eigen::Index i = 0; i < n; ++i)
    for (Eigen::Index j = 0; j < n; ++j)
      part(i, j) = a(chosen[i], chosen[j]);
  const Eigen::LLT<Eigen::MatrixXd> cholesky(part);
  if (cholesky.info() != Eigen::Success)
    return false;
  const Eigen::ArrayXd pivots = cholesky.matrixLLT().diagonal().array().square();
  if ((pivots <= kSingular * part.diagonal().array()).any())
    return false;
  z.resize(chosen.size());
  Eigen::Map<Eigen::VectorXd>(z.data(), n) = cholesky.solve(Eigen::VectorXd::Ones(n));
  return true;
}

/// Which weight the error falls along most steeply at `v`, among those not `out`; the number of
/// weights where it falls along none.
std::size_t steepest(const Matrix& a, std::span<const double> v, const std::vector<bool>& out) {
  std::size_t found = v.size();
  double most = 1e-10;
  for (std::size_t j = 0; j < v.size(); ++j) {
    double slope = 1.0;
    for (std::size_t k = 0; k < v.size(); ++k)
      slope -= a(j, k) * v[k];
    if (!out[j] && slope > most) {
      most = slope;
      found = j;
    }
  }
  return found;
}

/// Moves the chosen weights of `v` towards `z` until the first of them is zero; returns the others.
std::vector<std::size_t> moveTowards(std::span<const double> z, std::span<const std::size_t> chosen,
                                     std::span<double> v) {
  double step = 1.0;
  for (std::size_t i = 0; i < chosen.size(); ++i)
    if (z[i] <= 0.0)
      step = std::min(step, v[chosen[i]] / (v[chosen[i]] - z[i]));
  std::vector<std::size_t> kept;
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    auto& value = v[chosen[i]];
    const bool blocks = z[i] <= 0.0 && value <= step * (value - z[i]);
    value = blocks ? 0.0 : value + step * (z[i] - value);
    if (!blocks)
      kept.push_back(chosen[i]);
  }
  return kept;
}

/// Lawson & Hanson's active set for: minimise v'av/2 − sum v, v ≥ 0, with `a` positive definite but
/// for models that repeat others.
std::vector<double> minimise(const Matrix& a) {
  const auto n = a.rows();
  std::vector<double> v(n, 0.0);
  std::vector<std::size_t> chosen;
  std::vector<bool> out(n, false);  // chosen already, or a repeat that would make `a` singular
  std::vector<double> z;
  for (auto next = steepest(a, v, out); next < n; next = steepest(a, v, out)) {
    out[next] = true;
    chosen.push_back(next);
    // Downhill it must gain weight; where rounding says otherwise, it is a repeat too.
    if (!solve(a, chosen, z) || z.back() <= 0.0) {
      chosen.pop_back();
      continue;
    }
    while (std::ranges::min(z) <= 0.0) {
      chosen = moveTowards(z, chosen, v);
      out.assign(n, false);
      for (const auto k : chosen)
        out[k] = true;
      solve(a, chosen, z);
    }
    for (std::size_t i = 0; i < chosen.size(); ++i)
      v[chosen[i]] = z[i];
  }
  return v;
}

}  // namespace

std::vector<double> blendWeights(const Matrix& predictions, std::span<const double> measured) {
  const auto models = predictions.columns();
  const auto finite = [](double value) { return std::isfinite(value); };
  if (models == 0 || measured.empty() || predictions.rows() != measured.size() ||
      !std::ranges::all_of(predictions.values(), finite) || !std::ranges::all_of(measured, finite))
    throw Error(ErrorCode::InvalidInput,
                "A blend needs finite predictions of at least one model for each measured value.");

  // With sum w = 1 the error of the blend is the blend of the errors.
  Matrix products(models, models);
  for (std::size_t i = 0; i < measured.size(); ++i)
    for (std::size_t j = 0; j < models; ++j)
      for (std::size_t k = 0; k <= j; ++k)
        products(j, k) += (predictions(i, j) - measured[i]) * (predictions(i, k) - measured[i]);
  double scale = 0.0;
  for (std::size_t j = 0; j < models; ++j)
    scale = std::max(scale, products(j, j));
  if (scale == 0.0)
    return std::vector<double>(models, 1.0 / static_cast<double>(models));

  // Minimising w'Gw on sum w = 1 is minimising v'Gv + (sum v − 1)² without that side, w = v / sum
  // v: along each ray the second problem is the smaller the smaller w'Gw is.
  for (std::size_t j = 0; j < models; ++j)
    for (std::size_t k = 0; k <= j; ++k) {
      products(j, k) = products(j, k) / scale + 1.0;
      products(k, j) = products(j, k);
    }
  auto weights = minimise(products);
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  for (auto& weight : weights)
    weight /= sum;
  return weights;
}

}  // namespace vitrine::regression
