#pragma once

#include "engine/core/run_context.h"
#include "engine/diffraction/axis_hint.h"
#include "engine/diffraction/spectrum_set.h"

#include <string>
#include <string_view>

namespace vitrine::diffraction {

/// Reads one pattern from a text of two columns, position and intensity; a third is taken for the
/// uncertainty of the intensity and left out. Any separator, decimal comma, lines of words and
/// remarks above, remarks between. An axis that falls is turned round, and of a file that holds its
/// pattern more than once the first is taken, both with a note.
/// @throws Error (InvalidInput) naming the line; Cancelled
SpectrumCollection parsePatternText(std::string_view utf8, const std::string& name,
                                    const ReadOptions& options = {},
                                    const RunContext& context = RunContext());

}  // namespace vitrine::diffraction
