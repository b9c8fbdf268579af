#pragma once

#include "engine/alloy/formula.h"
#include "engine/simulation/potential_library.h"
#include "engine/simulation/run.h"
#include "engine/simulation/start.h"

#include <filesystem>
#include <utility>

namespace vitrine::test {

/// Atoms of an alloy on a lattice, in a run that is always there: the analytic potential.
inline simulation::RunRequest requestOf(const char* kind, const simulation::Schedule& schedule,
                                        atomistic::Structure start,
                                        const std::filesystem::path& folder) {
  simulation::RunRequest request(std::move(start));
  request.kind = kind;
  request.schedule = schedule;
  request.potential = simulation::potentialNamed("zhou2004");
  request.citation = "a paper";
  request.origin = "a lattice";
  request.seed = 5;
  request.lmp = simulation::lammpsProgram();
  request.folder = folder;
  request.program = "test";
  return request;
}

inline atomistic::Structure lattice(const char* formula, std::size_t atoms) {
  return simulation::randomLattice(alloy::compositionOf(formula), atoms, 5);
}

/// Copper as a crystal of so many cubes along each axis. @param a  edge of a cube, Å
inline atomistic::Structure fccCopper(double a, int cubes) {
  using atomistic::Vector3;
  const double edge = a * cubes;
  atomistic::Structure crystal{
      atomistic::Cell({Vector3{edge, 0, 0}, Vector3{0, edge, 0}, Vector3{0, 0, edge}}),
      {},
      {},
      {},
      {}};
  for (int i = 0; i < cubes * cubes * cubes; ++i)
    for (const Vector3& site :
         {Vector3{0, 0, 0}, Vector3{.5, .5, 0}, Vector3{.5, 0, .5}, Vector3{0, .5, .5}})
      crystal.positions.push_back({a * (i % cubes + site[0]), a * (i / cubes % cubes + site[1]),
                                   a * (i / cubes / cubes + site[2])});
  crystal.species.assign(crystal.positions.size(), 29);
  return crystal;
}

}  // namespace vitrine::test
