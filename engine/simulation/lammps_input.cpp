#include "engine/simulation/lammps_input.h"

#include "engine/alloy/element.h"
#include "engine/files/number_text.h"

#include <algorithm>
#include <cstdio>
#include <sstream>

namespace vitrine::simulation {

namespace {

constexpr int kCellSteps = 4;

std::string padded(const char* folder, long long step, const char* suffix) {
  std::string digits = std::to_string(step);
  constexpr std::size_t kDigits = 9;
  if (digits.size() < kDigits)
    digits.insert(0, kDigits - digits.size(), '0');
  return std::string(folder).append("/").append(digits).append(suffix);
}

std::string symbols(const std::vector<int>& elements) {
  std::string text;
  for (const int element : elements)
    text.append(" ").append(alloy::element(element).symbol);
  return text;
}

std::string number(double value) {
  return files::formatNumber(value);
}

/// LAMMPS takes seeds of 1 to 900 million.
std::uint64_t lammpsSeed(std::uint64_t seed) {
  return 1 + (seed * 2654435761U + 12345U) % 900'000'000U;
}

bool isSheared(const Schedule& schedule) {
  return std::any_of(schedule.stages.begin(), schedule.stages.end(),
                     [](const Stage& stage) { return stage.shearPerPs > 0.0; });
}

class Writer {
 public:
  Writer(const Schedule& schedule, const std::vector<int>& elements)
      : m_schedule(schedule), m_elements(elements) {
    m_text.imbue(std::locale::classic());
  }

  void head(const Potential& potential, const RunBegin& begin) {
    const long long last = m_schedule.steps();
    // The faster twins of pair styles where this LAMMPS has them; the numbers are the same.
    m_text << "units metal\natom_style atomic\nboundary p p p\nsuffix opt\n";
    if (begin.step == 0)
      m_text << "read_data " << run_files::kStart << "\n"
             << (isSheared(m_schedule) ? "change_box all triclinic\n" : "");
    else if (begin.step < last)
      m_text << "read_restart " << restartFile(begin.step) << "\n";
    else
      m_text << "read_data " << run_files::kGlass << "\n";
    m_text << pairCommands(potential, m_elements) << "timestep " << number(kTimestepPs) << "\n"
           << "thermo_style custom step temp pe vol press pxy\n"
           << "thermo_modify norm no flush yes line one format float %.10g\n";
  }

  void dynamics(std::uint64_t seed, const RunBegin& begin) {
    if (begin.step == 0)
      m_text << "velocity all create " << number(m_schedule.stages.front().fromK) << " "
             << lammpsSeed(seed) << " mom yes rot no dist gaussian\n";
    m_text << "thermo " << m_schedule.thermoSteps << "\n";
    if (m_schedule.frameSteps > 0)
      m_text << "dump frames all custom " << m_schedule.frameSteps << " " << run_files::kFrames
             << "/*.dump id element xu yu zu\n"
             << "dump_modify frames element" << symbols(m_elements)
             << " sort id pad 9 format float %.5f\n";
    m_text << "restart " << m_schedule.restartSteps << " state.*.restart\n";
    for (std::size_t i = 0; i < m_schedule.stages.size(); ++i)
      if (m_schedule.begin(i + 1) > begin.step)
        stage(i);
    m_text << "restart 0\n";
    if (m_schedule.frameSteps > 0)
      m_text << "undump frames\n";
    m_text << "write_data " << run_files::kGlass << " nocoeff\n";
  }

  void minima(const RunBegin& begin) {
    m_text << "neigh_modify every 1 delay 0 check yes\nmin_style cg\n"
           << "min_modify dmax 0.1 line quadratic\n";
    if (!begin.inherentDone)
      minimum(run_files::kInherent);
    for (const long long step : m_schedule.snapshots()) {
      const auto& done = begin.snapshotsDone;
      if (std::find(done.begin(), done.end(), step) != done.end())
        continue;
      m_text << "read_dump " << snapshotState(step) << " " << step
             << " x y z box yes replace yes\n";
      minimum(snapshotFile(step));
    }
    m_text << "print \"" << kMark << " done\"\n";
  }

  [[nodiscard]] std::string text() const { return m_text.str(); }

 private:
  void stage(std::size_t index) {
    const Stage& stage = m_schedule.stages[index];
    const bool snapshots = m_schedule.snapshotSteps > 0 && index == m_schedule.snapshotStage;
    const long long begin = m_schedule.begin(index);
    if (snapshots)
      m_text << "variable next equal stride(" << begin + m_schedule.snapshotSteps
             << ",1000000000000000," << m_schedule.snapshotSteps << ")\n"
             << "dump states all custom 1000 " << run_files::kSnapshots << "/*.dump id type x y z\n"
             << "dump_modify states every v_next sort id pad 9 format float %.6f\n";
    const bool sheared = stage.shearPerPs > 0.0;
    m_text << "print \"" << kMark << " stage " << stage.name << "\"\n";
    if (sheared)
      // Temperature is motion beside the flow.
      m_text << "fix strain all deform 1 xy erate " << number(stage.shearPerPs) << " remap v\n"
             << "compute beside all temp/deform\nthermo_modify temp beside\n"
             << "fix move all nvt/sllod temp ";
    else
      m_text << "fix move all npt temp ";
    m_text << number(stage.fromK) << " " << number(stage.toK) << " " << number(kThermostatPs);
    if (!sheared)
      m_text << " iso 0 0 " << number(kBarostatPs);
    m_text << "\nrun " << begin + stage.steps << " upto start " << begin << " stop "
           << begin + stage.steps << "\nunfix move\n";
    if (sheared)
      m_text << "unfix strain\nthermo_modify temp thermo_temp\nuncompute beside\n";
    if (snapshots)
      m_text << "undump states\n";
  }

  /// One step of Newton's: the modulus B = -dp/dln V comes from a trial strain in which all places
  /// follow the cell, and is kept large enough for the volume to change by a fifth at most.
  void cellToZeroPressure() {
    constexpr const char* kTrial = "1.001";
    m_text << "variable p equal $(press)\n";
    scaleCell(kTrial);
    m_text << "run 0 post no\n"
           << "variable B equal $((v_p-press)/(3*ln(" << kTrial << ")))\n"
           << "variable least equal 1+5*abs(v_p)\n";
    scaleCell(
        std::string("(1+v_p/((v_B>v_least)*v_B+(v_B<=v_least)*v_least))^(1/3)/").append(kTrial));
  }

  /// All lengths of the cell times a factor, its places with it.
  void scaleCell(const std::string& factor) {
    constexpr const char* kEdges = "change_box all x scale ${grow} y scale ${grow} z scale ${grow}";
    m_text << "variable grow equal " << factor << "\n"
           << "if \"$(xy^2+xz^2+yz^2) > 0\" then \"" << kEdges
           << " xy final $(xy*v_grow) xz final $(xz*v_grow) yz final $(yz*v_grow) remap\" else \""
           << kEdges << " remap\"\n";
  }

  void minimum(const std::string& file) {
    m_text << "print \"" << kMark << " minimise " << file << "\"\n"
           << "velocity all set 0 0 0\n"
           // Off the planes of a lattice: an atom on the border of the cell to the last digit can
           // be counted twice or never when the cell changes, and none leaves a symmetric saddle.
           << "displace_atoms all random 1e-6 1e-6 1e-6 1\n"
           << "thermo 100\n";
    // Looser first steps end in other, higher minima.
    for (int step = 0; step < kCellSteps; ++step) {
      m_text << "minimize 1e-9 1e-3 2000 20000\n";
      cellToZeroPressure();
    }
    m_text << "minimize 1e-10 1e-3 2000 20000\n"
           << "print \"" << kMark << " minimum $(pe:%.12g) $(vol:%.12g) $(press:%.6g)\"\n"
           << "write_data " << file << " nocoeff\n"
           << "print \"" << kMark << " wrote " << file << "\"\n";
  }

  const Schedule& m_schedule;
  const std::vector<int>& m_elements;
  std::ostringstream m_text;
};

}  // namespace

std::string frameFile(long long step) {
  return padded(run_files::kFrames, step, ".dump");
}

std::string snapshotState(long long step) {
  return padded(run_files::kSnapshots, step, ".dump");
}

std::string snapshotFile(long long step) {
  return padded(run_files::kSnapshots, step, ".data");
}

std::string restartFile(long long step) {
  return "state." + std::to_string(step) + ".restart";
}

std::string lammpsInput(const Schedule& schedule, const Potential& potential,
                        const std::vector<int>& elements, std::uint64_t seed,
                        const RunBegin& begin) {
  Writer writer(schedule, elements);
  writer.head(potential, begin);
  if (!schedule.stages.empty() && begin.step < schedule.steps())
    writer.dynamics(seed, begin);
  writer.minima(begin);
  return writer.text();
}

}  // namespace vitrine::simulation
