#include "app/glass/quench_form.h"

#include "app/jobs/work_row.h"
#include "app/session.h"
#include "app/settings/settings.h"
#include "engine/alloy/formula.h"
#include "engine/core/error.h"
#include "engine/simulation/potential_library.h"
#include "widgets/alloy/element_names.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <filesystem>
#include <utility>

namespace vitrine::app {

namespace {

constexpr int kLeastAtoms = 100;
constexpr int kMostAtoms = 1'000'000;
constexpr int kProposedAtoms = 2000;
constexpr int kLargestSeed = 1'000'000;
/// As the command does it unless it is told otherwise.
constexpr double kSpanK = 1700.0;
constexpr double kStepS = 2e-15;
/// Steps before and after the cooling, at slow and at fast rates.
constexpr double kHoldSteps = 15'000.0;
/// Of EAM potentials on one core, measured with LAMMPS on a desktop: atoms times steps in a second.
constexpr double kAtomStepsPerS = 2.5e5;

QString potentialsKey() {
  return QStringLiteral("installed potentials");
}

QString elementsText(const simulation::Potential& potential) {
  QStringList symbols;
  for (const int element : potential.elements)
    symbols << widgets::elementSymbol(element);
  return symbols.join(u'-');
}

}  // namespace

QuenchForm::QuenchForm(Session& session, Settings& settings, QuenchRun& run, QWidget* parent)
    : QGroupBox(tr("Melt and quench"), parent),
      m_session(session),
      m_settings(settings),
      m_run(run),
      m_formula(new QLineEdit(this)),
      m_potential(new QComboBox(this)),
      m_potentialText(new QLabel(this)),
      m_rate(new QComboBox(this)),
      m_atoms(new QSpinBox(this)),
      m_seed(new QSpinBox(this)),
      m_lmp(new QLineEdit(settings.lammps(), this)),
      m_folder(new QLineEdit(settings.quenchFolder(), this)),
      m_cost(new QLabel(this)),
      m_start(new QPushButton(tr("&Quench"), this)),
      m_work(new WorkRow(tr("the quench"), this)),
      m_state(new QLabel(this)),
      m_failure(addFailureLabel(tr("What went wrong with the quench"), this)) {
  build();
  connect(m_formula, &QLineEdit::textChanged, this, &QuenchForm::listPotentials);
  connect(m_potential, &QComboBox::currentIndexChanged, this, &QuenchForm::refresh);
  connect(m_rate, &QComboBox::currentIndexChanged, this, &QuenchForm::refresh);
  connect(m_atoms, &QSpinBox::valueChanged, this, &QuenchForm::refresh);
  connect(m_lmp, &QLineEdit::editingFinished, this,
          [this] { m_settings.setLammps(m_lmp->text()); });
  connect(m_folder, &QLineEdit::editingFinished, this,
          [this] { m_settings.setQuenchFolder(m_folder->text()); });
  connect(m_folder, &QLineEdit::textChanged, this, &QuenchForm::refresh);
  connect(m_start, &QPushButton::clicked, this, [this] {
    if (const auto wanted = order())
      m_run.start(*wanted);
  });
  connect(m_work, &WorkRow::cancelled, &run, &QuenchRun::cancel);
  connect(&run, &QuenchRun::changed, this, &QuenchForm::refresh);
  connect(&m_session.references, &ReferenceLibrary::changed, this, &QuenchForm::refresh);
  takeAlloy();
  loadPotentials();
}

QuenchForm::~QuenchForm() {
  m_session.runner.cancel(potentialsKey());
}

void QuenchForm::build() {
  m_formula->setAccessibleName(tr("Alloy to quench"));
  m_potential->setAccessibleName(tr("Interatomic potential"));
  m_potential->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  m_potentialText->setWordWrap(true);
  m_potentialText->setTextFormat(Qt::PlainText);
  for (const char* rate : {"1e15", "1e14", "3e13", "1e13", "3e12", "1e12", "1e11"})
    m_rate->addItem(tr("%1 K/s").arg(QLatin1String(rate)), QString::fromLatin1(rate));
  m_rate->setCurrentIndex(m_rate->findData(QStringLiteral("1e14")));
  m_rate->setAccessibleName(tr("Cooling rate"));
  m_atoms->setRange(kLeastAtoms, kMostAtoms);
  m_atoms->setValue(kProposedAtoms);
  m_atoms->setGroupSeparatorShown(true);
  m_atoms->setAccessibleName(tr("Atoms"));
  m_seed->setRange(0, kLargestSeed);
  m_seed->setAccessibleName(tr("Seed"));
  m_seed->setToolTip(tr("Another number makes another glass; the same one the same"));
  m_lmp->setAccessibleName(tr("Program LAMMPS"));
  m_lmp->setToolTip(tr("Name or path of lmp; Debian package lammps"));
  m_folder->setAccessibleName(tr("Folder for the runs"));
  m_cost->setWordWrap(true);
  m_state->setWordWrap(true);
  auto* form = new QFormLayout;
  form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
  const auto withButton = [this](QWidget* field, const QString& text, const QString& name,
                                 auto pressed) {
    auto* row = new QHBoxLayout;
    auto* button = new QPushButton(text, this);
    button->setAccessibleName(name);
    button->setToolTip(name);
    connect(button, &QPushButton::clicked, this, pressed);
    row->addWidget(field, 1);
    row->addWidget(button);
    return row;
  };
  const auto labelled = [this](const QString& text, QWidget* field) {
    auto* label = new QLabel(text, this);
    label->setBuddy(field);
    return label;
  };
  form->addRow(labelled(tr("All&oy"), m_formula),
               withButton(m_formula, tr("Editor"), tr("Take the alloy of the editor"),
                          &QuenchForm::takeAlloy));
  form->addRow(labelled(tr("Po&tential"), m_potential),
               withButton(m_potential, tr("File…"), tr("A table of your own (eam.alloy, eam.fs)"),
                          &QuenchForm::choosePotential));
  form->addRow(m_potentialText);
  form->addRow(tr("&Rate"), m_rate);
  form->addRow(tr("&Atoms"), m_atoms);
  form->addRow(tr("&Seed"), m_seed);
  form->addRow(tr("LA&MMPS"), m_lmp);
  form->addRow(labelled(tr("&Folder"), m_folder),
               withButton(m_folder, tr("Choose…"), tr("Choose the folder for the runs"),
                          &QuenchForm::chooseFolder));
  auto* column = new QVBoxLayout(this);
  column->addLayout(form);
  column->addWidget(m_cost);
  column->addWidget(m_start);
  column->addWidget(m_work);
  column->addWidget(m_state);
  column->addWidget(m_failure);
}

void QuenchForm::loadPotentials() {
  using Found = std::vector<simulation::Potential>;
  m_session.runner.start<Found>(
      {potentialsKey()}, [](const RunContext&) { return simulation::knownPotentials(); },
      [this](Found found) {
        m_potentials.insert(m_potentials.end(), std::make_move_iterator(found.begin()),
                            std::make_move_iterator(found.end()));
        m_loaded = true;
        listPotentials();
      },
      [this](const QString& sentence) { showFailure(*m_failure, sentence); });
}

void QuenchForm::takeAlloy() {
  m_formula->setText(QString::fromStdString(m_session.document.alloy().formula(2)));
}

void QuenchForm::choosePotential() {
  auto* dialog = new QFileDialog(this, tr("Interatomic potential"), m_settings.glassFolder(),
                                 tr("EAM tables (*.eam *.alloy *.fs);;All (*)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
    try {
      auto potential = simulation::potentialOfFile(path.toStdString());
      potential.name = path.toStdString();
      m_potentials.insert(m_potentials.begin(), std::move(potential));
      listPotentials();
      m_potential->setCurrentIndex(0);
    } catch (const Error& error) {
      showFailure(*m_failure, QString::fromUtf8(error.what()));
    }
  });
  dialog->open();
}

void QuenchForm::chooseFolder() {
  auto* dialog = new QFileDialog(this, tr("Folder for the runs"), m_folder->text());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::Directory);
  dialog->setOption(QFileDialog::ShowDirsOnly);
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
    m_folder->setText(path);
    m_settings.setQuenchFolder(path);
  });
  dialog->open();
}

void QuenchForm::listPotentials() {
  const QString before = m_potential->currentData().toString();
  {
    const QSignalBlocker quiet(m_potential);
    m_potential->clear();
    const auto parsed = alloy::parseFormula(m_formula->text().toStdString());
    if (parsed.composition) {
      for (const auto& potential : m_potentials)
        if (simulation::covers(potential, *parsed.composition))
          m_potential->addItem(
              tr("%1 (%2)").arg(QFileInfo(QString::fromStdString(potential.name)).fileName(),
                                elementsText(potential)),
              QString::fromStdString(potential.name));
      m_potential->setCurrentIndex(bestOf(*parsed.composition, before));
    }
  }
  refresh();
}

/// What was chosen before, where it still fits; else the best that is known for the alloy.
int QuenchForm::bestOf(const alloy::Composition& alloy, const QString& before) const {
  if (m_potential->count() == 0)
    return -1;
  if (const int kept = m_potential->findData(before); kept >= 0)
    return kept;
  try {
    const auto best = simulation::bestPotential(alloy);
    return std::max(0, m_potential->findData(QString::fromStdString(best.name)));
  } catch (const Error&) {
    return 0;
  }
}

std::optional<QuenchOrder> QuenchForm::order() const {
  const auto parsed = alloy::parseFormula(m_formula->text().toStdString());
  if (!parsed.composition || m_potential->currentIndex() < 0 || m_folder->text().isEmpty())
    return {};
  QuenchOrder wanted;
  wanted.formula = QString::fromStdString(parsed.composition->formula(2));
  wanted.potential = m_potential->currentData().toString();
  wanted.rate = m_rate->currentData().toString();
  wanted.atoms = m_atoms->value();
  wanted.seed = m_seed->value();
  wanted.lmp = m_lmp->text();
  wanted.folder = QDir(m_folder->text()).filePath(nameOf(wanted));
  return wanted;
}

/// What a potential says of itself, where it was published, and what it is not good for.
QString QuenchForm::aboutText(const simulation::Potential& potential) const {
  QStringList lines;
  const bool ofFile = !potential.tables.empty() && !potential.tables.front().source.empty();
  if (const auto comment = QString::fromStdString(potential.comment); !comment.isEmpty())
    lines << (ofFile ? tr("Its file says: %1") : tr("What it is: %1")).arg(comment);
  if (!potential.reference.empty())
    lines << tr("Published: %1").arg(m_session.references.citation(potential.reference));
  const auto parsed = alloy::parseFormula(m_formula->text().toStdString());
  const std::string caution =
      parsed.composition ? simulation::cautionFor(potential, *parsed.composition) : std::string();
  if (!caution.empty())
    lines << tr("Take care: %1").arg(QString::fromStdString(caution));
  return lines.join(u'\n');
}

QString QuenchForm::costText() const {
  const double steps = kSpanK / m_rate->currentData().toString().toDouble() / kStepS + kHoldSteps;
  const double seconds = steps * m_atoms->value() / kAtomStepsPerS;
  QString time = tr("%1 s").arg(qRound(seconds));
  if (seconds > 5400.0)
    time = tr("%1 h").arg(seconds / 3600.0, 0, 'f', 1);
  else if (seconds > 90.0)
    time = tr("%1 min").arg(qRound(seconds / 60.0));
  return tr("Roughly %1 on one core.").arg(time);
}

void QuenchForm::refresh() {
  const bool running = m_run.isRunning();
  const auto wanted = order();
  const bool known = wanted && QFileInfo::exists(wanted->folder);
  m_start->setEnabled(wanted && !running && !known);
  for (QWidget* each : {static_cast<QWidget*>(m_formula), static_cast<QWidget*>(m_potential),
                        static_cast<QWidget*>(m_rate), static_cast<QWidget*>(m_atoms),
                        static_cast<QWidget*>(m_seed), static_cast<QWidget*>(m_lmp),
                        static_cast<QWidget*>(m_folder)})
    each->setEnabled(!running);
  QString words;
  const QString name = m_potential->currentData().toString();
  for (const auto& potential : m_potentials)
    if (QString::fromStdString(potential.name) == name)
      words = aboutText(potential);
  if (const auto read = alloy::parseFormula(m_formula->text().toStdString()); !read.composition)
    words = QString::fromStdString(read.findings.front().message);
  else if (m_potential->count() == 0)
    words = m_loaded ? tr("No potential that is known describes this alloy. Debian's package "
                          "lammps-data brings some; a table of your own can be chosen.")
                     : tr("Looking for potentials…");
  m_potentialText->setText(words);
  m_cost->setText(
      known && !running
          ? tr("%1 exists already: another seed makes another glass.").arg(wanted->folder)
          : costText());
  QString state;
  if (running)
    m_work->tell(m_run.secondsLeft() ? timeLeftText(*m_run.secondsLeft()) : tr("Begins"),
                 m_run.fraction());
  else
    m_work->hide();
  if (!running && m_run.result())
    state = tr("Done: %1. Above the volumes stands the Tg where their two straight parts meet, and "
               "in brackets how far it moves with the windows of the fits.")
                .arg(nameOf(m_run.order()));
  else if (!running && m_run.isPartial())
    state = tr("Stopped: what was written so far stays in %1.").arg(m_run.order().folder);
  m_state->setText(state);
  m_state->setVisible(!state.isEmpty());
  showFailure(*m_failure, m_run.failure());
}

}  // namespace vitrine::app
