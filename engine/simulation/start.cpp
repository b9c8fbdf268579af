#include "engine/simulation/start.h"

#include "engine/alloy/element.h"
#include "engine/core/error.h"
#include "engine/core/random.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace vitrine::simulation {

namespace {

constexpr double kUsualVolumeA3 = 17.0;
/// Å^3 for each atom in one cm^3/mol.
constexpr double kA3PerCm3PerMol = 1e24 / 6.02214076e23;

double volumeOf(const alloy::Composition& alloy) {
  double volume = 0.0;
  for (const auto& share : alloy.shares()) {
    const auto molar = alloy::element(share.atomicNumber).molarVolumeCm3;
    volume += share.amount * (molar ? kA3PerCm3PerMol * *molar : kUsualVolumeA3);
  }
  return volume;
}

}  // namespace

std::vector<std::size_t> atomCounts(const alloy::Composition& alloy, std::size_t atoms) {
  const auto shares = alloy.shares();
  std::vector<std::size_t> counts;
  std::vector<double> remainders;
  for (const auto& share : shares) {
    const double exact = share.amount * static_cast<double>(atoms);
    // A fraction such as 0.44 is not exact; what is whole but for rounding counts as whole.
    const double whole = std::floor(exact + 1e-9 * static_cast<double>(atoms));
    counts.push_back(static_cast<std::size_t>(whole));
    remainders.push_back(exact - whole);
  }
  std::vector<std::size_t> order(counts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
  std::size_t placed = std::accumulate(counts.begin(), counts.end(), std::size_t{0});
  for (std::size_t i = 0; placed < atoms; ++i, ++placed)
    ++counts[order[i % order.size()]];
  for (std::size_t i = 0; i < counts.size(); ++i)
    if (counts[i] == 0)
      throw Error(ErrorCode::InvalidInput,
                  std::to_string(atoms) + " atoms are too few for " + alloy.formula() + ": " +
                      std::string(alloy::element(shares[i].atomicNumber).symbol) +
                      " would have none.");
  return counts;
}

atomistic::Structure randomLattice(const alloy::Composition& alloy, std::size_t atoms,
                                   std::uint64_t seed) {
  const auto counts = atomCounts(alloy, atoms);
  std::size_t side = 1;
  while (2 * side * side * side < atoms)
    ++side;
  using atomistic::operator+;
  const double edge = std::cbrt(volumeOf(alloy) * static_cast<double>(atoms));
  const double step = edge / static_cast<double>(side);
  std::vector<atomistic::Vector3> sites;
  for (std::size_t i = 0; i < side * side * side; ++i) {
    const atomistic::Vector3 corner{step * static_cast<double>(i % side),
                                    step * static_cast<double>(i / side % side),
                                    step * static_cast<double>(i / side / side)};
    sites.push_back(corner);
    sites.push_back(corner + atomistic::Vector3{step / 2, step / 2, step / 2});
  }
  Random random(seed);
  random.shuffle(sites);
  sites.resize(atoms);

  using atomistic::Vector3;
  atomistic::Structure structure{
      atomistic::Cell({Vector3{edge, 0, 0}, Vector3{0, edge, 0}, Vector3{0, 0, edge}}),
      {},
      std::move(sites),
      {},
      {}};
  const auto shares = alloy.shares();
  for (std::size_t i = 0; i < counts.size(); ++i)
    structure.species.insert(structure.species.end(), counts[i], shares[i].atomicNumber);
  return structure;
}

}  // namespace vitrine::simulation
