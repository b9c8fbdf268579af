#pragma once

#include "engine/calphad/melting_table.h"
#include "engine/dataset/table.h"

#include <string>
#include <vector>

namespace vitrine::app {

/// The formula of a row in at.%, as tables have it.
std::string formulaOf(const std::vector<std::string>& symbols, const calphad::MeltingRow& row);
/// To 0.01 K, as exact as the search.
double roundedK(double temperatureK);

/// Solidus and liquidus as a table of the data desk: formula, Ts_K, Tl_K, source. Alloys without a
/// melting range are findings.
/// @param source  of every row, e.g. "computed with mpea-02b.tdb"
dataset::Table meltingData(const std::vector<calphad::MeltingSystem>& systems,
                           const std::string& name, const std::string& source);

}  // namespace vitrine::app
