#include "app/training/results_panel.h"

#include "app/jobs/work_row.h"
#include "app/services/reference_library.h"
#include "app/training/study_views.h"
#include "widgets/alloy/element_names.h"
#include "widgets/parity/parity_plot.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

namespace vitrine::app {

namespace {

QString nothingYet() {
  return ResultsPanel::tr("Nothing has been trained yet: choose on the left and press Train.");
}

QLabel* words(QWidget* parent) {
  auto* label = new QLabel(parent);
  label->setWordWrap(true);
  label->setTextFormat(Qt::PlainText);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  return label;
}

}  // namespace

ResultsPanel::ResultsPanel(TableDesk& desk, StudyRun& run, ReferenceLibrary& references,
                           QWidget* parent)
    : QWidget(parent),
      m_desk(desk),
      m_run(run),
      m_references(references),
      m_note(words(this)),
      m_splitLabel(new QLabel(tr("&Judged by"), this)),
      m_split(new QComboBox(this)),
      m_tabs(new QTabWidget(this)),
      m_scores(new widgets::Sheet(tr("Scores"), this)),
      m_elements(new widgets::Sheet(tr("Scores of the elements left out"), this)),
      m_remarks(words(this)),
      m_published(new widgets::Sheet(tr("Published models of the melting temperature"), this)),
      m_publishedNote(words(this)),
      m_parity(new widgets::ParityPlot(this)),
      m_element(new QComboBox(this)),
      m_predictor(new QComboBox(this)),
      m_residuals(new widgets::ResidualPlot(this)),
      m_calibration(new widgets::CalibrationPlot(this)),
      m_learn(new QPushButton(tr("&Compute the learning curves"), this)),
      m_learningWork(new WorkRow(tr("the learning curves"), this)),
      m_learningFailure(addFailureLabel(tr("What went wrong with the learning curves"), this)),
      m_curves(new widgets::ErrorCurves(this)),
      m_contributions(new widgets::ContributionChart(this)) {
  build();
  connect(&run, &StudyRun::changed, this, [this] {
    takeResult();
    showLearning();
  });
  connect(&run, &StudyRun::progressed, this, &ResultsPanel::showProgress);
  connect(m_split, &QComboBox::currentIndexChanged, this, &ResultsPanel::showAll);
  connect(m_element, &QComboBox::currentIndexChanged, this, &ResultsPanel::showResiduals);
  connect(m_predictor, &QComboBox::currentIndexChanged, this, &ResultsPanel::showResiduals);
  connect(m_learn, &QPushButton::clicked, this, &ResultsPanel::learningCurveWanted);
  connect(m_learningWork, &WorkRow::cancelled, &run, &StudyRun::cancelLearningCurve);
  connect(&references, &ReferenceLibrary::changed, this, &ResultsPanel::showPublished);
  connect(&desk, &TableDesk::selectionChanged, this, &ResultsPanel::showSelection);
  connect(m_parity, &widgets::ParityPlot::alloySelected, this, [this](const QString& formula) {
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; report() != nullptr && i < report()->heldOut.size(); ++i)
      if (report()->heldOut[i].formula == formula.toStdString())
        rows.push_back(i);
    select(rows);
  });
  connect(m_residuals, &widgets::ResidualPlot::pointChosen, this,
          [this](int point) { select({m_residualRows.at(static_cast<std::size_t>(point))}); });
  showAll();
  showLearning();
  showPublished();
}

void ResultsPanel::build() {
  m_split->setAccessibleName(tr("Judged by"));
  m_split->setToolTip(tr("Whose held-out rows the plots show"));
  m_splitLabel->setBuddy(m_split);
  m_tabs->setDocumentMode(true);
  m_tabs->tabBar()->setAccessibleName(tr("Results of the training"));
  m_tabs->addTab(scoresPage(), tr("Scores"));
  m_tabs->addTab(m_parity, tr("Predicted and measured"));
  m_tabs->addTab(residualsPage(), tr("Residuals"));
  m_tabs->addTab(m_calibration, tr("Intervals"));
  m_tabs->addTab(learningPage(), tr("Learning curves"));
  m_tabs->addTab(m_contributions, tr("Contributions"));
  auto* line = new QHBoxLayout;
  line->addWidget(m_note, 1);
  line->addWidget(m_splitLabel);
  line->addWidget(m_split);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(4, 0, 0, 0);
  column->addLayout(line);
  column->addWidget(m_tabs, 1);
}

QWidget* ResultsPanel::scoresPage() {
  auto* page = new QWidget(this);
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(4, 6, 4, 0);
  column->addWidget(m_scores, 4);
  column->addWidget(m_elements, 4);
  column->addWidget(m_remarks);
  column->addSpacing(8);
  column->addWidget(m_publishedNote);
  column->addWidget(m_published, 4);
  column->addStretch(1);
  return page;
}

QWidget* ResultsPanel::residualsPage() {
  auto* page = new QWidget(this);
  m_element->setAccessibleName(tr("Element of the residuals"));
  m_predictor->setAccessibleName(tr("Model of the residuals"));
  auto* element = new QLabel(tr("&Element"), page);
  element->setBuddy(m_element);
  auto* predictor = new QLabel(tr("M&odel"), page);
  predictor->setBuddy(m_predictor);
  auto* line = new QHBoxLayout;
  line->addWidget(element);
  line->addWidget(m_element);
  line->addWidget(predictor);
  line->addWidget(m_predictor);
  line->addStretch(1);
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(4, 6, 4, 0);
  column->addLayout(line);
  column->addWidget(m_residuals, 1);
  return page;
}

QWidget* ResultsPanel::learningPage() {
  auto* page = new QWidget(this);
  m_learn->setToolTip(
      tr("Trains every chosen model on a tenth, a fifth … and all of each training "
         "part; that takes about as long as the training itself"));
  auto* line = new QHBoxLayout;
  line->addWidget(m_learn);
  line->addWidget(m_learningWork, 1);
  line->addStretch();
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(4, 6, 4, 0);
  column->addLayout(line);
  column->addWidget(m_learningFailure);
  column->addWidget(m_curves, 1);
  return page;
}

void ResultsPanel::addPage(QWidget* page, const QString& title) {
  m_tabs->addTab(page, title);
}

void ResultsPanel::setRequest(const StudyRequest& request) {
  const bool before = isStale();
  m_request = request;
  if (isStale() != before)
    showAll();
  showLearning();
}

bool ResultsPanel::isStale() const {
  return m_result && !(m_result->request == m_request);
}

const prediction::HoldOutReport* ResultsPanel::report() const {
  const auto index = static_cast<std::size_t>(std::max(0, m_split->currentIndex()));
  return m_result && index < m_result->reports.size() ? &m_result->reports[index] : nullptr;
}

void ResultsPanel::takeResult() {
  if (m_run.study().result == m_result)
    return;
  m_result = m_run.study().result;
  {
    const QSignalBlocker quiet(m_split);
    const QString before = m_split->currentText();
    m_split->clear();
    for (const auto& each : m_result->reports)
      m_split->addItem(splitWords(each.split));
    m_split->setCurrentIndex(std::max(0, m_split->findText(before)));
  }
  listPredictors();
  showAll();
}

void ResultsPanel::listPredictors() {
  const QSignalBlocker quietElement(m_element);
  const QSignalBlocker quietPredictor(m_predictor);
  const int element = m_element->currentData().toInt();
  const QVariant predictor = m_predictor->currentData();
  m_element->clear();
  m_predictor->clear();
  std::map<int, int> rows;
  for (const auto& row : m_result->data.table->rows)
    for (const auto& share : row.composition.shares())
      ++rows[share.atomicNumber];
  std::vector<std::pair<int, int>> byRows;
  for (const auto& [z, count] : rows)
    byRows.emplace_back(-count, z);
  std::ranges::sort(byRows);
  for (const auto& [count, z] : byRows)
    m_element->addItem(tr("%1, %n rows", nullptr, -count).arg(widgets::elementSymbol(z)), z);
  m_element->setCurrentIndex(std::max(0, m_element->findData(element)));
  const auto predictors = predictorsOf(m_result->reports.front());
  for (const std::size_t each : predictors)
    m_predictor->addItem(studyPredictorTitle(each), QVariant::fromValue(each));
  const int before = m_predictor->findData(predictor);
  // The blend comes just before the line.
  m_predictor->setCurrentIndex(before >= 0 ? before
                                           : std::max(0, static_cast<int>(predictors.size()) - 2));
}

void ResultsPanel::showAll() {
  const bool any = report() != nullptr;
  m_splitLabel->setVisible(any);
  m_split->setVisible(any);
  QString note = nothingYet();
  if (isStale())
    note =
        tr("Stale: choices or tables are others by now. These are the results of the training "
           "before.");
  else if (any)
    note = tr("%1: %n rows of %2", nullptr, static_cast<int>(report()->rows))
               .arg(QString::fromStdString(m_result->model->card().dataName),
                    QString::fromStdString(
                        std::string(prediction::propertyName(m_result->request.property))));
  m_note->setText(note);
  widgets::ParityPlotModel parity;
  widgets::CalibrationPlotModel calibration;
  widgets::ContributionChartModel contributions;
  if (any) {
    const QString shown = m_parity->model().shownSeries;
    parity = parityOf(*m_result, *report());
    parity.shownSeries = shown;
    calibration = calibrationOf(*report());
    contributions = contributionsOf(*m_result);
  } else {
    parity.choosable = false;
    parity.message = calibration.message = contributions.message = nothingYet();
  }
  parity.stale = calibration.stale = contributions.stale = isStale();
  m_parity->setModel(parity);
  m_calibration->setModel(calibration);
  m_contributions->setModel(contributions);
  showScores();
  showResiduals();
  showSelection();
}

void ResultsPanel::showScores() {
  widgets::SheetModel scores;
  if (m_result)
    scores = scoreSheet(*m_result);
  scores.stale = isStale();
  m_scores->setModel(scores);
  m_scores->setVisible(m_result != nullptr);
  widgets::SheetModel elements;
  if (report() != nullptr && !report()->elements.empty())
    elements = elementSheet(*report());
  elements.stale = isStale();
  m_elements->setModel(elements);
  m_elements->setVisible(!elements.rows.empty());
  m_remarks->setText(m_result ? studyRemarks(*m_result).join(u'\n') : QString());
  m_remarks->setVisible(!m_remarks->text().isEmpty());
}

void ResultsPanel::showPublished() {
  const auto& published = m_references.content().meltingModels;
  m_published->setModel(publishedSheet(published));
  m_published->setVisible(!published.models.empty());
  m_publishedNote->setText(
      published.models.empty()
          ? QString()
          : tr("For comparison, %1 of %2. Other data and random splits: not the same task. %3")
                .arg(QString::fromStdString(published.table),
                     m_references.citation(published.source),
                     QString::fromStdString(published.note)));
}

void ResultsPanel::showResiduals() {
  widgets::ResidualPlotModel model;
  if (report() != nullptr)
    model = residualsOf(*m_result, *report(), m_predictor->currentData().value<std::size_t>(),
                        m_element->currentData().toInt(), m_residualRows);
  else
    model.message = nothingYet();
  model.stale = isStale();
  m_residuals->setModel(model);
  showSelection();
}

void ResultsPanel::showLearning() {
  const auto& learning = m_run.learning();
  showProgress();
  showFailure(*m_learningFailure, learning.failure);
  widgets::ErrorCurvesModel model;
  if (learning.result) {
    model = curvesOf(*learning.result);
    model.stale = !(learning.result->request == m_request);
  } else {
    model.message = tr("How the error falls with the number of rows has not been computed.");
  }
  m_curves->setModel(model);
}

void ResultsPanel::showProgress() {
  const bool learning = m_run.learning().running;
  m_learn->setVisible(!learning);
  m_learn->setEnabled(!m_request.tables.empty() && !m_request.models.empty());
  if (learning)
    m_learningWork->tell(tr("Training again and again"), m_run.learningFraction());
  else
    m_learningWork->hide();
}

void ResultsPanel::showSelection() {
  if (report() == nullptr)
    return;
  const auto isSelected = [this](const prediction::HeldOutRow& row) {
    const auto& selection = m_desk.selection();
    return std::ranges::any_of(m_result->data.origins[row.tableRow], [&](const TableRow& origin) {
      return origin.table == m_desk.current() && std::ranges::binary_search(selection, origin.row);
    });
  };
  const auto& rows = report()->heldOut;
  const auto found = std::ranges::find_if(rows, isSelected);
  m_parity->setSelected(found == rows.end() ? QString() : QString::fromStdString(found->formula));
  const auto at = static_cast<std::size_t>(found - rows.begin());
  const auto point = std::ranges::find(m_residualRows, at);
  m_residuals->setSelected(point == m_residualRows.end() || found == rows.end()
                               ? -1
                               : static_cast<int>(point - m_residualRows.begin()));
}

void ResultsPanel::select(const std::vector<std::size_t>& heldOut) {
  std::map<TableId, std::vector<std::size_t>> rows;
  for (const std::size_t index : heldOut)
    for (const TableRow& origin : m_result->data.origins[report()->heldOut[index].tableRow])
      rows[origin.table].push_back(origin.row);
  // Rows of a table that was edited since may have moved.
  std::erase_if(rows, [this](const auto& entry) {
    const auto& tables = m_result->request.tables;
    const auto place = std::ranges::find(tables, entry.first) - tables.begin();
    return !m_desk.has(entry.first) ||
           m_desk.revision(entry.first) !=
               m_result->request.revisions[static_cast<std::size_t>(place)];
  });
  if (rows.empty())
    return;
  auto chosen = rows.find(m_desk.current());
  if (chosen == rows.end()) {
    chosen = rows.begin();
    m_desk.setCurrent(chosen->first);
  }
  std::ranges::sort(chosen->second);
  m_desk.setSelection(chosen->second);
}

}  // namespace vitrine::app
