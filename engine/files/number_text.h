#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace vitrine::files {

/// Without the spaces (no-break ones too), tabs and line ends around it.
std::string_view trimmed(std::string_view text);

/// The finite number that is all of `text` but for spaces around it; the locale does not matter.
/// A plus and the typographic minus (U+2212) are understood, a thousands separator is not.
std::optional<double> parseNumber(std::string_view text, char decimalMark = '.');

/// The shortest text that reads back as the same number, with a decimal point in every locale.
std::string formatNumber(double value);

}  // namespace vitrine::files
