#pragma once

#include "app/jobs/job_runner.h"
#include "engine/alloy/composition.h"
#include "engine/core/reference.h"
#include "engine/files/published_scores.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <filesystem>
#include <optional>
#include <vector>

namespace vitrine::app {

/// A published alloy: for the markers of the map, the curves laid over the theory, the gallery.
struct KnownAlloy {
  QString formula;
  alloy::Composition composition;
  std::optional<double> tgK;
  std::optional<double> tmK;        ///< liquidus
  std::optional<double> fragility;  ///< m at Tg
  QString tgMethod;                 ///< how Tg was measured, e.g. "viscosity"; may be empty
  QString source;                   ///< citation
};

/// One entry of the sample gallery.
struct Sample {
  QString title;
  QString formula;
  QString description;
  QString source;  ///< citation
};

/// A table that can be opened on the data desk.
struct SampleTable {
  QString title;
  QString path;
  QString description;
  QString source;  ///< citation
};

/// What the program ships besides its models: citations, published alloys, samples. Read on a
/// worker when first asked for.
class ReferenceLibrary : public QObject {
  Q_OBJECT

 public:
  struct Content {
    References references;
    std::vector<KnownAlloy> alloys;
    std::vector<Sample> samples;
    files::PublishedScores meltingModels;  ///< of others and of the paper
    std::vector<SampleTable> tables;
    QStringList problems;  ///< one sentence for each file that could not be read
  };

  ReferenceLibrary(JobRunner& runner, std::filesystem::path resources, QObject* parent = nullptr);

  void load();
  [[nodiscard]] bool isLoaded() const noexcept { return m_loaded; }
  [[nodiscard]] const Content& content() const noexcept { return m_content; }
  /// The text of "copy citation"; empty for an unknown key.
  [[nodiscard]] QString citation(const std::string& key) const;

 signals:
  void changed();

 private:
  JobRunner& m_runner;
  std::filesystem::path m_resources;
  Content m_content;
  bool m_asked = false;
  bool m_loaded = false;
};

/// Reads everything under `resources`; what cannot be read is missing and said in `problems`.
ReferenceLibrary::Content readReferenceContent(const std::filesystem::path& resources,
                                               const RunContext& context);

}  // namespace vitrine::app
