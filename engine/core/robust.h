#pragma once

#include <vector>

namespace vitrine {

/// The middle value; of an even number, the upper of the two. 0 of none.
double medianOf(std::vector<double> values);

/// Standard deviation of a normal distribution with this median of absolute values.
double spreadOf(std::vector<double> deviations);

}  // namespace vitrine
