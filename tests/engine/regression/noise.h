#pragma once

#include "engine/core/matrix.h"
#include "engine/core/random.h"

#include <cstddef>
#include <utility>
#include <vector>

namespace vitrine::test {

/// Features and targets without any connection: as hard for a trainer as rows can be.
inline std::pair<Matrix, std::vector<double>> noise(std::size_t rows, std::size_t columns) {
  Random random(5);
  Matrix x(rows, columns);
  std::vector<double> y;
  for (std::size_t i = 0; i < rows; ++i) {
    for (auto& cell : x.row(i))
      cell = random.uniform();
    y.push_back(random.uniform());
  }
  return {std::move(x), std::move(y)};
}

}  // namespace vitrine::test
