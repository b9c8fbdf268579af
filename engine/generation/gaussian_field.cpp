#include "engine/generation/gaussian_field.h"

#include "engine/core/error.h"
#include "engine/core/parallel.h"
#include "engine/core/random.h"
#include "engine/files/safetensors.h"

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
/// Numbers of a member's model in a file, before shares and scales.
constexpr std::size_t kModelNumbers = 4;
/// Below this spread the entropy of mixing is the same for all alloys and no trend of its own.
constexpr double kLeastEntropySpread = 1e-6;

std::size_t trendTermsFor(const Matrix& x, bool entropy) {
  if (!entropy)
    return 1;
  double least = trendTerm(x.row(0), 1);
  double most = least;
  for (std::size_t i = 1; i < x.rows(); ++i) {
    least = std::min(least, trendTerm(x.row(i), 1));
    most = std::max(most, trendTerm(x.row(i), 1));
  }
  return most - least > kLeastEntropySpread ? 2 : 1;
}

/// Kernels of the same direction side by side, and within them members of the same kernel: they
/// share distances and covariances.
std::vector<KrigingModel> modelsOf(const FieldSettings& settings, std::size_t elements) {
  const int directions = settings.directional ? static_cast<int>(elements) : 0;
  std::vector<KrigingModel> all;
  for (int along = kNoElement; along < directions; ++along)
    for (const auto covariance : settings.covariances)
      for (const double length : settings.lengths)
        for (const double noise : settings.noises)
          all.push_back({{covariance, length, along}, noise});
  return all;
}

using SmallMatrix = Eigen::MatrixXd;

/// Shares of the models (rows) for each output (columns), from their likelihoods.
Matrix sharesOf(const std::vector<Kriging>& solutions, bool averages) {
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
std::vector<double> trustFrom(const std::vector<Kriging>& solutions, const Matrix& shares) {
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

std::vector<Kriging> solveAll(const Matrix& x, const Matrix& y, const std::vector<double>& trust,
                              std::size_t terms, const std::vector<KrigingModel>& models,
                              bool wantsLeftOut, const RunContext& context) {
  std::vector<Kriging> solutions(models.size());
  parallelFor(context, models.size(), [&](std::size_t h) {
    solutions[h] = krige(x, y, trust, terms, models[h], wantsLeftOut, context.silent());
  });
  return solutions;
}

/// The models that count most, in the order given.
std::vector<KrigingModel> bestOf(const std::vector<KrigingModel>& models, const Matrix& shares) {
  std::vector<std::pair<double, std::size_t>> ranking;
  for (std::size_t h = 0; h < models.size(); ++h) {
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
  kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
  std::vector<KrigingModel> chosen;
  for (const std::size_t h : kept)
    chosen.push_back(models[h]);
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
  auto models = modelsOf(settings, x.columns());
  const int passes = settings.robust ? 2 : 1;

  const auto rows = searchRows(n, context.seed());
  const Matrix searchX = x.select(rows);
  const Matrix searchY = y.select(rows);
  if (models.size() > 1) {
    // Some of the rows lie too far apart to tell which of them are faulty.
    const int searches = rows.size() < n ? 1 : passes;
    std::vector<double> trust(rows.size(), 1.0);
    Matrix shares;
    for (int pass = 0; pass < searches; ++pass) {
      const auto tried = solveAll(searchX, searchY, trust, terms, models, settings.robust,
                                  context.slice(0.1 * pass, 0.1 * pass + 0.1));
      shares = sharesOf(tried, settings.averages);
      if (pass + 1 < searches)
        trust = trustFrom(tried, shares);
    }
    models = bestOf(models, shares);
  }

  Fit made;
  GaussianField& field = made.field;
  field.m_trust.assign(n, 1.0);
  std::vector<Kriging> solutions;
  Matrix shares;
  for (int pass = 0; pass < passes; ++pass) {
    solutions = solveAll(x, y, field.m_trust, terms, models, true, context.silent());
    shares = sharesOf(solutions, settings.averages);
    if (pass + 1 < passes)
      field.m_trust = trustFrom(solutions, shares);
  }

  const std::size_t outputs = y.columns();
  field.m_known = x;
  field.m_trend = Matrix(terms, outputs);
  made.leftOut = {Matrix(n, outputs), Matrix(n, outputs)};
  for (std::size_t h = 0; h < models.size(); ++h) {
    const auto& s = solutions[h];
    const auto row = shares.row(h);
    const KrigingModel& model = models[h];
    if (field.m_members.empty() || field.m_members.back().model.kernel != model.kernel)
      field.m_coefficients.emplace_back(n, outputs);
    field.m_members.push_back({model, {row.begin(), row.end()}, s.scales});
    for (std::size_t j = 0; j < outputs; ++j) {
      for (std::size_t k = 0; k < terms; ++k)
        field.m_trend(k, j) += row[j] * s.trend(k, j);
      for (std::size_t i = 0; i < n; ++i) {
        field.m_coefficients.back()(i, j) += row[j] * s.coefficients(i, j);
        made.leftOut.means(i, j) += row[j] * (y(i, j) - s.coefficients(i, j) * s.leftOutFactor[i]);
        // The row's own noise is that of any pattern, however little it is trusted.
        const double noise = model.noise - model.noise / field.m_trust[i];
        made.leftOut.variances(i, j) +=
            row[j] * s.scales[j] * std::max(s.leftOutFactor[i] + noise, model.noise);
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
  const Kernel* last = nullptr;
  std::size_t group = 0;
  for (const auto& member : m_members) {
    const Kernel& kernel = member.model.kernel;
    if (last && kernel == *last)
      continue;
    if (!last || kernel.along != last->along)
      for (std::size_t i = 0; i < distances.size(); ++i)
        distances[i] = distanceBetween(x, m_known.row(i), kernel.along);
    last = &kernel;
    const auto& coefficients = m_coefficients[group++];
    for (std::size_t i = 0; i < distances.size(); ++i) {
      const double k = kernel.at(distances[i]);
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
    order[i] = {distanceBetween(x, m_known.row(i), kNoElement), i};
  const std::size_t near = std::min(kScreen, order.size());
  std::ranges::partial_sort(order, order.begin() + static_cast<std::ptrdiff_t>(near));

  const auto alloy = [&](Eigen::Index a) {
    return m_known.row(order[static_cast<std::size_t>(a)].second);
  };
  const auto size = static_cast<Eigen::Index>(near);
  const auto terms = static_cast<Eigen::Index>(trendTerms());
  SmallMatrix trend(size, terms);
  Eigen::VectorXd ownTrend(terms);
  for (Eigen::Index k = 0; k < terms; ++k)
    ownTrend(k) = trendTerm(x, static_cast<std::size_t>(k));
  for (Eigen::Index a = 0; a < size; ++a) {
    for (Eigen::Index k = 0; k < terms; ++k)
      trend(a, k) = trendTerm(alloy(a), static_cast<std::size_t>(k));
  }
  SmallMatrix apart(size, size);
  Eigen::VectorXd away(size);
  SmallMatrix covariance(size, size);
  SmallMatrix right(size, terms + 1);
  Eigen::VectorXd own(size);
  const Kernel* last = nullptr;
  for (const auto& member : m_members) {
    const auto& [kernel, noise] = member.model;
    const double top = kernel.top();
    const bool turned = !last || kernel.along != last->along;
    const bool changed = !last || kernel != *last;
    last = &kernel;
    for (Eigen::Index a = 0; a < size; ++a) {
      if (turned) {
        away(a) = distanceBetween(x, alloy(a), kernel.along);
        for (Eigen::Index b = 0; b < a; ++b)
          apart(a, b) = distanceBetween(alloy(a), alloy(b), kernel.along);
      }
      if (changed) {
        own(a) = kernel.at(away(a));
        for (Eigen::Index b = 0; b < a; ++b)
          covariance(a, b) = kernel.at(apart(a, b));
      }
      covariance(a, a) = top + noise / m_trust[order[static_cast<std::size_t>(a)].second];
    }
    right.col(terms) = own;
    right.leftCols(terms) = trend;
    const Eigen::LLT<SmallMatrix> factor(covariance);
    factor.solveInPlace(right);
    const Eigen::VectorXd missed = ownTrend - trend.transpose() * right.col(terms);
    const SmallMatrix inner = trend.transpose() * right.leftCols(terms);
    const double value =
        top + noise - own.dot(right.col(terms)) + missed.dot(inner.ldlt().solve(missed));
    for (std::size_t j = 0; j < variances.size(); ++j)
      variances[j] += member.shares[j] * member.scales[j] * std::max(value, noise);
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
  Matrix members(m_members.size(), kModelNumbers + 2 * columns);
  for (std::size_t h = 0; h < m_members.size(); ++h) {
    const auto& m = m_members[h];
    const auto row = members.row(h);
    row[0] = static_cast<double>(m.model.kernel.covariance);
    row[1] = m.model.kernel.length;
    row[2] = m.model.kernel.along;
    row[3] = m.model.noise;
    std::ranges::copy(m.shares, row.subspan(kModelNumbers).begin());
    std::ranges::copy(m.scales, row.subspan(kModelNumbers + columns).begin());
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
  if (members.rows() == 0 || members.columns() != kModelNumbers + 2 * outputs)
    damaged("the members");
  for (std::size_t h = 0; h < members.rows(); ++h) {
    const auto row = members.row(h);
    const auto shares = row.subspan(kModelNumbers, outputs);
    const auto scales = row.subspan(kModelNumbers + outputs, outputs);
    const auto isWhole = [](double value, double least, double most) {
      return value == std::floor(value) && value >= least && value <= most;
    };
    if (!isWhole(row[0], 0.0, static_cast<double>(Covariance::SquaredExponential)) ||
        !isWhole(row[2], kNoElement, static_cast<double>(known.columns()) - 1.0) ||
        !(row[1] > 0.0) || !(row[3] > 0.0) || std::ranges::min(shares) < 0.0 ||
        std::ranges::max(shares) > 1.0 || std::ranges::min(scales) < 0.0)
      damaged("the members");
    const Kernel kernel{static_cast<Covariance>(static_cast<int>(row[0])), row[1],
                        static_cast<int>(row[2])};
    if (h == 0 || kernel != field.m_members.back().model.kernel) {
      field.m_coefficients.push_back(
          file.matrix(prefix + ".coefficients." + std::to_string(field.m_coefficients.size())));
      if (field.m_coefficients.back().rows() != known.rows() ||
          field.m_coefficients.back().columns() != outputs)
        damaged("the coefficients");
    }
    field.m_members.push_back(
        {{kernel, row[3]}, {shares.begin(), shares.end()}, {scales.begin(), scales.end()}});
  }
  field.m_known = std::move(known);
  return field;
}

}  // namespace vitrine::generation
