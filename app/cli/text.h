#pragma once

#include "engine/dataset/table.h"

#include <optional>
#include <string>
#include <string_view>

namespace vitrine::cli {

/// Numbers for people: a fixed number of decimals, a point in every locale, "-" for none.
std::string fixed(double value, int decimals);
std::string fixed(std::optional<double> value, int decimals);

/// Filled up with spaces to `width` characters (UTF-8 counted as such), to the left or to the right
/// of the text.
std::string padded(std::string_view text, std::size_t width);
std::string aligned(std::string_view text, std::size_t width);

/// The day in UTC, "2026-11-21".
std::string today();

/// How many rows of a table were left out, and why the first was; empty where none was.
std::string skippedRows(const dataset::Table& table);

}  // namespace vitrine::cli
