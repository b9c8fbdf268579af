#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace vitrine::simulation {

/// One line of what LAMMPS tells of a running simulation, for the whole box.
struct ThermoLine {
  long long step = 0;
  double temperatureK = 0.0;
  double energyEV = 0.0;  ///< potential energy
  double volumeA3 = 0.0;
  double pressureBar = 0.0;
  double pressureXyBar = 0.0;
};

/// A structure at the nearest minimum of the energy.
struct Minimum {
  std::string file;
  double energyEV = 0.0;  ///< of the whole box
  double volumeA3 = 0.0;
  double pressureBar = 0.0;
};

/// Understands the standard output of LAMMPS for inputs of `lammpsInput`, line by line. Lines that
/// it does not know mean nothing to it.
class LammpsOutput {
 public:
  struct Sinks {
    std::function<void(const std::string& stage)> stage;
    std::function<void(const ThermoLine&)> thermo;  ///< of stages, not of minimisations
    std::function<void(const Minimum&)> minimised;  ///< its file is written
  };

  explicit LammpsOutput(Sinks sinks) : m_sinks(std::move(sinks)) {}

  void take(std::string_view line);

  /// "29 Sep 2021 - Update 2"; empty until it is known.
  [[nodiscard]] const std::string& version() const noexcept { return m_version; }
  /// The last line of the input was reached.
  [[nodiscard]] bool done() const noexcept { return m_done; }
  /// The sentence after "ERROR", without the place in the source; empty where there is none.
  [[nodiscard]] const std::string& error() const noexcept { return m_error; }
  /// What LAMMPS was told last before an error.
  [[nodiscard]] const std::string& lastCommand() const noexcept { return m_lastCommand; }

 private:
  void takeMark(std::string_view words);
  void takeThermo(std::string_view line);
  void takeError(std::string_view line);

  Sinks m_sinks;
  Minimum m_minimum;
  std::string m_version;
  std::string m_error;
  std::string m_lastCommand;
  bool m_inTable = false;
  bool m_inStage = false;
  bool m_done = false;
};

}  // namespace vitrine::simulation
