#pragma once

#include "app/glass/glass_desk.h"
#include "engine/atomistic/coordination.h"
#include "engine/atomistic/icosahedral_network.h"
#include "engine/atomistic/pair_distribution.h"
#include "engine/atomistic/polyhedra.h"
#include "engine/atomistic/shells.h"
#include "engine/atomistic/structure_factor.h"
#include "engine/atomistic/voronoi.h"
#include "engine/core/run_context.h"
#include "engine/diffraction/first_peak.h"

#include <QObject>
#include <QString>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace vitrine::app {

class JobRunner;

/// What the distances between the atoms say.
struct PairAnalysis {
  atomistic::PairDistribution pairs;
  std::optional<atomistic::ShellPositions> shells;
  std::vector<double> coordination;  ///< of each atom, up to the first minimum; empty without one
  std::optional<atomistic::Coordination> order;  ///< on the average, with short-range order
  atomistic::StructureFactor factor;
  std::vector<double> xrayFactor;              ///< S(q) as X-rays see it
  std::optional<diffraction::FirstPeak> peak;  ///< of the X-ray pattern
};

/// What the cells around the atoms say.
struct CellAnalysis {
  std::vector<atomistic::VoronoiCell> cells;
  atomistic::VoronoiStatistics statistics;
  atomistic::PolyhedralNetwork icosahedra;
};

/// @throws Error, Cancelled, as the functions of the engine
PairAnalysis pairAnalysisOf(const atomistic::Structure& structure, const RunContext& context);
CellAnalysis cellAnalysisOf(const atomistic::Structure& structure,
                            const atomistic::VoronoiSettings& settings, const RunContext& context);

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
  [[nodiscard]] std::shared_ptr<const CellAnalysis> cells(GlassId id) const;
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
    std::shared_ptr<const CellAnalysis> cells;
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
