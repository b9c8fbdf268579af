#pragma once

#include "app/jobs/job_runner.h"
#include "engine/alloy/composition.h"
#include "engine/calphad/database.h"

#include <QObject>
#include <QString>

#include <memory>
#include <string>
#include <vector>

namespace vitrine::app {

/// The thermodynamic database that is open, for all that computes with it. Read on a worker.
class ThermodynamicDatabase : public QObject {
  Q_OBJECT

 public:
  using Database = std::shared_ptr<const calphad::Database>;

  explicit ThermodynamicDatabase(JobRunner& runner, QObject* parent = nullptr);

  /// Reads a TDB file. Until it is read, and where it cannot be, the one before stays open.
  void open(const QString& path);
  void cancel();

  [[nodiscard]] bool isReading() const noexcept { return !m_wanted.isEmpty(); }
  /// Null before the first.
  [[nodiscard]] const Database& database() const noexcept { return m_database; }
  /// Path and name of its file.
  [[nodiscard]] const QString& path() const noexcept { return m_path; }
  [[nodiscard]] QString name() const;
  /// Why the last file could not be read, in one sentence; empty where it could.
  [[nodiscard]] const QString& failure() const noexcept { return m_failure; }
  /// Differs between two files read; part of the inputs of results.
  [[nodiscard]] std::string generation() const { return std::to_string(m_generation) + ';'; }

  /// Symbols of its elements as on the periodic table, by atomic number.
  [[nodiscard]] const std::vector<std::string>& elements() const noexcept { return m_elements; }
  /// All elements of the alloy are in the database.
  [[nodiscard]] bool covers(const alloy::Composition& alloy) const;

 signals:
  void changed();

 private:
  JobRunner& m_runner;
  Database m_database;
  std::vector<std::string> m_elements;
  QString m_path;
  QString m_wanted;  ///< path being read; empty for none
  QString m_failure;
  int m_generation = 0;
};

/// Symbols and mole fractions of an alloy, as the engine's room of thermodynamics takes them.
struct AlloyContent {
  std::vector<std::string> symbols;
  std::vector<double> fractions;
};
AlloyContent contentOf(const alloy::Composition& alloy);

}  // namespace vitrine::app
