// Melting ranges and phase diagrams from a published thermodynamic database, where
// $VITRINE_SHARED has one: the table of 16 systems on two threads, and single runs.

#include "engine/calphad/melting_table.h"
#include "engine/calphad/phase_diagram.h"
#include "engine/calphad/phase_fractions.h"
#include "engine/calphad/tdb_reader.h"
#include "tests/bench/timing.h"
#include "tests/support/paths.h"

#include <cstdio>
#include <filesystem>

using namespace vitrine;
using vitrine::bench::medianSeconds;
using vitrine::bench::report;

int main() {
  const auto file = test::sharedDir() / "data" / "tdb" / "mpea-02b.tdb";
  if (!std::filesystem::exists(file)) {
    std::printf("{\"case\": \"calphad\", \"skipped\": \"no %s\"}\n", file.string().c_str());
    return 0;
  }
  const auto two = RunContext().withThreads(2);
  report("read mpea-02b.tdb", "s", medianSeconds(5, [&] { calphad::readTdb(file); }), 0.2);
  const auto database = std::make_shared<const calphad::Database>(calphad::readTdb(file));
  const auto alloy = [&](const std::vector<std::string>& symbols,
                         const std::vector<double>& composition) {
    return medianSeconds(3, [&] { calphad::meltingRows(database, symbols, {composition}, two); });
  };
  report("melting range of Al50Ni50", "s", alloy({"Al", "Ni"}, {0.5, 0.5}), 0.5);
  report("melting range of Al20Co40Ni40", "s", alloy({"Al", "Co", "Ni"}, {0.2, 0.4, 0.4}), 1.0);
  report("melting range of Al20Co20Cr20Fe20Ni20", "s",
         alloy({"Al", "Co", "Cr", "Fe", "Ni"}, {0.2, 0.2, 0.2, 0.2, 0.2}), 3.0);
  const std::vector<double> half{0.5, 0.5};
  report("phase fractions of Al50Ni50", "s",
         medianSeconds(1,
                       [&] {
                         calphad::phaseFractions(database, {"Al", "Ni"}, half, {}, two);
                       }),
         3.0);
  report("phase diagram Al-Ni", "s",
         medianSeconds(1, [&] { calphad::phaseDiagram(database, "Al", "Ni", {}, two); }), 10.0);
  report("16 systems, 1221 alloys, 2 threads", "s",
         medianSeconds(1, [&] { calphad::meltingTable(database, two); }), 300.0);
  return 0;
}
