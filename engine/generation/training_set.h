#pragma once

#include "engine/alloy/composition.h"
#include "engine/core/matrix.h"
#include "engine/diffraction/spectrum_set.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace vitrine::generation {

/// Patterns, or radial distribution functions, of the alloys of one system on one axis: what
/// generators learn from and are judged by. Made valid by a factory and then unchanged.
class TrainingSet {
 public:
  /// From patterns that share an axis (see diffraction::preprocess), in the order given. The
  /// elements are all those that occur, by rising atomic number.
  /// @throws Error (InvalidInput) for no patterns, one element only, or patterns that share no axis
  static TrainingSet fromSpectra(const diffraction::SpectrumSet& spectra);
  /// From rows: atomic fractions (alloys × elements) and intensities (alloys × points).
  /// @throws Error (InvalidInput) where sizes disagree or a number is not finite, a fraction is
  ///         negative or a row of fractions does not add up to 1
  static TrainingSet fromRows(
      std::vector<int> elements, Matrix fractions, const diffraction::UniformAxis& axis,
      Matrix intensities, std::vector<std::string> ids, std::string source,
      std::vector<std::string> steps,
      diffraction::PatternOrigin origin = diffraction::PatternOrigin::Measured);

  [[nodiscard]] std::size_t size() const noexcept { return m_fractions.rows(); }
  /// Atomic numbers, rising: the columns of `fractions()`.
  [[nodiscard]] const std::vector<int>& elements() const noexcept { return m_elements; }
  [[nodiscard]] const Matrix& fractions() const noexcept { return m_fractions; }
  [[nodiscard]] const diffraction::UniformAxis& axis() const noexcept { return m_axis; }
  /// Patterns × points, in the unit of the last preprocessing step (maximum 100 by default).
  [[nodiscard]] const Matrix& intensities() const noexcept { return m_intensities; }
  [[nodiscard]] const std::vector<std::string>& ids() const noexcept { return m_ids; }
  [[nodiscard]] const std::string& source() const noexcept { return m_source; }
  [[nodiscard]] const std::vector<std::string>& steps() const noexcept { return m_steps; }
  [[nodiscard]] diffraction::PatternOrigin origin() const noexcept { return m_origin; }
  [[nodiscard]] alloy::Composition composition(std::size_t row) const;

  /// The given rows, in the given order.
  [[nodiscard]] TrainingSet select(std::span<const std::size_t> rows) const;

 private:
  TrainingSet() = default;

  std::vector<int> m_elements;
  Matrix m_fractions;
  diffraction::UniformAxis m_axis;
  Matrix m_intensities;
  std::vector<std::string> m_ids;
  std::string m_source;
  std::vector<std::string> m_steps;
  diffraction::PatternOrigin m_origin = diffraction::PatternOrigin::Measured;
};

/// Rows kept for testing and rows free for training, each in random order.
struct RandomSplit {
  std::vector<std::size_t> training;
  std::vector<std::size_t> test;
};

/// Draws ⌊testShare · rows⌋ rows for testing; the first N of the others are a training set of N, so
/// that smaller sets are parts of larger ones. The same seed gives the same rows everywhere.
/// @throws Error (InvalidInput) for a share outside [0, 1)
RandomSplit randomSplit(std::size_t rows, double testShare, std::uint64_t seed);

/// Rows of alloys at the edge of the composition space and inside it, in the order of the set.
struct EdgeSplit {
  std::vector<std::size_t> edge;
  std::vector<std::size_t> inside;
};

/// Inside are alloys with at least `leastFraction` of every element of the set. A generator that
/// learned from the edge and is tested inside shows how it carries on to where nothing was
/// measured.
EdgeSplit edgeSplit(const TrainingSet& set, double leastFraction);

}  // namespace vitrine::generation
