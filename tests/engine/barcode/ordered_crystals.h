#pragma once

#include "engine/atomistic/structure.h"
#include "engine/core/random.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace vitrine::test {

/// A CsCl crystal of copper and zirconium in which `swaps` pairs of atoms have changed places, its
/// atoms shaken by up to 0.05 Å.
inline atomistic::Structure orderedCrystal(std::size_t side, std::size_t swaps,
                                           std::uint64_t seed) {
  constexpr double kStep = 3.2;
  const double edge = kStep * static_cast<double>(side);
  atomistic::Structure structure{
      atomistic::Cell({atomistic::Vector3{edge, 0, 0}, {0, edge, 0}, {0, 0, edge}}),
      {},
      {},
      {},
      {}};
  Random random(seed);
  const auto shaken = [&](std::size_t place, double offset) {
    return kStep * (static_cast<double>(place) + offset) + 0.1 * (random.uniform() - 0.5);
  };
  for (std::size_t i = 0; i < side * side * side; ++i) {
    for (const int species : {29, 40}) {
      const double offset = species == 29 ? 0.0 : 0.5;
      structure.positions.push_back({shaken(i % side, offset), shaken(i / side % side, offset),
                                     shaken(i / side / side, offset)});
      structure.species.push_back(species);
    }
  }
  for (std::size_t swap = 0; swap < swaps; ++swap)
    std::swap(structure.species[2 * random.below(side * side * side)],
              structure.species[2 * random.below(side * side * side) + 1]);
  return structure;
}

/// An energy that is a sum over atoms: -4 eV each, and -0.02 eV for each of the eight neighbours
/// on the other lattice that is another element.
inline double bondEnergyEvPerAtom(const atomistic::Structure& structure, std::size_t side) {
  const auto at = [&](std::size_t x, std::size_t y, std::size_t z) {
    return (x % side) + side * ((y % side) + side * (z % side));
  };
  double bonds = 0.0;
  for (std::size_t z = 0; z < side; ++z)
    for (std::size_t y = 0; y < side; ++y)
      for (std::size_t x = 0; x < side; ++x)
        for (std::size_t corner = 0; corner < 8; ++corner) {
          const std::size_t neighbour =
              at(x + side - corner % 2, y + side - corner / 2 % 2, z + side - corner / 4);
          if (structure.species[2 * at(x, y, z)] != structure.species[2 * neighbour + 1])
            bonds += 1.0;
        }
  return -4.0 - 0.04 * bonds / static_cast<double>(structure.size());
}

/// The same crystal side by side with itself.
inline atomistic::Structure doubled(const atomistic::Structure& structure) {
  auto edges = structure.cell.edges();
  atomistic::Structure twice = structure;
  const auto shift = edges[0];
  for (std::size_t i = 0; i < structure.size(); ++i) {
    const auto& from = structure.positions[i];
    twice.positions.push_back({from[0] + shift[0], from[1] + shift[1], from[2] + shift[2]});
    twice.species.push_back(structure.species[i]);
  }
  edges[0] = {2.0 * shift[0], 2.0 * shift[1], 2.0 * shift[2]};
  twice.cell = atomistic::Cell(edges);
  return twice;
}

}  // namespace vitrine::test
