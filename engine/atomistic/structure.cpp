#include "engine/atomistic/structure.h"

#include "engine/alloy/element.h"
#include "engine/core/units.h"

#include <set>

namespace vitrine::atomistic {

std::vector<int> speciesOf(const Structure& structure) {
  const std::set<int> found(structure.species.begin(), structure.species.end());
  return {found.begin(), found.end()};
}

alloy::Composition compositionOf(const Structure& structure) {
  std::map<int, double> counts;
  for (const int species : structure.species)
    ++counts[species];
  std::vector<alloy::Share> shares;
  for (const auto& [species, count] : counts)
    shares.push_back({species, count});
  return alloy::Composition::fromAmounts(shares);
}

double densityOf(const Structure& structure) {
  double massU = 0.0;
  for (const int species : structure.species)
    massU += alloy::element(species).massU;
  return kGPerCm3OfUPerA3 * massU / structure.cell.volume();
}

double temperatureOf(const Structure& structure) {
  constexpr double kSquareMPerS = 1e4;  // of 1 Å/ps
  double twiceEnergyJ = 0.0;
  for (std::size_t i = 0; i < structure.velocities.size(); ++i) {
    const Vector3& v = structure.velocities[i];
    twiceEnergyJ += kAtomicMassKg * alloy::element(structure.species[i]).massU * kSquareMPerS *
                    (v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
  }
  const auto atoms = static_cast<double>(structure.velocities.size());
  return atoms == 0.0 ? 0.0 : twiceEnergyJ / (3.0 * atoms * kBoltzmannJPerK);
}

}  // namespace vitrine::atomistic
