#include "engine/generation/pattern_basis.h"

#include "engine/core/error.h"
#include "engine/core/random.h"
#include "engine/files/safetensors.h"

#include <Eigen/Core>
#include <Eigen/Eigenvalues>
#include <Eigen/QR>

#include <algorithm>
#include <cmath>

namespace vitrine::generation {

namespace {

using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using Index = Eigen::Index;

constexpr std::uint64_t kSeed = 1;
constexpr Index kOversampling = 8;
constexpr int kIterations = 3;
/// Patterns that are multiplied at a time: some 5 ms of work.
constexpr Index kBlock = 32;

RowMajor orthonormal(const RowMajor& columns) {
  const Eigen::HouseholderQR<RowMajor> qr(columns);
  return qr.householderQ() * RowMajor::Identity(columns.rows(), columns.cols());
}

/// a · b
RowMajor product(const RowMajor& a, const RowMajor& b, const RunContext& context) {
  RowMajor result(a.rows(), b.cols());
  for (Index i = 0; i < a.rows(); i += kBlock) {
    context.tick();
    const Index size = std::min(kBlock, a.rows() - i);
    result.middleRows(i, size).noalias() = a.middleRows(i, size) * b;
  }
  return result;
}

/// aᵀ · b
RowMajor crossProduct(const RowMajor& a, const RowMajor& b, const RunContext& context) {
  RowMajor result = RowMajor::Zero(a.cols(), b.cols());
  for (Index i = 0; i < a.rows(); i += kBlock) {
    context.tick();
    const Index size = std::min(kBlock, a.rows() - i);
    result.noalias() += a.middleRows(i, size).transpose() * b.middleRows(i, size);
  }
  return result;
}

}  // namespace

PatternBasis::Fit PatternBasis::fit(const Matrix& patterns, std::size_t components,
                                    const RunContext& context) {
  const auto rows = static_cast<Index>(patterns.rows());
  const auto points = static_cast<Index>(patterns.columns());
  const Index wanted =
      std::min({static_cast<Index>(components), std::max<Index>(1, rows - 1), points});

  RowMajor centred = Eigen::Map<const RowMajor>(patterns.values().data(), rows, points);
  const Eigen::RowVectorXd mean = centred.colwise().mean();
  centred.rowwise() -= mean;

  const Index width = std::min({wanted + kOversampling, rows, points});
  RowMajor guess(points, width);
  Random random(kSeed);
  for (Index i = 0; i < guess.size(); ++i)
    guess.data()[i] = random.normal();
  RowMajor range = orthonormal(product(centred, guess, context));
  for (int i = 0; i < kIterations; ++i)
    range = orthonormal(product(centred, crossProduct(centred, range, context), context));
  const RowMajor small = crossProduct(centred, range, context);  // points × width
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(small.transpose() * small);

  Fit made;
  PatternBasis& basis = made.basis;
  basis.m_mean.assign(mean.data(), mean.data() + points);
  basis.m_directions = Matrix(static_cast<std::size_t>(wanted), patterns.columns());
  for (Index k = 0; k < wanted; ++k) {
    Eigen::VectorXd direction = small * solver.eigenvectors().col(width - 1 - k);
    // Where the patterns differ in fewer ways than asked for, the rest are empty.
    const double length = direction.norm();
    if (length > 1e-9 * std::max(1.0, small.norm()))
      direction /= length;
    else
      direction.setZero();
    // The sign of a component is free; the same data must always give the same one.
    Index largest = 0;
    direction.cwiseAbs().maxCoeff(&largest);
    if (direction(largest) < 0.0)
      direction = -direction;
    std::copy(direction.data(), direction.data() + points,
              basis.m_directions.row(static_cast<std::size_t>(k)).begin());
  }
  basis.roundToFloat();

  const Eigen::Map<const RowMajor> directions(basis.m_directions.values().data(), wanted, points);
  const RowMajor scores = product(centred, directions.transpose(), context);
  made.scores = Matrix(patterns.rows(), static_cast<std::size_t>(wanted));
  Eigen::VectorXd left = Eigen::VectorXd::Zero(points);
  for (Index i = 0; i < rows; ++i) {
    if (i % kBlock == 0)
      context.tick();
    std::copy(scores.row(i).data(), scores.row(i).data() + wanted,
              made.scores.row(static_cast<std::size_t>(i)).begin());
    const Eigen::RowVectorXd rest = centred.row(i) - scores.row(i) * directions;
    left += rest.cwiseAbs2().transpose();
  }
  for (Index p = 0; p < points; ++p)
    basis.m_residual.push_back(std::sqrt(left(p) / static_cast<double>(rows)));
  return made;
}

/// Files keep 32-bit numbers; so does the fit, that a generator and its file agree to the last bit.
void PatternBasis::roundToFloat() {
  for (std::size_t k = 0; k < m_directions.rows(); ++k)
    for (double& value : m_directions.row(k))
      value = static_cast<float>(value);
  for (double& value : m_mean)
    value = static_cast<float>(value);
}

void PatternBasis::compose(std::span<const double> scores, std::span<double> pattern) const {
  std::ranges::copy(m_mean, pattern.begin());
  for (std::size_t k = 0; k < scores.size(); ++k) {
    const auto direction = m_directions.row(k);
    for (std::size_t p = 0; p < pattern.size(); ++p)
      pattern[p] += scores[k] * direction[p];
  }
}

void PatternBasis::store(files::TensorFile& file, const std::string& prefix) const {
  const auto floats = [](std::span<const double> numbers) {
    return std::vector<float>(numbers.begin(), numbers.end());
  };
  file.tensors[prefix + ".mean"] = files::Tensor::of(floats(m_mean), {points()});
  file.tensors[prefix + ".directions"] =
      files::Tensor::of(floats(m_directions.values()), {components(), points()});
  file.tensors[prefix + ".residual"] = files::Tensor::of(m_residual);
}

PatternBasis PatternBasis::restore(const files::TensorFile& file, const std::string& prefix,
                                   std::size_t points) {
  PatternBasis basis;
  basis.m_mean = file.numbers(prefix + ".mean");
  basis.m_directions = file.matrix(prefix + ".directions");
  basis.m_residual = file.numbers(prefix + ".residual");
  if (basis.m_mean.size() != points || basis.m_residual.size() != points ||
      basis.m_directions.columns() != points || basis.m_directions.rows() == 0 ||
      std::ranges::any_of(basis.m_residual, [](double r) { return r < 0.0; }))
    throw Error(ErrorCode::Damaged, "The generator is damaged: the components of \"" + prefix +
                                        "\" do not fit its axis.");
  return basis;
}

}  // namespace vitrine::generation
