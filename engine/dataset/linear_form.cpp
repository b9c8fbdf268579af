#include "engine/dataset/linear_form.h"

#include "engine/core/robust.h"

#include <Eigen/Cholesky>
#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>

namespace vitrine::dataset {

namespace {

constexpr std::size_t kRowsPerTick = 1024;
constexpr int kHuberRounds = 12;
constexpr int kTrimRounds = 6;

class Fitter {
 public:
  Fitter(std::span<const Amounts> rows, std::span<const double> y, const RunContext& context)
      : m_rows(rows), m_y(y), m_context(context), m_weights(rows.size(), 1.0) {
    m_place.fill(-1);
    for (const Amounts& row : rows)
      for (const alloy::Share& share : row)
        m_place.at(share.atomicNumber) = 0;
    for (int z = 1; z <= alloy::kElementCount; ++z)
      if (m_place.at(z) == 0) {
        m_place.at(z) = static_cast<int>(m_form.elements.size());
        m_form.elements.push_back(z);
      }
    // Amounts add up to 1, so that a constant only shifts the end members; without it the sums keep
    // their digits.
    m_shift = medianOf({y.begin(), y.end()});
  }

  LinearForm run() {
    solve();
    double scale = 0.0;
    for (int round = 0; round < kHuberRounds + kTrimRounds; ++round) {
      scale = spreadOf(m_form.residuals);
      for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_weights[i] = weight(std::abs(m_form.residuals[i]), scale, round >= kHuberRounds);
      solve();
    }
    judge();
    return std::move(m_form);
  }

 private:
  [[nodiscard]] double weight(double residual, double scale, bool trim) const {
    constexpr double kHuber = 1.345;
    constexpr double kFar = 5.0;
    // A perfect form has no scale but rounding.
    const double floor = 1e-9 * (std::abs(m_shift) + 1.0);
    if (trim)
      return residual <= kFar * scale + floor ? 1.0 : 0.0;
    return residual <= kHuber * scale + floor ? 1.0 : (kHuber * scale + floor) / residual;
  }

  void solve() {
    const auto size = static_cast<Eigen::Index>(m_form.elements.size());
    Eigen::MatrixXd normal = Eigen::MatrixXd::Zero(size, size);
    Eigen::VectorXd right = Eigen::VectorXd::Zero(size);
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
      if (i % kRowsPerTick == 0)
        m_context.tick();
      for (const alloy::Share& a : m_rows[i]) {
        const int column = m_place[a.atomicNumber];
        right[column] += m_weights[i] * a.amount * (m_y[i] - m_shift);
        for (const alloy::Share& b : m_rows[i])
          normal(m_place[b.atomicNumber], column) += m_weights[i] * a.amount * b.amount;
      }
    }
    // Elements that always come together cannot be told apart; the least of a ridge decides.
    normal.diagonal().array() += 1e-12 * normal.trace() / static_cast<double>(size) + 1e-300;
    const Eigen::LDLT<Eigen::MatrixXd> factors(normal);
    const Eigen::VectorXd solution = factors.solve(right);
    m_inverseDiagonal = factors.solve(Eigen::MatrixXd::Identity(size, size)).diagonal();

    m_form.endMembers.assign(solution.begin(), solution.end());
    m_form.residuals.resize(m_rows.size());
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
      double fit = 0.0;
      for (const alloy::Share& share : m_rows[i])
        fit += share.amount * m_form.endMembers[m_place[share.atomicNumber]];
      m_form.residuals[i] = m_y[i] - m_shift - fit;
    }
  }

  void judge() {
    double sum = 0.0;
    double squares = 0.0;
    double rest = 0.0;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
      if (m_weights[i] == 0.0)
        continue;
      ++m_form.followed;
      sum += m_y[i] - m_shift;
      squares += (m_y[i] - m_shift) * (m_y[i] - m_shift);
      rest += m_form.residuals[i] * m_form.residuals[i];
    }
    const auto n = static_cast<double>(m_form.followed);
    const auto p = static_cast<double>(m_form.elements.size());
    const double variance = n > 1.0 ? (squares - sum * sum / n) / (n - 1.0) : 0.0;
    const double noise = n > p ? rest / (n - p) : variance;
    m_form.r2 = variance > 0.0 ? 1.0 - noise / variance : 0.0;
    for (double& value : m_form.endMembers)
      value += m_shift;
    for (const double diagonal : m_inverseDiagonal)
      m_form.standardErrors.push_back(std::sqrt(std::max(noise * diagonal, 0.0)));
  }

  std::span<const Amounts> m_rows;
  std::span<const double> m_y;
  const RunContext& m_context;
  std::vector<double> m_weights;
  std::array<int, alloy::kElementCount + 1> m_place{};  ///< of an element among the unknowns
  double m_shift = 0.0;
  Eigen::VectorXd m_inverseDiagonal;
  LinearForm m_form;
};

}  // namespace

LinearForm fitLinearForm(std::span<const Amounts> rows, std::span<const double> y,
                         const RunContext& context) {
  return Fitter(rows, y, context).run();
}

bool hasSeveralValues(std::span<const double> values) {
  constexpr std::size_t kClasses = 3;
  std::vector<double> different;
  for (const double value : values) {
    if (std::find(different.begin(), different.end(), value) != different.end())
      continue;
    different.push_back(value);
    if (different.size() > kClasses)
      return true;
  }
  return false;
}

}  // namespace vitrine::dataset
