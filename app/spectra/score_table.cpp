#include "app/spectra/score_table.h"

#include "widgets/theme/theme.h"
#include "widgets/theme/units.h"

#include <QGridLayout>
#include <QLabel>

#include <cmath>

namespace vitrine::app {

namespace {

QString errorText(double mse) {
  return std::isfinite(mse) ? widgets::numberText(mse, mse < 10.0 ? 2 : 1) : QStringLiteral("–");
}

QString agreementText(const generation::Agreement& agreement) {
  if (!std::isfinite(agreement.slope) || !std::isfinite(agreement.r2))
    return QStringLiteral("–");
  return widgets::numberText(agreement.slope, 3) + QStringLiteral(", ") +
         widgets::numberText(agreement.r2, 3);
}

}  // namespace

ScoreTable::ScoreTable(QWidget* parent) : QWidget(parent) {
  setAccessibleName(tr("Scores"));
  const std::array<std::pair<QString, QString>, kColumns> heads{{
      {tr("Generator"), tr("What learned from the same patterns")},
      {tr("Mean error"), tr("Mean of the squared errors of the patterns it did not learn from; "
                            "the maximum of a pattern is 100")},
      {tr("Median"), tr("Half of the patterns have a smaller squared error")},
      {tr("90 % below"), tr("Nine of ten patterns have a smaller squared error")},
      {tr("In the band"), tr("Share of the measured points inside the 90 % band; 90 % is right")},
      {tr("q₁ slope, R²"), tr("Position of the first peak, generated against measured")},
      {tr("Δq slope, R²"), tr("Width of the first peak, generated against measured")},
  }};
  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setHorizontalSpacing(14);
  grid->setVerticalSpacing(1);
  for (std::size_t column = 0; column < kColumns; ++column) {
    const int place = static_cast<int>(column);
    const Qt::Alignment side = column == 0 ? Qt::AlignLeft : Qt::AlignRight;
    auto* head = new QLabel(heads[column].first, this);
    head->setToolTip(heads[column].second);
    grid->addWidget(head, 0, place, side);
    for (std::size_t row = 0; row < m_cells.size(); ++row) {
      auto* cell = new QLabel(this);
      cell->setTextInteractionFlags(Qt::TextSelectableByMouse);
      cell->setToolTip(heads[column].second);
      QFont font = cell->font();
      font.setBold(row == 0);
      cell->setFont(font);
      grid->addWidget(cell, static_cast<int>(row) + 1, place, side);
      m_cells[row][column] = cell;
    }
  }
  grid->setColumnStretch(static_cast<int>(kColumns), 1);
}

void ScoreTable::tell(const Judgement& judgement, bool stale) {
  const auto fill = [&](std::size_t row, const QString& name,
                        const generation::Evaluation& scores) {
    const std::array<QString, kColumns> texts{
        name,
        errorText(scores.mseMean),
        errorText(scores.mseMedian),
        errorText(scores.mseQ90),
        widgets::numberText(100.0 * scores.coverage90, 1) + QChar(QChar::Nbsp) + QLatin1Char('%'),
        agreementText(scores.q1),
        agreementText(scores.deltaQ)};
    for (std::size_t column = 0; column < kColumns; ++column)
      m_cells[row][column]->setText(texts[column]);
  };
  fill(0, shortText(judgement.request), judgement.scores);
  fill(1, tr("%1, for comparison").arg(kindTitle(judgement.plainKind)), judgement.plainScores);
  QPalette colours = parentWidget()->palette();
  if (stale)
    colours.setColor(QPalette::WindowText, widgets::themeOf(*parentWidget()).staleText);
  setPalette(colours);
}

}  // namespace vitrine::app
