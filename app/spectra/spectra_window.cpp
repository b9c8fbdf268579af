#include "app/spectra/spectra_window.h"

#include "app/dropped_files.h"
#include "app/quantities/copy_of.h"
#include "app/session.h"
#include "app/settings/settings.h"
#include "app/spectra/import_panel.h"
#include "app/spectra/judgement_panel.h"
#include "app/spectra/training_panel.h"
#include "app/spectra/use_panel.h"
#include "widgets/generation/pattern_preview.h"

#include <QCloseEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QSplitter>
#include <QVBoxLayout>

namespace vitrine::app {

namespace {

constexpr QSize kFirstSize(1180, 800);
constexpr int kLeftWidth = 340;
constexpr int kPreviewShare = 2;  ///< height of the preview against that of the judgement
constexpr int kJudgementShare = 3;

QString lookKey() {
  return QStringLiteral("look at a pattern");
}

}  // namespace

SpectraWindow::SpectraWindow(Session& session, Settings& settings)
    : m_session(session),
      m_settings(settings),
      m_import(session.runner),
      m_training(session.places.program),
      m_judge(session.runner) {
  setObjectName(QStringLiteral("patterns"));
  setWindowTitle(tr("Measured patterns and training – Vitrine"));
  takeDroppedFiles(*this, [this](const QStringList& paths) { open(paths.front()); });
  build(hasTrainer(session.places.program));
  connectSteps();
  resize(kFirstSize);
  if (const QByteArray geometry = settings.patternsGeometry(); !geometry.isEmpty())
    restoreGeometry(geometry);
  showSelected();
}

SpectraWindow::~SpectraWindow() {
  m_session.runner.cancel(lookKey());
}

void SpectraWindow::build(bool hasTrainer) {
  m_importPanel = new ImportPanel(m_import);
  m_trainingPanel = new TrainingPanel(m_training, hasTrainer);
  m_preview = new widgets::PatternPreview;
  m_judgementPanel = new JudgementPanel(m_judge, m_training);
  m_usePanel = new UsePanel(m_session.runner, m_session.generators, m_training);
  auto* left = new QWidget;
  auto* steps = new QVBoxLayout(left);
  steps->setContentsMargins(0, 0, 0, 0);
  steps->addWidget(m_importPanel, 1);
  steps->addWidget(m_trainingPanel);
  auto* lower = new QWidget;
  auto* results = new QVBoxLayout(lower);
  results->setContentsMargins(0, 0, 0, 0);
  results->addWidget(m_judgementPanel, 1);
  results->addWidget(m_usePanel);
  auto* right = new QSplitter(Qt::Vertical);
  right->addWidget(m_preview);
  right->addWidget(lower);
  right->setStretchFactor(0, kPreviewShare);
  right->setStretchFactor(1, kJudgementShare);
  right->setChildrenCollapsible(false);
  auto* both = new QSplitter(Qt::Horizontal);
  both->addWidget(left);
  both->addWidget(right);
  both->setStretchFactor(0, 0);
  both->setStretchFactor(1, 1);
  both->setSizes({kLeftWidth, kFirstSize.width() - kLeftWidth});
  both->setChildrenCollapsible(false);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(6, 6, 6, 6);
  layout->addWidget(both);
}

void SpectraWindow::connectSteps() {
  connect(m_importPanel, &ImportPanel::folderWanted, this, &SpectraWindow::chooseFolder);
  connect(m_importPanel, &ImportPanel::fileWanted, this, &SpectraWindow::chooseFile);
  connect(m_importPanel, &ImportPanel::substrateWanted, this, &SpectraWindow::chooseSubstrate);
  connect(m_importPanel, &ImportPanel::patternSelected, this, &SpectraWindow::showSelected);
  connect(&m_import, &PatternImport::changed, this, [this] {
    const auto patterns = m_import.patterns();
    if (patterns == m_trainingPanel->request().patterns)
      return;
    m_trainingPanel->setPatterns(patterns);
    if (patterns->set)
      m_session.measured.setPatterns(patterns->set);
  });
  connect(m_trainingPanel, &TrainingPanel::requestChanged, this,
          [this] { m_judgementPanel->setRequest(m_trainingPanel->request()); });
  connect(&m_training, &TrainingRun::finished, this,
          [this] { m_judge.judge(*m_training.trained()); });
  connect(&m_judge, &PatternJudge::changed, this, &SpectraWindow::showSelected);
  connect(m_judgementPanel, &JudgementPanel::patternChosen, m_importPanel, &ImportPanel::select);
}

void SpectraWindow::open(const QString& path) {
  const QFileInfo chosen(path);
  m_settings.setPatternsFolder(chosen.absolutePath());
  m_import.open(chosen.absoluteFilePath().toStdString());
}

void SpectraWindow::chooseFolder() {
  auto* dialog =
      new QFileDialog(this, tr("Folder of measured patterns"), m_settings.patternsFolder());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::Directory);
  dialog->setOption(QFileDialog::ShowDirsOnly);
  connect(dialog, &QFileDialog::fileSelected, this, &SpectraWindow::open);
  dialog->open();
}

QFileDialog* SpectraWindow::patternDialog(const QString& title) {
  auto* dialog = new QFileDialog(this, title, m_settings.patternsFolder(),
                                 tr("Patterns (*.csv *.tsv *.txt *.xy *.dat *.xrdml);;All (*)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  return dialog;
}

void SpectraWindow::chooseFile() {
  auto* dialog = patternDialog(tr("File of measured patterns"));
  connect(dialog, &QFileDialog::fileSelected, this, &SpectraWindow::open);
  dialog->open();
}

void SpectraWindow::chooseSubstrate() {
  auto* dialog = patternDialog(tr("Pattern of the bare substrate"));
  connect(dialog, &QFileDialog::fileSelected, m_importPanel, &ImportPanel::setSubstrate);
  dialog->open();
}

void SpectraWindow::showSelected() {
  const auto patterns = m_import.patterns();
  const int row = m_importPanel->selectedRow();
  if (!patterns || row < 0) {
    m_session.runner.cancel(lookKey());
    widgets::PatternPreviewModel model;
    model.message = tr("Choose a pattern of the list.");
    m_preview->setModel(model);
    return;
  }
  const auto& measured = patterns->measured->spectra.at(static_cast<std::size_t>(row));
  m_judgementPanel->setSelected(QString::fromStdString(measured.id));
  const auto judgement = m_judge.judgement();
  const auto generator = judgement ? judgement->generator : nullptr;
  const QString name = judgement ? shortText(judgement->request) : QString();
  m_session.runner.start<PatternLook>(
      {lookKey()},
      [patterns, row, generator](const RunContext& context) {
        return lookAt(*patterns, static_cast<std::size_t>(row), generator.get(), context);
      },
      [this, patterns, name](const PatternLook& look) { showLook(patterns, look, name); }, {});
}

void SpectraWindow::showLook(const std::shared_ptr<const PatternCollection>& patterns,
                             const PatternLook& look, const QString& generator) {
  const auto& measured = patterns->measured->spectra[look.row];
  widgets::PatternPreviewModel model;
  model.id = QString::fromStdString(measured.id);
  if (measured.composition)
    model.formula = QString::fromStdString(measured.composition->formula(1));
  model.axis = measured.spectrum.axis();
  model.positions = copyOf(measured.spectrum.positions());
  model.intensities = copyOf(measured.spectrum.intensities());
  model.q = patterns->recipe.axis.positions();
  model.prepared = look.prepared;
  model.failure = QString::fromStdString(look.failure);
  model.generator = generator;
  model.mean = look.mean;
  model.lower = look.lower;
  model.upper = look.upper;
  m_preview->setModel(model);
}

void SpectraWindow::closeEvent(QCloseEvent* event) {
  m_settings.setPatternsGeometry(saveGeometry());
  m_import.cancel();
  m_judge.cancel();
  m_judge.cancelLearningCurve();
  if (m_training.canPause())
    m_training.pause();
  else if (m_training.state() == TrainingRun::State::Running)
    m_training.cancel();
  QWidget::closeEvent(event);
}

}  // namespace vitrine::app
