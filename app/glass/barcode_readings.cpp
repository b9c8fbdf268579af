#include "app/glass/barcode_readings.h"

#include "app/jobs/job_runner.h"
#include "engine/barcode/glass_list.h"
#include "widgets/alloy/element_names.h"

#include <QStringList>

#include <algorithm>
#include <filesystem>
#include <utility>

namespace vitrine::app {

namespace {

QString readKey() {
  return QStringLiteral("barcode");
}

QString names(const std::vector<int>& species) {
  QStringList symbols;
  for (const int each : species)
    symbols << widgets::elementSymbol(each);
  return symbols.join(QStringLiteral(", "));
}

/// Elements of a structure that a model does not know.
std::vector<int> unknownTo(const barcode::BarcodeModel& model,
                           const atomistic::Structure& structure) {
  std::vector<int> unknown;
  const auto& known = model.card().settings.species;
  for (const int each : atomistic::speciesOf(structure))
    if (std::find(known.begin(), known.end(), each) == known.end())
      unknown.push_back(each);
  return unknown;
}

}  // namespace

std::vector<std::uint32_t> GlassBarcode::atomsOf(std::size_t bar) const {
  std::vector<std::uint32_t> atoms;
  for (std::size_t atom = 0; atom < reading.barOfAtom.size(); ++atom)
    if (reading.barOfAtom[atom] == static_cast<int>(bar))
      atoms.push_back(static_cast<std::uint32_t>(atom));
  return atoms;
}

BarcodeReadings::BarcodeReadings(JobRunner& runner, const GlassDesk& desk, BarcodeModels& models,
                                 QObject* parent)
    : QObject(parent), m_runner(runner), m_desk(desk), m_models(models) {
  connect(&models, &BarcodeModels::changed, this, &BarcodeReadings::takeModel);
  connect(&desk, &GlassDesk::glassesChanged, this, &BarcodeReadings::forgetGone);
}

BarcodeReadings::~BarcodeReadings() {
  stop();
}

void BarcodeReadings::stop() {
  if (std::exchange(m_running, 0) != 0)
    m_runner.cancel(readKey());
}

void BarcodeReadings::want(GlassId id) {
  if (id == 0)
    return;
  Entry& entry = m_entries[id];
  if (entry.barcode || entry.stopped || !entry.failure.isEmpty() || id == m_running)
    return;
  entry.wanted = true;
  const bool wasReading = m_models.isReading();
  m_models.want();
  if (m_models.model())
    start(id);
  else if (m_models.isReading() && !wasReading)
    emit changed();
}

void BarcodeReadings::start(GlassId id) {
  const auto loaded = m_models.model();
  const auto structure = m_desk.glass(id).structure;
  if (const auto unknown = unknownTo(*loaded->model, *structure); !unknown.empty()) {
    m_entries[id].failure =
        tr("This model knows %1 only, and the glass also holds %2. Choose a model that was trained "
           "with it, or open one.")
            .arg(names(loaded->model->card().settings.species), names(unknown));
    emit changed();
    return;
  }
  // Of two glasses the one that is looked at now; the other is read when it is wanted again.
  stop();
  m_running = id;
  using Result = std::shared_ptr<const GlassBarcode>;
  const auto at = m_energies.find(id);
  const auto given = at == m_energies.end() ? std::nullopt : std::optional(at->second);
  m_runner.start<Result>(
      {readKey(), Priority::Visible},
      [structure, file = std::filesystem::path(m_desk.glass(id).file.toStdString()), loaded,
       given](const RunContext& context) -> Result {
        const auto& model = *loaded->model;
        auto result = std::make_shared<GlassBarcode>();
        result->with = loaded;
        result->energy =
            given ? *given : barcode::energyInRun(file, model.card().potentials, context);
        result->reading = barcode::readBarcode(model, *structure, result->energy, context);
        return result;
      },
      [this, id](const Result& result) {
        m_running = 0;
        m_entries[id].barcode = result;
        emit changed();
      },
      [this, id](const QString& failure) {
        m_running = 0;
        m_entries[id].failure = failure;
        emit changed();
      });
  emit changed();
}

void BarcodeReadings::cancel() {
  const GlassId id = m_running != 0 ? m_running : m_desk.current();
  stop();
  if (const auto at = m_entries.find(id); at != m_entries.end() && !at->second.barcode)
    at->second.stopped = true;
  emit changed();
}

void BarcodeReadings::goOn(GlassId id) {
  m_entries[id].stopped = false;
  want(id);
}

void BarcodeReadings::takeModel() {
  stop();
  if (const auto loaded = m_models.model()) {
    const auto& potentials = loaded->model->card().potentials;
    // What was given before the first model was there is meant for it.
    if (!m_potentials.empty() && potentials != m_potentials)
      m_energies.clear();
    m_potentials = potentials;
  }
  for (auto& [id, entry] : m_entries) {
    entry.barcode = nullptr;
    entry.failure.clear();
  }
  const auto current = m_entries.find(m_desk.current());
  if (current != m_entries.end() && current->second.wanted)
    want(current->first);
  emit changed();
}

void BarcodeReadings::forgetGone() {
  if (m_running != 0 && !m_desk.has(m_running))
    stop();
  std::erase_if(m_entries, [this](const auto& entry) { return !m_desk.has(entry.first); });
  std::erase_if(m_energies, [this](const auto& entry) { return !m_desk.has(entry.first); });
}

std::shared_ptr<const GlassBarcode> BarcodeReadings::barcode(GlassId id) const {
  const auto at = m_entries.find(id);
  return at == m_entries.end() ? nullptr : at->second.barcode;
}

bool BarcodeReadings::isStopped(GlassId id) const {
  const auto at = m_entries.find(id);
  return at != m_entries.end() && at->second.stopped;
}

QString BarcodeReadings::whyNot(GlassId id) const {
  if (m_models.chosen() < 0)
    return tr("There is no barcode model yet: open one, or train one with vitrine barcode train.");
  if (!m_models.failure().isEmpty())
    return m_models.failure();
  if (id == 0)
    return tr("Open a glass.");
  const auto at = m_entries.find(id);
  if (at != m_entries.end() && !at->second.failure.isEmpty())
    return at->second.failure;
  if (isStopped(id))
    return tr("The reading was stopped.");
  return m_models.isReading() ? tr("The model is being read.") : tr("The glass is being read.");
}

double BarcodeReadings::fraction() const {
  return m_running == 0 ? -1.0 : m_runner.fractionOf(readKey());
}

std::optional<double> BarcodeReadings::energy(GlassId id) const {
  if (const auto at = m_energies.find(id); at != m_energies.end())
    return at->second;
  const auto read = barcode(id);
  return read ? read->energy : std::nullopt;
}

void BarcodeReadings::setEnergy(GlassId id, std::optional<double> evPerAtom) {
  if (id == 0 || energy(id) == evPerAtom)
    return;
  m_energies[id] = evPerAtom;
  if (m_running == id) {
    start(id);
    return;
  }
  if (const auto before = barcode(id)) {
    auto after = std::make_shared<GlassBarcode>(*before);
    after->energy = evPerAtom;
    after->reading =
        after->reading.heldAgainst(*after->with->model, *m_desk.glass(id).structure, evPerAtom);
    m_entries[id].barcode = after;
  }
  emit changed();
}

}  // namespace vitrine::app
