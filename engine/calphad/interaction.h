#pragma once

#include "engine/calphad/database.h"
#include "engine/calphad/site_polynomial.h"

#include <optional>
#include <vector>

namespace vitrine::calphad {

/// What a parameter is multiplied with in the compound energy formalism: the site fractions of its
/// constituents, times
/// - (y_A - y_B)^order where two constituents of one sublattice interact (Redlich & Kister),
/// - y_k + (1 - y_A - y_B - y_C)/3 where three do, k being the constituent the order names; 1 where
///   the parameter stands alone (Hillert, Calphad 4, 1-12 (1980)),
/// - 1, y'_A - y'_B, y''_C - y''_D for order 0, 1, 2 where two sublattices have a pair each.
/// Source: Lukas, Fries & Sundman, Computational Thermodynamics, ch. 5 (2007).
/// @param variables  of each sublattice: its interacting site fractions; none for `*`
/// @param alone      of three constituents, only order 0 is given
/// @return empty for a combination that has no such rule
std::optional<Expansion> compositionFactor(const std::vector<Monomial>& variables, int order,
                                           bool alone);

/// The constituents of a parameter on all equivalent sets of the four ordering sublattices, for
/// phases with option F (fcc: all are neighbours) or B (bcc: 1-2 and 3-4 are second neighbours);
/// the first in order stands for all of them.
std::vector<std::vector<std::vector<std::size_t>>> equivalentConstituents(
    const std::vector<std::vector<std::size_t>>& constituents, char option);

}  // namespace vitrine::calphad
