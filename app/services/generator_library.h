#pragma once

#include "app/jobs/job_runner.h"
#include "engine/generation/generator.h"
#include "engine/generation/generator_folder.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace vitrine::app {

/// The generators of diffraction patterns that come with the program. Each is read from its file on
/// a worker when an alloy of its system is first looked at.
class GeneratorLibrary : public QObject {
  Q_OBJECT

 public:
  using Generator = std::shared_ptr<const generation::SpectrumGenerator>;

  /// @param folder see generation::listGenerators
  GeneratorLibrary(JobRunner& runner, std::filesystem::path folder, QObject* parent = nullptr);

  /// What there is for an alloy; all empty where no generator covers it.
  struct Offer {
    std::string name;      ///< e.g. "Co-Ti-Zr"
    Generator generator;   ///< null until it is loaded
    QString failure;       ///< why it cannot be loaded
    [[nodiscard]] bool isPending() const { return !name.empty() && !generator && failure.isEmpty(); }
  };
  /// Starts reading the generator where that was not done yet; `changed` tells when it is there.
  Offer offerFor(const alloy::Composition& alloy);

  /// The alloy systems that are covered, e.g. "Co-Ti-Zr", in alphabetic order.
  [[nodiscard]] QStringList systems() const;

 signals:
  void changed();

 private:
  void load(const generation::GeneratorEntry& entry);

  JobRunner& m_runner;
  std::vector<generation::GeneratorEntry> m_entries;
  std::map<std::string, Offer> m_offers;  ///< of the generators asked for, by name
};

}  // namespace vitrine::app
