#pragma once

#include "engine/alloy/element.h"

#include <array>
#include <span>
#include <string>
#include <vector>

namespace vitrine::alloy {

enum class Basis { AtomicPercent, WeightPercent };

/// One element of an alloy and how much of it there is.
struct Share {
  int atomicNumber = 0;
  double amount = 0.0;
  bool operator==(const Share&) const = default;
};

/// An alloy: positive atomic fractions that add up to one, held by rising atomic number.
/// Made valid by a factory and then unchanged.
class Composition {
 public:
  /// From amounts in any unit; equal elements are added, zeros left out, the sum normalised.
  /// @throws Error (InvalidInput) for an unknown element, a negative or non-finite amount, or a
  ///         zero sum.
  static Composition fromAmounts(std::span<const Share> amounts,
                                 Basis basis = Basis::AtomicPercent);

  /// Atomic fractions, by rising atomic number; all positive, sum 1 to rounding.
  [[nodiscard]] std::span<const Share> shares() const noexcept { return m_shares; }
  /// Atomic fraction; 0 where the alloy does not contain the element.
  [[nodiscard]] double fraction(int atomicNumber) const noexcept;
  [[nodiscard]] double percent(int atomicNumber) const noexcept {
    return 100.0 * fraction(atomicNumber);
  }
  /// Atomic fractions with the atomic number as index; entry 0 is unused and 0.
  [[nodiscard]] std::array<double, kElementCount + 1> fractionsByAtomicNumber() const noexcept;
  /// Weight percent of each share, in the order of `shares()`.
  [[nodiscard]] std::vector<double> weightPercent() const;
  [[nodiscard]] double meanMassU() const;

  /// "Zr50Cu40Al10": at.% by falling content, equal contents by symbol, at most `decimals` decimals
  /// without trailing zeros; only a trace that would be lost gets as many as its first digit needs.
  [[nodiscard]] std::string formula(int decimals = 2) const;

  bool operator==(const Composition&) const = default;

 private:
  explicit Composition(std::vector<Share> shares) : m_shares(std::move(shares)) {}
  std::vector<Share> m_shares;
};

/// The alloy system: the set of elements, symbols in alphabetic order joined by "-", e.g.
/// "Al-Cu-Zr". Alloys with the same system belong to one group in grouped splits.
std::string alloySystem(const Composition& alloy);

/// Half the sum of |differences| in at.%: how many of 100 atoms must be exchanged, 0 to 100.
double distancePercent(const Composition& a, const Composition& b);

}  // namespace vitrine::alloy
