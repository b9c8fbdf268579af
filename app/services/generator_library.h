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
#include <set>
#include <string>
#include <vector>

namespace vitrine::app {

/// The generators of diffraction patterns and radial distribution functions: those the user has
/// trained, and those that come with the program. Each is read from its file on a worker when an
/// alloy of its system is first looked at.
class GeneratorLibrary : public QObject {
  Q_OBJECT

 public:
  using Generator = std::shared_ptr<const generation::SpectrumGenerator>;

  /// @param shipped,own  folders, see generation::listGenerators; without `own` none can be added
  GeneratorLibrary(JobRunner& runner, const std::filesystem::path& shipped,
                   std::filesystem::path own, QObject* parent = nullptr);

  /// What there is for an alloy; all empty where no generator covers it. Of two for the same system
  /// it is the user's, unless that cannot be read.
  struct Offer {
    std::string name;     ///< e.g. "Co-Ti-Zr"
    std::string key;      ///< unlike that of any other generator, earlier ones of its name included
    bool isOwn = false;   ///< trained by the user
    Generator generator;  ///< null until it is loaded
    QString failure;      ///< why it cannot be loaded
    [[nodiscard]] bool isPending() const {
      return !name.empty() && !generator && failure.isEmpty();
    }
  };
  /// Starts reading the generator where that was not done yet; `changed` tells when it is there.
  /// @param variant  see generation::GeneratorEntry; empty for measured patterns
  Offer offerFor(const alloy::Composition& alloy, const std::string& variant = {});
  /// The variants there are for an alloy, in alphabetic order, measured patterns ("") first.
  [[nodiscard]] std::set<std::string> variantsFor(const alloy::Composition& alloy) const;

  /// The alloy systems that are covered, e.g. "Co-Ti-Zr", in alphabetic order.
  [[nodiscard]] QStringList systems() const;
  /// The names of the user's own generators.
  [[nodiscard]] QStringList ownSystems() const;

  /// Copies the generator in `file` to the user's own, in place of an earlier one of its system;
  /// `added` or `refused` tells how it went.
  void add(const std::filesystem::path& file);
  /// Deletes the user's own generator of a system, or says by `refused` why that cannot be.
  void remove(const QString& system);

 signals:
  void changed();
  void added(const QString& system);
  /// What `add` or `remove` was asked for cannot be done; one sentence.
  void refused(const QString& sentence);
  /// One of the user's own cannot be read, and another takes its place; one sentence.
  void problem(const QString& sentence);

 private:
  void load(const generation::GeneratorEntry& entry, const std::string& key, bool isOwn);
  void listOwn();

  JobRunner& m_runner;
  std::filesystem::path m_folder;  ///< of the user's own
  std::vector<generation::GeneratorEntry> m_own;
  std::vector<generation::GeneratorEntry> m_shipped;
  std::set<std::string> m_unreadable;     ///< names of the user's own that failed
  std::map<std::string, int> m_changes;   ///< how often the user's own of a name was replaced
  std::map<std::string, Offer> m_offers;  ///< of the generators asked for, by key
};

}  // namespace vitrine::app
