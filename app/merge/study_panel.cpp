#include "app/merge/study_panel.h"

#include "app/jobs/work_row.h"
#include "app/merge/study_models.h"
#include "app/pages/model_names.h"
#include "app/session.h"
#include "engine/files/atomic_file.h"
#include "engine/prediction/merge_explanation.h"
#include "engine/prediction/merge_report.h"
#include "engine/prediction/published_merges.h"
#include "engine/regression/regressor.h"
#include "widgets/merge/merge_study_plot.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/units.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QSplitter>
#include <QTableWidget>
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
      m_table(new QTableWidget(this)),
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
  connect(m_table, &QTableWidget::itemSelectionChanged, this, &StudyPanel::showSentences);
  connect(m_plot, &widgets::MergeStudyPlot::subsetChosen, m_table,
          [this](int subset) { m_table->selectRow(subset); });
  showStudy();
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
  m_table->setAccessibleName(tr("Scores of the study"));
  m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_table->setSelectionMode(QAbstractItemView::SingleSelection);
  m_table->setAlternatingRowColors(true);
  m_table->setTabKeyNavigation(false);
  m_table->setCornerButtonEnabled(false);
  m_table->horizontalHeader()->setHighlightSections(false);
  m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
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

StudyRequest StudyPanel::request() const {
  StudyRequest request{m_merge, {}};
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
  const int chosen = triedOn();
  m_triedOn->clear();
  m_triedOn->addItem(tr("the merged set itself"), -1);
  if (const auto finished = m_run.finished()) {
    const auto& tables = finished->study.tables;
    for (std::size_t i = 0; i < tables.size(); ++i)
      m_triedOn->addItem(QString::fromStdString(tables[i].name), static_cast<int>(i));
  }
  m_triedOn->setCurrentIndex(std::max(0, m_triedOn->findData(chosen)));
}

int StudyPanel::triedOn() const {
  return m_triedOn->count() == 0 ? -1 : m_triedOn->currentData().toInt();
}

void StudyPanel::showScores() {
  m_drawnStale = isStale();
  const auto finished = m_run.finished();
  MergeStudyModel plot;
  if (finished) {
    const int table = triedOn();
    plot = plotOf(finished->study,
                  table < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(table)),
                  static_cast<MergeStudyModel::Quantity>(m_quantity->currentIndex()));
  } else {
    plot.message = tr("No study has been run yet.");
  }
  plot.stale = m_drawnStale;
  m_plot->setModel(plot);
  showTable();
}

void StudyPanel::showTable() {
  const auto finished = m_run.finished();
  const QSignalBlocker quiet(m_table);
  if (!finished) {
    m_table->setRowCount(0);
    m_table->setColumnCount(0);
    return;
  }
  const auto& study = finished->study;
  const auto quantity = static_cast<MergeStudyModel::Quantity>(m_quantity->currentIndex());
  const int decimals = quantity == MergeStudyModel::Quantity::R2 ? 4 : 1;
  const int shown = triedOn();
  const auto table = shown < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(shown));
  QStringList heads{tr("Learned from"), tr("Alloys"), tr("Shared"), tr("In conflict"),
                    tr("Test alloys")};
  for (const auto& model : study.subsets.front().models) {
    const QString name = predictorShortTitle(static_cast<std::size_t>(model.model));
    heads << (study.options.splits.size() < 2    ? name
              : model.split == SplitKind::Random ? tr("%1, random").arg(name)
                                                 : tr("%1, grouped").arg(name));
  }
  m_table->setColumnCount(static_cast<int>(heads.size()));
  m_table->setRowCount(static_cast<int>(study.subsets.size()));
  m_table->setHorizontalHeaderLabels(heads);
  const QColor stale = widgets::themeOf(*this).staleText;
  for (int row = 0; row < m_table->rowCount(); ++row) {
    const auto& subset = study.subsets[static_cast<std::size_t>(row)];
    const auto* rows = rowsOf(subset, subset.models.front(), table);
    QStringList cells{subsetName(study, subset), QString::number(subset.rows),
                      QString::number(subset.shared), QString::number(subset.conflicts),
                      rows != nullptr ? QString::number(rows->testRows) : QStringLiteral("–")};
    for (const auto& model : subset.models) {
      const auto* scores = rowsOf(subset, model, table);
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
      if (m_drawnStale)
        cell->setForeground(stale);
      m_table->setItem(row, column, cell);
    }
  }
  m_table->resizeColumnsToContents();
}

void StudyPanel::showSentences() {
  const auto finished = m_run.finished();
  const int row = m_table->currentRow();
  if (!finished || row < 0 || row >= static_cast<int>(finished->study.subsets.size())) {
    m_sentences->clear();
    return;
  }
  const auto& study = finished->study;
  QStringList lines{subsetName(study, study.subsets[static_cast<std::size_t>(row)])};
  for (const auto& sentence : prediction::explanationOf(study, static_cast<std::size_t>(row)))
    lines << QStringLiteral("• ") + QString::fromStdString(sentence);
  if (lines.size() == 1)
    lines << tr("A table by itself: choose a merged set to read what merging did.");
  if (study.options.property == prediction::Property::Tm) {
    lines << QString() << tr("Of its own tables Que et al. 2025 say, by one random split each:");
    for (const auto& merge : prediction::kPublishedMerges)
      lines << QStringLiteral("• %1 (%2, %3): %4")
                   .arg(QString::fromUtf8(merge.tables.data(),
                                          static_cast<qsizetype>(merge.tables.size())),
                        QString::fromUtf8(merge.figure.data(),
                                          static_cast<qsizetype>(merge.figure.size())),
                        QString::fromUtf8(merge.models.data(),
                                          static_cast<qsizetype>(merge.models.size())),
                        QString::fromUtf8(merge.words.data(),
                                          static_cast<qsizetype>(merge.words.size())));
    lines << m_session.references.citation(std::string(prediction::kPublishedMergesReference));
  }
  m_sentences->setPlainText(lines.join(u'\n'));
}

}  // namespace vitrine::app
