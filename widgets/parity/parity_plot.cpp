#include "widgets/parity/parity_plot.h"

#include "widgets/export/export_actions.h"
#include "widgets/parity/parity_drawing.h"
#include "widgets/plot/plot.h"
#include "widgets/plot/segments.h"
#include "widgets/theme/theme.h"

#include <QAbstractButton>
#include <QBoxLayout>
#include <QButtonGroup>
#include <QComboBox>
#include <QEvent>
#include <QFontMetricsF>
#include <QHeaderView>
#include <QLabel>
#include <QPaintEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QTableWidget>

#include <algorithm>

namespace vitrine::widgets {

namespace {

/// Below these sizes the scores stay out; the list above the plot still switches models.
constexpr int kWidthForScores = 560;
constexpr int kHeightForScores = 520;
constexpr int kWidestChoice = 190;

QString r2Text(const std::optional<ParityScore>& score) {
  return score ? numberText(score->r2, 4) : QStringLiteral("–");
}

QString rmseText(const std::optional<ParityScore>& score) {
  return score ? numberText(score->rmseK, 1) : QStringLiteral("–");
}

QStringList scoreRow(const ParitySeries& series) {
  return {series.title, r2Text(series.ours), rmseText(series.ours), r2Text(series.paper),
          rmseText(series.paper)};
}

}  // namespace

ParityPlot::ParityPlot(QWidget* parent)
    : QWidget(parent),
      m_plot(new Plot(this)),
      m_choice(new QComboBox(this)),
      m_readout(new QLabel(this)),
      m_side(new QWidget(this)),
      m_scores(new QTableWidget(this)),
      m_note(new QLabel(this)),
      m_body(new QBoxLayout(QBoxLayout::LeftToRight)) {
  setAccessibleName(tr("Predicted against measured"));
  m_plot->setAccessibleName(tr("Predicted against measured values"));
  m_choice->setAccessibleName(tr("Model"));
  m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  m_choice->setMinimumContentsLength(10);
  m_choice->setMaximumWidth(kWidestChoice);
  m_splits = addSegments(
      this, {{tr("Random"), tr("Each alloy predicted by models trained on a random part of the "
                               "others: flatters, as near relatives stay in")},
             {tr("Grouped"), tr("Each alloy predicted by models that never saw an alloy of the "
                                "same elements")}});
  auto* bar = new QHBoxLayout;
  bar->setContentsMargins(6, 3, 6, 0);
  bar->setSpacing(2);
  bar->addWidget(m_choice, 1);
  bar->addSpacing(6);
  for (auto* button : m_splits->buttons())
    bar->addWidget(button);
  bar->addStretch();

  m_scores->setAccessibleName(tr("Scores"));
  m_scores->setColumnCount(5);
  m_scores->setHorizontalHeaderLabels(
      {tr("Model"), tr("R²"), tr("RMSE/K"), tr("R² publ."), tr("RMSE publ.")});
  m_scores->verticalHeader()->hide();
  m_scores->verticalHeader()->setMinimumSectionSize(8);
  m_scores->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_scores->horizontalHeader()->setHighlightSections(false);
  m_scores->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_scores->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_scores->setSelectionMode(QAbstractItemView::SingleSelection);
  m_scores->setShowGrid(false);
  m_scores->setFrameShape(QFrame::NoFrame);
  m_scores->setTabKeyNavigation(false);
  m_scores->viewport()->setAutoFillBackground(false);
  m_scores->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_note->setWordWrap(true);
  m_side->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
  m_readout->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  m_readout->setContentsMargins(8, 0, 8, 2);

  auto* side = new QVBoxLayout(m_side);
  side->setContentsMargins(4, 4, 4, 4);
  side->addWidget(m_scores);
  side->addWidget(m_note);
  side->addStretch();
  m_body->setSpacing(0);
  m_body->addWidget(m_plot, 1);
  m_body->addWidget(m_side);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addLayout(bar);
  column->addLayout(m_body, 1);
  column->addWidget(m_readout);

  connect(m_splits, &QButtonGroup::idClicked, this, [this](int id) {
    emit splitChosen(id == 0 ? ParitySplit::Random : ParitySplit::Grouped);
  });
  connect(m_choice, &QComboBox::activated, this, &ParityPlot::showSeries);
  connect(m_scores, &QTableWidget::currentCellChanged, this, [this](int row, int, int before, int) {
    if (row >= 0 && row != before)
      showSeries(row);
  });
  connect(m_plot, &Plot::pointHovered, this, [this](int, int point) { hoverPoint(point); });
  connect(m_plot, &Plot::pointClicked, this, [this](int, int point) {
    const QString formula = m_model.formulas[point];
    setSelected(formula);
    emit alloySelected(formula);
  });
  new ExportActions(this, *this);
  rebuild();
}

int ParityPlot::shownIndex() const {
  for (std::size_t i = 0; i < m_model.series.size(); ++i)
    if (m_model.series[i].key == m_model.shownSeries)
      return static_cast<int>(i);
  return static_cast<int>(m_model.series.size()) - 1;
}

void ParityPlot::setModel(const ParityPlotModel& model) {
  m_model = model;
  m_splits->button(model.split == ParitySplit::Random ? 0 : 1)->setChecked(true);
  rebuild();
}

void ParityPlot::setSelected(const QString& formula) {
  m_model.selectedFormula = formula;
  m_plot->setHighlight(placeOf(m_model, shownIndex(), formula));
  hoverPoint(-1);
}

void ParityPlot::showSeries(int index) {
  const QString key = m_model.series[index].key;
  if (key == m_model.shownSeries)
    return;
  m_model.shownSeries = key;
  rebuild();
  emit seriesChosen(key);
}

void ParityPlot::rebuild() {
  const int shown = shownIndex();
  m_plot->setModel(drawingOf(m_model, shown, themeOf(*this)));
  const QSignalBlocker choiceBlocker(m_choice);
  m_choice->clear();
  for (const auto& series : m_model.series)
    m_choice->addItem(series.title);
  m_choice->setCurrentIndex(shown);
  fillScores();
  hoverPoint(-1);
  arrange();
}

void ParityPlot::fillScores() {
  const QSignalBlocker blocker(m_scores);
  m_scores->setRowCount(static_cast<int>(m_model.series.size()));
  bool published = false;
  for (int row = 0; row < m_scores->rowCount(); ++row) {
    const auto& series = m_model.series[row];
    published = published || series.paper;
    const QStringList texts = scoreRow(series);
    for (int column = 0; column < texts.size(); ++column) {
      auto* item = new QTableWidgetItem(texts[column]);
      item->setTextAlignment(Qt::AlignVCenter | (column == 0 ? Qt::AlignLeft : Qt::AlignRight));
      m_scores->setItem(row, column, item);
    }
  }
  m_scores->setColumnHidden(3, !published);
  m_scores->setColumnHidden(4, !published);
  m_scores->resizeColumnsToContents();
  m_scores->setCurrentCell(shownIndex(), 0);
  m_note->setText(published ? tr("publ.: %1").arg(m_model.paperNote) : QString());
  m_note->setVisible(published && !m_model.paperNote.isEmpty());
  const int rows = m_scores->rowCount();
  const int rowHeight = m_scores->fontMetrics().height() + 5;
  for (int row = 0; row < rows; ++row)
    m_scores->setRowHeight(row, rowHeight);
  m_scores->setFixedSize(m_scores->horizontalHeader()->length() + 2,
                         m_scores->horizontalHeader()->sizeHint().height() + rows * rowHeight + 2);
}

/// The scores go beside the plot in wide places, below it in tall ones.
void ParityPlot::arrange() {
  const bool wide = width() >= kWidthForScores && width() > height();
  const bool tall = !wide && height() >= kHeightForScores;
  m_body->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
  m_side->setVisible((wide || tall) && !m_model.series.empty());
}

void ParityPlot::resizeEvent(QResizeEvent* event) {
  arrange();
  QWidget::resizeEvent(event);
}

void ParityPlot::paintEvent(QPaintEvent* event) {
  QPainter(this).fillRect(event->rect(), themeOf(*this).surface);
}

void ParityPlot::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange)
    rebuild();
  QWidget::changeEvent(event);
}

/// Names the alloy under the pointer, or else the selected one.
void ParityPlot::hoverPoint(int point) {
  const int shown = shownIndex();
  if (point < 0) {
    const auto& formulas = m_model.formulas;
    const auto found = std::find(formulas.begin(), formulas.end(), m_model.selectedFormula);
    if (found != formulas.end())
      point = static_cast<int>(found - formulas.begin());
  }
  const bool known =
      point >= 0 && shown >= 0 && point < static_cast<int>(m_model.series[shown].predictedK.size());
  m_readout->setText(known ? pointText(m_model, shown, point) : QString());
  m_plot->setAccessibleDescription(m_readout->text());
}

QString ParityPlot::exportName() const {
  return QStringLiteral("predicted-measured-%1-%2")
      .arg(m_model.property.section(u' ', 0, 0), m_model.split == ParitySplit::Random
                                                     ? QStringLiteral("random")
                                                     : QStringLiteral("grouped"));
}

QSizeF ParityPlot::exportSize() const {
  return {520, 640};
}

void ParityPlot::renderTo(QPainter& painter, const QRectF& area) const {
  const Theme& colours = theme(false);
  QFont font = this->font();
  font.setPixelSize(12);
  const QFontMetricsF metrics(font);
  const double line = metrics.height() + 2;
  const double scores = line * (static_cast<double>(m_model.series.size()) + 2) + 8;
  QRectF plot = area;
  plot.setBottom(area.bottom() - scores);
  Plot::draw(drawingOf(m_model, shownIndex(), colours), colours, painter, plot, m_plot->visibleX(),
             m_plot->visibleY());
  painter.save();
  painter.fillRect(QRectF(area.left(), plot.bottom(), area.width(), scores), colours.surface);
  constexpr double kEnds[] = {0.40, 0.52, 0.66, 0.79, 0.95};  // of the width
  double top = plot.bottom() + 4;
  const auto row = [&](const QStringList& texts, bool strong) {
    QFont face = font;
    face.setBold(strong);
    painter.setFont(face);
    painter.setPen(colours.text);
    for (qsizetype i = 0; i < texts.size(); ++i) {
      const double left = area.left() + (i == 0 ? 0.06 : kEnds[i - 1]) * area.width();
      painter.drawText(QRectF(left, top, area.left() + kEnds[i] * area.width() - left, line),
                       (i == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter, texts[i]);
    }
    top += line;
  };
  row({m_model.split == ParitySplit::Random ? tr("Random split") : tr("Grouped split"), tr("R²"),
       tr("RMSE/K"), tr("R² publ."), tr("RMSE publ.")},
      true);
  for (const auto& series : m_model.series)
    row(scoreRow(series), false);
  painter.setPen(colours.mutedText);
  painter.setFont(font);
  if (!m_model.paperNote.isEmpty())
    painter.drawText(QRectF(area.left() + 0.06 * area.width(), top, area.width() * 0.89, line),
                     Qt::AlignLeft | Qt::AlignVCenter, tr("publ.: %1").arg(m_model.paperNote));
  painter.restore();
}

DataTable ParityPlot::data() const {
  DataTable table;
  table.headers = {QStringLiteral("formula"), QStringLiteral("measured_K")};
  for (const auto& series : m_model.series)
    table.headers << series.key + QStringLiteral("_K");
  for (std::size_t i = 0; i < m_model.measuredK.size(); ++i) {
    std::vector<DataCell> row{m_model.formulas[i], m_model.measuredK[i]};
    for (const auto& series : m_model.series)
      row.push_back(i < series.predictedK.size() ? DataCell(series.predictedK[i]) : DataCell());
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace vitrine::widgets
