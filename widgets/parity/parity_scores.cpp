#include "widgets/parity/parity_scores.h"

#include "widgets/parity/parity_text.h"
#include "widgets/theme/paint.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QSignalBlocker>

#include <algorithm>

namespace vitrine::widgets {

namespace {

constexpr int kPaperColumn = 3;
constexpr double kFont = 0.9;

}  // namespace

QStringList scoreRow(const ParitySeries& series) {
  return {series.title, r2Text(series.ours), rmseText(series.ours), r2Text(series.paper),
          rmseText(series.paper)};
}

QStringList scoreHeaders() {
  return {ParityScores::tr("Model"), ParityScores::tr("R²"), ParityScores::tr("RMSE/K"),
          ParityScores::tr("R² paper"), ParityScores::tr("RMSE paper")};
}

bool hasPublished(const ParityPlotModel& model) {
  return std::any_of(model.series.begin(), model.series.end(),
                     [](const ParitySeries& series) { return series.paper.has_value(); });
}

ParityScores::ParityScores(QWidget* parent) : QTableWidget(parent) {
  setAccessibleName(tr("Scores"));
  setFont(scaledFont(font(), kFont));
  const QStringList headers = scoreHeaders();
  setColumnCount(static_cast<int>(headers.size()));
  setHorizontalHeaderLabels(headers);
  verticalHeader()->hide();
  verticalHeader()->setMinimumSectionSize(8);
  horizontalHeader()->setHighlightSections(false);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setEditTriggers(QAbstractItemView::NoEditTriggers);
  setSelectionBehavior(QAbstractItemView::SelectRows);
  setSelectionMode(QAbstractItemView::SingleSelection);
  setShowGrid(false);
  setFrameShape(QFrame::NoFrame);
  setTabKeyNavigation(false);
  viewport()->setAutoFillBackground(false);
  connect(this, &QTableWidget::currentCellChanged, this, [this](int row, int, int before, int) {
    if (row >= 0 && row != before)
      emit seriesChosen(row);
  });
}

void ParityScores::setModel(const ParityPlotModel& model, int shownSeries) {
  const QSignalBlocker blocker(this);
  const int rows = static_cast<int>(model.series.size());
  setRowCount(rows);
  const int rowHeight = fontMetrics().height() + 5;
  for (int row = 0; row < rows; ++row) {
    const QStringList texts = scoreRow(model.series[row]);
    for (int column = 0; column < texts.size(); ++column) {
      auto* cell = new QTableWidgetItem(texts[column]);
      cell->setTextAlignment(Qt::AlignVCenter | (column == 0 ? Qt::AlignLeft : Qt::AlignRight));
      setItem(row, column, cell);
    }
    setRowHeight(row, rowHeight);
  }
  const bool published = hasPublished(model);
  setColumnHidden(kPaperColumn, !published);
  setColumnHidden(kPaperColumn + 1, !published);
  resizeColumnsToContents();
  setCurrentCell(shownSeries, 0);
  setFixedSize(horizontalHeader()->length() + 2,
               horizontalHeader()->sizeHint().height() + rows * rowHeight + 2);
}

}  // namespace vitrine::widgets
