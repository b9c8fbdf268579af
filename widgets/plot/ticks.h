#pragma once

#include <vector>

namespace vitrine::widgets {

/// Round tick values (1, 2 or 5 times a power of ten apart) inside [low, high], at least two where
/// the range allows, about `wanted` of them.
std::vector<double> niceTicks(double low, double high, int wanted);

/// The same for a logarithmic axis: decimal logarithms, inside [low, high], of 1, 2 and 5 times
/// powers of ten, of the powers alone where there is no room for more, and of round values in
/// between where the range is less than a power of ten.
std::vector<double> logarithmicTicks(double low, double high, int wanted);

/// Decimals that tell the values of evenly spaced ticks apart, 0 to 9.
int tickDecimals(const std::vector<double>& ticks);

}  // namespace vitrine::widgets
