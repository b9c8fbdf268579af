#include "app/services/generator_library.h"

#include "engine/files/folder.h"
#include "engine/generation/generator_file.h"

#include <algorithm>
#include <utility>

namespace vitrine::app {

namespace fs = std::filesystem;

GeneratorLibrary::GeneratorLibrary(JobRunner& runner, const fs::path& shipped, fs::path own,
                                   QObject* parent)
    : QObject(parent),
      m_runner(runner),
      m_folder(std::move(own)),
      m_shipped(generation::listGenerators(shipped)) {
  listOwn();
}

/// What cannot be read is not asked for again.
void GeneratorLibrary::listOwn() {
  m_own = generation::listGenerators(m_folder);
  std::erase_if(m_own, [this](const auto& entry) { return m_unreadable.contains(entry.name); });
}

std::set<std::string> GeneratorLibrary::variantsFor(const alloy::Composition& alloy) const {
  auto variants = generation::coveringVariants(m_own, alloy);
  variants.merge(generation::coveringVariants(m_shipped, alloy));
  return variants;
}

GeneratorLibrary::Offer GeneratorLibrary::offerFor(const alloy::Composition& alloy,
                                                   const std::string& variant) {
  const auto* own = generation::coveringGenerator(m_own, alloy, variant);
  const auto* shipped = generation::coveringGenerator(m_shipped, alloy, variant);
  const bool isOwn =
      own != nullptr && (shipped == nullptr || own->elements.size() <= shipped->elements.size());
  const auto* entry = isOwn ? own : shipped;
  if (entry == nullptr)
    return {};
  const std::string key =
      isOwn ? "own " + std::to_string(m_changes[entry->name]) + ' ' + entry->name : entry->name;
  const auto known = m_offers.find(key);
  if (known != m_offers.end())
    return known->second;
  const Offer pending{entry->name, key, isOwn, nullptr, {}};
  m_offers[key] = pending;
  load(*entry, key, isOwn);
  return pending;
}

void GeneratorLibrary::load(const generation::GeneratorEntry& entry, const std::string& key,
                            bool isOwn) {
  const QString shown = QString::fromStdString(entry.name);
  m_runner.start<Generator>(
      {QStringLiteral("generator ") + QString::fromStdString(key), Priority::Interactive,
       tr("Loading the patterns of %1").arg(shown)},
      [file = entry.file](const RunContext& context) {
        Generator generator = generation::loadGenerator(file);
        context.tick();
        return generator;
      },
      [this, key](Generator generator) {
        m_offers[key].generator = std::move(generator);
        emit changed();
      },
      [this, key, isOwn, name = entry.name](const QString& failure) {
        m_offers[key].failure = failure;
        if (isOwn) {
          m_unreadable.insert(name);
          listOwn();
          emit problem(failure);
        }
        emit changed();
      });
}

QStringList GeneratorLibrary::systems() const {
  std::set<std::string> names;
  for (const auto* entries : {&m_own, &m_shipped}) {
    for (const auto& entry : *entries) {
      if (entry.isDefault())
        names.insert(entry.name);
    }
  }
  QStringList systems;
  for (const auto& name : names)
    systems << QString::fromStdString(name);
  return systems;
}

QStringList GeneratorLibrary::ownSystems() const {
  std::set<std::string> names = m_unreadable;
  for (const auto& entry : m_own)
    names.insert(entry.name);
  QStringList systems;
  for (const auto& name : names)
    systems << QString::fromStdString(name);
  return systems;
}

void GeneratorLibrary::add(const fs::path& file) {
  m_runner.start<std::string>(
      {QStringLiteral("generator to keep")},
      [file, folder = m_folder](const RunContext& context) {
        const Generator generator = generation::loadGenerator(file);
        context.tick();
        files::makeFolder(folder);
        const auto& card = generator->card();
        generation::saveGenerator(folder / generation::fileNameOf(card), *generator);
        std::string name = generation::systemName(card);
        if (const auto variant = generation::variantOf(card); !variant.empty())
          name.append(":").append(variant);
        return name;
      },
      [this](const std::string& name) {
        ++m_changes[name];
        m_unreadable.erase(name);
        listOwn();
        emit changed();
        emit added(QString::fromStdString(name));
      },
      [this](const QString& failure) { emit refused(failure); });
}

void GeneratorLibrary::remove(const QString& system) {
  const std::string name = system.toStdString();
  std::error_code reason;
  for (const auto& entry : generation::listGenerators(m_folder)) {
    if (entry.name == name)
      fs::remove(entry.file, reason);
  }
  if (reason) {
    emit refused(tr("The generator of %1 cannot be deleted: %2.")
                     .arg(system, QString::fromStdString(reason.message())));
    return;
  }
  ++m_changes[name];
  m_unreadable.erase(name);
  listOwn();
  emit changed();
}

}  // namespace vitrine::app
