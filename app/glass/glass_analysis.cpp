#include "app/glass/glass_analysis.h"

#include "app/jobs/job_runner.h"
#include "engine/atomistic/neighbours.h"

#include <algorithm>
#include <utility>

namespace vitrine::app {

using atomistic::Structure;

namespace {

/// Of the time of an analysis by distances, the part that the report takes.
constexpr double kReportShare = 0.8;

QString pairsKey(GlassId id) {
  return QStringLiteral("distances %1").arg(id);
}
QString cellsKey(GlassId id) {
  return QStringLiteral("cells %1").arg(id);
}

std::vector<double> neighboursWithin(const Structure& structure, double cutoffA,
                                     const RunContext& context) {
  const atomistic::NeighbourSearch search(structure, cutoffA);
  std::vector<atomistic::Neighbour> found;
  std::vector<double> counts;
  counts.reserve(structure.size());
  for (std::size_t atom = 0; atom < structure.size(); ++atom) {
    context.tick(static_cast<double>(atom) / static_cast<double>(structure.size()));
    search.neighboursOf(atom, found);
    counts.push_back(static_cast<double>(found.size()));
  }
  return counts;
}

}  // namespace

PairAnalysis pairAnalysisOf(const Structure& structure, const RunContext& context) {
  PairAnalysis analysis{atomistic::distancesOf(structure, {}, {}, context.slice(0.0, kReportShare)),
                        {}};
  if (analysis.shells)
    analysis.neighbours = neighboursWithin(structure, analysis.shells->firstMinimum.rA,
                                           context.slice(kReportShare, 1.0));
  return analysis;
}

GlassAnalyses::GlassAnalyses(JobRunner& runner, const GlassDesk& desk, QObject* parent)
    : QObject(parent), m_runner(runner), m_desk(desk) {
  connect(&desk, &GlassDesk::glassesChanged, this, &GlassAnalyses::forgetGone);
  connect(&desk, &GlassDesk::currentChanged, this, &GlassAnalyses::goOn);
}

GlassAnalyses::~GlassAnalyses() {
  for (const QString& key : m_running)
    m_runner.cancel(key);
}

void GlassAnalyses::want(GlassId id) {
  if (id == 0)
    return;
  const bool distances = start<PairAnalysis>(id, pairsKey(id), &pairAnalysisOf, &Entry::pairs);
  const bool cells = start<atomistic::CellReport>(
      id, cellsKey(id),
      [settings = m_voronoi](const Structure& structure, const RunContext& context) {
        return atomistic::cellsOf(structure, settings, context);
      },
      &Entry::cells);
  if (distances || cells)
    emit changed();
}

template <class T>
bool GlassAnalyses::start(GlassId id, const QString& key,
                          std::function<T(const Structure&, const RunContext&)> work,
                          std::shared_ptr<const T> Entry::*place) {
  Entry& entry = m_entries[id];
  if (entry.*place != nullptr || !entry.failure.isEmpty() ||
      std::find(m_running.begin(), m_running.end(), key) != m_running.end())
    return false;
  m_running.push_back(key);
  using Result = std::shared_ptr<const T>;
  m_runner.start<Result>(
      {key, Priority::Visible},
      [structure = m_desk.glass(id).structure, work = std::move(work)](const RunContext& context)
          -> Result { return std::make_shared<const T>(work(*structure, context)); },
      [this, id, key, place](const Result& result) {
        std::erase(m_running, key);
        m_entries[id].*place = result;
        emit changed();
      },
      [this, id, key](const QString& failure) {
        std::erase(m_running, key);
        m_entries[id].failure = failure;
        emit changed();
      });
  return true;
}

void GlassAnalyses::setVoronoi(const atomistic::VoronoiSettings& settings) {
  m_voronoi = settings;
  std::vector<GlassId> wanted;
  for (auto& [id, entry] : m_entries) {
    if (std::erase(m_running, cellsKey(id)) > 0)
      m_runner.cancel(cellsKey(id));
    entry.cells = nullptr;
    if (!entry.stopped)
      entry.failure.clear();
    wanted.push_back(id);
  }
  emit changed();
  for (const GlassId id : wanted)
    want(id);
}

void GlassAnalyses::cancel() {
  for (const QString& key : std::exchange(m_running, {}))
    m_runner.cancel(key);
  for (auto& [id, entry] : m_entries) {
    if ((entry.pairs && entry.cells) || !entry.failure.isEmpty())
      continue;
    entry.stopped = true;
    entry.failure = tr("The analysis was stopped; choose the glass again to go on.");
  }
  emit changed();
}

void GlassAnalyses::goOn() {
  const auto at = m_entries.find(m_desk.current());
  if (at != m_entries.end() && std::exchange(at->second.stopped, false))
    at->second.failure.clear();
}

void GlassAnalyses::forgetGone() {
  for (auto at = m_entries.begin(); at != m_entries.end();) {
    const GlassId id = at->first;
    if (m_desk.has(id)) {
      ++at;
      continue;
    }
    for (const QString& key : {pairsKey(id), cellsKey(id)})
      if (std::erase(m_running, key) > 0)
        m_runner.cancel(key);
    at = m_entries.erase(at);
  }
}

std::shared_ptr<const PairAnalysis> GlassAnalyses::pairs(GlassId id) const {
  const auto at = m_entries.find(id);
  return at == m_entries.end() ? nullptr : at->second.pairs;
}

std::shared_ptr<const atomistic::CellReport> GlassAnalyses::cells(GlassId id) const {
  const auto at = m_entries.find(id);
  return at == m_entries.end() ? nullptr : at->second.cells;
}

QString GlassAnalyses::failure(GlassId id) const {
  const auto at = m_entries.find(id);
  return at == m_entries.end() ? QString() : at->second.failure;
}

double GlassAnalyses::fraction() const {
  return m_running.empty() ? -1.0 : m_runner.fractionOf(m_running.front());
}

}  // namespace vitrine::app
