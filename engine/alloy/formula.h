#pragma once

#include "engine/alloy/composition.h"
#include "engine/core/finding.h"

#include <optional>
#include <string_view>
#include <vector>

namespace vitrine::alloy {

/// What a formula says. `composition` is empty exactly where a finding is an error.
struct ParsedFormula {
  std::optional<Composition> composition;
  std::vector<Finding> findings;  ///< errors name the character; notes say e.g. "normalised from 90"
  double writtenSum = 0.0;        ///< sum of the amounts as written
};

/// Reads `Zr50Cu40Al10`, `Zr0.5Cu0.4Al0.1`, `(Zr50Cu50)92Al8`, `Zr-50 Cu-40 Al-10`, subscript
/// digits, spaces, and groups in round, square or curly brackets down to 16 levels.
///
/// A group's amounts are its share of the whole: `(Zr50Cu50)92Al8` is Zr46Cu46Al8. A sum that is
/// not 100 (or 1, or a plain ratio such as Pd2NiP) is normalised with a note. Never throws.
ParsedFormula parseFormula(std::string_view text, Basis basis = Basis::AtomicPercent);

/// The composition of a formula that must be good. @throws Error (InvalidInput) with the first
/// error of parseFormula.
Composition compositionOf(std::string_view formula);

}  // namespace vitrine::alloy
