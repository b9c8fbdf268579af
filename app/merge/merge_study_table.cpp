#include "app/merge/merge_study_table.h"

#include "app/merge/study_models.h"
#include "app/pages/model_names.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/units.h"

#include <QHeaderView>
#include <QSignalBlocker>

namespace vitrine::app {

using dataset::SplitKind;
using widgets::MergeStudyModel;

namespace {

const prediction::Spread& spreadOf(const prediction::ScoreSpread& score,
                                   MergeStudyModel::Quantity quantity) {
  switch (quantity) {
    case MergeStudyModel::Quantity::RmseK:
      return score.rmseK;
    case MergeStudyModel::Quantity::MaeK:
      return score.maeK;
    case MergeStudyModel::Quantity::R2:
      return score.r2;
  }
  return score.rmseK;
}

}  // namespace

MergeStudyTable::MergeStudyTable(QWidget* parent) : QTableWidget(parent) {
  setAccessibleName(tr("Scores of the study"));
  setEditTriggers(NoEditTriggers);
  setSelectionBehavior(SelectRows);
  setSelectionMode(SingleSelection);
  setAlternatingRowColors(true);
  setTabKeyNavigation(false);
  setCornerButtonEnabled(false);
  horizontalHeader()->setHighlightSections(false);
  verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
}

void MergeStudyTable::tell(const prediction::MergeStudy& study, std::optional<std::size_t> tried,
                           MergeStudyModel::Quantity quantity, bool stale) {
  const QSignalBlocker quiet(this);
  const int decimals = quantity == MergeStudyModel::Quantity::R2 ? 4 : 1;
  QStringList heads{tr("Learned from"), tr("Alloys"), tr("Shared"), tr("In conflict"),
                    tr("Test alloys")};
  for (const auto& model : study.subsets.front().models) {
    const QString name = predictorShortTitle(static_cast<std::size_t>(model.model));
    heads << (study.options.splits.size() < 2    ? name
              : model.split == SplitKind::Random ? tr("%1, random").arg(name)
                                                 : tr("%1, grouped").arg(name));
  }
  setColumnCount(static_cast<int>(heads.size()));
  setRowCount(static_cast<int>(study.subsets.size()));
  setHorizontalHeaderLabels(heads);
  const QColor grey = widgets::themeOf(*this).staleText;
  for (int row = 0; row < rowCount(); ++row) {
    const auto& subset = study.subsets[static_cast<std::size_t>(row)];
    const auto* rows = rowsOf(subset, subset.models.front(), tried);
    QStringList cells{subsetName(study, subset), QString::number(subset.rows),
                      QString::number(subset.shared), QString::number(subset.conflicts),
                      rows != nullptr ? QString::number(rows->testRows) : QStringLiteral("–")};
    for (const auto& model : subset.models) {
      const auto* scores = rowsOf(subset, model, tried);
      if (scores == nullptr || scores->seeds() == 0) {
        cells << QStringLiteral("–");
        continue;
      }
      const auto& spread = spreadOf(scores->score, quantity);
      cells << QStringLiteral("%1 ± %2").arg(widgets::numberText(spread.mean, decimals),
                                             widgets::numberText(spread.sd, decimals));
    }
    for (int column = 0; column < cells.size(); ++column) {
      auto* cell = new QTableWidgetItem(cells[column]);
      cell->setToolTip(cells[column]);
      if (column > 0)
        cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
      if (stale)
        cell->setForeground(grey);
      setItem(row, column, cell);
    }
  }
  resizeColumnsToContents();
}

}  // namespace vitrine::app
