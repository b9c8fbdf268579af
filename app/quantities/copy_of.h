#pragma once

#include <span>
#include <vector>

namespace vitrine::app {

/// A row of a matrix, or other numbers that somebody else owns, as a value of its own.
inline std::vector<double> copyOf(std::span<const double> values) {
  return {values.begin(), values.end()};
}

}  // namespace vitrine::app
