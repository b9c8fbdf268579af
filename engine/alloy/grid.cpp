#include "engine/alloy/grid.h"

#include "engine/core/error.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace vitrine::alloy {

namespace {

[[noreturn]] void refuse(const std::string& sentence) {
  throw Error(ErrorCode::InvalidInput, sentence);
}

std::string symbolOf(int atomicNumber) {
  if (atomicNumber < 1 || atomicNumber > kElementCount)
    refuse("There is no element with the atomic number " + std::to_string(atomicNumber) + ".");
  return std::string(element(atomicNumber).symbol);
}

}  // namespace

TernarySection::TernarySection(std::array<int, 3> corners, std::vector<Share> fixedPercent)
    : m_corners(corners), m_fixed(std::move(fixedPercent)) {
  for (std::size_t i = 0; i < m_corners.size(); ++i) {
    const std::string symbol = symbolOf(m_corners[i]);
    if (std::find(m_corners.begin(), m_corners.begin() + i, m_corners[i]) != m_corners.begin() + i)
      refuse(symbol + " is named for two corners of the triangle; name three different elements.");
  }
  for (auto share = m_fixed.begin(); share != m_fixed.end(); ++share) {
    const std::string symbol = symbolOf(share->atomicNumber);
    const auto isSame = [&](const Share& other) {
      return other.atomicNumber == share->atomicNumber;
    };
    if (std::find(m_corners.begin(), m_corners.end(), share->atomicNumber) != m_corners.end())
      refuse(symbol + " is a corner of the triangle and cannot be fixed as well.");
    if (std::find_if(m_fixed.begin(), share, isSame) != share)
      refuse(symbol + " is fixed twice; give one amount.");
    if (!std::isfinite(share->amount) || share->amount < 0.0)
      refuse("The fixed amount of " + symbol + " must be a number that is not negative.");
    m_variable -= share->amount;
  }
  if (!(m_variable > 0.0))
    refuse("The fixed elements take up 100 at.% or more and leave nothing to vary.");
}

Composition TernarySection::at(const std::array<double, 3>& weights) const {
  std::vector<Share> amounts = m_fixed;
  for (std::size_t i = 0; i < m_corners.size(); ++i)
    amounts.push_back({m_corners[i], m_variable * weights[i]});
  return Composition::fromAmounts(amounts);
}

std::array<double, 3> TernarySection::weights(const Composition& alloy) const {
  std::array<double, 3> amounts{};
  double sum = 0.0;
  for (std::size_t i = 0; i < m_corners.size(); ++i) {
    amounts[i] = alloy.fraction(m_corners[i]);
    sum += amounts[i];
  }
  if (sum <= 0.0)
    return {1.0 / 3, 1.0 / 3, 1.0 / 3};
  for (double& amount : amounts)
    amount /= sum;
  return amounts;
}

double TernarySection::distance(const Composition& alloy) const {
  return distancePercent(alloy, at(weights(alloy)));
}

std::vector<std::array<double, 3>> triangularGrid(int divisions) {
  std::vector<std::array<double, 3>> points;
  points.reserve(static_cast<std::size_t>(divisions + 1) * (divisions + 2) / 2);
  for (int third = 0; third <= divisions; ++third) {
    for (int second = 0; second + third <= divisions; ++second) {
      points.push_back({static_cast<double>(divisions - second - third) / divisions,
                        static_cast<double>(second) / divisions,
                        static_cast<double>(third) / divisions});
    }
  }
  return points;
}

std::size_t triangularIndex(int divisions, int second, int third) {
  // Rows before this one hold divisions + 1, divisions, … points.
  const int before = third * (divisions + 1) - third * (third - 1) / 2;
  return static_cast<std::size_t>(before) + static_cast<std::size_t>(second);
}

}  // namespace vitrine::alloy
