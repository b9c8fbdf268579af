#include "engine/simulation/run.h"

#include "engine/atomistic/lammps_data.h"
#include "engine/core/error.h"
#include "engine/files/atomic_file.h"
#include "engine/files/number_text.h"
#include "engine/files/text_file.h"
#include "engine/process/child.h"
#include "engine/simulation/lammps_input.h"
#include "engine/simulation/lammps_output.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <optional>

namespace vitrine::simulation {

namespace {

namespace fs = std::filesystem;

constexpr double kGPaPerBar = 1e-4;
/// What a minimisation costs, in steps of dynamics.
constexpr double kStepsOfAMinimum = 500.0;

void makeFolder(const fs::path& folder) {
  std::error_code failure;
  fs::create_directories(folder, failure);
  if (failure)
    throw Error(ErrorCode::CannotWrite, "The folder " + folder.string() +
                                            " could not be made: " + failure.message() + ".");
}

/// A name that LAMMPS reads as one plain word, whatever the file was called.
std::string plainName(const fs::path& file) {
  std::string name = file.filename().string();
  for (char& letter : name) {
    const bool plain = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                       (letter >= '0' && letter <= '9') || letter == '.' || letter == '_' ||
                       letter == '-';
    if (!plain)
      letter = '_';
  }
  return "potential." + name;
}

/// A table that grows by one line at a time and is good after each of them.
class GrowingTable {
 public:
  GrowingTable(const fs::path& file, const std::string& header)
      : m_name(file.string()), m_stream(file, std::ios::trunc) {
    line(header);
  }
  void line(const std::string& text) {
    if (!(m_stream << text << "\n" << std::flush))
      throw Error(ErrorCode::CannotWrite, m_name + " could not be written; is the disk full?");
  }

 private:
  std::string m_name;
  std::ofstream m_stream;
};

std::string csvLine(const std::string& first, std::initializer_list<double> values) {
  std::string text = first;
  for (const double value : values)
    text.append(",").append(files::formatNumber(value));
  return text;
}

class Run {
 public:
  Run(const RunRequest& request, const RunObserver& observer, const RunContext& context)
      : m_request(request),
        m_schedule(request.schedule),
        m_observer(observer),
        m_context(context),
        m_thermo(file("thermo.csv"),
                 "stage,time_ps,temperature_K,energy_eV,volume_A3,pressure_GPa"),
        m_output({[this](const std::string& stage) { m_stage = stage; },
                  [this](const ThermoLine& line) { take(line); },
                  [this](const Minimum& minimum) { take(minimum); }}) {}

  RunResult run() {
    prepare();
    const process::Command command{m_request.lmp,
                                   {"-in", "in.lammps", "-log", "log.lammps", "-nocite"},
                                   m_request.folder};
    const auto sink = [this](std::string_view line) { m_output.take(line); };
    const auto ending = process::runChild(command, sink, sink, m_context);
    if (!ending.good() || !m_output.done())
      fail(ending);
    cleanUp();
    m_result.lammpsVersion = m_output.version();
    m_context.tick(1.0);
    return std::move(m_result);
  }

 private:
  [[nodiscard]] fs::path file(const std::string& name) const { return m_request.folder / name; }
  [[nodiscard]] double atoms() const { return static_cast<double>(m_request.start.size()); }

  void prepare() {
    makeFolder(m_request.folder);
    makeFolder(file(run_files::kFrames));
    if (m_schedule.snapshotSteps > 0) {
      makeFolder(file(run_files::kSnapshots));
      m_snapshotTable.emplace(file("snapshots.csv"),
                              "file,time_ps,temperature_K,energy_eV,volume_A3,pressure_GPa");
    }
    std::vector<std::string> tables;
    for (const auto& table : m_request.potential.files) {
      tables.push_back(plainName(table));
      files::writeAtomically(file(tables.back()), files::readBytes(table));
    }
    files::writeAtomically(file(run_files::kStart), atomistic::lammpsDataOf(m_request.start));
    files::writeAtomically(
        file("in.lammps"),
        lammpsInput(m_schedule, m_request.potential, tables,
                    atomistic::speciesOf(m_request.start), m_request.seed,
                    {0, !m_request.start.velocities.empty(), false, {}}));
  }

  void take(const ThermoLine& line) {
    const double timePs = static_cast<double>(line.step) * kTimestepPs;
    const Thermo thermo{m_stage,
                        timePs,
                        line.temperatureK,
                        line.energyEV / atoms(),
                        line.volumeA3 / atoms(),
                        kGPaPerBar * line.pressureBar};
    if (!std::isfinite(thermo.energyEV))
      return;
    // The first line of a stage repeats the last one of the stage before.
    if (m_step < line.step) {
      m_thermo.line(csvLine(m_stage, {thermo.timePs, thermo.temperatureK, thermo.energyEV,
                                      thermo.volumeA3, thermo.pressureGPa}));
      m_result.thermo.push_back(thermo);
      if (m_observer.thermo)
        m_observer.thermo(thermo);
      // LAMMPS writes frames and restarts before it tells of a step.
      tellFrame(line.step);
      dropRestarts(line.step);
    }
    m_step = line.step;
    m_context.tick(std::min(1.0, static_cast<double>(line.step) / cost()));
  }

  void tellFrame(long long step) const {
    if (m_schedule.frameSteps == 0 || step % m_schedule.frameSteps != 0 || !m_observer.frame)
      return;
    m_observer.frame({frameFile(step), m_stage, static_cast<double>(step) * kTimestepPs,
                      m_schedule.temperatureAt(step)});
  }

  /// Two are enough to go on from.
  void dropRestarts(long long step) const {
    const long long every = m_schedule.restartSteps;
    if (step % every == 0 && step > 2 * every)
      remove(restartFile(step - 2 * every));
  }

  void remove(const std::string& name) const {
    std::error_code ignored;
    fs::remove(file(name), ignored);
  }

  void take(const Minimum& minimum) {
    InherentStructure structure{minimum.file,
                                static_cast<double>(m_schedule.steps()) * kTimestepPs,
                                m_schedule.stages.back().toK,
                                minimum.energyEV / atoms(),
                                minimum.volumeA3 / atoms(),
                                kGPaPerBar * minimum.pressureBar};
    for (const long long step : m_schedule.snapshots()) {
      if (snapshotFile(step) != minimum.file)
        continue;
      structure.timePs = static_cast<double>(step) * kTimestepPs;
      structure.temperatureK = m_schedule.temperatureAt(step);
      m_snapshotTable->line(csvLine(structure.file,
                                    {structure.timePs, structure.temperatureK, structure.energyEV,
                                     structure.volumeA3, structure.pressureGPa}));
      m_result.snapshots.push_back(structure);
      remove(snapshotState(step));
    }
    if (minimum.file == run_files::kInherent)
      m_result.inherent = structure;
    ++m_minima;
    m_context.tick(std::min(1.0, (static_cast<double>(m_schedule.steps()) +
                                  kStepsOfAMinimum * m_minima) /
                                     cost()));
  }

  /// In steps of dynamics.
  [[nodiscard]] double cost() const {
    return static_cast<double>(m_schedule.steps()) +
           kStepsOfAMinimum * static_cast<double>(1 + m_schedule.snapshots().size());
  }

  void cleanUp() const {
    for (long long step = m_schedule.restartSteps; step <= m_schedule.steps();
         step += m_schedule.restartSteps)
      remove(restartFile(step));
  }

  [[noreturn]] void fail(const process::Ending& ending) const {
    std::string sentence = "LAMMPS stopped";
    if (!m_stage.empty())
      sentence.append(" in the stage ").append(m_stage);
    if (!m_output.error().empty())
      sentence.append(": ").append(m_output.error());
    else if (ending.signal != 0)
      sentence.append(", ended by signal ").append(std::to_string(ending.signal));
    else
      sentence.append(" before the end of its input");
    sentence.append("; its log is ").append(file("log.lammps").string()).append(".");
    throw Error(ErrorCode::Failed, sentence, m_output.lastCommand());
  }

  const RunRequest& m_request;
  const Schedule& m_schedule;
  const RunObserver& m_observer;
  const RunContext& m_context;
  GrowingTable m_thermo;
  std::optional<GrowingTable> m_snapshotTable;
  LammpsOutput m_output;
  std::string m_stage;
  long long m_step = -1;
  int m_minima = 0;
  RunResult m_result;
};

}  // namespace

RunResult runSimulation(const RunRequest& request, const RunObserver& observer,
                        const RunContext& context) {
  makeFolder(request.folder);
  return Run(request, observer, context).run();
}

}  // namespace vitrine::simulation
