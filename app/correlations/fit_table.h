#pragma once

#include "app/correlations/correlations.h"
#include "widgets/export/data_table.h"

#include <QTableWidget>

#include <vector>

namespace vitrine::app {

class ReferenceLibrary;

/// What the lines of correlations are: slope and intercept with standard errors, how well each
/// meets the alloys, and who published it.
class FitTable : public QTableWidget {
  Q_OBJECT

 public:
  explicit FitTable(const ReferenceLibrary& references, QWidget* parent = nullptr);

  /// A line of the table: which correlation, which of its lines.
  struct Line {
    QString correlation;  ///< e.g. "Tg over ⟨Tm⟩"
    QString name;
    const ComparedLine* line = nullptr;
    std::size_t alloys = 0;
  };
  /// @param lines  valid during the call
  void tell(const std::vector<Line>& lines, bool stale);

  /// The same numbers, unrounded.
  [[nodiscard]] const widgets::DataTable& numbers() const { return m_numbers; }

 private:
  const ReferenceLibrary& m_references;
  widgets::DataTable m_numbers;
};

}  // namespace vitrine::app
