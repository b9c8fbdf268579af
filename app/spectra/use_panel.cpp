#include "app/spectra/use_panel.h"

#include "app/jobs/work_row.h"
#include "engine/files/atomic_file.h"
#include "engine/files/text_file.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <algorithm>

namespace vitrine::app {

namespace {

QString savingKey() {
  return QStringLiteral("save generator");
}

}  // namespace

UsePanel::UsePanel(JobRunner& runner, GeneratorLibrary& library, TrainingRun& run, QWidget* parent)
    : QGroupBox(tr("4  Use it"), parent),
      m_runner(runner),
      m_library(library),
      m_run(run),
      m_use(new QPushButton(tr("&Use in the workbench"), this)),
      m_save(new QPushButton(tr("Save &as…"), this)),
      m_own(new QComboBox(this)),
      m_remove(new QPushButton(tr("Re&move"), this)),
      m_said(new QLabel(this)),
      m_failure(addFailureLabel(tr("What went wrong with the generator"), this)) {
  m_use->setToolTip(tr("Patterns and maps of its system come from it from now on"));
  m_save->setToolTip(tr("Write it to a file, for vitrine spectrum --generator"));
  m_own->setAccessibleName(tr("Systems with a generator of your own"));
  m_remove->setToolTip(
      tr("Delete your own generator of this system; the one that comes with the "
         "program, if any, takes its place"));
  m_said->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  auto* own = new QLabel(tr("Your &own:"), this);
  own->setBuddy(m_own);
  auto* row = new QHBoxLayout;
  row->addWidget(m_use);
  row->addWidget(m_save);
  row->addWidget(m_said, 1);
  row->addWidget(own);
  row->addWidget(m_own);
  row->addWidget(m_remove);
  auto* column = new QVBoxLayout(this);
  column->addLayout(row);
  column->addWidget(m_failure);
  connect(m_use, &QPushButton::clicked, this, [this] {
    say({});
    m_library.add(m_run.trained()->file);
  });
  connect(m_save, &QPushButton::clicked, this, &UsePanel::saveAs);
  connect(m_remove, &QPushButton::clicked, this, [this] {
    say({});
    m_library.remove(m_own->currentText());
  });
  connect(&run, &TrainingRun::finished, this, &UsePanel::refresh);
  connect(&library, &GeneratorLibrary::added, this,
          [this](const QString& system) { say(tr("The workbench uses it for %1.").arg(system)); });
  connect(&library, &GeneratorLibrary::refused, this, &UsePanel::refuse);
  connect(&library, &GeneratorLibrary::changed, this, &UsePanel::refresh);
  refresh();
}

UsePanel::~UsePanel() {
  m_runner.cancel(savingKey());
}

void UsePanel::refuse(const QString& sentence) {
  say({});
  showFailure(*m_failure, sentence);
}

void UsePanel::say(const QString& sentence) {
  m_said->setText(sentence);
  m_said->setToolTip(sentence);
  showFailure(*m_failure, {});
}

void UsePanel::refresh() {
  const bool any = m_run.trained().has_value();
  m_use->setEnabled(any);
  m_save->setEnabled(any);
  const QStringList systems = m_library.ownSystems();
  const QString chosen = m_own->currentText();
  m_own->clear();
  m_own->addItems(systems);
  m_own->setCurrentIndex(std::max<int>(0, static_cast<int>(systems.indexOf(chosen))));
  m_own->setEnabled(!systems.isEmpty());
  m_remove->setEnabled(!systems.isEmpty());
}

void UsePanel::saveAs() {
  const TrainingRequest& request = m_run.trained()->request;
  const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
  auto* dialog =
      new QFileDialog(this, tr("Save the generator"), folder, tr("Generators (*.safetensors)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(QStringLiteral("safetensors"));
  dialog->selectFile(QStringLiteral("%1-%2")
                         .arg(QString::fromStdString(systemOf(*request.patterns->measured)))
                         .arg(request.count));
  connect(dialog, &QFileDialog::fileSelected, this, &UsePanel::saveTo);
  dialog->open();
}

void UsePanel::saveTo(const QString& path) {
  say({});
  m_runner.start<bool>(
      {savingKey()},
      [from = m_run.trained()->file, to = path.toStdString()](const RunContext& /*context*/) {
        files::writeAtomically(to, files::readBytes(from));
        return true;
      },
      [this, path](bool) { say(tr("Written to %1").arg(path)); },
      [this](const QString& failure) { refuse(failure); });
}

}  // namespace vitrine::app
