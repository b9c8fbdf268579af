#include "app/glass/treat_form.h"

#include "app/glass/glass_desk.h"
#include "app/glass/potential_choice.h"
#include "app/glass/quench_form.h"
#include "app/glass/run_places.h"
#include "app/jobs/work_row.h"
#include "app/session.h"
#include "engine/atomistic/structure_file.h"
#include "engine/files/folder.h"
#include "engine/simulation/schedule.h"

#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <filesystem>

namespace vitrine::app {

namespace {

constexpr double kMostK = 5000.0;
constexpr double kAnnealK = 600.0;
constexpr double kProposedPs = 100.0;
constexpr double kMostPs = 1e6;
constexpr double kProposedStrain = 0.2;
constexpr double kMostStrain = 10.0;
constexpr int kLargestSeed = 1'000'000;
/// Evaluations of a minimisation, about.
constexpr double kMinimiseSteps = 500.0;

QString saveKey() {
  return QStringLiteral("glass to be treated");
}

}  // namespace

TreatForm::TreatForm(Session& session, Settings& settings, GlassDesk& desk, AtomRun& run,
                     QWidget* parent)
    : QGroupBox(tr("Treat the current glass"), parent),
      m_session(session),
      m_desk(desk),
      m_run(run),
      m_glass(new QLabel(this)),
      m_treatment(new QComboBox(this)),
      m_temperature(new QDoubleSpinBox(this)),
      m_time(new QDoubleSpinBox(this)),
      m_strain(new QDoubleSpinBox(this)),
      m_rate(new QComboBox(this)),
      m_potential(new PotentialChoice(session, settings, this)),
      m_seed(new QSpinBox(this)),
      m_places(new RunPlaces(settings, this)),
      m_form(new QFormLayout),
      m_cost(new QLabel(this)),
      m_start(new QPushButton(tr("&Treat"), this)),
      m_failure(addFailureLabel(tr("Why the treatment does not begin"), this)) {
  build();
  connect(m_treatment, &QComboBox::currentIndexChanged, this, &TreatForm::refresh);
  for (QDoubleSpinBox* box : {m_temperature, m_time, m_strain})
    connect(box, &QDoubleSpinBox::valueChanged, this, &TreatForm::refresh);
  connect(m_rate, &QComboBox::currentIndexChanged, this, &TreatForm::refresh);
  connect(m_seed, &QSpinBox::valueChanged, this, &TreatForm::refresh);
  connect(m_potential, &PotentialChoice::changed, this, &TreatForm::refresh);
  connect(m_places, &RunPlaces::changed, this, &TreatForm::refresh);
  connect(&desk, &GlassDesk::currentChanged, this, &TreatForm::takeGlass);
  connect(&run, &AtomRun::changed, this, &TreatForm::refresh);
  connect(m_start, &QPushButton::clicked, this, &TreatForm::start);
  takeGlass();
}

TreatForm::~TreatForm() {
  m_session.runner.cancel(saveKey());
}

void TreatForm::build() {
  m_glass->setTextFormat(Qt::PlainText);
  m_glass->setAccessibleName(tr("Glass to treat"));
  m_treatment->addItem(tr("anneal"), static_cast<int>(Treatment::Anneal));
  m_treatment->addItem(tr("shear"), static_cast<int>(Treatment::Shear));
  m_treatment->addItem(tr("minimise"), static_cast<int>(Treatment::Minimise));
  m_treatment->setAccessibleName(tr("What is done to the glass"));
  m_treatment->setToolTip(
      tr("Anneal: keep it at a temperature. Shear: at constant rate, temperature and volume. "
         "Minimise: to its inherent structure"));
  m_temperature->setRange(1.0, kMostK);
  m_temperature->setDecimals(0);
  m_temperature->setSuffix(tr(" K"));
  m_temperature->setValue(kAnnealK);
  m_temperature->setAccessibleName(tr("Temperature of the treatment"));
  m_time->setRange(0.1, kMostPs);
  m_time->setDecimals(1);
  m_time->setSuffix(tr(" ps"));
  m_time->setValue(kProposedPs);
  m_time->setAccessibleName(tr("Time of the anneal"));
  m_strain->setRange(0.01, kMostStrain);
  m_strain->setSingleStep(0.05);
  m_strain->setValue(kProposedStrain);
  m_strain->setAccessibleName(tr("Shear strain at the end"));
  for (const char* rate : {"1e11", "1e10", "1e9", "1e8"})
    m_rate->addItem(tr("%1 1/s").arg(QLatin1String(rate)), QString::fromLatin1(rate));
  m_rate->setCurrentIndex(m_rate->findData(QStringLiteral("1e10")));
  m_rate->setAccessibleName(tr("Shear rate"));
  m_seed->setRange(0, kLargestSeed);
  m_seed->setAccessibleName(tr("Seed of the treatment"));
  m_cost->setWordWrap(true);
  m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
  m_form->addRow(tr("Glass"), m_glass);
  m_form->addRow(tr("&Do"), m_treatment);
  m_form->addRow(tr("Te&mperature"), m_temperature);
  m_form->addRow(tr("T&ime"), m_time);
  m_form->addRow(tr("St&rain"), m_strain);
  m_form->addRow(tr("R&ate"), m_rate);
  m_form->addRow(m_potential);
  m_form->addRow(tr("&Seed"), m_seed);
  m_form->addRow(m_places);
  auto* column = new QVBoxLayout(this);
  column->addLayout(m_form);
  column->addWidget(m_cost);
  column->addWidget(m_start);
  column->addWidget(m_failure);
}

Treatment TreatForm::treatment() const {
  return static_cast<Treatment>(m_treatment->currentData().toInt());
}

void TreatForm::takeGlass() {
  const GlassId id = m_desk.current();
  if (id == 0) {
    m_glass->setText(tr("none"));
    m_potential->setAlloy(std::nullopt, tr("Open a glass, or quench an alloy."));
    return;
  }
  m_glass->setText(m_desk.glass(id).name);
  m_potential->setAlloy(atomistic::compositionOf(*m_desk.glass(id).structure), {});
}

std::optional<TreatOrder> TreatForm::order() const {
  const GlassId id = m_desk.current();
  if (id == 0 || m_potential->chosen().isEmpty() || m_places->folder().isEmpty())
    return {};
  TreatOrder wanted;
  wanted.treatment = treatment();
  wanted.glass = m_desk.glass(id).name;
  wanted.potential = m_potential->chosen();
  wanted.temperatureK = m_temperature->value();
  wanted.timePs = m_time->value();
  wanted.strain = m_strain->value();
  wanted.strainRate = m_rate->currentData().toString();
  wanted.seed = m_seed->value();
  wanted.lmp = m_places->lmp();
  const QDir runs(m_places->folder());
  // Glasses may share a name, and a glass may be treated with another potential.
  const QString name = freeName(m_places->folder(), nameOf(wanted));
  wanted.folder = runs.filePath(name);
  wanted.file = runs.filePath(name + QStringLiteral("-start.data"));
  return wanted;
}

/// The glass as it is on the desk is what the run begins with, whatever its file says.
void TreatForm::start() {
  const auto wanted = order();
  if (!wanted)
    return;
  showFailure(*m_failure, {});
  m_start->setEnabled(false);
  using Done = bool;
  m_session.runner.start<Done>(
      {saveKey(), Priority::Interactive},
      [structure = m_desk.glass(m_desk.current()).structure,
       file = std::filesystem::path(wanted->file.toStdString())](const RunContext&) -> Done {
        files::makeFolder(file.parent_path());
        atomistic::writeStructure(*structure, file);
        return true;
      },
      [this, order = *wanted](Done) {
        if (!m_run.isRunning())
          m_run.start(runOf(order));
      },
      [this](const QString& sentence) {
        refresh();
        showFailure(*m_failure, sentence);
      });
}

QString TreatForm::costText() const {
  if (m_desk.current() == 0)
    return {};
  const std::size_t atoms = m_desk.glass(m_desk.current()).structure->size();
  double steps = kMinimiseSteps;
  if (treatment() == Treatment::Anneal) {
    simulation::Anneal wish;
    wish.timePs = m_time->value();
    steps += static_cast<double>(simulation::scheduleOf(wish, atoms).steps());
  }
  if (treatment() == Treatment::Shear) {
    simulation::Shear wish;
    wish.ratePerS = m_rate->currentData().toString().toDouble();
    wish.strain = m_strain->value();
    steps += static_cast<double>(simulation::scheduleOf(wish, atoms).steps());
  }
  return costOf(static_cast<double>(atoms), steps);
}

void TreatForm::refresh() {
  const bool running = m_run.isRunning();
  m_start->setEnabled(order() && !running);
  for (QWidget* each : {static_cast<QWidget*>(m_treatment), static_cast<QWidget*>(m_temperature),
                        static_cast<QWidget*>(m_time), static_cast<QWidget*>(m_strain),
                        static_cast<QWidget*>(m_rate), static_cast<QWidget*>(m_potential),
                        static_cast<QWidget*>(m_seed), static_cast<QWidget*>(m_places)})
    each->setEnabled(!running);
  m_form->setRowVisible(m_temperature, treatment() != Treatment::Minimise);
  m_form->setRowVisible(m_time, treatment() == Treatment::Anneal);
  m_form->setRowVisible(m_strain, treatment() == Treatment::Shear);
  // Nothing is left to chance where a glass is only minimised.
  m_form->setRowVisible(m_seed, treatment() != Treatment::Minimise);
  m_form->setRowVisible(m_rate, treatment() == Treatment::Shear);
  m_cost->setText(costText());
}

}  // namespace vitrine::app
