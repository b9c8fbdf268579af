#pragma once

#include "engine/atomistic/soap.h"
#include "engine/atomistic/structure.h"
#include "engine/core/matrix.h"
#include "engine/core/run_context.h"

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

namespace vitrine::barcode {

/// Environments as this room keeps and compares them: SOAP vectors of length one in single
/// precision, row after row. Against double precision a similarity near 0.84 moves by less than
/// 1e-6. All comparisons start from these numbers, so that a set written to a file and read again
/// gives the same matches.
class UnitRows {
 public:
  UnitRows() = default;
  explicit UnitRows(std::size_t length) : m_length(length) {}
  /// Normalises each row. A row of zeros stays one.
  explicit UnitRows(const Matrix& soap);

  [[nodiscard]] std::size_t size() const noexcept {
    return m_length == 0 ? 0 : m_values.size() / m_length;
  }
  [[nodiscard]] std::size_t length() const noexcept { return m_length; }
  [[nodiscard]] std::span<const float> row(std::size_t i) const noexcept {
    return {m_values.data() + i * m_length, m_length};
  }
  [[nodiscard]] std::span<const float> values() const noexcept { return m_values; }
  /// @param row  `length()` numbers
  void add(std::span<const float> row) { m_values.insert(m_values.end(), row.begin(), row.end()); }

 private:
  std::size_t m_length = 0;
  std::vector<float> m_values;
};

/// |a - b|^2 in double precision, added in an order that depends on the length alone.
double squaredDistance(std::span<const float> a, std::span<const float> b) noexcept;

/// M_s = 1 - sqrt(|a - b|^2 / 2) (C. Liu et al., Acta Mater. 259, 119281 (2023), section 2.2).
double similarityOf(double squaredDistance) noexcept;
/// The |a - b|^2 at which the similarity falls to `threshold`.
double squaredDistanceAt(double threshold) noexcept;

/// Describes all atoms of a structure block by block: `take(first, rows)` receives the
/// environments of atoms first, first + 1, … in order. Memory stays bounded whatever the size.
/// @throws Error (InvalidInput), Cancelled
void describeUnits(const atomistic::SoapDescriptor& descriptor,
                   const atomistic::Structure& structure, const RunContext& context,
                   const std::function<void(std::size_t first, const UnitRows& rows,
                                            const RunContext& context)>& take);

}  // namespace vitrine::barcode
