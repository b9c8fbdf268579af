#include "engine/generation/gaussian_field.h"

#include "engine/core/error.h"
#include "engine/core/parallel.h"
#include "engine/core/random.h"
#include "engine/files/safetensors.h"
#include "engine/generation/cholesky.h"

#include <Eigen/Cholesky>
#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace vitrine::generation {

namespace {

/// Hyperparameters of many patterns are those of so many of them: the likelihood of 200 is sharp
/// enough, and its cost grows with the third power.
constexpr std::size_t kSearchRows = 200;
/// Members of an average that are worth their time, and the least share of one.
constexpr std::size_t kMostMembers = 6;
constexpr double kLeastShare = 0.01;
/// Neighbours that a variance is taken from.
constexpr std::size_t kScreen = 32;
/// Degrees of freedom of Student's t, and the least trust in a pattern.
constexpr double kFreedom = 6.0;
constexpr double kLeastTrust = 0.01;
/// The constant of the linear covariance. With a constant trend it changes no prediction; so far
/// above any distance of fractions it makes the matrix positive definite.
constexpr double kLinearTop = 10.0;
/// Below this spread the entropy of mixing is the same for all alloys and no trend of its own.
constexpr double kLeastEntropySpread = 1e-6;

double covarianceAt(Covariance kind, double distance, double length) {
  switch (kind) {
    case Covariance::Linear:
      return kLinearTop - distance;
    case Covariance::Exponential:
      return std::exp(-distance / length);
    case Covariance::Matern32: {
      const double r = std::sqrt(3.0) * distance / length;
      return (1.0 + r) * std::exp(-r);
    }
    case Covariance::SquaredExponential:
      return std::exp(-0.5 * distance * distance / (length * length));
  }
  return 0.0;
}

double distanceOf(std::span<const double> a, std::span<const double> b) {
  double sum = 0.0;
  for (std::size_t j = 0; j < a.size(); ++j)
    sum += (a[j] - b[j]) * (a[j] - b[j]);
  return std::sqrt(sum);
}

/// Ideal entropy of mixing over the gas constant.
double entropyOf(std::span<const double> fractions) {
  double sum = 0.0;
  for (const double x : fractions)
    sum -= x > 0.0 ? x * std::log(x) : 0.0;
  return sum;
}

double trendTerm(std::span<const double> x, std::size_t term) {
  return term == 0 ? 1.0 : entropyOf(x);
}

Matrix trendOf(const Matrix& x, std::size_t terms) {
  Matrix trend(x.rows(), terms);
  for (std::size_t i = 0; i < x.rows(); ++i) {
    for (std::size_t k = 0; k < terms; ++k)
      trend(i, k) = trendTerm(x.row(i), k);
  }
  return trend;
}

std::size_t trendTermsFor(const Matrix& x, bool entropy) {
  if (!entropy)
    return 1;
  double least = entropyOf(x.row(0));
  double most = least;
  for (std::size_t i = 1; i < x.rows(); ++i) {
    least = std::min(least, entropyOf(x.row(i)));
    most = std::max(most, entropyOf(x.row(i)));
  }
  return most - least > kLeastEntropySpread ? 2 : 1;
}

struct Combination {
  Covariance covariance;
  double length;
  double noise;
};

std::vector<Combination> combinationsOf(const FieldSettings& settings) {
  std::vector<Combination> all;
  for (const auto covariance : settings.covariances)
    for (const double length : settings.lengths)
      for (const double noise : settings.noises)
        all.push_back({covariance, length, noise});
  return all;
}

/// What kriging with one combination gives for every output.
struct Solution {
  Matrix coefficients;                // rows × outputs: of the covariances with each row
  Matrix trend;                       // terms × outputs
  std::vector<double> scales;         // variance of the field, one for each output
  std::vector<double> likelihoods;    // logarithms, one for each output
  std::vector<double> leftOutFactor;  // of each row: 1 / diagonal of the projected inverse
};

using SmallMatrix = Eigen::MatrixXd;

Solution solve(const Matrix& x, const Matrix& y, const std::vector<double>& trust,
               std::size_t terms, const Combination& combination, bool wantsLeftOut,
               const RunContext& context) {
  const std::size_t n = x.rows();
  const std::size_t outputs = y.columns();
  Matrix covariance(n, n);
  for (std::size_t i = 0; i < n; ++i) {
    if (i % 16 == 0)
      context.tick();
    for (std::size_t k = 0; k < i; ++k)
      covariance(i, k) =
          covarianceAt(combination.covariance, distanceOf(x.row(i), x.row(k)), combination.length);
    covariance(i, i) = covarianceAt(combination.covariance, 0.0, combination.length) +
                       combination.noise / trust[i];
  }
  const auto factor = CholeskyFactor::of(std::move(covariance), context);
  const Matrix basis = trendOf(x, terms);
  const Matrix kb = factor.solve(basis, context);
  Solution found;
  found.coefficients = factor.solve(y, context);

  SmallMatrix inner =
      SmallMatrix::Zero(static_cast<Eigen::Index>(terms), static_cast<Eigen::Index>(terms));
  SmallMatrix right =
      SmallMatrix::Zero(static_cast<Eigen::Index>(terms), static_cast<Eigen::Index>(outputs));
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t k = 0; k < terms; ++k) {
      for (std::size_t l = 0; l < terms; ++l)
        inner(static_cast<Eigen::Index>(k), static_cast<Eigen::Index>(l)) += basis(i, k) * kb(i, l);
      for (std::size_t j = 0; j < outputs; ++j)
        right(static_cast<Eigen::Index>(k), static_cast<Eigen::Index>(j)) += kb(i, k) * y(i, j);
    }
  }
  const Eigen::LDLT<SmallMatrix> innerFactor(inner);
  const SmallMatrix slopes = innerFactor.solve(right);
  const SmallMatrix innerInverse =
      innerFactor.solve(SmallMatrix::Identity(inner.rows(), inner.cols()));

  found.trend = Matrix(terms, outputs);
  found.scales.assign(outputs, 0.0);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < outputs; ++j) {
      for (std::size_t k = 0; k < terms; ++k)
        found.coefficients(i, j) -=
            kb(i, k) * slopes(static_cast<Eigen::Index>(k), static_cast<Eigen::Index>(j));
      found.scales[j] += y(i, j) * found.coefficients(i, j);
    }
  }
  const auto freedom = static_cast<double>(n - terms);
  const double determinants =
      factor.logDeterminant() + innerFactor.vectorD().array().max(1e-300).log().sum();
  for (std::size_t j = 0; j < outputs; ++j) {
    for (std::size_t k = 0; k < terms; ++k)
      found.trend(k, j) = slopes(static_cast<Eigen::Index>(k), static_cast<Eigen::Index>(j));
    // An output that is the same everywhere has no variance; the floor keeps it from dividing.
    found.scales[j] = std::max(found.scales[j] / freedom, 1e-300);
    found.likelihoods.push_back(-0.5 * (freedom * std::log(found.scales[j]) + determinants));
  }
  if (wantsLeftOut) {
    const auto diagonal = factor.inverseDiagonal(context);
    for (std::size_t i = 0; i < n; ++i) {
      double projected = diagonal[i];
      for (std::size_t k = 0; k < terms; ++k)
        for (std::size_t l = 0; l < terms; ++l)
          projected -= kb(i, k) * kb(i, l) *
                       innerInverse(static_cast<Eigen::Index>(k), static_cast<Eigen::Index>(l));
      found.leftOutFactor.push_back(1.0 / projected);
    }
  }
  return found;
}

/// Shares of the combinations (rows) for each output (columns), from their likelihoods.
Matrix sharesOf(const std::vector<Solution>& solutions, bool averages) {
  const std::size_t outputs = solutions.front().likelihoods.size();
  Matrix shares(solutions.size(), outputs);
  for (std::size_t j = 0; j < outputs; ++j) {
    std::size_t best = 0;
    for (std::size_t h = 1; h < solutions.size(); ++h) {
      if (solutions[h].likelihoods[j] > solutions[best].likelihoods[j])
        best = h;
    }
    double sum = 0.0;
    for (std::size_t h = 0; h < solutions.size(); ++h) {
      shares(h, j) = averages
                         ? std::exp(solutions[h].likelihoods[j] - solutions[best].likelihoods[j])
                         : (h == best ? 1.0 : 0.0);
      sum += shares(h, j);
    }
    for (std::size_t h = 0; h < solutions.size(); ++h)
      shares(h, j) /= sum;
  }
  return shares;
}

/// Trust in each row: how well it agrees with what the others say about it.
std::vector<double> trustFrom(const std::vector<Solution>& solutions, const Matrix& shares) {
  const std::size_t n = solutions.front().leftOutFactor.size();
  const std::size_t outputs = shares.columns();
  std::vector<double> trust(n);
  for (std::size_t i = 0; i < n; ++i) {
    double squared = 0.0;
    for (std::size_t h = 0; h < solutions.size(); ++h) {
      const auto& s = solutions[h];
      for (std::size_t j = 0; j < outputs; ++j)
        squared += shares(h, j) / static_cast<double>(outputs) * s.coefficients(i, j) *
                   s.coefficients(i, j) * s.leftOutFactor[i] / s.scales[j];
    }
    trust[i] = std::clamp((kFreedom + 1.0) / (kFreedom + squared), kLeastTrust, 1.0);
  }
  return trust;
}

std::vector<Solution> solveAll(const Matrix& x, const Matrix& y, const std::vector<double>& trust,
                               std::size_t terms, const std::vector<Combination>& combinations,
                               bool wantsLeftOut, const RunContext& context) {
  std::vector<Solution> solutions(combinations.size());
  parallelFor(context, combinations.size(), [&](std::size_t h) {
    solutions[h] = solve(x, y, trust, terms, combinations[h], wantsLeftOut, context.silent());
  });
  return solutions;
}

/// The combinations that count most, in the order given.
std::vector<Combination> bestOf(const std::vector<Combination>& combinations,
                                const Matrix& shares) {
  std::vector<std::pair<double, std::size_t>> ranking;
  for (std::size_t h = 0; h < combinations.size(); ++h) {
    const auto row = shares.row(h);
    if (std::ranges::max(row) >= kLeastShare)
      ranking.emplace_back(-std::accumulate(row.begin(), row.end(), 0.0), h);
  }
  std::ranges::sort(ranking);
  // Each output's best one stays, so an output of few members is not left with none.
  std::vector<std::size_t> kept;
  for (std::size_t r = 0; r < std::min(kMostMembers, ranking.size()); ++r)
    kept.push_back(ranking[r].second);
  for (std::size_t j = 0; j < shares.columns(); ++j) {
    std::size_t best = 0;
    for (std::size_t h = 1; h < shares.rows(); ++h)
      best = shares(h, j) > shares(best, j) ? h : best;
    kept.push_back(best);
  }
  std::ranges::sort(kept);
  const auto repeated = std::ranges::unique(kept);
  kept.erase(repeated.begin(), repeated.end());
  std::vector<Combination> chosen;
  for (const std::size_t h : kept)
    chosen.push_back(combinations[h]);
  return chosen;
}

std::vector<std::size_t> searchRows(std::size_t rows, std::uint64_t seed) {
  std::vector<std::size_t> order(rows);
  std::iota(order.begin(), order.end(), std::size_t{0});
  if (rows <= kSearchRows)
    return order;
  Random random(seed);
  random.shuffle(order);
  order.resize(kSearchRows);
  std::ranges::sort(order);
  return order;
}

}  // namespace

GaussianField::Fit GaussianField::fit(const Matrix& x, const Matrix& y,
                                      const FieldSettings& settings, const RunContext& context) {
  const std::size_t n = x.rows();
  const std::size_t terms = trendTermsFor(x, settings.entropyTrend);
  if (n < terms + 2)
    throw Error(ErrorCode::InvalidInput, "A field cannot be fitted to " + std::to_string(n) +
                                             " patterns: at least " + std::to_string(terms + 2) +
                                             " are needed.");
  auto combinations = combinationsOf(settings);
  const int passes = settings.robust ? 2 : 1;

  const auto rows = searchRows(n, context.seed());
  const Matrix searchX = x.select(rows);
  const Matrix searchY = y.select(rows);
  if (combinations.size() > 1) {
    std::vector<double> trust(rows.size(), 1.0);
    Matrix shares;
    for (int pass = 0; pass < passes; ++pass) {
      const auto tried = solveAll(searchX, searchY, trust, terms, combinations, settings.robust,
                                  context.slice(0.1 * pass, 0.1 * pass + 0.1));
      shares = sharesOf(tried, settings.averages);
      if (pass + 1 < passes)
        trust = trustFrom(tried, shares);
    }
    combinations = bestOf(combinations, shares);
  }

  Fit made;
  GaussianField& field = made.field;
  field.m_trust.assign(n, 1.0);
  std::vector<Solution> solutions;
  Matrix shares;
  for (int pass = 0; pass < passes; ++pass) {
    solutions = solveAll(x, y, field.m_trust, terms, combinations, true, context.silent());
    shares = sharesOf(solutions, settings.averages);
    if (pass + 1 < passes)
      field.m_trust = trustFrom(solutions, shares);
  }

  const std::size_t outputs = y.columns();
  field.m_known = x;
  field.m_trend = Matrix(terms, outputs);
  made.leftOut = {Matrix(n, outputs), Matrix(n, outputs)};
  for (std::size_t h = 0; h < combinations.size(); ++h) {
    const auto& s = solutions[h];
    const auto row = shares.row(h);
    const auto& c = combinations[h];
    const bool grouped = !field.m_members.empty() &&
                         field.m_members.back().covariance == c.covariance &&
                         field.m_members.back().length == c.length;
    if (!grouped)
      field.m_coefficients.emplace_back(n, outputs);
    field.m_members.push_back(
        {c.covariance, c.length, c.noise, {row.begin(), row.end()}, s.scales});
    for (std::size_t j = 0; j < outputs; ++j) {
      for (std::size_t k = 0; k < terms; ++k)
        field.m_trend(k, j) += row[j] * s.trend(k, j);
      for (std::size_t i = 0; i < n; ++i) {
        field.m_coefficients.back()(i, j) += row[j] * s.coefficients(i, j);
        made.leftOut.means(i, j) += row[j] * (y(i, j) - s.coefficients(i, j) * s.leftOutFactor[i]);
        // The row's own noise is that of any pattern, however little it is trusted.
        const double noise = c.noise - c.noise / field.m_trust[i];
        made.leftOut.variances(i, j) +=
            row[j] * s.scales[j] * std::max(s.leftOutFactor[i] + noise, c.noise);
      }
    }
  }
  return made;
}

void GaussianField::mean(std::span<const double> x, std::span<double> means) const {
  std::ranges::fill(means, 0.0);
  for (std::size_t k = 0; k < trendTerms(); ++k) {
    const double term = trendTerm(x, k);
    for (std::size_t j = 0; j < means.size(); ++j)
      means[j] += term * m_trend(k, j);
  }
  std::vector<double> distances(m_known.rows());
  for (std::size_t i = 0; i < distances.size(); ++i)
    distances[i] = distanceOf(x, m_known.row(i));
  std::size_t group = 0;
  for (std::size_t h = 0; h < m_members.size(); ++h) {
    if (h > 0 && m_members[h].covariance == m_members[h - 1].covariance &&
        m_members[h].length == m_members[h - 1].length)
      continue;
    const auto& coefficients = m_coefficients[group++];
    for (std::size_t i = 0; i < distances.size(); ++i) {
      const double k = covarianceAt(m_members[h].covariance, distances[i], m_members[h].length);
      const auto row = coefficients.row(i);
      for (std::size_t j = 0; j < means.size(); ++j)
        means[j] += k * row[j];
    }
  }
}

void GaussianField::variance(std::span<const double> x, std::span<double> variances) const {
  std::ranges::fill(variances, 0.0);
  std::vector<std::pair<double, std::size_t>> order(m_known.rows());
  for (std::size_t i = 0; i < order.size(); ++i)
    order[i] = {distanceOf(x, m_known.row(i)), i};
  const std::size_t near = std::min(kScreen, order.size());
  std::ranges::partial_sort(order, order.begin() + static_cast<std::ptrdiff_t>(near));

  const auto size = static_cast<Eigen::Index>(near);
  const auto terms = static_cast<Eigen::Index>(trendTerms());
  SmallMatrix distances(size, size);
  SmallMatrix trend(size, terms);
  Eigen::VectorXd ownTrend(terms);
  for (Eigen::Index k = 0; k < terms; ++k)
    ownTrend(k) = trendTerm(x, static_cast<std::size_t>(k));
  for (Eigen::Index a = 0; a < size; ++a) {
    const auto row = m_known.row(order[static_cast<std::size_t>(a)].second);
    for (Eigen::Index k = 0; k < terms; ++k)
      trend(a, k) = trendTerm(row, static_cast<std::size_t>(k));
    for (Eigen::Index b = 0; b < a; ++b)
      distances(a, b) = distanceOf(row, m_known.row(order[static_cast<std::size_t>(b)].second));
  }
  SmallMatrix covariance(size, size);
  SmallMatrix right(size, terms + 1);
  for (const auto& member : m_members) {
    const double top = covarianceAt(member.covariance, 0.0, member.length);
    for (Eigen::Index a = 0; a < size; ++a) {
      const auto& [distance, known] = order[static_cast<std::size_t>(a)];
      for (Eigen::Index b = 0; b < a; ++b)
        covariance(a, b) = covarianceAt(member.covariance, distances(a, b), member.length);
      covariance(a, a) = top + member.noise / m_trust[known];
      right(a, terms) = covarianceAt(member.covariance, distance, member.length);
    }
    right.leftCols(terms) = trend;
    const Eigen::VectorXd own = right.col(terms);
    const Eigen::LLT<SmallMatrix> factor(covariance);
    factor.solveInPlace(right);
    const Eigen::VectorXd missed = ownTrend - trend.transpose() * right.col(terms);
    const SmallMatrix inner = trend.transpose() * right.leftCols(terms);
    const double value =
        top + member.noise - own.dot(right.col(terms)) + missed.dot(inner.ldlt().solve(missed));
    for (std::size_t j = 0; j < variances.size(); ++j)
      variances[j] += member.shares[j] * member.scales[j] * std::max(value, member.noise);
  }
}

FieldEstimate GaussianField::estimate(const Matrix& x, const RunContext& context) const {
  FieldEstimate result{Matrix(x.rows(), outputs()), Matrix(x.rows(), outputs())};
  parallelFor(context, x.rows(), [&](std::size_t i) {
    mean(x.row(i), result.means.row(i));
    variance(x.row(i), result.variances.row(i));
  });
  return result;
}

void GaussianField::store(files::TensorFile& file, const std::string& prefix) const {
  const std::size_t columns = outputs();
  Matrix members(m_members.size(), 3 + 2 * columns);
  for (std::size_t h = 0; h < m_members.size(); ++h) {
    const auto& m = m_members[h];
    members(h, 0) = static_cast<double>(m.covariance);
    members(h, 1) = m.length;
    members(h, 2) = m.noise;
    std::ranges::copy(m.shares, members.row(h).begin() + 3);
    std::ranges::copy(m.scales, members.row(h).begin() + 3 + static_cast<std::ptrdiff_t>(columns));
  }
  file.tensors[prefix + ".members"] = files::Tensor::of(members);
  file.tensors[prefix + ".trust"] = files::Tensor::of(m_trust);
  file.tensors[prefix + ".trend"] = files::Tensor::of(m_trend);
  for (std::size_t g = 0; g < m_coefficients.size(); ++g)
    file.tensors[prefix + ".coefficients." + std::to_string(g)] =
        files::Tensor::of(m_coefficients[g]);
}

GaussianField GaussianField::restore(const files::TensorFile& file, const std::string& prefix,
                                     Matrix known) {
  const auto damaged = [&prefix](const std::string& what) {
    throw Error(ErrorCode::Damaged,
                "The generator is damaged: " + what + " of \"" + prefix + "\" make no sense.");
  };
  GaussianField field;
  field.m_trend = file.matrix(prefix + ".trend");
  field.m_trust = file.numbers(prefix + ".trust");
  const Matrix members = file.matrix(prefix + ".members");
  const std::size_t outputs = field.m_trend.columns();
  if (field.trendTerms() < 1 || field.trendTerms() > 2 || outputs == 0 ||
      known.rows() < field.trendTerms())
    damaged("the trends");
  if (field.m_trust.size() != known.rows() ||
      !std::ranges::all_of(field.m_trust, [](double t) { return t >= kLeastTrust && t <= 1.0; }))
    damaged("the weights");
  if (members.rows() == 0 || members.columns() != 3 + 2 * outputs)
    damaged("the members");
  for (std::size_t h = 0; h < members.rows(); ++h) {
    const auto row = members.row(h);
    const auto shares = row.subspan(3, outputs);
    const auto scales = row.subspan(3 + outputs, outputs);
    const bool kind = row[0] == std::floor(row[0]) && row[0] >= 0.0 &&
                      row[0] <= static_cast<double>(Covariance::SquaredExponential);
    if (!kind || !(row[1] > 0.0) || !(row[2] > 0.0) || std::ranges::min(shares) < 0.0 ||
        std::ranges::max(shares) > 1.0 || std::ranges::min(scales) < 0.0)
      damaged("the members");
    field.m_members.push_back({static_cast<Covariance>(static_cast<int>(row[0])),
                               row[1],
                               row[2],
                               {shares.begin(), shares.end()},
                               {scales.begin(), scales.end()}});
    const auto& m = field.m_members;
    if (h == 0 || m[h].covariance != m[h - 1].covariance || m[h].length != m[h - 1].length) {
      field.m_coefficients.push_back(
          file.matrix(prefix + ".coefficients." + std::to_string(field.m_coefficients.size())));
      if (field.m_coefficients.back().rows() != known.rows() ||
          field.m_coefficients.back().columns() != outputs)
        damaged("the coefficients");
    }
  }
  field.m_known = std::move(known);
  return field;
}

}  // namespace vitrine::generation
