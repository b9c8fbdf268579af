#include "app/spectra/judgement_panel.h"

#include "app/jobs/work_row.h"
#include "app/spectra/judgement_models.h"
#include "app/spectra/score_table.h"
#include "widgets/generation/training_curves.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace vitrine::app {

using widgets::ErrorHistogram;
using widgets::PeakAgreement;

JudgementPanel::JudgementPanel(PatternJudge& judge, TrainingRun& run, QWidget* parent)
    : QGroupBox(tr("3  Judge it by the patterns it did not learn from"), parent),
      m_judge(judge),
      m_run(run),
      m_work(new WorkRow(tr("judging the generator"), this)),
      m_failure(addFailureLabel(tr("What went wrong with the judgement"), this)),
      m_note(new QLabel(this)),
      m_again(new QPushButton(tr("&Judge"), this)),
      m_scores(new ScoreTable(this)),
      m_tabs(new QTabWidget(this)),
      m_training(new widgets::TrainingCurves(this)),
      m_examples(new widgets::PatternExamples(this)),
      m_errors(new ErrorHistogram(this)),
      m_peaks(new PeakAgreement(this)),
      m_learning(new widgets::LearningCurve(this)),
      m_learn(new QPushButton(tr("&Compute the learning curve"), this)),
      m_learningWork(new WorkRow(tr("the learning curve"), this)),
      m_learningFailure(addFailureLabel(tr("What went wrong with the learning curve"), this)) {
  build();
  connect(&judge, &PatternJudge::changed, this, [this] {
    showProgress();
    showWords();
    showPlots();
    showLearning();
  });
  connect(&judge, &PatternJudge::progressed, this, &JudgementPanel::showProgress);
  connect(&run, &TrainingRun::changed, this, &JudgementPanel::showTraining);
  connect(m_work, &WorkRow::cancelled, &judge, &PatternJudge::cancel);
  connect(m_again, &QPushButton::clicked, this, [this] { m_judge.judge(*m_run.trained()); });
  connect(m_learningWork, &WorkRow::cancelled, &judge, &PatternJudge::cancelLearningCurve);
  connect(m_learn, &QPushButton::clicked, this,
          [this] { m_judge.computeLearningCurve(m_request); });
  connect(m_errors, &ErrorHistogram::patternChosen, this, &JudgementPanel::patternChosen);
  connect(m_peaks, &PeakAgreement::patternChosen, this, &JudgementPanel::patternChosen);
  showPlots();
  showLearning();
  showTraining();
}

void JudgementPanel::build() {
  m_note->setWordWrap(true);
  m_tabs->setDocumentMode(true);
  m_tabs->tabBar()->setAccessibleName(tr("Plots of the judgement"));
  m_tabs->addTab(m_examples, tr("Examples"));
  m_tabs->addTab(m_errors, tr("Errors"));
  m_tabs->addTab(m_peaks, tr("First peak"));
  m_tabs->addTab(learningPage(), tr("Learning curve"));
  m_tabs->addTab(m_training, tr("Training"));
  m_tabs->setTabVisible(m_tabs->indexOf(m_training), false);
  auto* line = new QHBoxLayout;
  line->addWidget(m_note, 1);
  line->addWidget(m_again);
  auto* column = new QVBoxLayout(this);
  column->addWidget(m_work);
  column->addWidget(m_failure);
  column->addLayout(line);
  column->addWidget(m_scores);
  column->addWidget(m_tabs, 1);
}

QWidget* JudgementPanel::learningPage() {
  auto* page = new QWidget(this);
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(4, 4, 4, 0);
  m_learn->setToolTip(
      tr("Trains the chosen kind on 20, 50, 100, 200 and 500 patterns; that may take a while"));
  auto* row = new QHBoxLayout;
  row->addWidget(m_learn);
  row->addWidget(m_learningWork, 1);
  row->addStretch();
  column->addLayout(row);
  column->addWidget(m_learningFailure);
  column->addWidget(m_learning, 1);
  return page;
}

void JudgementPanel::setRequest(const TrainingRequest& request) {
  m_request = request;
  showWords();
  showLearning();
  if (isStale() != m_drawnStale)
    showPlots();
}

void JudgementPanel::setSelected(const QString& id) {
  m_selected = id;
  showPoints();
}

bool JudgementPanel::isStale() const {
  return m_judge.judgement() && !(m_judge.judgement()->request == m_request);
}

void JudgementPanel::showProgress() {
  if (m_judge.isJudging())
    m_work->tell(tr("Judging"), m_judge.fraction());
  else
    m_work->hide();
  if (m_judge.isLearning())
    m_learningWork->tell(tr("Training again and again"), m_judge.learningFraction());
  else
    m_learningWork->hide();
}

void JudgementPanel::showWords() {
  showFailure(*m_failure, m_judge.failure());
  const auto judgement = m_judge.judgement();
  m_scores->setVisible(judgement != nullptr);
  if (judgement)
    m_scores->tell(*judgement, isStale());
  const bool judged =
      judgement && m_run.trained() && judgement->request == m_run.trained()->request;
  m_again->setVisible(m_run.trained() && !judged && !m_judge.isJudging());
  QString note;
  if (isStale())
    note = tr("The choices are others by now; this is the generator trained before.");
  else if (judgement)
    note = tr("Judged by %1 patterns.").arg(judgement->formulas.size());
  else if (!m_run.trained())
    note = tr("Once a generator is trained, it is held against the other patterns here.");
  m_note->setText(note);
  m_note->setVisible(!note.isEmpty());
}

void JudgementPanel::showPlots() {
  const auto judgement = m_judge.judgement();
  m_drawnStale = isStale();
  widgets::PatternExamplesModel examples;
  if (judgement)
    examples = examplesOf(*judgement);
  else
    examples.message = tr("No generator has been judged yet.");
  examples.stale = m_drawnStale;
  m_examples->setModel(examples);
  showPoints();
}

void JudgementPanel::showPoints() {
  const auto judgement = m_judge.judgement();
  widgets::ErrorHistogramModel errors;
  widgets::PeakAgreementModel peaks;
  if (judgement) {
    errors = errorsOf(*judgement);
    peaks = firstPeaksOf(*judgement);
  } else {
    errors.message = peaks.message = tr("No generator has been judged yet.");
  }
  errors.stale = peaks.stale = m_drawnStale;
  errors.selected = peaks.selected = m_selected;
  m_errors->setModel(errors);
  m_peaks->setModel(peaks);
}

void JudgementPanel::showLearning() {
  const bool usable = m_request.patterns && m_request.patterns->prepared;
  const bool network = isNetwork(m_request.kind);
  m_learn->setVisible(!m_judge.isLearning());
  m_learn->setEnabled(usable && !network);
  showFailure(*m_learningFailure, m_judge.learningFailure());
  widgets::LearningCurveModel model;
  if (m_judge.learning()) {
    model = curveOf(*m_judge.learning(), m_judge.learningRequest());
    const TrainingRequest& of = m_judge.learningRequest();
    model.stale =
        of.patterns != m_request.patterns || of.kind != m_request.kind || of.seed != m_request.seed;
  } else if (network) {
    model.message = tr("A network takes too long to be trained again and again.");
  } else {
    model.message = tr("How the error falls with the number of patterns has not been computed.");
  }
  m_learning->setModel(model);
}

void JudgementPanel::showTraining() {
  const auto& curves = m_run.curves();
  const int tab = m_tabs->indexOf(m_training);
  const bool any = !curves.points.empty();
  if (any && !m_tabs->isTabVisible(tab)) {
    m_tabs->setTabVisible(tab, true);
    m_tabs->setCurrentIndex(tab);
  } else if (!any) {
    m_tabs->setTabVisible(tab, false);
  }
  if (any || !m_training->model().points.empty())
    m_training->setModel(curves);
  showWords();
}

}  // namespace vitrine::app
