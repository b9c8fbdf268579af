#pragma once

#include "engine/alloy/balance.h"
#include "widgets/theme/units.h"

#include <QString>

#include <map>
#include <vector>

namespace vitrine::widgets {

/// Everything the alloy editor shows.
struct AlloyEditorModel {
  /// One for each element, in the order shown; rows of zero stay. At.%, sum 100.
  std::vector<alloy::EditRow> rows;
  /// The alloy as a formula in at.%; the field shows it unless it is being typed in.
  QString formula;
  ContentUnit contentUnit = ContentUnit::AtomicPercent;
  /// Elements the models never saw, each with the reason; greyed in the picker and flagged in
  /// their rows.
  std::map<int, QString> untrained;
};

}  // namespace vitrine::widgets
