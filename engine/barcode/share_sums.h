#pragma once

#include "engine/core/matrix.h"

#include <cstddef>
#include <map>
#include <span>
#include <vector>

namespace vitrine::barcode {

/// Sums over the atoms of a structure of what they count for environments.
class ShareSums {
 public:
  /// @param bars  environments that make up the barcode; none where its noise is not asked for
  explicit ShareSums(std::size_t environments, std::vector<std::size_t> bars = {});

  /// @param weights  atoms × environments, the next atoms
  /// @param species  atomic number of each of them
  void add(const Matrix& weights, std::span<const int> species);

  /// Of each environment, the mean over all atoms.
  [[nodiscard]] std::vector<double> shares() const;
  /// Of each bar, the standard deviation that its part of the barcode would have were every atom
  /// drawn by chance from those of its element: of a ratio of sums, to first order. How many atoms
  /// there are of an element is no chance. Zeros where nothing counts for any bar.
  [[nodiscard]] std::vector<double> byChance() const;

 private:
  /// Of the atoms of an element; w of a bar, W the sum over the bars.
  struct Moments {
    double atoms = 0.0;
    double total = 0.0;            ///< of W
    double totalSquares = 0.0;     ///< of W^2
    std::vector<double> sums;      ///< of w
    std::vector<double> squares;   ///< of w^2
    std::vector<double> products;  ///< of w W
  };

  std::vector<std::size_t> m_bars;
  std::vector<double> m_sums;  ///< of each environment
  std::map<int, Moments> m_moments;
  std::size_t m_atoms = 0;
};

}  // namespace vitrine::barcode
