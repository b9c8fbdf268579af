#pragma once

#include "engine/alloy/composition.h"
#include "engine/core/matrix.h"
#include "engine/files/bytes.h"
#include "engine/prediction/element_facts.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace vitrine::prediction {

/// What a model sees of an alloy. The default is the source paper's "distributional data": the
/// atomic fraction of each element. The other blocks hold standardised numbers (mean 0 and
/// deviation 1 over the training alloys) times a scale, which matters to models that measure
/// distances and to no tree.
struct FeatureOptions {
  /// Square roots spread small contents apart: the first at.% of boron matters more than the tenth.
  bool squareRoots = false;
  double fractionScale = 1.0;
  /// Averages of these facts over the atoms: f̄ = Σ x_i f_i.
  std::vector<Fact> averages;
  /// Their spreads over the atoms: √(Σ x_i (f_i − f̄)²).
  std::vector<Fact> spreads;
  /// Size mismatch δ = √(Σ x_i (1 − r_i/r̄)²) with covalent radii, entropy of mixing −Σ x_i ln x_i,
  /// number of elements, largest fraction. (δ and the entropy: Zhang et al. 2008.)
  bool mixing = false;
  double averageScale = 1.0;
  double spreadScale = 1.0;  ///< of the spreads and the mixing block

  bool operator==(const FeatureOptions&) const = default;
};

/// Turns alloys into rows of numbers, the same way in training and in use. A value: it carries the
/// element facts it was made with, so a stored model does not change with a later table of facts.
class FeatureMap {
 public:
  /// @param elements  atomic numbers that get a column, ascending; training alloys contain no other
  static FeatureMap create(const FeatureOptions& options, std::vector<int> elements,
                           std::span<const alloy::Composition> training);

  [[nodiscard]] std::span<const int> elements() const noexcept { return m_elements; }
  [[nodiscard]] std::size_t columns() const noexcept;
  /// "sqrt(Zr)", "mean melting point", "spread of group" …
  [[nodiscard]] std::string columnName(std::size_t column) const;

  /// Alloys × columns. Elements without a column count as absent.
  [[nodiscard]] Matrix apply(std::span<const alloy::Composition> alloys) const;

  /// The average of a fact over the atoms of an alloy, by the facts of this map.
  [[nodiscard]] double average(Fact which, const alloy::Composition& alloy) const;
  [[nodiscard]] double fact(Fact which, std::size_t element) const {
    return m_facts[static_cast<std::size_t>(which) * m_elements.size() + element];
  }
  /// Index in elements(); its size where there is none.
  [[nodiscard]] std::size_t elementIndex(int atomicNumber) const noexcept;

  /// How a column's influence is shared among the elements of `alloy`: one non-negative number for
  /// each of its shares, sum 1, or all 0 where the column belongs to an element it does not
  /// contain. An average is shared by how far each element pulls it from the training mean, a
  /// spread by each element's part of the variance.
  [[nodiscard]] std::vector<double> elementShares(std::size_t column,
                                                  const alloy::Composition& alloy) const;

  void write(files::ByteWriter& out) const;
  /// @throws Error (Damaged)
  static FeatureMap read(files::ByteReader& in);

 private:
  struct Moments {
    double mean = 0.0;
    double sd = 1.0;
  };

  void rawRow(const alloy::Composition& alloy, std::span<double> row) const;
  /// How strongly one of the alloy's elements acts on a column; at least 0, in any unit.
  [[nodiscard]] double pull(std::size_t column, const alloy::Composition& alloy,
                            const alloy::Share& share) const;
  [[nodiscard]] std::size_t factColumns() const noexcept;
  void indexElements();

  FeatureOptions m_options;
  std::vector<int> m_elements;
  std::vector<std::size_t> m_index;  // by atomic number
  std::vector<double> m_facts;       // facts × elements
  std::vector<Moments> m_moments;    // of the columns that are not fractions
};

}  // namespace vitrine::prediction
