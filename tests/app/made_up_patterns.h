#pragma once

#include <cmath>
#include <filesystem>
#include <fstream>
#include <functional>
#include <ostream>

namespace vitrine::test {

/// 36 made-up patterns of Co-Ti-Zr, in steps of 10 at.%, over q from 0.9 to 5.1 1/Å: a Gaussian
/// peak whose place and width are linear in the composition, q1 = 2.4 + 0.4 x(Co), Δq = 0.3 + 0.3
/// x(Ti), over a flat ground.
inline constexpr int kMadeUpPatterns = 36;
inline constexpr int kMadeUpPoints = 400;

inline double madeUpQ(int i) {
  return 0.9 + 0.0105 * i;
}

inline void writeIntensities(std::ostream& table, double cobalt, double titanium) {
  for (int i = 0; i < kMadeUpPoints; ++i) {
    const double x = (madeUpQ(i) - (2.4 + 0.4 * cobalt)) / (0.3 + 0.3 * titanium);
    table << ',' << 20.0 + 500.0 * std::exp(-4.0 * std::log(2.0) * x * x);
  }
  table << '\n';
}

/// Calls `write` with the contents of each alloy in at.%.
inline void forEachAlloy(
    const std::function<void(int cobalt, int titanium, int zirconium)>& write) {
  for (int cobalt = 10; cobalt <= 80; cobalt += 10) {
    for (int titanium = 10; cobalt + titanium <= 90; titanium += 10)
      write(cobalt, titanium, 100 - cobalt - titanium);
  }
}

/// In the layout of measured wafers: an index.csv and a table.
inline void writePatterns(const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  std::ofstream index(folder / "index.csv");
  std::ofstream table(folder / "W1_spectra.csv");
  index << "wafer,scan,Co_at,Ti_at,Zr_at\n";
  table << "scan\\q";
  for (int i = 0; i < kMadeUpPoints; ++i)
    table << ',' << madeUpQ(i);
  table << '\n';
  int scan = 0;
  forEachAlloy([&](int cobalt, int titanium, int zirconium) {
    ++scan;
    index << "W1," << scan << ',' << cobalt << ',' << titanium << ',' << zirconium << '\n';
    table << scan;
    writeIntensities(table, cobalt / 100.0, titanium / 100.0);
  });
}

/// A substrate whose pattern rises linearly from 5 to 8.
inline void writeSubstrate(const std::filesystem::path& file) {
  std::ofstream text(file);
  text << "q I\n";
  for (int i = 0; i < kMadeUpPoints; ++i)
    text << madeUpQ(i) << ' ' << 5.0 + 3.0 * i / (kMadeUpPoints - 1) << '\n';
}

/// In one table, with the alloys before the axis.
inline void writePatternTable(const std::filesystem::path& file) {
  std::ofstream table(file);
  table << "q,formula";
  for (int i = 0; i < kMadeUpPoints; ++i)
    table << ',' << madeUpQ(i);
  table << '\n';
  int number = 0;
  forEachAlloy([&](int cobalt, int titanium, int zirconium) {
    table << "P" << ++number << ",Co" << cobalt << "Ti" << titanium << "Zr" << zirconium;
    writeIntensities(table, cobalt / 100.0, titanium / 100.0);
  });
}

}  // namespace vitrine::test
