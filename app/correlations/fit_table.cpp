#include "app/correlations/fit_table.h"

#include "app/services/reference_library.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/units.h"

#include <QHeaderView>

#include <cmath>

namespace vitrine::app {

namespace {

constexpr int kShownRows = 7;
/// Columns of numbers, slope to alloys.
constexpr int kFirstNumber = 2;
constexpr int kLastNumber = 6;

QString withError(double value, double error, int decimals) {
  if (!std::isfinite(error) || error <= 0.0)
    return widgets::numberText(value, decimals);
  return QStringLiteral("%1 ± %2").arg(widgets::numberText(value, decimals),
                                       widgets::numberText(error, decimals));
}

}  // namespace

FitTable::FitTable(const ReferenceLibrary& references, QWidget* parent)
    : QTableWidget(parent), m_references(references) {
  setAccessibleName(tr("Lines through the alloys"));
  const QStringList heads{tr("Correlation"), tr("Line"),     tr("Slope"),  tr("Intercept (K)"),
                          tr("R²"),          tr("RMSE (K)"), tr("Alloys"), tr("Source")};
  const QStringList hints{
      QString(),
      QString(),
      tr("In K per K, with its standard error"),
      tr("At absolute zero, with its standard error; a line through the origin has none"),
      tr("1 − squared residuals / squared distances from the mean, for lines through the origin "
         "too: negative where the line is worse than the mean"),
      tr("Root of the mean squared residual"),
      tr("Alloys of the table that have both temperatures"),
      QString()};
  setColumnCount(static_cast<int>(heads.size()));
  setHorizontalHeaderLabels(heads);
  for (int column = 0; column < columnCount(); ++column)
    horizontalHeaderItem(column)->setToolTip(hints[column]);
  verticalHeader()->hide();
  setEditTriggers(NoEditTriggers);
  setSelectionBehavior(SelectRows);
  setAlternatingRowColors(true);
  setTabKeyNavigation(false);
  horizontalHeader()->setStretchLastSection(true);
  verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
  setFixedHeight(horizontalHeader()->sizeHint().height() +
                 kShownRows * verticalHeader()->defaultSectionSize() + 2 * frameWidth());
}

void FitTable::tell(const std::vector<Line>& lines, bool stale) {
  m_numbers = {};
  m_numbers.headers = {QStringLiteral("correlation"), QStringLiteral("line"),
                       QStringLiteral("slope"),       QStringLiteral("slope_error"),
                       QStringLiteral("intercept_K"), QStringLiteral("intercept_error_K"),
                       QStringLiteral("r2"),          QStringLiteral("rmse_K"),
                       QStringLiteral("alloys"),      QStringLiteral("source")};
  setRowCount(static_cast<int>(lines.size()));
  for (int row = 0; row < rowCount(); ++row) {
    const Line& told = lines[static_cast<std::size_t>(row)];
    const ComparedLine& line = *told.line;
    const double slopeError = line.fit ? line.fit->slopeError : std::nan("");
    const double interceptError = line.fit ? line.fit->interceptError : std::nan("");
    const QString source =
        line.fit ? tr("fitted to this table") : m_references.citation(line.reference);
    const QStringList cells{
        told.correlation,
        told.name,
        withError(line.slope, slopeError, 4),
        line.interceptK == 0.0 ? tr("none") : withError(line.interceptK, interceptError, 1),
        widgets::numberText(line.agreement.r2, 4),
        widgets::numberText(line.agreement.rmse, 1),
        QString::number(told.alloys),
        source};
    for (int column = 0; column < columnCount(); ++column) {
      auto* cell = new QTableWidgetItem(cells[column]);
      cell->setToolTip(cells[column]);
      if (column >= kFirstNumber && column <= kLastNumber)
        cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
      if (stale)
        cell->setForeground(widgets::themeOf(*this).staleText);
      setItem(row, column, cell);
    }
    m_numbers.rows.push_back({told.correlation, told.name, line.slope, slopeError, line.interceptK,
                              interceptError, line.agreement.r2, line.agreement.rmse,
                              static_cast<double>(told.alloys), source});
  }
  resizeColumnsToContents();
}

}  // namespace vitrine::app
