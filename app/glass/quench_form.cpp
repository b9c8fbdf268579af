#include "app/glass/quench_form.h"

#include "app/glass/potential_choice.h"
#include "app/glass/run_places.h"
#include "app/session.h"
#include "engine/alloy/formula.h"
#include "engine/simulation/schedule.h"

#include <QComboBox>
#include <QDir>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace vitrine::app {

namespace {

constexpr int kLeastAtoms = 100;
constexpr int kMostAtoms = 1'000'000;
constexpr int kProposedAtoms = 2000;
constexpr int kLargestSeed = 1'000'000;
/// Of EAM potentials on one core, measured with LAMMPS on a desktop: atoms times steps in a second.
constexpr double kAtomStepsPerS = 2.5e5;

}  // namespace

QString costOf(double atoms, double steps) {
  const double seconds = steps * atoms / kAtomStepsPerS;
  QString time = QuenchForm::tr("%1 s").arg(std::max(1, qRound(seconds)));
  if (seconds > 5400.0)
    time = QuenchForm::tr("%1 h").arg(seconds / 3600.0, 0, 'f', 1);
  else if (seconds > 90.0)
    time = QuenchForm::tr("%1 min").arg(qRound(seconds / 60.0));
  return QuenchForm::tr("Roughly %1 on one core.").arg(time);
}

QuenchForm::QuenchForm(Session& session, Settings& settings, AtomRun& run, QWidget* parent)
    : QGroupBox(tr("Melt and quench"), parent),
      m_session(session),
      m_run(run),
      m_formula(new QLineEdit(this)),
      m_editor(new QPushButton(tr("Editor"), this)),
      m_potential(new PotentialChoice(session, settings, this)),
      m_rate(new QComboBox(this)),
      m_atoms(new QSpinBox(this)),
      m_seed(new QSpinBox(this)),
      m_places(new RunPlaces(settings, this)),
      m_cost(new QLabel(this)),
      m_start(new QPushButton(tr("&Quench"), this)) {
  build();
  connect(m_formula, &QLineEdit::textChanged, this, &QuenchForm::readAlloy);
  connect(m_potential, &PotentialChoice::changed, this, &QuenchForm::refresh);
  connect(m_rate, &QComboBox::currentIndexChanged, this, &QuenchForm::refresh);
  connect(m_atoms, &QSpinBox::valueChanged, this, &QuenchForm::refresh);
  connect(m_seed, &QSpinBox::valueChanged, this, &QuenchForm::refresh);
  connect(m_places, &RunPlaces::changed, this, &QuenchForm::refresh);
  connect(m_start, &QPushButton::clicked, this, [this] {
    if (const auto wanted = order())
      m_run.start(runOf(*wanted));
  });
  connect(&run, &AtomRun::changed, this, &QuenchForm::refresh);
  takeAlloy();
}

void QuenchForm::build() {
  m_formula->setAccessibleName(tr("Alloy to quench"));
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
  m_cost->setWordWrap(true);
  auto* label = new QLabel(tr("All&oy"), this);
  label->setBuddy(m_formula);
  m_editor->setAccessibleName(tr("Take the alloy of the editor"));
  m_editor->setToolTip(m_editor->accessibleName());
  connect(m_editor, &QPushButton::clicked, this, &QuenchForm::takeAlloy);
  auto* alloy = new QHBoxLayout;
  alloy->addWidget(m_formula, 1);
  alloy->addWidget(m_editor);
  auto* form = new QFormLayout;
  form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
  form->addRow(label, alloy);
  form->addRow(m_potential);
  form->addRow(tr("&Rate"), m_rate);
  form->addRow(tr("&Atoms"), m_atoms);
  form->addRow(tr("&Seed"), m_seed);
  form->addRow(m_places);
  auto* column = new QVBoxLayout(this);
  column->addLayout(form);
  column->addWidget(m_cost);
  column->addWidget(m_start);
}

void QuenchForm::takeAlloy() {
  m_formula->setText(QString::fromStdString(m_session.document.alloy().formula(2)));
}

void QuenchForm::readAlloy() {
  const auto parsed = alloy::parseFormula(m_formula->text().toStdString());
  m_potential->setAlloy(
      parsed.composition,
      parsed.composition ? QString() : QString::fromStdString(parsed.findings.front().message));
}

std::optional<QuenchOrder> QuenchForm::order() const {
  const auto parsed = alloy::parseFormula(m_formula->text().toStdString());
  if (!parsed.composition || m_potential->chosen().isEmpty() || m_places->folder().isEmpty())
    return {};
  QuenchOrder wanted;
  wanted.formula = QString::fromStdString(parsed.composition->formula(2));
  wanted.potential = m_potential->chosen();
  wanted.rate = m_rate->currentData().toString();
  wanted.atoms = m_atoms->value();
  wanted.seed = m_seed->value();
  wanted.lmp = m_places->lmp();
  // The same glass may be wanted once more, with another potential or after a broken run.
  const QString runs = m_places->folder();
  wanted.folder = QDir(runs).filePath(freeName(runs, nameOf(wanted)));
  return wanted;
}

QString QuenchForm::costText() const {
  // As the command does it unless it is told otherwise.
  simulation::MeltQuench wish;
  wish.rateKPerS = m_rate->currentData().toString().toDouble();
  wish.meltPs = simulation::usualMeltPs(wish.rateKPerS);
  const int atoms = m_atoms->value();
  const auto steps = simulation::scheduleOf(wish, static_cast<std::size_t>(atoms)).steps();
  return costOf(atoms, static_cast<double>(steps));
}

void QuenchForm::refresh() {
  const bool running = m_run.isRunning();
  m_start->setEnabled(order() && !running);
  for (QWidget* each : {static_cast<QWidget*>(m_formula), static_cast<QWidget*>(m_editor),
                        static_cast<QWidget*>(m_potential), static_cast<QWidget*>(m_rate),
                        static_cast<QWidget*>(m_atoms), static_cast<QWidget*>(m_seed),
                        static_cast<QWidget*>(m_places)})
    each->setEnabled(!running);
  m_cost->setText(costText());
}

}  // namespace vitrine::app
