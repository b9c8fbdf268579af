#pragma once

#include "engine/barcode/segmented_rows.h"
#include "engine/barcode/unit_rows.h"
#include "engine/core/run_context.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace vitrine::barcode {

/// The environment of a set that another one is most similar to.
struct Match {
  std::size_t index = 0;
  double squaredDistance = 0.0;
};

/// Environments that can be asked for the nearest one, exactly and without comparing with all.
///
/// The first environments span a space of few dimensions. With p the projection of a unit vector
/// onto it and r the length of what is left over, Cauchy and Schwarz give
///   |a - b|^2 >= 2 - 2 (p_a . p_b + r_a r_b),
/// a bound that costs two small matrix products. Only environments whose bound, less what single
/// precision can be off, comes below the best distance so far are compared in full and in double
/// precision, so the answer is that of the plain loop. The smallest index wins a tie.
class EnvironmentIndex {
 public:
  explicit EnvironmentIndex(UnitRows environments = {});

  [[nodiscard]] const UnitRows& environments() const noexcept { return m_environments; }
  [[nodiscard]] std::size_t size() const noexcept { return m_environments.size(); }

  /// Adds environments at the end.
  void add(const UnitRows& environments);

  /// For each row the nearest environment no further than sqrt(`largest`), if there is one.
  [[nodiscard]] std::vector<std::optional<Match>> nearest(const UnitRows& rows, double largest,
                                                          const RunContext& context) const;

 private:
  void extendBasis(std::span<const float> environment);
  void project(const UnitRows& rows, std::size_t first, std::size_t count,
               std::vector<float>& coordinates) const;

  UnitRows m_environments;
  std::vector<std::vector<double>> m_basis;  ///< orthonormal
  SegmentedRows m_packedBasis;
  std::vector<float> m_coordinates;  ///< of each environment: p, then r
  std::optional<PackedRows> m_packedCoordinates;
};

/// The same by comparing with every environment.
std::optional<Match> nearestOfAll(const UnitRows& environments, std::span<const float> row,
                                  double largest);

}  // namespace vitrine::barcode
