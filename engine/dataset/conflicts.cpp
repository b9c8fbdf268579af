#include "engine/dataset/conflicts.h"

#include "engine/core/units.h"

#include <cmath>

namespace vitrine::dataset {

double relativeDifference(const PropertyColumn& column, double a, double b) {
  if (a == b)
    return 0.0;
  const double shift = isCelsius(column) ? kZeroCelsiusK : 0.0;
  const double mean = (std::abs(a + shift) + std::abs(b + shift)) / 2.0;
  return std::abs(a - b) / mean;
}

double usualDifference(const PropertyColumn& column) {
  constexpr double kTemperature = 0.04;
  constexpr double kFactorOfTwo = 2.0 / 3.0;  // of the mean
  constexpr double kOther = 0.1;
  if (isKelvin(column) || isCelsius(column))
    return kTemperature;
  return isLength(column) ? kFactorOfTwo : kOther;
}

bool inConflict(const PropertyColumn& column, double a, double b) {
  return relativeDifference(column, a, b) > usualDifference(column);
}

}  // namespace vitrine::dataset
