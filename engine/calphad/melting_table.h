#pragma once

#include "engine/calphad/melting.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace vitrine::calphad {

/// One alloy with its melting range.
struct MeltingRow {
  std::vector<double> composition;  ///< mole fractions, in the order of the symbols
  std::optional<Melting> melting;
  std::string reason;  ///< why there is none
};

/// All compositions of 1 to 3 components in steps of 1/divisions, the pure components among them.
/// The last component rises, and the last but one within it; of three components, that is the order
/// of alloy::triangularGrid, and the rows of such a grid are a liquidus projection.
std::vector<std::vector<double>> compositionGrid(std::size_t components, std::size_t divisions);

/// The melting ranges of alloys of some elements, computed in parallel, in the order given. A
/// component with fraction zero is no part of its alloy.
/// @param compositions  mole fractions in the order of `symbols`, sum 1
/// @throws Error (InvalidInput) where the database lacks an element or its liquid; Cancelled
std::vector<MeltingRow> meltingRows(std::shared_ptr<const Database> database,
                                    const std::vector<std::string>& symbols,
                                    const std::vector<std::vector<double>>& compositions,
                                    const RunContext& context);

/// The rows of one system of a data set.
struct MeltingSystem {
  std::vector<std::string> symbols;
  std::vector<MeltingRow> rows;
};

/// The data set of Que et al. (2025) computed anew: Al, Co, Cr, Fe and Ni, their ten binary and six
/// of their ternary systems in steps of 5 at.%, each alloy once: 5 + 10 x 19 + 6 x 171 = 1221.
/// @throws as meltingRows
std::vector<MeltingSystem> meltingTable(const std::shared_ptr<const Database>& database,
                                        const RunContext& context);

}  // namespace vitrine::calphad
