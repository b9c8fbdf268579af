#include "app/merge/study_panel.h"

#include "app/jobs/work_row.h"
#include "app/merge/merge_study_table.h"
#include "app/merge/study_models.h"
#include "app/pages/model_names.h"
#include "app/session.h"
#include "engine/files/atomic_file.h"
#include "engine/prediction/merge_report.h"
#include "engine/prediction/published_merges.h"
#include "engine/regression/regressor.h"
#include "widgets/merge/merge_study_plot.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace vitrine::app {

using dataset::SplitKind;
using widgets::MergeStudyModel;

namespace {

constexpr int kMostSeeds = 100;
constexpr int kFirstSeeds = 5;
constexpr std::array kFirstModels{regression::ModelKind::ExtraTrees,
                                  regression::ModelKind::SupportVector,
                                  regression::ModelKind::NearestNeighbours};

QString jobKey() {
  return QStringLiteral("save merge study");
}

}  // namespace

StudyPanel::StudyPanel(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_run(session.runner),
      m_property(new QComboBox(this)),
      m_splits(new QComboBox(this)),
      m_seeds(new QSpinBox(this)),
      m_start(new QPushButton(tr("&Run the study"), this)),
      m_save(new QPushButton(tr("&Save as JSON…"), this)),
      m_work(new WorkRow(tr("the merge study"), this)),
      m_failure(addFailureLabel(tr("What went wrong with the merge study"), this)),
      m_note(new QLabel(this)),
      m_triedOn(new QComboBox(this)),
      m_quantity(new QComboBox(this)),
      m_plot(new widgets::MergeStudyPlot(this)),
      m_table(new MergeStudyTable(this)),
      m_sentences(new QPlainTextEdit(this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(4, 4, 4, 0);
  column->addWidget(choices());
  column->addWidget(m_work);
  column->addWidget(m_failure);
  column->addWidget(m_note);
  column->addWidget(results(), 1);
  connect(&m_run, &MergeStudyRun::changed, this, &StudyPanel::showStudy);
  connect(&m_run, &MergeStudyRun::progressed, this, &StudyPanel::showState);
  connect(m_work, &WorkRow::cancelled, &m_run, &MergeStudyRun::cancel);
  connect(m_start, &QPushButton::clicked, this, &StudyPanel::start);
  connect(m_save, &QPushButton::clicked, this, &StudyPanel::chooseFile);
  connect(m_property, &QComboBox::currentIndexChanged, this, &StudyPanel::showState);
  connect(m_splits, &QComboBox::currentIndexChanged, this, &StudyPanel::showState);
  connect(m_seeds, &QSpinBox::valueChanged, this, &StudyPanel::showState);
  for (QCheckBox* model : m_models)
    connect(model, &QCheckBox::toggled, this, &StudyPanel::showState);
  connect(m_triedOn, &QComboBox::currentIndexChanged, this, &StudyPanel::showScores);
  connect(m_quantity, &QComboBox::currentIndexChanged, this, &StudyPanel::showScores);
  connect(m_table, &MergeStudyTable::itemSelectionChanged, this, &StudyPanel::showSentences);
  connect(m_plot, &widgets::MergeStudyPlot::subsetChosen, m_table,
          [this](int subset) { m_table->selectRow(subset); });
  showStudy();
}

StudyPanel::~StudyPanel() {
  m_session.runner.cancel(jobKey());
}

QWidget* StudyPanel::choices() {
  auto* page = new QWidget(this);
  m_property->setAccessibleName(tr("Property"));
  m_property->addItem(tr("Tm (liquidus)"), int(prediction::Property::Tm));
  m_property->addItem(tr("Tg"), int(prediction::Property::Tg));
  m_splits->setAccessibleName(tr("What is set aside for tests"));
  m_splits->addItem(tr("alloys and systems"), 2);
  m_splits->addItem(tr("single alloys"), 0);
  m_splits->addItem(tr("whole alloy systems"), 1);
  m_seeds->setAccessibleName(tr("Splits of each kind"));
  m_seeds->setRange(1, kMostSeeds);
  m_seeds->setValue(kFirstSeeds);
  m_seeds->setSuffix(tr(" splits"));
  auto* first = new QHBoxLayout;
  first->addWidget(m_property);
  first->addWidget(new QLabel(tr("set aside:"), page));
  first->addWidget(m_splits);
  first->addWidget(m_seeds);
  first->addStretch();
  first->addWidget(m_save);
  first->addWidget(m_start);
  auto* second = new QHBoxLayout;
  for (const auto kind : regression::kModelKinds) {
    auto* model = new QCheckBox(predictorShortTitle(static_cast<std::size_t>(kind)), page);
    model->setToolTip(predictorTitle(static_cast<std::size_t>(kind)));
    model->setChecked(std::find(kFirstModels.begin(), kFirstModels.end(), kind) !=
                      kFirstModels.end());
    m_models.push_back(model);
    second->addWidget(model);
  }
  second->addStretch();
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(0, 0, 0, 0);
  column->addLayout(first);
  column->addLayout(second);
  m_note->setWordWrap(true);
  return page;
}

QWidget* StudyPanel::results() {
  m_triedOn->setAccessibleName(tr("Tried on the test alloys of"));
  m_triedOn->setToolTip(
      tr("Test alloys of one table are the same whatever it is merged with; those of a merged set "
         "are others for every set, and its scores do not compare"));
  m_triedOn->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  m_quantity->setAccessibleName(tr("Score"));
  m_quantity->addItems({tr("RMSE"), tr("MAE"), tr("R²")});
  m_sentences->setAccessibleName(tr("What the numbers say"));
  m_sentences->setReadOnly(true);
  m_sentences->setTabChangesFocus(true);
  m_sentences->setPlaceholderText(tr("What the numbers say of the chosen subset stands here."));
  auto* line = new QHBoxLayout;
  line->addWidget(new QLabel(tr("Tried on the test alloys of"), this));
  line->addWidget(m_triedOn);
  line->addWidget(m_quantity);
  line->addStretch();
  auto* upper = new QWidget(this);
  auto* column = new QVBoxLayout(upper);
  column->setContentsMargins(0, 0, 0, 0);
  column->addLayout(line);
  column->addWidget(m_plot, 1);
  auto* lower = new QSplitter(Qt::Vertical, this);
  lower->addWidget(upper);
  lower->addWidget(m_table);
  lower->addWidget(m_sentences);
  lower->setStretchFactor(0, 3);
  lower->setStretchFactor(1, 2);
  lower->setStretchFactor(2, 3);
  lower->setChildrenCollapsible(false);
  return lower;
}

void StudyPanel::setMerge(const MergeRequest& merge) {
  m_merge = merge;
  showState();
}

MergeStudyRequest StudyPanel::request() const {
  MergeStudyRequest request{m_merge, {}};
  request.options.property = static_cast<prediction::Property>(m_property->currentData().toInt());
  for (std::size_t i = 0; i < m_models.size(); ++i) {
    if (m_models[i]->isChecked())
      request.options.models.push_back(regression::kModelKinds[i]);
  }
  const int splits = m_splits->currentData().toInt();
  if (splits != 2)
    request.options.splits = {splits == 0 ? SplitKind::Random : SplitKind::Grouped};
  request.options.seeds = m_seeds->value();
  return request;
}

bool StudyPanel::isStale() const {
  return m_run.finished() && m_run.finished()->key != request().key();
}

void StudyPanel::start() {
  m_run.start(request());
}

void StudyPanel::chooseFile() {
  auto* dialog = new QFileDialog(this, tr("Save the study"), QStringLiteral("merge-study.json"),
                                 tr("JSON (*.json)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(QStringLiteral("json"));
  connect(dialog, &QFileDialog::fileSelected, this, &StudyPanel::saveTo);
  dialog->open();
}

void StudyPanel::saveTo(const QString& path) {
  m_session.runner.start<bool>(
      {jobKey(), Priority::Interactive},
      [finished = m_run.finished(), file = path.toStdString()](const RunContext&) {
        files::writeAtomically(file, prediction::mergeStudyJson(finished->study) + "\n");
        return true;
      },
      [this](bool) { showFailure(*m_failure, {}); },
      [this](const QString& failure) { showFailure(*m_failure, failure); });
}

void StudyPanel::showState() {
  const bool running = m_run.isRunning();
  const std::size_t tables = m_merge.tables.size();
  const bool anyModel = std::any_of(m_models.begin(), m_models.end(),
                                    [](const auto* box) { return box->isChecked(); });
  m_start->setEnabled(!running && anyModel && tables >= 1 &&
                      tables <= prediction::kMostStudiedTables);
  m_save->setEnabled(m_run.finished() != nullptr);
  if (running) {
    const auto left = m_run.secondsLeft();
    m_work->tell(left ? tr("Training, %1").arg(timeLeftText(*left)) : tr("Training"),
                 m_run.fraction());
  } else {
    m_work->hide();
  }
  showFailure(*m_failure, m_run.failure());
  QString note;
  if (tables > prediction::kMostStudiedTables)
    note = tr("A study takes at most %1 tables: choose fewer.").arg(prediction::kMostStudiedTables);
  else if (tables == 0)
    note = tr("Choose the tables to study.");
  else if (!anyModel)
    note = tr("Choose at least one model.");
  else if (isStale())
    note = tr("The choices or the tables are others by now; this is the study made before.");
  else if (!m_run.finished())
    note =
        tr("Every subset of the tables is merged and learned from, and tried on alloys that no "
           "subset has seen.");
  m_note->setText(note);
  m_note->setVisible(!note.isEmpty());
  if (isStale() != m_drawnStale)
    showScores();
}

void StudyPanel::showStudy() {
  showState();
  listTriedOn();
  showScores();
  if (m_run.finished() && !m_run.isRunning())
    m_table->selectRow(m_table->rowCount() - 1);
  showSentences();
}

void StudyPanel::listTriedOn() {
  const QSignalBlocker quiet(m_triedOn);
  const auto chosen = triedOn();
  m_triedOn->clear();
  m_triedOn->addItem(tr("the merged set itself"), -1);
  if (const auto finished = m_run.finished()) {
    const auto& tables = finished->study.tables;
    for (std::size_t i = 0; i < tables.size(); ++i)
      m_triedOn->addItem(QString::fromStdString(tables[i].name), static_cast<int>(i));
  }
  m_triedOn->setCurrentIndex(
      std::max(0, m_triedOn->findData(chosen ? static_cast<int>(*chosen) : -1)));
}

std::optional<std::size_t> StudyPanel::triedOn() const {
  if (m_triedOn->count() == 0 || m_triedOn->currentData().toInt() < 0)
    return std::nullopt;
  return static_cast<std::size_t>(m_triedOn->currentData().toInt());
}

void StudyPanel::showScores() {
  m_drawnStale = isStale();
  const auto finished = m_run.finished();
  const auto tried = triedOn();
  const auto quantity = static_cast<MergeStudyModel::Quantity>(m_quantity->currentIndex());
  MergeStudyModel plot;
  if (finished) {
    plot = plotOf(finished->study, tried, quantity);
  } else {
    plot.message = tr("No study has been run yet.");
  }
  plot.stale = m_drawnStale;
  m_plot->setModel(plot);
  if (finished)
    m_table->tell(finished->study, tried, quantity, m_drawnStale);
}

void StudyPanel::showSentences() {
  const auto finished = m_run.finished();
  const int row = m_table->currentRow();
  if (!finished || row < 0 || row >= static_cast<int>(finished->study.subsets.size())) {
    m_sentences->clear();
    return;
  }
  m_sentences->setPlainText(
      wordsOf(finished->study, static_cast<std::size_t>(row),
              m_session.references.citation(std::string(prediction::kPublishedMergesReference))));
}

}  // namespace vitrine::app
