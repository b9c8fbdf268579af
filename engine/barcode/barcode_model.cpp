#include "engine/barcode/barcode_model.h"

#include "engine/atomistic/polyhedra.h"
#include "engine/core/error.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace vitrine::barcode {

namespace {

void require(bool holds, const std::string& what) {
  if (!holds)
    throw Error(ErrorCode::Damaged, "The barcode model is damaged: " + what + ".");
}

bool finite(std::span<const double> values) {
  return std::ranges::all_of(values, [](double value) { return std::isfinite(value); });
}

/// Long enough for the search among them to hold, see EnvironmentIndex.
bool unitLength(const UnitRows& rows) {
  constexpr double kRounding = 1e-6;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    double square = 0.0;
    for (const float value : rows.row(i))
      square += static_cast<double>(value) * static_cast<double>(value);
    if (!(std::abs(square - 1.0) < kRounding))
      return false;
  }
  return true;
}

void check(const BarcodeParts& parts) {
  const std::size_t environments = parts.environments.size();
  const std::size_t bars = parts.barEnvironments.size();
  const auto& samples = parts.samples;
  const std::size_t count = samples.energyEvPerAtom.size();
  require(environments > 0 && unitLength(parts.environments.index.environments()),
          "its environments are no vectors of length one");
  require(parts.card.settings == parts.environments.settings, "its settings contradict each other");
  require(parts.environments.sources.size() == environments &&
              parts.kernels.size() == environments && parts.atoms.size() == environments &&
              parts.importance.size() == environments && finite(parts.importance),
          "what it says about its environments is incomplete");
  require(bars > 0 && bars <= environments && parts.barImportance.size() == bars &&
              finite(parts.barImportance),
          "it has no possible number of bars");
  auto sorted = parts.barEnvironments;
  std::sort(sorted.begin(), sorted.end());
  require(sorted.back() < environments && std::ranges::adjacent_find(sorted) == sorted.end(),
          "its bars name no environments, or one of them twice");
  require(parts.all && parts.bars && parts.all->featureCount() == environments &&
              parts.bars->featureCount() == bars,
          "its energy models are for other environments");
  require(count >= 3 && samples.groups.size() == count && samples.barcodes.rows() == count &&
              samples.barcodes.columns() == bars && samples.outOfFoldAll.size() == count &&
              samples.outOfFoldBars.size() == count,
          "its training glasses are incomplete");
  require(finite(samples.energyEvPerAtom) && finite(samples.barcodes.values()) &&
              finite(samples.outOfFoldAll) && finite(samples.outOfFoldBars),
          "a number of its training glasses is missing");
}

std::vector<bool> kasperBars(const BarcodeParts& parts) {
  std::vector<bool> kasper;
  for (const std::size_t environment : parts.barEnvironments)
    kasper.push_back(atomistic::isKasper(parts.kernels[environment]));
  return kasper;
}

}  // namespace

double correlation(std::span<const double> x, std::span<const double> y) {
  const auto count = static_cast<double>(x.size());
  double meanX = 0.0;
  double meanY = 0.0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    meanX += x[i] / count;
    meanY += y[i] / count;
  }
  double xx = 0.0;
  double yy = 0.0;
  double xy = 0.0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    xx += (x[i] - meanX) * (x[i] - meanX);
    yy += (y[i] - meanY) * (y[i] - meanY);
    xy += (x[i] - meanX) * (y[i] - meanY);
  }
  if (!(xx > 0.0 && yy > 0.0))
    return std::numeric_limits<double>::quiet_NaN();
  return xy / std::sqrt(xx * yy);
}

std::shared_ptr<const BarcodeModel> BarcodeModel::create(BarcodeParts parts) {
  check(parts);
  return std::shared_ptr<const BarcodeModel>(new BarcodeModel(std::move(parts)));
}

BarcodeModel::BarcodeModel(BarcodeParts parts)
    : m_parts(std::move(parts)),
      m_descriptor(m_parts.card.settings.species, m_parts.card.settings.soap),
      m_weights(m_parts.environments),
      m_reference(m_parts.samples.barcodes, m_parts.samples.energyEvPerAtom, m_parts.samples.groups,
                  kasperBars(m_parts)) {
  require(m_descriptor.length() == m_parts.environments.index.environments().length(),
          "its environments are of another length than its settings say");
  const auto& samples = m_parts.samples;
  const std::size_t count = samples.energyEvPerAtom.size();
  std::vector<double> kasper(count);
  std::vector<double> icosahedra(count);
  std::vector<double> shares(count);
  for (std::size_t k = 0; k < m_parts.barEnvironments.size(); ++k) {
    Bar bar;
    bar.environment = m_parts.barEnvironments[k];
    bar.kernel = m_parts.kernels[bar.environment];
    bar.kasper = atomistic::isKasper(bar.kernel);
    bar.importance = m_parts.barImportance[k];
    for (std::size_t i = 0; i < count; ++i) {
      shares[i] = samples.barcodes(i, k);
      bar.meanShare += shares[i] / static_cast<double>(count);
      kasper[i] += bar.kasper ? shares[i] : 0.0;
      icosahedra[i] += bar.kernel == atomistic::kIcosahedron ? shares[i] : 0.0;
    }
    bar.energyCorrelation = correlation(shares, samples.energyEvPerAtom);
    m_bars.push_back(bar);
  }
  m_kasperCorrelation = correlation(kasper, samples.energyEvPerAtom);
  m_icosahedraCorrelation = correlation(icosahedra, samples.energyEvPerAtom);
}

}  // namespace vitrine::barcode
