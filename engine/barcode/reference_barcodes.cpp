#include "engine/barcode/reference_barcodes.h"

#include "engine/core/error.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace vitrine::barcode {

namespace {

/// Of the range of energies.
constexpr double kWidthShare = 0.1;
/// Glasses that are held against the others, at equal distances in their list.
constexpr std::size_t kMostHeldOut = 500;
/// Weights that count as none, against the sum of all.
constexpr double kNoWeight = 1e-12;

}  // namespace

ReferenceBarcodes::ReferenceBarcodes(Matrix barcodes, std::vector<double> energyEvPerAtom,
                                     std::vector<std::string> groups, std::vector<bool> kasper)
    : m_barcodes(std::move(barcodes)),
      m_energies(std::move(energyEvPerAtom)),
      m_groups(std::move(groups)),
      m_kasper(std::move(kasper)) {
  if (m_barcodes.rows() != m_energies.size() || m_groups.size() != m_energies.size() ||
      m_barcodes.columns() != m_kasper.size())
    throw Error(ErrorCode::InvalidInput,
                "There must be one energy and one group for each reference barcode.");
  if (m_energies.size() < 3)
    throw Error(ErrorCode::InvalidInput, "A reference takes three glasses at least.");
  const auto [low, high] = std::ranges::minmax(m_energies);
  m_width = kWidthShare * (high - low);
  const bool several = std::ranges::find_if(m_groups, [&](const std::string& group) {
                         return group != m_groups.front();
                       }) != m_groups.end();
  const std::size_t step = (m_energies.size() + kMostHeldOut - 1) / kMostHeldOut;
  for (std::size_t i = 0; i < m_energies.size(); i += step) {
    auto difference = at(m_energies[i], several ? m_groups[i] : std::string());
    for (std::size_t bar = 0; bar < difference.size(); ++bar)
      difference[bar] -= m_barcodes(i, bar);
    m_ownSdGroup2.push_back(spread(difference, false));
  }
  std::sort(m_ownSdGroup2.begin(), m_ownSdGroup2.end());
}

std::vector<double> ReferenceBarcodes::at(double energyEvPerAtom) const {
  return at(energyEvPerAtom, {});
}

/// Local linear regression: with weights w and x = E_i - E, a + b x of least squares, read at 0.
std::vector<double> ReferenceBarcodes::at(double energy, const std::string& without) const {
  // Outside their range the end of it is the reference: a line would run away.
  const auto [low, high] = std::ranges::minmax(m_energies);
  const double place = std::clamp(energy, low, high);
  std::vector<double> weights(m_energies.size());
  double s0 = 0.0;
  double s1 = 0.0;
  double s2 = 0.0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (!without.empty() && m_groups[i] == without)
      continue;
    const double x = m_energies[i] - place;
    const double w = m_width > 0.0 ? std::exp(-0.5 * x * x / (m_width * m_width)) : 1.0;
    weights[i] = w;
    s0 += w;
    s1 += w * x;
    s2 += w * x * x;
  }
  const double determinant = s0 * s2 - s1 * s1;
  const bool line = determinant > kNoWeight * s0 * s0 * m_width * m_width;
  std::vector<double> result(m_barcodes.columns());
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const double x = m_energies[i] - place;
    const double factor = line       ? weights[i] * (s2 - s1 * x) / determinant
                          : s0 > 0.0 ? weights[i] / s0
                                     : 0.0;
    for (std::size_t bar = 0; bar < result.size(); ++bar)
      result[bar] += factor * m_barcodes(i, bar);
  }
  return result;
}

double ReferenceBarcodes::spread(std::span<const double> difference, bool kasper) const {
  double count = 0.0;
  double sum = 0.0;
  double squares = 0.0;
  for (std::size_t bar = 0; bar < difference.size(); ++bar) {
    if (m_kasper[bar] != kasper)
      continue;
    count += 1.0;
    sum += difference[bar];
    squares += difference[bar] * difference[bar];
  }
  if (count == 0.0)
    return 0.0;
  return std::sqrt(std::max(0.0, squares / count - sum * sum / (count * count)));
}

BarcodeContrast ReferenceBarcodes::contrast(std::span<const double> barcode, double energyEvPerAtom,
                                            std::span<const double> byChance) const {
  BarcodeContrast result;
  const auto reference = at(energyEvPerAtom);
  double variance = 0.0;
  double bars = 0.0;
  for (std::size_t bar = 0; bar < reference.size(); ++bar) {
    result.difference.push_back(reference[bar] - barcode[bar]);
    if (m_kasper[bar])
      continue;
    variance += byChance[bar] * byChance[bar];
    bars += 1.0;
  }
  result.sdGroup1 = spread(result.difference, true);
  result.sdGroup2 = spread(result.difference, false);
  if (bars > 0.0)
    result.sdGroup2ByChance = std::sqrt(variance / bars);
  result.rankGroup2 = static_cast<double>(std::ranges::lower_bound(m_ownSdGroup2, result.sdGroup2) -
                                          m_ownSdGroup2.begin()) /
                      static_cast<double>(m_ownSdGroup2.size());
  const auto [low, high] = std::ranges::minmax(m_energies);
  result.inside = energyEvPerAtom >= low && energyEvPerAtom <= high;
  return result;
}

}  // namespace vitrine::barcode
