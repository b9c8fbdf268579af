#pragma once

#include "engine/alloy/composition.h"

#include <optional>
#include <span>
#include <vector>

namespace vitrine::alloy {

/// One row of an alloy being edited. Unlike a Composition's shares, rows keep their order, may be
/// zero, and may be locked.
struct EditRow {
  int atomicNumber = 0;
  double percent = 0.0;  ///< at.%
  bool locked = false;
  bool operator==(const EditRow&) const = default;
};

/// What became of a wish.
struct Balanced {
  enum class Outcome {
    Taken,    ///< the wish is fulfilled
    Limited,  ///< as far as the locked rows leave room
    Refused,  ///< nothing changed: the row is missing or nothing else can give way
  };
  std::vector<EditRow> rows;  ///< at.%, sum 100, the order of the rows given
  Outcome outcome = Outcome::Taken;
};

/// Lowest and highest amount that one row can take while the locked ones stay as they are.
struct Reach {
  double lowest = 0.0;
  double highest = 100.0;
};

/// The rule of what gives way, so that the sum stays 100 %: the other unlocked rows are scaled by a
/// common factor; where all of them are zero they take equal parts. Locked rows keep their amount
/// in `basis` (that is the number on screen), and rows that fall to zero stay as rows. The lock of
/// the row itself does not matter: it guards against the others, not against its own slider.
///
/// The amounts wished for are in percent of `basis`; the rows are in at.% before and after. Steps
/// of one drag are each to be computed from the rows before the drag: the ratios of the others
/// would otherwise be lost at 100 %.
Balanced setPercent(std::span<const EditRow> rows, int atomicNumber, double percent,
                    Basis basis = Basis::AtomicPercent);

/// Appends a row of zero; refused where there is one already.
Balanced addRow(std::span<const EditRow> rows, int atomicNumber);

/// Removes a row; the others take its amount by the rule above. Refused where only locked rows
/// would be left to take it (a row of zero always goes), and for the last row.
Balanced removeRow(std::span<const EditRow> rows, int atomicNumber,
                   Basis basis = Basis::AtomicPercent);

/// Where the slider of a row can go, in percent of `basis`. Both ends are the row's own amount
/// where nothing else can give way.
Reach reach(std::span<const EditRow> rows, int atomicNumber, Basis basis = Basis::AtomicPercent);

/// Amounts of the rows in percent of `basis`, in their order.
std::vector<double> percentOf(std::span<const EditRow> rows, Basis basis);

/// Unlocked rows of an alloy: by falling content, equal contents by symbol.
std::vector<EditRow> rowsOf(const Composition& alloy);

/// Empty where all rows are zero.
std::optional<Composition> compositionOf(std::span<const EditRow> rows);

}  // namespace vitrine::alloy
