#pragma once

#include "engine/atomistic/structure.h"

#include <vector>

namespace vitrine::test {

/// A crystal of cubic cells, each with atoms at these fractions of its edge.
inline atomistic::Structure cubicCrystal(double edgeA, int cells,
                                         const std::vector<atomistic::Vector3>& fractions,
                                         const std::vector<int>& species) {
  using namespace atomistic;
  const double side = edgeA * cells;
  atomistic::Structure structure{
      Cell({Vector3{side, 0, 0}, Vector3{0, side, 0}, Vector3{0, 0, side}}), {}, {}, {}, {}};
  for (int x = 0; x < cells; ++x)
    for (int y = 0; y < cells; ++y)
      for (int z = 0; z < cells; ++z)
        for (std::size_t i = 0; i < fractions.size(); ++i) {
          const Vector3 corner{double(x), double(y), double(z)};
          structure.positions.push_back(edgeA * (corner + fractions[i]));
          structure.species.push_back(species[i]);
        }
  return structure;
}

inline atomistic::Structure bcc(double edgeA, int cells, int first, int second) {
  return cubicCrystal(edgeA, cells, {{0, 0, 0}, {0.5, 0.5, 0.5}}, {first, second});
}

inline atomistic::Structure fcc(double edgeA, int cells, int species) {
  return cubicCrystal(edgeA, cells, {{0, 0, 0}, {0, 0.5, 0.5}, {0.5, 0, 0.5}, {0.5, 0.5, 0}},
                      {species, species, species, species});
}

/// The Laves phase MgCu2 (C15): its Cu atoms have icosahedra <0,0,12,0>, its Mg atoms Z16
/// <0,0,12,4> (F. C. Frank, J. S. Kasper, Acta Crystallogr. 12, 483 (1959)).
inline atomistic::Structure lavesC15(double edgeA, int cells, int small, int large) {
  using namespace atomistic;
  std::vector<Vector3> places;
  std::vector<int> species;
  const std::vector<Vector3> centring{{0, 0, 0}, {0, 0.5, 0.5}, {0.5, 0, 0.5}, {0.5, 0.5, 0}};
  for (const auto& shift : centring) {
    for (const Vector3& at : std::vector<Vector3>{{0, 0, 0}, {.25, .25, .25}}) {
      places.push_back(at + shift);
      species.push_back(large);
    }
    for (const Vector3& at : std::vector<Vector3>{
             {.625, .625, .625}, {.625, .875, .875}, {.875, .625, .875}, {.875, .875, .625}}) {
      places.push_back(at + shift);
      species.push_back(small);
    }
  }
  return cubicCrystal(edgeA, cells, places, species);
}

}  // namespace vitrine::test
