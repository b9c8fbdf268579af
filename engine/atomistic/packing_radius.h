#pragma once

namespace vitrine::atomistic {

/// Size of an atom among others in a metallic glass, Å: D. B. Miracle's radii of efficient packing
/// for Al, Ti, V, Fe, Co, Ni, Cu, Zr, Nb, Pd and Ag, as Q. Wang and A. Jain, Nat. Commun. 10, 5537
/// (2019) take them; for other metals the metallic radius for twelve neighbours, of a metalloid the
/// covalent one.
/// @throws Error (InvalidInput) for an element without any of them
double packingRadiusA(int atomicNumber);

}  // namespace vitrine::atomistic
