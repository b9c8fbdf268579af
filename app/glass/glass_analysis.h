#pragma once

#include "app/glass/glass_desk.h"
#include "engine/atomistic/structure_report.h"
#include "engine/core/run_context.h"

#include <QObject>
#include <QString>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace vitrine::app {

class JobRunner;

/// What the distances between the atoms say, and how many neighbours each has.
struct PairAnalysis : atomistic::DistanceReport {
  std::vector<double> neighbours;  ///< of each atom, up to the first minimum; empty without one
};

/// @throws Error, Cancelled, as the functions of the engine
PairAnalysis pairAnalysisOf(const atomistic::Structure& structure, const RunContext& context);

/// The analyses of the glasses of a desk: each done once, on a worker, when it is first wanted, and
/// forgotten with its glass. The quick one comes first.
class GlassAnalyses : public QObject {
  Q_OBJECT

 public:
  GlassAnalyses(JobRunner& runner, const GlassDesk& desk, QObject* parent = nullptr);
  ~GlassAnalyses() override;

  /// Starts what is not there yet. Nothing for 0.
  void want(GlassId id);
  /// How the cells are cut. Those of before are forgotten; what was wanted is done anew.
  void setVoronoi(const atomistic::VoronoiSettings& settings);
  [[nodiscard]] const atomistic::VoronoiSettings& voronoi() const { return m_voronoi; }
  /// Stops what is being done.
  void cancel();

  /// Null before they are there.
  [[nodiscard]] std::shared_ptr<const PairAnalysis> pairs(GlassId id) const;
  [[nodiscard]] std::shared_ptr<const atomistic::CellReport> cells(GlassId id) const;
  [[nodiscard]] bool isRunning() const { return !m_running.empty(); }
  /// 0 to 1 of the glass that was wanted first; negative where nobody knows.
  [[nodiscard]] double fraction() const;
  /// Why an analysis of the glass came to nothing.
  [[nodiscard]] QString failure(GlassId id) const;

 signals:
  void changed();

 private:
  struct Entry {
    std::shared_ptr<const PairAnalysis> pairs;
    std::shared_ptr<const atomistic::CellReport> cells;
    QString failure;
    bool stopped = false;  ///< by the user, until the glass is looked at again
  };

  /// Whether there was anything to start.
  template <class T>
  bool start(GlassId id, const QString& key,
             std::function<T(const atomistic::Structure&, const RunContext&)> work,
             std::shared_ptr<const T> Entry::*place);
  void forgetGone();
  void goOn();

  JobRunner& m_runner;
  const GlassDesk& m_desk;
  atomistic::VoronoiSettings m_voronoi;
  std::map<GlassId, Entry> m_entries;
  std::vector<QString> m_running;
};

}  // namespace vitrine::app
