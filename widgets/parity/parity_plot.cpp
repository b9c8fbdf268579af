#include "widgets/parity/parity_plot.h"

#include "widgets/export/export_actions.h"
#include "widgets/parity/parity_canvas.h"
#include "widgets/parity/parity_drawing.h"
#include "widgets/parity/parity_grid.h"
#include "widgets/parity/parity_picture.h"
#include "widgets/parity/parity_scores.h"
#include "widgets/parity/parity_text.h"
#include "widgets/plot/segments.h"
#include "widgets/theme/theme.h"

#include <QAbstractButton>
#include <QBoxLayout>
#include <QButtonGroup>
#include <QComboBox>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QPaintEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QToolButton>

namespace vitrine::widgets {

namespace {

/// Below these sizes a line with the scores of the model shown takes the place of the table.
constexpr int kWidthForScores = 560;
constexpr int kHeightForScores = 520;
constexpr double kLeastShape = 0.65;  // width to height of what the table leaves to the plot
constexpr int kWidestChoice = 190;
constexpr int kNarrowestChoice = 8;  // characters

}  // namespace

ParityPlot::ParityPlot(QWidget* parent)
    : QWidget(parent),
      m_back(new QToolButton(this)),
      m_choice(new QComboBox(this)),
      m_pages(new QStackedWidget(this)),
      m_grid(new ParityGrid),
      m_readout(new QLabel(this)) {
  setAccessibleName(tr("Predicted against measured"));
  m_back->setText(QStringLiteral("‹"));
  m_back->setAutoRaise(true);
  m_back->setFocusPolicy(Qt::StrongFocus);
  m_back->setAccessibleName(tr("Back to all models"));
  m_back->setToolTip(tr("Back to all models (Esc)"));
  m_choice->setAccessibleName(tr("Model"));
  m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  m_choice->setMinimumContentsLength(kNarrowestChoice);
  m_choice->setMaximumWidth(kWidestChoice);
  m_properties = addSegments(this, {{tr("Tg"), tr("Glass transition temperature")},
                                    {tr("Tm"), tr("Melting temperature (liquidus)")}});
  m_splits = addSegments(
      this, {{tr("Random"), tr("Each alloy predicted by models trained on a random part of the "
                               "others: flatters, as near relatives stay in")},
             {tr("Grouped"), tr("Each alloy predicted by models that never saw an alloy of the "
                                "same elements")}});
  auto* bar = new QHBoxLayout;
  bar->setContentsMargins(6, 4, 6, 2);
  bar->setSpacing(2);
  bar->addWidget(m_back);
  bar->addWidget(m_choice, 1);
  bar->addStretch();
  for (auto* button : m_properties->buttons())
    bar->addWidget(button);
  bar->addSpacing(8);
  for (auto* button : m_splits->buttons())
    bar->addWidget(button);

  m_pages->addWidget(m_grid);
  m_pages->addWidget(makeLarge());
  m_readout->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  m_readout->setContentsMargins(8, 0, 8, 2);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addLayout(bar);
  column->addWidget(m_pages, 1);
  column->addWidget(m_readout);

  using prediction::Property;
  connect(m_properties, &QButtonGroup::idClicked, this,
          [this](int id) { emit propertyChosen(id == 0 ? Property::Tg : Property::Tm); });
  connect(m_splits, &QButtonGroup::idClicked, this, [this](int id) {
    emit splitChosen(id == 0 ? ParitySplit::Random : ParitySplit::Grouped);
  });
  connect(m_back, &QToolButton::clicked, this, &ParityPlot::backToAll);
  connect(m_choice, &QComboBox::activated, this, [this](int row) { showSeries(row - 1); });
  connect(m_scores, &ParityScores::seriesChosen, this, &ParityPlot::showSeries);
  connect(m_grid, &ParityGrid::pointHovered, this, &ParityPlot::read);
  connect(m_grid, &ParityGrid::seriesChosen, this, [this](int series) {
    showSeries(series);
    m_plot->setFocus(Qt::OtherFocusReason);
  });
  connect(m_plot, &Plot::pointHovered, this,
          [this](int, int point) { read(point < 0 ? -1 : shownIndex(), point); });
  connect(m_plot, &ParityCanvas::pointVisited, this,
          [this](int point) { read(shownIndex(), point); });
  connect(m_plot, &Plot::pointClicked, this, [this](int, int point) { choosePoint(point); });
  new ExportActions(this, *this);
  rebuild();
}

QWidget* ParityPlot::makeLarge() {
  auto* page = new QWidget;
  m_plot = new ParityCanvas(page);
  m_plot->setAccessibleName(tr("Predicted against measured values"));
  m_caption = new QLabel(page);
  m_caption->setContentsMargins(8, 0, 8, 0);
  m_side = new QWidget(page);
  m_side->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
  m_scores = new ParityScores(m_side);
  m_note = new QLabel(m_side);
  m_note->setWordWrap(true);
  auto* side = new QVBoxLayout(m_side);
  side->setContentsMargins(4, 4, 8, 4);
  side->addWidget(m_scores);
  side->addWidget(m_note);
  side->addStretch();
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  m_body = new QBoxLayout(QBoxLayout::LeftToRight);
  m_body->addWidget(m_plot, 1);
  m_body->addWidget(m_side);
  column->addWidget(m_caption);
  column->addLayout(m_body, 1);
  return page;
}

Plot* ParityPlot::plot() const {
  return m_plot;
}

/// -1 where all are shown.
int ParityPlot::shownIndex() const {
  for (std::size_t i = 0; i < m_model.series.size(); ++i)
    if (m_model.series[i].key == m_model.shownSeries)
      return static_cast<int>(i);
  return -1;
}

void ParityPlot::setModel(const ParityPlotModel& model) {
  m_model = model;
  m_selected = pointOf(m_model, m_model.selectedFormula);
  m_properties->button(model.property == prediction::Property::Tg ? 0 : 1)->setChecked(true);
  m_splits->button(model.split == ParitySplit::Random ? 0 : 1)->setChecked(true);
  for (const auto* group : {m_properties, m_splits})
    for (auto* button : group->buttons())
      button->setVisible(model.choosable);
  m_grid->setModel(m_model);
  m_grid->setSelected(m_selected);
  rebuild();
}

void ParityPlot::setSelected(const QString& formula) {
  if (formula == m_model.selectedFormula)
    return;
  m_model.selectedFormula = formula;
  m_selected = pointOf(m_model, formula);
  m_grid->setSelected(m_selected);
  m_plot->setHighlight(placeOf(m_model, shownIndex(), m_selected));
  m_plot->setCurrentPoint(m_selected);
  read(-1, -1);
}

void ParityPlot::choosePoint(int point) {
  setSelected(m_model.formulas[point]);
  emit alloySelected(m_model.formulas[point]);
}

/// -1 for all.
void ParityPlot::showSeries(int index) {
  const QString key = index < 0 ? QString::fromLatin1(kAllParitySeries) : m_model.series[index].key;
  if (key == m_model.shownSeries)
    return;
  m_model.shownSeries = key;
  rebuild();
  emit seriesChosen(key);
}

void ParityPlot::backToAll() {
  const int before = shownIndex();
  showSeries(-1);
  m_grid->focusPanel(before);
}

void ParityPlot::rebuild() {
  const int shown = shownIndex();
  const QSignalBlocker blocker(m_choice);
  m_choice->clear();
  m_choice->addItem(tr("All models"));
  for (const auto& series : m_model.series)
    m_choice->addItem(series.title);
  m_choice->setCurrentIndex(shown + 1);
  m_back->setVisible(shown >= 0);
  m_plot->setModel(drawingOf(m_model, shown, themeOf(*this)));
  m_plot->setCurrentPoint(m_selected);
  m_scores->setModel(m_model, shown);
  m_caption->setText(shown < 0 ? QString() : scoresText(m_model.series[shown], m_model.split));
  m_note->setText(keyTexts(m_model).join(QLatin1Char('\n')));
  m_pages->setCurrentIndex(shown < 0 ? 0 : 1);
  read(-1, -1);
  arrange();
}

/// The scores go beside the plot in wide places, below it in tall ones.
void ParityPlot::arrange() {
  const int besideTable = width() - m_scores->width();
  const bool wide = width() >= kWidthForScores && besideTable >= kLeastShape * height();
  const bool tall = !wide && height() >= kHeightForScores;
  m_body->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
  m_side->setVisible(wide || tall);
  m_caption->setVisible(!wide && !tall && !m_caption->text().isEmpty());
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

void ParityPlot::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape && shownIndex() >= 0)
    return backToAll();
  QWidget::keyPressEvent(event);
}

/// Names the alloy under the pointer, or else the selected one.
void ParityPlot::read(int series, int point) {
  if (point < 0) {
    point = m_selected;
    series = shownIndex();
  }
  QString text;
  if (point >= 0 && series >= 0)
    text = pointText(m_model, series, point);
  else if (point >= 0)
    text = pointText(m_model, point);
  if (!text.isEmpty() && series != shownIndex())
    text = m_model.series[series].title + QStringLiteral(", ") + text;
  m_readout->setText(text);
  m_plot->setAccessibleDescription(text);
}

QString ParityPlot::exportName() const {
  const int shown = shownIndex();
  return QStringLiteral("predicted-measured-%1-%2-%3")
      .arg(m_model.property == prediction::Property::Tg ? QStringLiteral("Tg")
                                                        : QStringLiteral("Tm"),
           splitKey(m_model.split),
           shown < 0 ? QString::fromLatin1(kAllParitySeries) : m_model.series[shown].key);
}

QSizeF ParityPlot::exportSize() const {
  return shownIndex() < 0 ? QSizeF(920, 540) : QSizeF(520, 680);
}

void ParityPlot::renderTo(QPainter& painter, const QRectF& area) const {
  QFont font = this->font();
  font.setPixelSize(12);
  const Theme& colours = theme(false);
  if (shownIndex() < 0)
    ParityGrid::draw(m_model, m_selected, colours, font, painter, area);
  else
    drawOneSeries(painter, area, m_model, shownIndex(), {m_plot->visibleX(), m_plot->visibleY()},
                  colours, font);
}

DataTable ParityPlot::data() const {
  DataTable table;
  table.headers = {QStringLiteral("formula"), QStringLiteral("measured_K")};
  for (const auto& series : m_model.series)
    table.headers << series.key + QStringLiteral("_K");
  for (std::size_t i = 0; i < m_model.measuredK.size(); ++i) {
    std::vector<DataCell> row{m_model.formulas[i], m_model.measuredK[i]};
    for (const auto& series : m_model.series)
      row.push_back(series.predictedK[i]);
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace vitrine::widgets
