#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vitrine::simulation {

/// Parameters of one metal in the analytic embedded-atom potential of Zhou, Johnson and Wadley,
/// Phys. Rev. B 69, 144113 (2004). Units and meanings: resources/potentials/README.md.
struct ZhouMetal {
  std::string_view symbol;
  double re, fe, rhoe, rhos;
  double alpha, beta, A, B, kappa, lambda;
  double Fn0, Fn1, Fn2, Fn3;
  double F0, F1, F2, F3minus, F3plus;
  double eta, Fe;
  double rhol, rhoh;
};

/// The metals that it describes: atomic numbers, rising.
std::vector<int> zhouElements();
/// @throws Error (InvalidInput) for an element that it does not describe
const ZhouMetal& zhouMetal(int atomicNumber);

/// Electron density that an atom of the metal gives at a distance (Å).
double zhouDensity(const ZhouMetal& metal, double distanceA);
/// Energy of a pair, eV. Of two different metals it follows from the pure ones (Johnson 1989).
double zhouPair(const ZhouMetal& a, const ZhouMetal& b, double distanceA);
/// Energy of an atom in an electron density, eV.
double zhouEmbedding(const ZhouMetal& metal, double density);
/// Where the tables of a mixture end, Å: sqrt(5) times the largest re.
double zhouCutoffA(const std::vector<int>& elements);

/// The potential of a mixture as a table that LAMMPS reads as eam/alloy (setfl), with 2000 rows of
/// distances and of densities, as the authors' program makes it. Below 0.5 Å all is constant.
std::string zhouTable(const std::vector<int>& elements);

}  // namespace vitrine::simulation
