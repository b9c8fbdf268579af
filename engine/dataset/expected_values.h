#pragma once

#include "engine/core/run_context.h"
#include "engine/dataset/composition_index.h"
#include "engine/dataset/table.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace vitrine::dataset {

/// What every value of a table should be by the alloys around it, the row itself left out, and how
/// sure that is. Made so that a good part of wrong values does not spoil it.
///
/// Each column is put on a scale on which its errors are even: the logarithm of positive ones
/// (temperatures in K), else the numbers themselves. On it, a value is expected to be a robust
/// linear form of the composition plus the weighted median of what the twelve nearest alloys are
/// off by. The spread of that, by the distance to the nearest alloy, and how errors of different
/// columns go together, are learned from the table.
class ExpectedValues {
 public:
  /// @throws Cancelled
  ExpectedValues(const Table& table, const CompositionIndex& index, const RunContext& context);

  /// Whether there are enough values in a column to say anything.
  [[nodiscard]] bool knows(std::size_t column) const;

  /// From now on this value tells nothing about the alloys around it.
  void forget(std::size_t row, std::size_t column);

  /// How well a row's values agree with what is expected of them.
  struct Fit {
    std::size_t values = 0;  ///< how many of them count
    double misfit = 0.0;     ///< square of their Mahalanobis distance; about `values` in a good row
    double logSpread = 0.0;  ///< sum of the logarithms of the spreads
    /// Logarithm of the likelihood, but for a constant for each number of values: Student's density
    /// with four degrees of freedom, because errors of measured values have long tails.
    [[nodiscard]] double logLikelihood() const;
  };
  /// Values of columns that are not known do not count, nor do those that cannot be on the scale of
  /// their column. @param values  as in Row
  [[nodiscard]] Fit fit(std::size_t row, std::span<const std::optional<double>> values) const;
  /// The same, had the row this composition. @param except  row that does not count as neighbour
  [[nodiscard]] Fit fitOf(const alloy::Composition& alloy, std::size_t except,
                          std::span<const std::optional<double>> values) const;

 private:
  struct Column {
    bool known = false;
    bool logarithmic = false;
    bool celsius = false;
    std::vector<double> endMembers;               ///< of the linear form, by atomic number
    std::vector<std::optional<double>> residual;  ///< of each row to that form
    std::vector<double> spread;                   ///< for each class of distance
  };
  using Neighbours = std::vector<CompositionIndex::Neighbour>;

  [[nodiscard]] static std::optional<double> onScale(const Column& column, double value);
  [[nodiscard]] static double formOf(const Column& column, const alloy::Composition& alloy);
  /// What the nearest alloys with a value are off by, and the class of their distance.
  struct Local {
    double residual = 0.0;
    std::size_t distanceClass = 0;
  };
  [[nodiscard]] static Local localOf(const Column& column, const Neighbours& neighbours);
  [[nodiscard]] Fit fitWith(const Neighbours& neighbours, const alloy::Composition& alloy,
                            std::span<const std::optional<double>> values) const;

  void fitForms(const Table& table, const RunContext& context);
  void learnSpreads(const Table& table, const RunContext& context);
  void learnCorrelations(const Table& table, const RunContext& context);

  /// What never changes, so that copies share it.
  struct Surroundings {
    std::vector<alloy::Composition> alloys;  ///< of each row
    std::vector<Neighbours> neighbours;
  };

  const CompositionIndex& m_index;
  std::shared_ptr<const Surroundings> m_rows;
  std::vector<Column> m_columns;
  std::vector<double> m_correlation;  ///< of errors, columns by columns
};

}  // namespace vitrine::dataset
