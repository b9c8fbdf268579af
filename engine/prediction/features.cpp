#include "engine/prediction/features.h"

#include "engine/alloy/element.h"
#include "engine/core/error.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace vitrine::prediction {
namespace {

/// The columns of the mixing block, in this order.
enum class Mixing { SizeMismatch, Entropy, Elements, LargestFraction };
constexpr std::size_t kMixingColumns = 4;
constexpr std::array<const char*, kMixingColumns> kMixingNames{
    "size mismatch", "entropy of mixing", "number of elements", "largest fraction"};

/// Columns that vary by less stay as they are.
constexpr double kSmallestDeviation = 1e-9;

[[noreturn]] void damaged() {
  throw Error(ErrorCode::Damaged, "The model file is damaged: its features make no sense.");
}

void writeFacts(files::ByteWriter& out, const std::vector<Fact>& facts) {
  out.put(static_cast<std::uint32_t>(facts.size()));
  for (const Fact fact : facts)
    out.put(static_cast<std::uint8_t>(fact));
}

std::vector<Fact> readFacts(files::ByteReader& in) {
  const auto numbers = in.getArray<std::uint8_t>(in.get<std::uint32_t>());
  std::vector<Fact> facts;
  for (const auto number : numbers) {
    if (number >= kFacts.size())
      damaged();
    facts.push_back(static_cast<Fact>(number));
  }
  if (facts.size() > kFacts.size())
    damaged();
  return facts;
}

/// Features are compared as 32-bit floats; numbers this far from any fact could not be.
double sane(double value) {
  constexpr double kLargest = 1e9;
  if (!(std::abs(value) <= kLargest))
    damaged();
  return value;
}

}  // namespace

std::size_t FeatureMap::factColumns() const noexcept {
  return m_options.averages.size() + m_options.spreads.size() +
         (m_options.mixing ? kMixingColumns : 0);
}

std::size_t FeatureMap::columns() const noexcept {
  return m_elements.size() + factColumns();
}

void FeatureMap::indexElements() {
  m_index.assign(alloy::kElementCount + 1, m_elements.size());
  for (std::size_t i = 0; i < m_elements.size(); ++i)
    m_index[static_cast<std::size_t>(m_elements[i])] = i;
}

std::size_t FeatureMap::elementIndex(int atomicNumber) const noexcept {
  return m_index[static_cast<std::size_t>(atomicNumber)];
}

FeatureMap FeatureMap::create(const FeatureOptions& options, std::vector<int> elements,
                              std::span<const alloy::Composition> training) {
  FeatureMap map;
  map.m_options = options;
  map.m_elements = std::move(elements);
  map.indexElements();
  map.m_facts.reserve(kFacts.size() * map.m_elements.size());
  for (const Fact which : kFacts)
    for (const int z : map.m_elements)
      map.m_facts.push_back(factValue(which, z));

  const std::size_t count = map.factColumns();
  map.m_moments.assign(count, {});
  if (count == 0 || training.empty())
    return map;
  Matrix raw(training.size(), map.columns());
  for (std::size_t i = 0; i < training.size(); ++i)
    map.rawRow(training[i], raw.row(i));
  const auto n = static_cast<double>(training.size());
  for (std::size_t j = 0; j < count; ++j) {
    const std::size_t column = map.m_elements.size() + j;
    double sum = 0.0, squares = 0.0;
    for (std::size_t i = 0; i < training.size(); ++i)
      sum += raw(i, column);
    const double mean = sum / n;
    for (std::size_t i = 0; i < training.size(); ++i)
      squares += (raw(i, column) - mean) * (raw(i, column) - mean);
    const double sd = std::sqrt(squares / n);
    // A column that does not vary stays 0.
    map.m_moments[j] = {mean, sd > kSmallestDeviation * (1.0 + std::abs(mean)) ? sd : 1.0};
  }
  return map;
}

double FeatureMap::average(Fact which, const alloy::Composition& alloy) const {
  double sum = 0.0;
  for (const auto& share : alloy.shares())
    if (const std::size_t i = elementIndex(share.atomicNumber); i < m_elements.size())
      sum += share.amount * fact(which, i);
  return sum;
}

void FeatureMap::rawRow(const alloy::Composition& alloy, std::span<double> row) const {
  const std::size_t width = m_elements.size();
  std::ranges::fill(row, 0.0);
  for (const auto& share : alloy.shares())
    if (const std::size_t i = elementIndex(share.atomicNumber); i < width)
      row[i] = m_options.fractionScale *
               (m_options.squareRoots ? std::sqrt(share.amount) : share.amount);
  if (factColumns() == 0)
    return;

  std::size_t column = width;
  for (const Fact which : m_options.averages)
    row[column++] = average(which, alloy);
  for (const Fact which : m_options.spreads) {
    const double center = average(which, alloy);
    double variance = 0.0;
    for (const auto& share : alloy.shares())
      if (const std::size_t i = elementIndex(share.atomicNumber); i < width)
        variance += share.amount * (fact(which, i) - center) * (fact(which, i) - center);
    row[column++] = std::sqrt(variance);
  }
  if (!m_options.mixing)
    return;
  const double radius = average(Fact::CovalentRadius, alloy);
  double mismatch = 0.0, entropy = 0.0, largest = 0.0;
  for (const auto& share : alloy.shares()) {
    if (const std::size_t i = elementIndex(share.atomicNumber); i < width && radius > 0.0) {
      const double relative = 1.0 - fact(Fact::CovalentRadius, i) / radius;
      mismatch += share.amount * relative * relative;
    }
    entropy -= share.amount * std::log(share.amount);
    largest = std::max(largest, share.amount);
  }
  row[column++] = std::sqrt(mismatch);
  row[column++] = entropy;
  row[column++] = static_cast<double>(alloy.shares().size());
  row[column++] = largest;
}

Matrix FeatureMap::apply(std::span<const alloy::Composition> alloys) const {
  Matrix x(alloys.size(), columns());
  const std::size_t width = m_elements.size();
  for (std::size_t i = 0; i < alloys.size(); ++i) {
    const auto row = x.row(i);
    rawRow(alloys[i], row);
    for (std::size_t j = 0; j < m_moments.size(); ++j) {
      const double scale =
          j < m_options.averages.size() ? m_options.averageScale : m_options.spreadScale;
      row[width + j] = scale * (row[width + j] - m_moments[j].mean) / m_moments[j].sd;
    }
  }
  return x;
}

std::string FeatureMap::columnName(std::size_t column) const {
  if (column < m_elements.size()) {
    const std::string symbol(alloy::element(m_elements[column]).symbol);
    return m_options.squareRoots ? "sqrt(" + symbol + ")" : symbol;
  }
  column -= m_elements.size();
  if (column < m_options.averages.size())
    return "mean " + std::string(factName(m_options.averages[column]));
  column -= m_options.averages.size();
  if (column < m_options.spreads.size())
    return "spread of " + std::string(factName(m_options.spreads[column]));
  return kMixingNames.at(column - m_options.spreads.size());
}

double FeatureMap::pull(std::size_t column, const alloy::Composition& alloy,
                        const alloy::Share& share) const {
  const std::size_t element = elementIndex(share.atomicNumber);
  const bool known = element < m_elements.size();
  const auto variance = [&](Fact which) {
    if (!known)
      return 0.0;
    const double off = fact(which, element) - average(which, alloy);
    return share.amount * off * off;
  };
  if (column < m_elements.size())
    return column == element ? 1.0 : 0.0;
  column -= m_elements.size();
  if (column < m_options.averages.size())
    return known ? share.amount *
                       std::abs(fact(m_options.averages[column], element) - m_moments[column].mean)
                 : 0.0;
  column -= m_options.averages.size();
  if (column < m_options.spreads.size())
    return variance(m_options.spreads[column]);
  switch (static_cast<Mixing>(column - m_options.spreads.size())) {
    case Mixing::SizeMismatch:
      return variance(Fact::CovalentRadius);
    case Mixing::Entropy:
      return -share.amount * std::log(share.amount);
    case Mixing::Elements:
      return 1.0;
    case Mixing::LargestFraction:
      return std::ranges::max(alloy.shares(), {}, &alloy::Share::amount).amount == share.amount
                 ? 1.0
                 : 0.0;
  }
  return 0.0;
}

std::vector<double> FeatureMap::elementShares(std::size_t column,
                                              const alloy::Composition& alloy) const {
  const auto shares = alloy.shares();
  std::vector<double> parts;
  for (const auto& share : shares)
    parts.push_back(pull(column, alloy, share));
  const double sum = std::accumulate(parts.begin(), parts.end(), 0.0);
  if (sum == 0.0 && column < m_elements.size())
    return parts;
  for (std::size_t k = 0; k < parts.size(); ++k)
    parts[k] = sum > 0.0 ? parts[k] / sum : shares[k].amount;
  return parts;
}

void FeatureMap::write(files::ByteWriter& out) const {
  out.put(static_cast<std::uint8_t>(m_options.squareRoots));
  out.put(m_options.fractionScale);
  writeFacts(out, m_options.averages);
  writeFacts(out, m_options.spreads);
  out.put(static_cast<std::uint8_t>(m_options.mixing));
  out.put(m_options.averageScale);
  out.put(m_options.spreadScale);
  out.put(static_cast<std::uint32_t>(m_elements.size()));
  for (const int z : m_elements)
    out.put(static_cast<std::uint8_t>(z));
  out.put(static_cast<std::uint32_t>(kFacts.size()));
  out.putArray(std::span<const double>(m_facts));
  for (const auto& moments : m_moments) {
    out.put(moments.mean);
    out.put(moments.sd);
  }
}

FeatureMap FeatureMap::read(files::ByteReader& in) {
  FeatureMap map;
  map.m_options.squareRoots = in.get<std::uint8_t>() != 0;
  map.m_options.fractionScale = sane(in.get<double>());
  map.m_options.averages = readFacts(in);
  map.m_options.spreads = readFacts(in);
  map.m_options.mixing = in.get<std::uint8_t>() != 0;
  map.m_options.averageScale = sane(in.get<double>());
  map.m_options.spreadScale = sane(in.get<double>());
  for (const auto z : in.getArray<std::uint8_t>(in.get<std::uint32_t>())) {
    if (z < 1 || z > alloy::kElementCount ||
        (!map.m_elements.empty() && z <= map.m_elements.back()))
      damaged();
    map.m_elements.push_back(z);
  }
  // A file from before a fact was appended has fewer of them; no column of it needs the others.
  const std::size_t facts = in.get<std::uint32_t>();
  const auto stored = [&](Fact fact) { return static_cast<std::size_t>(fact) < facts; };
  if (map.m_elements.empty() || facts > kFacts.size() ||
      !std::ranges::all_of(map.m_options.averages, stored) ||
      !std::ranges::all_of(map.m_options.spreads, stored) ||
      (map.m_options.mixing && !stored(Fact::CovalentRadius)))
    damaged();
  map.indexElements();
  map.m_facts = in.getArray<double>(facts * map.m_elements.size());
  std::ranges::for_each(map.m_facts, sane);
  map.m_moments.resize(map.factColumns());
  for (auto& moments : map.m_moments) {
    moments = {sane(in.get<double>()), sane(in.get<double>())};
    if (moments.sd < kSmallestDeviation)
      damaged();
  }
  return map;
}

}  // namespace vitrine::prediction
