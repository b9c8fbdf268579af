#include "engine/simulation/run.h"

#include "engine/atomistic/lammps_data.h"
#include "engine/core/error.h"
#include "engine/core/units.h"
#include "engine/files/atomic_file.h"
#include "engine/files/folder.h"
#include "engine/files/text_file.h"
#include "engine/process/child.h"
#include "engine/simulation/lammps_input.h"
#include "engine/simulation/lammps_output.h"
#include "engine/simulation/lammps_words.h"
#include "engine/simulation/resume_point.h"
#include "engine/simulation/run_folder.h"
#include "engine/simulation/run_record.h"
#include "engine/simulation/run_tables.h"
#include "engine/simulation/zhou2004.h"

#include <algorithm>
#include <cmath>

namespace vitrine::simulation {

namespace {

namespace fs = std::filesystem;

constexpr double kGPaPerBar = 1e-4;
/// What a minimisation costs, in steps of dynamics.
constexpr double kStepsOfAMinimum = 500.0;

template <class Row>
std::vector<std::string> linesOf(const std::vector<Row>& rows) {
  std::vector<std::string> lines;
  for (const Row& row : rows)
    lines.push_back(lineOf(row));
  return lines;
}

/// One run of LAMMPS, from a beginning to the end of the schedule.
class Run {
 public:
  Run(const RunRequest& request, const RunObserver& observer, const RunContext& context,
      ResumePoint point)
      : m_request(request),
        m_schedule(request.schedule),
        m_observer(observer),
        m_context(context),
        m_begin(std::move(point.begin)),
        m_thermo(file(run_files::kThermo), kThermoHeader, linesOf(point.thermo)),
        m_inherent(file(run_files::kInherentTable), kInherentHeader, linesOf(point.inherent)),
        m_output({[this](const std::string& stage) { m_stage = stage; },
                  [this](const ThermoLine& line) { take(line); },
                  [this](const Minimum& minimum) { take(minimum); }}) {
    m_result.thermo = std::move(point.thermo);
    for (const auto& structure : point.inherent)
      keep(structure);
    m_step = m_begin.step > 0 ? m_begin.step : -1;
  }

  RunResult run() {
    prepare();
    const bool resumed = m_begin.step > 0;
    const std::string input = resumed ? run_files::kResumedInput : run_files::kInput;
    const std::string log = resumed ? run_files::kResumedLog : run_files::kLog;
    const auto elements = atomistic::speciesOf(m_request.start);
    files::writeAtomically(file(input), lammpsInput(m_schedule, m_request.potential, elements,
                                                    m_request.seed, m_begin));
    const process::Command command{
        m_request.lmp, {"-in", input, "-log", log, "-nocite"}, m_request.folder};
    const auto sink = [this](std::string_view line) { m_output.take(line); };
    const auto ending = process::runChild(command, sink, sink, m_context);
    if (!ending.good() || !m_output.done())
      fail(ending, file(log));
    m_result.lammpsVersion = m_output.version();
    return atEnd();
  }
  /// What a run gives that came to its end, now or before.
  RunResult atEnd() {
    // Not one by one: a kill between a minimum and its line in the table must leave its state.
    for (const long long step : m_schedule.snapshots())
      remove(snapshotState(step));
    dropRestartsBefore(m_schedule.steps() + 1);
    return std::move(m_result);
  }

 private:
  [[nodiscard]] fs::path file(const std::string& name) const { return m_request.folder / name; }
  [[nodiscard]] double atoms() const { return static_cast<double>(m_request.start.size()); }

  void prepare() const {
    if (m_schedule.frameSteps > 0)
      files::makeFolder(file(run_files::kFrames));
    if (m_schedule.snapshotSteps > 0)
      files::makeFolder(file(run_files::kSnapshots));
    if (m_begin.step > 0)
      return;
    for (const auto& table : m_request.potential.tables) {
      if (table.source.empty())
        files::writeAtomically(file(table.name), zhouTable(atomistic::speciesOf(m_request.start)));
      else
        files::writeAtomically(file(table.name), files::readBytes(table.source));
    }
    files::writeAtomically(file(run_files::kStart), atomistic::lammpsDataOf(m_request.start));
  }

  void take(const ThermoLine& line) {
    // The first line of a stage repeats the last one of the stage before.
    if (line.step <= m_step)
      return;
    m_step = line.step;
    const Thermo thermo{m_stage,
                        static_cast<double>(line.step) * kTimestepPs,
                        line.temperatureK,
                        line.energyEV / atoms(),
                        line.volumeA3 / atoms(),
                        kGPaPerBar * line.pressureBar,
                        -kGPaPerBar * line.pressureXyBar};
    m_thermo.add(lineOf(thermo));
    m_result.thermo.push_back(thermo);
    if (m_observer.thermo)
      m_observer.thermo(thermo);
    // LAMMPS writes frames and restarts before it tells of a step.
    tellFrame(line.step);
    // Two restarts are enough to go on from.
    dropRestartsBefore(line.step - 2 * m_schedule.restartSteps);
    m_context.tick(static_cast<double>(line.step) / cost());
  }

  void tellFrame(long long step) const {
    if (m_schedule.frameSteps == 0 || step % m_schedule.frameSteps != 0 || !m_observer.frame)
      return;
    m_observer.frame({frameFile(step), m_stage, static_cast<double>(step) * kTimestepPs,
                      m_schedule.temperatureAt(step)});
  }

  void dropRestartsBefore(long long step) {
    const long long every = m_schedule.restartSteps;
    for (; every > 0 && m_dropped < step; m_dropped += every)
      remove(restartFile(m_dropped));
  }

  void remove(const std::string& name) const {
    std::error_code ignored;
    fs::remove(file(name), ignored);
  }

  void take(const Minimum& minimum) {
    InherentStructure structure{minimum.file,
                                static_cast<double>(m_schedule.steps()) * kTimestepPs,
                                m_schedule.stages.empty() ? 0.0 : m_schedule.stages.back().toK,
                                minimum.energyEV / atoms(),
                                minimum.volumeA3 / atoms(),
                                kGPaPerBar * minimum.pressureBar};
    for (const long long step : m_schedule.snapshots()) {
      if (snapshotFile(step) != minimum.file)
        continue;
      structure.timePs = static_cast<double>(step) * kTimestepPs;
      structure.temperatureK = m_schedule.temperatureAt(step);
    }
    m_inherent.add(lineOf(structure));
    keep(structure);
    m_context.tick((static_cast<double>(m_schedule.steps()) + kStepsOfAMinimum * m_minima) /
                   cost());
  }

  void keep(const InherentStructure& structure) {
    ++m_minima;
    if (structure.file == run_files::kInherent)
      m_result.inherent = structure;
    else
      m_result.snapshots.push_back(structure);
  }

  /// In steps of dynamics.
  [[nodiscard]] double cost() const {
    return static_cast<double>(m_schedule.steps()) +
           kStepsOfAMinimum * static_cast<double>(1 + m_schedule.snapshots().size());
  }

  [[noreturn]] void fail(const process::Ending& ending, const fs::path& log) const {
    std::string sentence = "LAMMPS stopped";
    if (!m_stage.empty())
      sentence.append(" in the stage ").append(m_stage);
    const auto& error = m_output.error();
    const std::string meaning = meaningOf(error);
    if (!meaning.empty())
      sentence.append(": ").append(meaning).append(" (\"").append(error).append("\")");
    else if (!error.empty())
      sentence.append(": ").append(error);
    else if (ending.signal != 0)
      sentence.append(", ended by signal ").append(std::to_string(ending.signal));
    else
      sentence.append(" before the end of its input");
    sentence.append("; its log is ").append(log.string()).append(".");
    throw Error(ErrorCode::Failed, sentence, m_output.lastCommand());
  }

  const RunRequest& m_request;
  const Schedule& m_schedule;
  const RunObserver& m_observer;
  const RunContext& m_context;
  RunBegin m_begin;
  RunTable m_thermo;
  RunTable m_inherent;
  LammpsOutput m_output;
  std::string m_stage;
  long long m_step = -1;
  long long m_dropped = 0;
  int m_minima = 0;
  RunResult m_result;
};

bool isWhole(const Schedule& schedule, const RunBegin& begin) {
  return begin.inherentDone && begin.snapshotsDone.size() == schedule.snapshots().size();
}

/// The mean over the last stage evens out what the volume swings by; where the temperature changed
/// the mean would be that of no state.
double volumeAtEnd(const std::vector<Thermo>& lines, const Stage& last) {
  if (last.fromK != last.toK)
    return lines.back().volumeA3;
  double sum = 0.0;
  double count = 0.0;
  for (const auto& line : lines)
    if (line.stage == last.name) {
      sum += line.volumeA3;
      ++count;
    }
  return sum / count;
}

/// What follows from the tables of a run.
void conclude(const RunRequest& request, RunResult& result) {
  std::sort(
      result.snapshots.begin(), result.snapshots.end(),
      [](const InherentStructure& a, const InherentStructure& b) { return a.timePs < b.timePs; });
  const auto alloy = atomistic::compositionOf(request.start);
  const double massU = alloy.meanMassU();
  result.inherentDensityGPerCm3 = kGPerCm3OfUPerA3 * massU / result.inherent.volumeA3;
  if (result.thermo.empty())
    return;
  std::vector<VolumePoint> cooling;
  for (const auto& line : result.thermo)
    if (line.stage == "quench")
      cooling.push_back({line.temperatureK, line.volumeA3});
  result.volumeA3 = volumeAtEnd(result.thermo, request.schedule.stages.back());
  result.densityGPerCm3 = kGPerCm3OfUPerA3 * massU / result.volumeA3;
  result.transition = estimateTransition(cooling, expectedTransitionK(alloy));
}

void requirePeriodic(const atomistic::Cell& cell) {
  const auto& periodic = cell.periodic();
  if (!(periodic[0] && periodic[1] && periodic[2]))
    throw Error(ErrorCode::InvalidInput,
                "The cell of the atoms has an open boundary; begin with one that is periodic along "
                "all three edges.");
}

/// Where a run begins: anew in a folder without one.
ResumePoint beginOf(const RunRequest& request, std::string& lammpsVersion) {
  const auto record = request.folder / run_files::kRecord;
  std::error_code none;
  if (!fs::exists(record, none))
    return {};
  if (!request.resume)
    throw Error(ErrorCode::InvalidInput, request.folder.string() +
                                             " holds a run already; go on with it by --resume, or "
                                             "name another folder.");
  lammpsVersion = endOf(files::readText(record), request).lammpsVersion;
  return resumePoint(request.schedule, request.folder);
}

}  // namespace

RunResult runSimulation(const RunRequest& request, const RunObserver& observer,
                        const RunContext& context) {
  requirePeriodic(request.start.cell);
  requireCovered(request.potential, atomistic::compositionOf(request.start));
  requireOrder(request.potential, atomistic::speciesOf(request.start));
  const auto held = takeRunFolder(request);
  std::string lammpsVersion;
  ResumePoint point = beginOf(request, lammpsVersion);
  const auto record = [&](RunState state, const RunResult* result, const std::string& words) {
    files::writeAtomically(request.folder / run_files::kRecord,
                           recordOf(request, state, result, words));
  };
  const bool whole = isWhole(request.schedule, point.begin);
  if (!whole)
    record(RunState::Running, nullptr, {});
  try {
    Run run(request, observer, context, std::move(point));
    RunResult result = whole ? run.atEnd() : run.run();
    if (whole)
      result.lammpsVersion = lammpsVersion;
    conclude(request, result);
    record(RunState::Finished, &result, {});
    context.tick(1.0);
    return result;
  } catch (const Error& error) {
    record(RunState::Failed, nullptr, error.what());
    throw;
  } catch (const Cancelled&) {
    record(RunState::Cancelled, nullptr, {});
    throw;
  }
}

fs::path lammpsProgram(const std::string& name) {
  if (const auto found = process::findProgram(name))
    return *found;
  throw Error(ErrorCode::InvalidInput,
              "The program LAMMPS (" + name +
                  ") was not found; install the package lammps (apt install lammps) or say where "
                  "it is.");
}

}  // namespace vitrine::simulation
