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
  m_severalGroups = std::ranges::any_of(
      m_groups, [&](const std::string& group) { return group != m_groups.front(); });
  const std::size_t step = (m_energies.size() + kMostHeldOut - 1) / kMostHeldOut;
  for (std::size_t i = 0; i < m_energies.size(); i += step) {
    auto difference = at(m_energies[i], i);
    for (std::size_t bar = 0; bar < difference.size(); ++bar)
      difference[bar] -= m_barcodes(i, bar);
    m_heldOut.push_back({m_energies[i], spread(difference, false)});
  }
}

/// Outside their range the end of it is the reference: a line would run away.
double ReferenceBarcodes::inRange(double energy) const {
  const auto [low, high] = std::ranges::minmax(m_energies);
  return std::clamp(energy, low, high);
}

double ReferenceBarcodes::weight(double sampleEnergy, double place) const {
  const double x = sampleEnergy - place;
  return m_width > 0.0 ? std::exp(-0.5 * x * x / (m_width * m_width)) : 1.0;
}

std::vector<double> ReferenceBarcodes::at(double energyEvPerAtom) const {
  return at(energyEvPerAtom, std::nullopt);
}

/// Local linear regression: with weights w and x = E_i - E, a + b x of least squares, read at 0.
std::vector<double> ReferenceBarcodes::at(double energy, std::optional<std::size_t> without) const {
  const double place = inRange(energy);
  const auto leftOut = [&](std::size_t i) {
    return without && (m_severalGroups ? m_groups[i] == m_groups[*without] : i == *without);
  };
  std::vector<double> weights(m_energies.size());
  double s0 = 0.0;
  double s1 = 0.0;
  double s2 = 0.0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (leftOut(i))
      continue;
    const double x = m_energies[i] - place;
    const double w = weight(m_energies[i], place);
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

/// The sample that a barcode is of, if it is one of the reference.
std::optional<std::size_t> ReferenceBarcodes::sampleWith(std::span<const double> barcode) const {
  // What rounded coordinates in a file change; glasses differ by a hundred times as much.
  constexpr double kSame = 1e-6;
  for (std::size_t i = 0; i < m_barcodes.rows(); ++i)
    if (std::ranges::equal(m_barcodes.row(i), barcode,
                           [](double a, double b) { return std::abs(a - b) < kSame; }))
      return i;
  return std::nullopt;
}

double ReferenceBarcodes::rank(double sdGroup2, double energy) const {
  double smaller = 0.0;
  double all = 0.0;
  for (const HeldOut& each : m_heldOut) {
    const double w = weight(each.energy, energy);
    all += w;
    smaller += each.sdGroup2 < sdGroup2 ? w : 0.0;
  }
  return all > 0.0 ? smaller / all : 0.0;
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
  result.energyEvPerAtom = inRange(energyEvPerAtom);
  result.inside = result.energyEvPerAtom == energyEvPerAtom;
  const auto itself = sampleWith(barcode);
  result.isReference = itself.has_value();
  const auto reference = at(energyEvPerAtom, itself);
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
  result.rankGroup2 = rank(result.sdGroup2, result.energyEvPerAtom);
  return result;
}

}  // namespace vitrine::barcode
