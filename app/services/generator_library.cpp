#include "app/services/generator_library.h"

#include "engine/generation/generator_file.h"

#include <utility>

namespace vitrine::app {

GeneratorLibrary::GeneratorLibrary(JobRunner& runner, std::filesystem::path folder, QObject* parent)
    : QObject(parent), m_runner(runner), m_entries(generation::listGenerators(folder)) {}

GeneratorLibrary::Offer GeneratorLibrary::offerFor(const alloy::Composition& alloy) {
  const auto* entry = generation::coveringGenerator(m_entries, alloy);
  if (entry == nullptr)
    return {};
  const auto known = m_offers.find(entry->name);
  if (known != m_offers.end())
    return known->second;
  const Offer pending{entry->name, nullptr, {}};
  m_offers[entry->name] = pending;
  load(*entry);
  return pending;
}

void GeneratorLibrary::load(const generation::GeneratorEntry& entry) {
  const std::string name = entry.name;
  const QString shown = QString::fromStdString(name);
  m_runner.start<Generator>(
      {QStringLiteral("generator ") + shown, Priority::Interactive,
       tr("Loading the patterns of %1").arg(shown)},
      [file = entry.file](const RunContext& context) {
        Generator generator = generation::loadGenerator(file);
        context.tick();
        return generator;
      },
      [this, name](Generator generator) {
        m_offers[name].generator = std::move(generator);
        emit changed();
      },
      [this, name](const QString& failure) {
        m_offers[name].failure = failure;
        emit changed();
      });
}

QStringList GeneratorLibrary::systems() const {
  QStringList names;
  for (const auto& entry : m_entries) {
    if (entry.isDefault())
      names << QString::fromStdString(entry.name);
  }
  return names;
}

}  // namespace vitrine::app
