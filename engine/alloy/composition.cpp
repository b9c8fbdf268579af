#include "engine/alloy/composition.h"

#include "engine/alloy/alloy_system.h"
#include "engine/core/error.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace vitrine::alloy {

namespace {

/// Where amounts add up to 1 or 100 but for rounding, the divisor is that number itself: the same
/// alloy written in fractions and in per cent then has the same bits.
double divisorFor(double sum) {
  for (const double intended : {1.0, 100.0}) {
    if (std::abs(sum - intended) <= 1e-12 * intended)
      return intended;
  }
  return sum;
}

/// The number with at most `decimals` decimals and no trailing zeros. A trace that would vanish
/// keeps its first digit, so that no element of an alloy is lost on paper.
std::string percentText(double percent, int decimals) {
  constexpr int kMostDecimals = 15;
  decimals = std::clamp(decimals, 0, kMostDecimals);
  while (decimals < kMostDecimals && percent < 0.5 * std::pow(10.0, -decimals))
    ++decimals;
  std::array<char, 64> text;
  const int length = std::snprintf(text.data(), text.size(), "%.*f", decimals, percent);
  std::string result(text.data(), static_cast<std::size_t>(length));
  if (decimals > 0) {
    // A locale with a decimal comma must not leak into a formula.
    std::replace(result.begin(), result.end(), ',', '.');
    result.erase(result.find_last_not_of('0') + 1);
    if (result.back() == '.')
      result.pop_back();
  }
  return result;
}

}  // namespace

Composition Composition::fromAmounts(std::span<const Share> amounts, Basis basis) {
  std::array<double, kElementCount + 1> dense{};
  for (const auto& [atomicNumber, amount] : amounts) {
    if (atomicNumber < 1 || atomicNumber > kElementCount) {
      throw Error(ErrorCode::InvalidInput, "There is no element with the atomic number " +
                                               std::to_string(atomicNumber) + " in the table.");
    }
    if (!std::isfinite(amount) || amount < 0.0) {
      throw Error(ErrorCode::InvalidInput, "The amount of " +
                                               std::string(element(atomicNumber).symbol) +
                                               " must be a number that is not negative.");
    }
    dense[atomicNumber] +=
        basis == Basis::AtomicPercent ? amount : amount / element(atomicNumber).massU;
  }
  double sum = 0.0;
  for (const double amount : dense)
    sum += amount;
  if (!(sum > 0.0) || !std::isfinite(sum))
    throw Error(ErrorCode::InvalidInput, "The amounts of an alloy must add up to more than zero.");

  const double divisor = divisorFor(sum);
  std::vector<Share> shares;
  for (int atomicNumber = 1; atomicNumber <= kElementCount; ++atomicNumber) {
    // A share too small for a double is none.
    if (const double fraction = dense[atomicNumber] / divisor; fraction > 0.0)
      shares.push_back({atomicNumber, fraction});
  }
  return Composition(std::move(shares));
}

double Composition::fraction(int atomicNumber) const noexcept {
  for (const auto& share : m_shares) {
    if (share.atomicNumber == atomicNumber)
      return share.amount;
  }
  return 0.0;
}

std::array<double, kElementCount + 1> Composition::fractionsByAtomicNumber() const noexcept {
  std::array<double, kElementCount + 1> fractions{};
  for (const auto& [atomicNumber, amount] : m_shares)
    fractions[atomicNumber] = amount;
  return fractions;
}

std::vector<double> Composition::weightPercent() const {
  const double mean = meanMassU();
  std::vector<double> percent;
  percent.reserve(m_shares.size());
  for (const auto& [atomicNumber, amount] : m_shares)
    percent.push_back(100.0 * amount * element(atomicNumber).massU / mean);
  return percent;
}

double Composition::meanMassU() const {
  double sum = 0.0;
  for (const auto& [atomicNumber, amount] : m_shares)
    sum += amount * element(atomicNumber).massU;
  return sum;
}

std::string Composition::formula(int decimals) const {
  struct Entry {
    std::string_view symbol;
    std::string text;
    double written = 0.0;
  };
  std::vector<Entry> entries;
  entries.reserve(m_shares.size());
  for (const auto& [atomicNumber, amount] : m_shares) {
    // Sorted by what is written, so that noise in the last bit does not swap equal contents.
    const double scale = std::pow(10.0, std::clamp(decimals, 0, 15));
    entries.push_back({element(atomicNumber).symbol, percentText(100.0 * amount, decimals),
                       std::round(100.0 * amount * scale) / scale});
  }
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return a.written != b.written ? a.written > b.written : a.symbol < b.symbol;
  });
  std::string text;
  for (const auto& entry : entries)
    text.append(entry.symbol).append(entry.text);
  return text;
}

std::string alloySystem(const Composition& alloy) {
  std::vector<int> elements;
  for (const auto& share : alloy.shares())
    elements.push_back(share.atomicNumber);
  return alloySystem(elements);
}

double distancePercent(const Composition& a, const Composition& b) {
  const auto left = a.shares();
  const auto right = b.shares();
  double sum = 0.0;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < left.size() || j < right.size()) {
    if (j == right.size() || (i < left.size() && left[i].atomicNumber < right[j].atomicNumber)) {
      sum += left[i++].amount;
    } else if (i == left.size() || right[j].atomicNumber < left[i].atomicNumber) {
      sum += right[j++].amount;
    } else {
      sum += std::abs(left[i++].amount - right[j++].amount);
    }
  }
  return 50.0 * sum;
}

}  // namespace vitrine::alloy
