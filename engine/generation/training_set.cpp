#include "engine/generation/training_set.h"

#include "engine/core/error.h"
#include "engine/core/random.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

namespace vitrine::generation {

namespace {

[[noreturn]] void refuse(const std::string& what) {
  throw Error(ErrorCode::InvalidInput, "The patterns cannot be learned from: " + what + ".");
}

}  // namespace

TrainingSet TrainingSet::fromSpectra(const diffraction::SpectrumSet& spectra) {
  std::set<int> elements;
  for (const auto& pattern : spectra.patterns) {
    for (const auto& share : pattern.composition.shares())
      elements.insert(share.atomicNumber);
    if (pattern.intensities.size() != spectra.axis.points)
      refuse("pattern \"" + pattern.id + "\" does not lie on the common axis");
  }
  std::vector<int> columns(elements.begin(), elements.end());
  Matrix fractions(spectra.patterns.size(), columns.size());
  Matrix intensities(spectra.patterns.size(), spectra.axis.points);
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < spectra.patterns.size(); ++i) {
    const auto& pattern = spectra.patterns[i];
    for (std::size_t j = 0; j < columns.size(); ++j)
      fractions(i, j) = pattern.composition.fraction(columns[j]);
    std::ranges::copy(pattern.intensities, intensities.row(i).begin());
    ids.push_back(pattern.id);
  }
  return fromRows(std::move(columns), std::move(fractions), spectra.axis, std::move(intensities),
                  std::move(ids), spectra.source, spectra.steps, spectra.origin);
}

TrainingSet TrainingSet::fromRows(std::vector<int> elements, Matrix fractions,
                                  const diffraction::UniformAxis& axis, Matrix intensities,
                                  std::vector<std::string> ids, std::string source,
                                  std::vector<std::string> steps,
                                  diffraction::PatternOrigin origin) {
  if (fractions.rows() == 0)
    refuse("there are none");
  if (elements.size() < 2)
    refuse("their alloys hold one element only");
  if (!std::ranges::is_sorted(elements, std::less_equal<>()) || elements.front() < 1 ||
      elements.back() > alloy::kElementCount)
    refuse("the elements are not named by rising atomic number");
  if (fractions.columns() != elements.size() || intensities.rows() != fractions.rows() ||
      ids.size() != fractions.rows() || intensities.columns() != axis.points || axis.points < 2)
    refuse("alloys, patterns and names differ in number");
  for (std::size_t i = 0; i < fractions.rows(); ++i) {
    const auto row = fractions.row(i);
    const double sum = std::accumulate(row.begin(), row.end(), 0.0);
    if (!(std::abs(sum - 1.0) < 1e-6) || std::ranges::any_of(row, [](double x) { return x < 0.0; }))
      refuse("the fractions of pattern \"" + ids[i] + "\" do not add up to 1");
    if (!std::ranges::all_of(intensities.row(i), [](double y) { return std::isfinite(y); }))
      refuse("pattern \"" + ids[i] + "\" holds a number that is not finite");
  }
  TrainingSet set;
  set.m_elements = std::move(elements);
  set.m_fractions = std::move(fractions);
  set.m_axis = axis;
  set.m_intensities = std::move(intensities);
  set.m_ids = std::move(ids);
  set.m_source = std::move(source);
  set.m_steps = std::move(steps);
  set.m_origin = origin;
  return set;
}

alloy::Composition TrainingSet::composition(std::size_t row) const {
  std::vector<alloy::Share> shares;
  for (std::size_t j = 0; j < m_elements.size(); ++j)
    shares.push_back({m_elements[j], m_fractions(row, j)});
  return alloy::Composition::fromAmounts(shares);
}

TrainingSet TrainingSet::select(std::span<const std::size_t> rows) const {
  TrainingSet chosen;
  chosen.m_elements = m_elements;
  chosen.m_fractions = m_fractions.select(rows);
  chosen.m_axis = m_axis;
  chosen.m_intensities = m_intensities.select(rows);
  for (const std::size_t row : rows)
    chosen.m_ids.push_back(m_ids[row]);
  chosen.m_source = m_source;
  chosen.m_steps = m_steps;
  chosen.m_origin = m_origin;
  return chosen;
}

RandomSplit randomSplit(std::size_t rows, double testShare, std::uint64_t seed) {
  if (!(testShare >= 0.0 && testShare < 1.0))
    throw Error(ErrorCode::InvalidInput,
                "The share of test patterns must be at least 0 and below 1.");
  std::vector<std::size_t> order(rows);
  std::iota(order.begin(), order.end(), std::size_t{0});
  Random random(seed);
  random.shuffle(order);
  const auto test = static_cast<std::ptrdiff_t>(std::floor(testShare * static_cast<double>(rows)));
  return {{order.begin() + test, order.end()}, {order.begin(), order.begin() + test}};
}

EdgeSplit edgeSplit(const TrainingSet& set, double leastFraction) {
  EdgeSplit split;
  for (std::size_t i = 0; i < set.size(); ++i) {
    const auto fractions = set.fractions().row(i);
    const bool isInside = *std::ranges::min_element(fractions) >= leastFraction;
    (isInside ? split.inside : split.edge).push_back(i);
  }
  return split;
}

}  // namespace vitrine::generation
