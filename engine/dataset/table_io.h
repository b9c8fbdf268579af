#pragma once

#include "engine/dataset/table.h"

#include <filesystem>

namespace vitrine::dataset {

/// Reads a CSV, TSV or XLSX file with a header line: a `formula` column or one column for each
/// element, any number of `NAME_unit` property columns, and an optional `source` column. Separator,
/// quotes, byte-order mark and decimal comma are detected and said in the findings. Rows that do
/// not parse are skipped with a finding.
/// @throws Error (CannotRead, Damaged, InvalidInput) where there is nothing to read at all.
Table readTable(const std::filesystem::path& file);

/// CSV with point decimals, formula column first, written atomically.
void writeTable(const Table& table, const std::filesystem::path& file);

}  // namespace vitrine::dataset
