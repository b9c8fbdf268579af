#include "app/glass/barcode_models.h"

#include "app/jobs/job_runner.h"
#include "engine/barcode/barcode_file.h"
#include "engine/barcode/environment_shell.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace vitrine::app {

namespace {

using Loaded = std::shared_ptr<const LoadedBarcode>;

QString readKey() {
  return QStringLiteral("barcode model");
}

BarcodeModels::Entry entryOf(const QFileInfo& file) {
  return {file.completeBaseName(), file.absoluteFilePath()};
}

Loaded load(const std::filesystem::path& path, const RunContext& context) {
  auto loaded = std::make_shared<LoadedBarcode>();
  loaded->model = barcode::loadBarcode(path);
  for (const auto& bar : loaded->model->bars()) {
    const auto& atoms = loaded->model->parts().atoms[bar.environment];
    auto structure = std::make_shared<const atomistic::Structure>(barcode::structureOf(atoms));
    auto shell = barcode::shellOf(*structure, bar.kernel, context.silent());
    loaded->kernels.push_back({std::move(structure), std::move(shell)});
  }
  return loaded;
}

}  // namespace

BarcodeModels::BarcodeModels(JobRunner& runner, const std::filesystem::path& folder,
                             QObject* parent)
    : QObject(parent), m_runner(runner) {
  const QDir shipped(QString::fromStdString(folder.string()));
  for (const QFileInfo& file :
       shipped.entryInfoList({QStringLiteral("*barcode")}, QDir::Files, QDir::Name))
    m_entries.push_back(entryOf(file));
  m_chosen = m_entries.empty() ? -1 : 0;
}

BarcodeModels::~BarcodeModels() {
  m_runner.cancel(readKey());
}

void BarcodeModels::forget() {
  m_runner.cancel(readKey());
  m_reading = false;
  m_model = nullptr;
  m_failure.clear();
}

void BarcodeModels::choose(int entry) {
  if (entry == m_chosen || entry < 0 || entry >= static_cast<int>(m_entries.size()))
    return;
  forget();
  m_chosen = entry;
  emit changed();
}

void BarcodeModels::open(const QString& path) {
  const Entry added = entryOf(QFileInfo(path));
  const auto known = std::find_if(m_entries.begin(), m_entries.end(),
                                  [&](const Entry& entry) { return entry.path == added.path; });
  forget();
  m_chosen = static_cast<int>(known - m_entries.begin());
  if (known == m_entries.end())
    m_entries.push_back(added);
  emit changed();
}

void BarcodeModels::want() {
  if (m_chosen < 0 || m_reading || m_model || !m_failure.isEmpty())
    return;
  m_reading = true;
  const auto& entry = m_entries[static_cast<std::size_t>(m_chosen)];
  m_runner.start<Loaded>(
      {readKey(), Priority::Visible},
      [path = std::filesystem::path(entry.path.toStdString())](const RunContext& context) {
        return load(path, context);
      },
      [this](Loaded loaded) {
        m_reading = false;
        m_model = std::move(loaded);
        emit changed();
      },
      [this](const QString& failure) {
        m_reading = false;
        m_failure = failure;
        emit changed();
      });
}

}  // namespace vitrine::app
