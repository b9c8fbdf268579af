#pragma once

#include "app/cli/json_output.h"
#include "engine/prediction/hold_out_report.h"

#include <iosfwd>
#include <string>

namespace vitrine::cli {

/// The words of --split. @throws Error (InvalidInput) naming them
dataset::SplitKind splitOf(std::string_view word);
std::string_view splitWord(dataset::SplitKind kind);

/// Whose interval a study reports: the blend, or the only model.
std::string shownModel(const prediction::HoldOutReport& study);

/// n, test_rows, models.NAME, linear_regression, calibration; elements.EL and not_left_out where
/// elements were left out. Temperatures in K, r2 and coverage as fractions.
Json studyJson(const prediction::HoldOutReport& study);

/// The study as lines for people.
void print(std::ostream& out, const prediction::HoldOutReport& study);

}  // namespace vitrine::cli
