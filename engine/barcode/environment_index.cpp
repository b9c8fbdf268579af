#include "engine/barcode/environment_index.h"

#include "engine/core/parallel.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace vitrine::barcode {

namespace {

/// Dimensions of the space.
constexpr std::size_t kDimensions = 64;
/// p and r.
constexpr std::size_t kDepth = kDimensions + 1;
/// A vector that lies in the space but for this adds no dimension.
constexpr double kSmallestRest = 1e-3;
/// Rows that are looked up together.
constexpr std::size_t kRowsAtOnce = 32;

/// What rounding can do to the bounds, for vectors of `length` numbers. With u = 2^-24 a
/// coordinate, a sum of products taken in segments of s numbers, is off by
/// (s + segments + 3) u |q| |a| at most.
class Rounding {
 public:
  explicit Rounding(std::size_t length)
      : m_projection(
            std::sqrt(static_cast<double>(kDimensions)) * 0x1p-24 *
            static_cast<double>(SegmentedRows::kSegment + length / SegmentedRows::kSegment + 4)) {}
  /// Added to r^2 = 1 - |p|^2, so that r is never too small.
  [[nodiscard]] double ofRest() const noexcept { return 2.0 * m_projection + kOther; }
  /// Of p_a . p_b + r_a r_b, from both projections and the sum itself.
  [[nodiscard]] double ofProduct() const noexcept { return 2.0 * m_projection + kOther; }

 private:
  /// Lengths that are not quite one, sums of kDepth products, squares of the errors above.
  static constexpr double kOther = 2e-5;
  double m_projection;  ///< of p as a vector
};

void keepBetter(std::optional<Match>& best, const Match& found) {
  if (!best || found.squaredDistance < best->squaredDistance ||
      (found.squaredDistance == best->squaredDistance && found.index < best->index))
    best = found;
}

/// Compares in full where the bound allows a match, the most promising first.
/// @param products  p . p + r r with every environment, `stride` apart
std::optional<Match> nearestBelow(const UnitRows& environments, std::span<const float> row,
                                  double largest, const float* products, std::size_t stride,
                                  std::vector<std::pair<double, std::size_t>>& candidates) {
  const double off = Rounding(row.size()).ofProduct();
  candidates.clear();
  for (std::size_t i = 0; i < environments.size(); ++i) {
    const double bound = 2.0 - 2.0 * (static_cast<double>(products[i * stride]) + off);
    if (bound <= largest)
      candidates.emplace_back(bound, i);
  }
  std::sort(candidates.begin(), candidates.end());
  std::optional<Match> best;
  for (const auto& [bound, i] : candidates) {
    if (best && bound > best->squaredDistance)
      break;
    const double distance = squaredDistance(row, environments.row(i));
    if (distance <= largest)
      keepBetter(best, {i, distance});
  }
  return best;
}

}  // namespace

EnvironmentIndex::EnvironmentIndex(UnitRows environments) : m_environments(environments.length()) {
  add(environments);
}

void EnvironmentIndex::add(const UnitRows& environments) {
  if (environments.size() == 0)
    return;
  if (size() == 0)
    m_environments = UnitRows(environments.length());
  const std::size_t before = m_basis.size();
  for (std::size_t i = 0; i < environments.size(); ++i) {
    m_environments.add(environments.row(i));
    if (m_basis.size() < kDimensions)
      extendBasis(environments.row(i));
  }
  // Those that were there before lie in the old space or see the new dimensions too.
  std::size_t first = m_coordinates.size() / kDepth;
  if (m_basis.size() > before) {
    m_packedBasis = SegmentedRows(
        m_basis.size(), m_environments.length(),
        [&](std::size_t axis, std::size_t k) { return static_cast<float>(m_basis[axis][k]); });
    first = 0;
  }
  m_coordinates.resize(size() * kDepth);
  std::vector<float> part;
  for (; first < size(); first += kRowsAtOnce) {
    project(m_environments, first, std::min(kRowsAtOnce, size() - first), part);
    std::copy(part.begin(), part.end(),
              m_coordinates.begin() + static_cast<std::ptrdiff_t>(first * kDepth));
  }
  m_packedCoordinates.emplace(
      size(), kDepth, [&](std::size_t i, std::size_t k) { return m_coordinates[i * kDepth + k]; });
}

/// Gram and Schmidt, twice for orthogonality to rounding.
void EnvironmentIndex::extendBasis(std::span<const float> environment) {
  std::vector<double> rest(environment.begin(), environment.end());
  const auto product = [&](const std::vector<double>& axis) {
    double sum = 0.0;
    for (std::size_t k = 0; k < rest.size(); ++k)
      sum += axis[k] * rest[k];
    return sum;
  };
  for (int pass = 0; pass < 2; ++pass)
    for (const auto& axis : m_basis) {
      const double along = product(axis);
      for (std::size_t k = 0; k < rest.size(); ++k)
        rest[k] -= along * axis[k];
    }
  const double norm = std::sqrt(product(rest));
  if (norm < kSmallestRest)
    return;
  for (double& value : rest)
    value /= norm;
  m_basis.push_back(std::move(rest));
}

/// kDepth numbers for each of `count` rows.
void EnvironmentIndex::project(const UnitRows& rows, std::size_t first, std::size_t count,
                               std::vector<float>& coordinates) const {
  PackedColumns columns(count, rows.length());
  for (std::size_t i = 0; i < count; ++i)
    columns.set(i, rows.row(first + i));
  const auto products = m_packedBasis.times(columns);
  coordinates.assign(count * kDepth, 0.0F);
  for (std::size_t i = 0; i < count; ++i)
    for (std::size_t axis = 0; axis < m_basis.size(); ++axis)
      coordinates[i * kDepth + axis] = products[axis * columns.width() + i];
  const double off = Rounding(rows.length()).ofRest();
  for (std::size_t i = 0; i < count; ++i) {
    double square = 0.0;
    for (std::size_t axis = 0; axis < m_basis.size(); ++axis) {
      const double p = coordinates[i * kDepth + axis];
      square += p * p;
    }
    coordinates[i * kDepth + kDimensions] =
        static_cast<float>(std::sqrt(std::max(0.0, 1.0 - square) + off));
  }
}

std::vector<std::optional<Match>> EnvironmentIndex::nearest(const UnitRows& rows, double largest,
                                                            const RunContext& context) const {
  std::vector<std::optional<Match>> matches(rows.size());
  if (size() == 0)
    return matches;
  const std::size_t items = (rows.size() + kRowsAtOnce - 1) / kRowsAtOnce;
  parallelFor(context, items, [&](std::size_t item) {
    const std::size_t first = item * kRowsAtOnce;
    const std::size_t count = std::min(kRowsAtOnce, rows.size() - first);
    std::vector<float> coordinates;
    project(rows, first, count, coordinates);
    PackedColumns columns(count, kDepth);
    for (std::size_t i = 0; i < count; ++i)
      columns.set(i, std::span(coordinates).subspan(i * kDepth, kDepth));
    const std::size_t stride = columns.width();
    std::vector<float> products(size() * stride);
    multiply(*m_packedCoordinates, columns.values(), kDepth, columns.panels(), products.data(),
             stride);
    std::vector<std::pair<double, std::size_t>> candidates;
    for (std::size_t i = 0; i < count; ++i) {
      context.tick();
      matches[first + i] = nearestBelow(m_environments, rows.row(first + i), largest,
                                        products.data() + i, stride, candidates);
    }
  });
  return matches;
}

std::optional<Match> nearestOfAll(const UnitRows& environments, std::span<const float> row,
                                  double largest) {
  std::optional<Match> best;
  for (std::size_t i = 0; i < environments.size(); ++i) {
    const double distance = squaredDistance(row, environments.row(i));
    if (distance <= largest)
      keepBetter(best, {i, distance});
  }
  return best;
}

}  // namespace vitrine::barcode
