#pragma once

#include "engine/dataset/expected_values.h"
#include "engine/dataset/table.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace vitrine::dataset {

/// One slip that would explain why the values of a row do not fit: a lost or misplaced decimal
/// point in one cell, or °C taken for K (or the other way round) in one or in all temperatures.
struct ValueSlip {
  std::vector<std::size_t> columns;
  double factor = 1.0;  ///< what is right = factor * value + offset
  double offset = 0.0;
  double gain = 0.0;  ///< how much likelier the mended row is, natural logarithm
};

/// The likeliest slip of a row; empty where none is clearly likelier than an honest value that lies
/// far off.
std::optional<ValueSlip> slipOf(const Table& table, const ExpectedValues& expected,
                                std::size_t row);

/// The one value of a row that fits neither like alloys nor the rest of the row, where it is so far
/// off that no measurement explains it.
std::optional<std::size_t> outlierOf(const Table& table, const ExpectedValues& expected,
                                     std::size_t row);

}  // namespace vitrine::dataset
