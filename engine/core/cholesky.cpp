#include "engine/core/cholesky.h"

#include "engine/core/error.h"

#include <Eigen/Cholesky>
#include <Eigen/Core>

#include <algorithm>
#include <cmath>

namespace vitrine {

namespace {

using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using View = Eigen::Map<RowMajor>;
using ConstView = Eigen::Map<const RowMajor>;
using Index = Eigen::Index;

constexpr Index kBlock = 48;
/// Columns of the inverse at a time: 10 ms of work for 2000 rows.
constexpr Index kInverseBlock = 8;

ConstView view(const Matrix& matrix) {
  return {matrix.values().data(), static_cast<Index>(matrix.rows()),
          static_cast<Index>(matrix.columns())};
}

View view(Matrix& matrix) {
  double* first = matrix.rows() == 0 ? nullptr : matrix.row(0).data();
  return {first, static_cast<Index>(matrix.rows()), static_cast<Index>(matrix.columns())};
}

}  // namespace

CholeskyFactor CholeskyFactor::of(Matrix a, const RunContext& context) {
  View l = view(a);
  const Index n = l.rows();
  for (Index k = 0; k < n; k += kBlock) {
    const Index size = std::min(kBlock, n - k);
    const Index rest = n - k - size;
    auto corner = l.block(k, k, size, size);
    const Eigen::LLT<RowMajor> factor(corner);
    if (factor.info() != Eigen::Success)
      throw Error(ErrorCode::Failed,
                  "The rows leave the fit without a unique answer: too many of them are the same.");
    corner = factor.matrixL();
    auto below = l.block(k + size, k, rest, size);
    corner.triangularView<Eigen::Lower>().transpose().solveInPlace<Eigen::OnTheRight>(below);
    for (Index j = 0; j < rest; j += kBlock) {
      context.tick();
      const Index width = std::min(kBlock, rest - j);
      l.block(k + size + j, k + size + j, rest - j, width).noalias() -=
          below.bottomRows(rest - j) * below.middleRows(j, width).transpose();
    }
  }
  return CholeskyFactor(std::move(a));
}

Matrix CholeskyFactor::solve(const Matrix& right, const RunContext& context) const {
  Matrix result = right;
  View x = view(result);
  const auto l = view(m_lower);
  for (Index j = 0; j < x.cols(); ++j) {
    context.tick();
    Eigen::VectorXd column = x.col(j);
    l.triangularView<Eigen::Lower>().solveInPlace(column);
    l.triangularView<Eigen::Lower>().transpose().solveInPlace(column);
    x.col(j) = column;
  }
  return result;
}

std::vector<double> CholeskyFactor::inverseDiagonal(const RunContext& context) const {
  const auto l = view(m_lower);
  const Index n = l.rows();
  std::vector<double> diagonal(m_lower.rows());
  for (Index j = 0; j < n; j += kInverseBlock) {
    context.tick();
    // The columns of L⁻¹ are zero above the diagonal.
    const Index width = std::min(kInverseBlock, n - j);
    RowMajor columns = RowMajor::Zero(n - j, width);
    columns.topRows(width).setIdentity();
    l.bottomRightCorner(n - j, n - j).triangularView<Eigen::Lower>().solveInPlace(columns);
    for (Index c = 0; c < width; ++c)
      diagonal[static_cast<std::size_t>(j + c)] = columns.col(c).squaredNorm();
  }
  return diagonal;
}

double CholeskyFactor::logDeterminant() const {
  double sum = 0.0;
  for (std::size_t i = 0; i < m_lower.rows(); ++i)
    sum += std::log(m_lower(i, i));
  return 2.0 * sum;
}

}  // namespace vitrine
