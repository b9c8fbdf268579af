#pragma once

#include "app/services/thermodynamic_database.h"
#include "engine/calphad/diagram_regions.h"
#include "engine/calphad/melting_table.h"
#include "engine/dataset/table.h"

#include <QObject>
#include <QString>

#include <memory>
#include <string>
#include <vector>

namespace vitrine::app {

class JobRunner;

/// What is to be computed of a system.
struct CalphadRequest {
  ThermodynamicDatabase::Database database;
  QString databaseName;
  std::vector<std::string> symbols;  ///< two or three
  double lowestK = 500.0;            ///< of a binary diagram
  int divisions = 20;                ///< steps along a side of a triangle
  bool operator==(const CalphadRequest&) const = default;
};

/// What came of it: a diagram of a binary system, and the melting ranges on a grid of compositions.
struct CalphadOutcome {
  CalphadRequest request;
  std::shared_ptr<const calphad::PhaseDiagram> diagram;  ///< null for a ternary system
  std::shared_ptr<const std::vector<calphad::DiagramRegion>> regions;
  calphad::MeltingSystem melting;
};

/// "Al-Ni".
std::string systemName(const std::vector<std::string>& symbols);

/// Computes phase diagrams, liquidus projections and the data set of the 16 systems on a worker,
/// one at a time.
class CalphadRun : public QObject {
  Q_OBJECT

 public:
  explicit CalphadRun(JobRunner& runner, QObject* parent = nullptr);
  ~CalphadRun() override;

  void compute(const CalphadRequest& request);
  /// The melting ranges of the data set, see calphad::meltingTable. Announced by `dataSetMade`.
  void computeDataSet(const ThermodynamicDatabase& database);
  void cancel();

  [[nodiscard]] bool isRunning() const { return !m_title.isEmpty(); }
  /// What is being computed, e.g. "Al-Ni".
  [[nodiscard]] const QString& title() const { return m_title; }
  /// 0 to 1; negative where nobody knows.
  [[nodiscard]] double fraction() const;
  /// The latest one; null before the first.
  [[nodiscard]] std::shared_ptr<const CalphadOutcome> outcome() const { return m_outcome; }
  [[nodiscard]] const QString& failure() const { return m_failure; }

 signals:
  void changed();
  void dataSetMade(const vitrine::dataset::Table& table);

 private:
  void begin(const QString& title);
  void end(const QString& failure);

  JobRunner& m_runner;
  QString m_title;
  std::shared_ptr<const CalphadOutcome> m_outcome;
  QString m_failure;
};

/// The melting ranges of an outcome, for the data desk.
dataset::Table tableOf(const CalphadOutcome& outcome);

}  // namespace vitrine::app
