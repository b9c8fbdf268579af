#pragma once

#include "engine/alloy/composition.h"
#include "engine/core/run_context.h"

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace vitrine::dataset {

/// Amounts of one alloy, adding up to 1, in whatever sense (atomic or mass fractions).
using Amounts = std::vector<alloy::Share>;

/// y = sum of amount * value over the elements, fitted so that a few wild rows do not matter.
struct LinearForm {
  std::vector<int> elements;           ///< atomic numbers, rising
  std::vector<double> endMembers;      ///< value of each pure element, in the unit of y
  std::vector<double> standardErrors;  ///< of those
  std::vector<double> residuals;       ///< y minus fit, of every row
  std::size_t followed = 0;            ///< rows the fit follows; the others are off by far
  double r2 = 0.0;  ///< of the rows it follows, corrected for the number of elements
};

/// Huber's weights first, then least squares on the rows within five standard deviations.
/// @pre as many rows as values
/// @throws Cancelled
LinearForm fitLinearForm(std::span<const Amounts> rows, std::span<const double> y,
                         const RunContext& context);

/// Whether there are more than three different values: fewer are classes and no measurements.
bool hasSeveralValues(std::span<const double> values);

}  // namespace vitrine::dataset
