#pragma once

#include "engine/simulation/run.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace vitrine::simulation {

/// A CSV file that grows by one line at a time and is good after each of them.
class RunTable {
 public:
  /// Begins with the header and these lines; what the file held before is replaced at once.
  /// @throws Error (CannotWrite), as the others
  RunTable(std::filesystem::path file, const char* header,
           const std::vector<std::string>& lines = {});
  void add(const std::string& line);

 private:
  std::filesystem::path m_file;
  std::ofstream m_stream;
};

inline constexpr const char* kThermoHeader =
    "stage,time_ps,temperature_K,energy_eV,volume_A3,pressure_GPa,shear_stress_GPa";
inline constexpr const char* kInherentHeader =
    "file,time_ps,temperature_K,energy_eV,volume_A3,pressure_GPa";

std::string lineOf(const Thermo& thermo);
std::string lineOf(const InherentStructure& structure);

/// What such a table holds, up to the first line that is not whole; nothing where there is no file.
std::vector<Thermo> readThermo(const std::filesystem::path& file);
std::vector<InherentStructure> readInherent(const std::filesystem::path& file);

}  // namespace vitrine::simulation
