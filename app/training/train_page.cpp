#include "app/training/train_page.h"

#include "app/jobs/work_row.h"
#include "app/session.h"
#include "app/training/choice_panel.h"
#include "app/training/kept_models_panel.h"
#include "app/training/results_panel.h"
#include "app/training/study_export.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace vitrine::app {

namespace {

QString exportKey() {
  return QStringLiteral("study to export");
}

}  // namespace

TrainPage::TrainPage(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_run(session.runner),
      m_choices(new ChoicePanel(session.desk, m_run, this)),
      m_results(new ResultsPanel(session.desk, m_run, session.references, this)),
      m_export(new QPushButton(tr("E&xport the study…"), this)),
      m_said(new QLabel(this)),
      m_failure(addFailureLabel(tr("What went wrong with the export"), this)) {
  auto* left = new QScrollArea(this);
  left->setWidget(m_choices);
  left->setWidgetResizable(true);
  left->setFrameShape(QFrame::NoFrame);
  left->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  left->setFixedWidth(m_choices->minimumSizeHint().width() +
                      left->verticalScrollBar()->sizeHint().width());
  m_results->addPage(new KeptModelsPanel(session.models, m_run, this), tr("Models kept"));
  m_export->setToolTip(tr("Scores as JSON, or every held-out row as CSV"));
  m_export->setEnabled(false);
  m_said->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  auto* foot = new QHBoxLayout;
  foot->addWidget(m_said, 1);
  foot->addWidget(m_failure, 1);
  foot->addWidget(m_export);
  auto* right = new QVBoxLayout;
  right->addWidget(m_results, 1);
  right->addLayout(foot);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(4, 6, 4, 4);
  row->addWidget(left);
  row->addLayout(right, 1);
  connect(m_choices, &ChoicePanel::requestChanged, this,
          [this] { m_results->setRequest(m_choices->request()); });
  connect(m_results, &ResultsPanel::learningCurveWanted, this,
          [this] { m_run.computeLearningCurve(m_choices->input()); });
  connect(&m_run, &StudyRun::finished, this, [this] { m_export->setEnabled(true); });
  connect(m_export, &QPushButton::clicked, this, &TrainPage::chooseFile);
  m_results->setRequest(m_choices->request());
}

TrainPage::~TrainPage() {
  m_session.runner.cancel(exportKey());
}

void TrainPage::chooseFile() {
  auto* dialog =
      new QFileDialog(this, tr("Export the study"),
                      QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
                      tr("Scores (*.json);;Held-out rows (*.csv)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(QStringLiteral("json"));
  connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
    dialog->setDefaultSuffix(filter.contains(QLatin1String("csv")) ? QStringLiteral("csv")
                                                                   : QStringLiteral("json"));
  });
  connect(dialog, &QFileDialog::fileSelected, this, &TrainPage::exportStudy);
  dialog->open();
}

void TrainPage::exportStudy(const QString& path) {
  m_said->clear();
  showFailure(*m_failure, {});
  m_session.runner.start<bool>(
      {exportKey()},
      [result = m_run.study().result, file = path.toStdString()](const RunContext& /*context*/) {
        writeStudy(*result, file);
        return true;
      },
      [this, path](bool) { m_said->setText(tr("Written to %1").arg(path)); },
      [this](const QString& failure) { showFailure(*m_failure, failure); });
}

}  // namespace vitrine::app
