#include "app/services/reference_library.h"

#include "engine/core/error.h"
#include "engine/dataset/table_io.h"
#include "engine/files/references.h"
#include "engine/files/samples.h"

#include <utility>

namespace vitrine::app {

namespace {

using Content = ReferenceLibrary::Content;

QString citationOf(const References& references, const std::string& key) {
  const auto found = references.find(key);
  return QString::fromStdString(found == references.end() ? key : citation(found->second));
}

KnownAlloy knownAlloy(const dataset::Table& table, const dataset::Row& row,
                      const References& references) {
  const auto value = [&](const char* name) -> std::optional<double> {
    const auto column = table.column(name);
    return column ? row.values[*column] : std::nullopt;
  };
  KnownAlloy known{QString::fromStdString(row.formula),
                   row.composition,
                   value("Tg_K"),
                   value("Tl_K"),
                   value("m"),
                   {},
                   citationOf(references, row.source)};
  if (!known.tgK) {
    known.tgK = value("Tg_rheological_K");
    if (known.tgK)
      known.tgMethod = ReferenceLibrary::tr("from viscosity");
  }
  return known;
}

/// Runs one reader; what it throws becomes a problem.
template <class Reader>
void attempt(Content& content, const RunContext& context, Reader reader) {
  context.tick();
  try {
    reader();
  } catch (const Error& error) {
    content.problems << QString::fromUtf8(error.what());
  }
}

}  // namespace

ReferenceLibrary::ReferenceLibrary(JobRunner& runner, std::filesystem::path resources,
                                   QObject* parent)
    : QObject(parent), m_runner(runner), m_resources(std::move(resources)) {}

void ReferenceLibrary::load() {
  if (std::exchange(m_asked, true))
    return;
  m_runner.start<Content>(
      {QStringLiteral("references"), Priority::Visible, tr("Loading the published alloys"), true},
      [resources = m_resources](const RunContext& context) {
        return readReferenceContent(resources, context);
      },
      [this](Content content) {
        m_content = std::move(content);
        m_loaded = true;
        emit changed();
      },
      [this](const QString& failure) {
        m_content.problems << failure;
        m_loaded = true;
        emit changed();
      });
}

QString ReferenceLibrary::citation(const std::string& key) const {
  const auto found = m_content.references.find(key);
  return found == m_content.references.end()
             ? QString()
             : QString::fromStdString(vitrine::citation(found->second));
}

ReferenceLibrary::Content readReferenceContent(const std::filesystem::path& resources,
                                               const RunContext& context) {
  Content content;
  attempt(content, context,
          [&] { content.references = files::readReferences(resources / "references.json"); });
  attempt(content, context, [&] {
    const dataset::Table table =
        dataset::readTable(resources / "reference_alloys" / "reference_alloys.csv");
    for (const dataset::Row& row : table.rows)
      content.alloys.push_back(knownAlloy(table, row, content.references));
  });
  attempt(content, context, [&] {
    for (const files::SampleEntry& entry :
         files::readSamples(resources / "samples" / "samples.json"))
      content.samples.push_back({QString::fromStdString(entry.title),
                                 QString::fromStdString(entry.formula),
                                 QString::fromStdString(entry.description),
                                 citationOf(content.references, entry.source)});
  });
  attempt(content, context, [&] {
    content.meltingModels =
        files::readPublishedScores(resources / "published" / "melting_models.json");
  });
  attempt(content, context, [&] {
    for (const files::SampleTable& entry :
         files::readSampleTables(resources / "tables" / "tables.json"))
      content.tables.push_back(
          {QString::fromStdString(entry.title),
           QString::fromStdString((resources / "tables" / entry.file).string()),
           QString::fromStdString(entry.description),
           citationOf(content.references, entry.source)});
  });
  return content;
}

}  // namespace vitrine::app
