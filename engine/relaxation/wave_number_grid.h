#pragma once

#include "engine/relaxation/dynamic_free_energy.h"

#include <vector>

namespace vitrine::relaxation {

/// What the integrals over q need and no packing fraction changes. Node i is at q = (i + 1) step:
/// every integrand vanishes at q = 0. The number of nodes is rounded up to a multiple of eight.
struct WaveNumberGrid {
  explicit WaveNumberGrid(const Quadrature& rule);

  double step;
  double end;                   ///< q of the last node
  std::vector<double> squared;  ///< q^2
  std::vector<double> first;    ///< moments of c(q), see percus_yevick.h
  std::vector<double> second;
  std::vector<double> fourth;
  std::vector<double> single;  ///< b(q) = 1 / [1 - j0(q) + 2 j2(q)] of the short-time friction
};

}  // namespace vitrine::relaxation
