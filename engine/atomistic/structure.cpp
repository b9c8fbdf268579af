#include "engine/atomistic/structure.h"

#include "engine/alloy/element.h"

#include <set>

namespace vitrine::atomistic {

namespace {

/// CODATA 2018; g per atomic mass unit times Å^3 per cm^3.
constexpr double kDensityUnit = 1.66053906660;

}  // namespace

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
  return kDensityUnit * massU / structure.cell.volume();
}

}  // namespace vitrine::atomistic
