#pragma once

#include "engine/barcode/segmented_rows.h"
#include "engine/barcode/unique_environments.h"
#include "engine/core/matrix.h"
#include "engine/core/run_context.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace vitrine::barcode {

/// What atoms count for the environments of a set.
///
/// With a width of 0 an atom counts as one for the environment it is nearest to, within the
/// threshold (C. Liu et al., Acta Mater. 259, 119281 (2023)): a histogram, whose noise in a glass
/// of 2000 atoms is larger than most of what its energy says. With a width w every atom counts for
/// every environment, by exp(-(1 - M_s)^2 / (2 w^2)): an estimate of how densely the atoms lie
/// around it, and without that noise.
class EnvironmentWeights {
 public:
  /// What belongs to the set of a model is kept: it may go.
  explicit EnvironmentWeights(const UniqueEnvironments& set);

  /// What an atom counts for an environment that it is just similar enough to, to be one.
  [[nodiscard]] double atThreshold() const noexcept { return m_atThreshold; }
  /// rows × environments.
  /// @param nearest  of each row, within the threshold
  [[nodiscard]] Matrix of(const UnitRows& rows, std::span<const std::optional<Match>> nearest,
                          const RunContext& context) const;

 private:
  std::size_t m_count;
  double m_width;
  double m_atThreshold = 1.0;
  SegmentedRows m_environments;  ///< where there is a width
};

/// @throws Error (InvalidInput) for a width that is not between 0 and 1
void checkWidth(double width);

}  // namespace vitrine::barcode
