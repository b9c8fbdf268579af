#pragma once

#include "engine/alloy/composition.h"
#include "engine/core/finding.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace vitrine::alloy {

inline constexpr std::size_t kMaxFormulaCharacters = 1000;
inline constexpr std::size_t kMaxFormulaNesting = 16;

/// What a formula says. `composition` is empty exactly where a finding is an error.
struct ParsedFormula {
  std::optional<Composition> composition;
  /// At most one error, which names the character ("Zq is not an element, at position 5."), or any
  /// number of notes on how the text was taken.
  std::vector<Finding> findings;
  double writtenSum = 0.0;  ///< sum of the amounts as written, groups multiplied out; 0 in error
};

/// Reads `Zr50Cu40Al10`, `Zr0.5Cu0.4Al0.1`, `(Zr50Cu50)92Al8`, `Zr-50 Cu-40 Al-10`, subscript
/// digits, spaces, and groups in round, square or curly brackets down to 16 levels.
///
/// - An element without a number counts as 1. Numbers are ASCII or subscript digits with at most
///   one decimal point; a hyphen may join a number to its element, or stand between two items.
/// - A number after a group is the group's share of the whole, as metallurgists write it, where the
///   amounts inside add up to 100 or 1, or the amounts beside it do: `(Zr50Cu50)92Al8` and
///   `(ZrCu)92Al8` are Zr46Cu46Al8. Otherwise it multiplies, as chemists write it: `(ZrCu)2Al` is
///   Zr40Cu40Al20. "Add up to" allows a hundredth for rounding. A group without a number is
///   counted as if its brackets were not there.
/// - A sum other than 100 is normalised, with a note.
///
/// Positions count characters (Unicode code points) from 1. Never throws, whatever the text.
ParsedFormula parseFormula(std::string_view text, Basis basis = Basis::AtomicPercent);

/// The composition of a formula that must be good. @throws Error (InvalidInput) with the first
/// error of parseFormula.
Composition compositionOf(std::string_view formula);

}  // namespace vitrine::alloy
