// Environments of a glass against a set of unique ones: time to describe 2000 of them on one core,
// to look each up with the index, and to compare each with all.

#include "engine/barcode/environment_weights.h"
#include "engine/core/random.h"
#include "tests/bench/timing.h"

#include <cmath>
#include <numeric>

using namespace vitrine;
using namespace vitrine::barcode;

namespace {

/// As dense as a Cu-Zr glass, 17.2 Å^3 an atom: a lattice, shaken.
atomistic::Structure glass(std::size_t side, std::uint64_t seed) {
  const double step = std::cbrt(17.2);
  const double edge = step * static_cast<double>(side);
  atomistic::Structure structure{
      atomistic::Cell({atomistic::Vector3{edge, 0, 0}, {0, edge, 0}, {0, 0, edge}}),
      {},
      {},
      {},
      {}};
  Random random(seed);
  for (std::size_t i = 0; i < side * side * side; ++i) {
    const auto along = [&](std::size_t k) {
      return step * (static_cast<double>(k) + 0.35 * (random.uniform() - 0.5));
    };
    structure.positions.push_back(
        {along(i % side), along(i / side % side), along(i / side / side)});
    structure.species.push_back(random.uniform() < 0.56 ? 29 : 40);
  }
  return structure;
}

}  // namespace

int main() {
  const RunContext one = RunContext().withThreads(1);
  const atomistic::SoapDescriptor descriptor({29, 40}, {});
  const auto structure = glass(13, 1);
  const atomistic::NeighbourSearch search(structure, descriptor.reachA());
  std::vector<std::size_t> atoms(2000);
  std::iota(atoms.begin(), atoms.end(), std::size_t{0});
  Matrix soap;
  const double describing =
      bench::medianSeconds(3, [&] { soap = descriptor.describe(structure, search, atoms, one); });
  std::printf("{\"case\": \"2000 environments described, one core\", \"s\": %.3g}\n", describing);
  const UnitRows rows(soap);
  // Sets of other atoms of the same kind of glass; the threshold makes them larger or smaller.
  const auto other = glass(13, 2);
  for (const double threshold : {0.74, 0.78, 0.80, 0.84}) {
    const EnvironmentSettings settings{{29, 40}, {}, threshold};
    EnvironmentCollector collector(settings);
    const double collecting = bench::medianSeconds(1, [&] {
      describeUnits(descriptor, other, one,
                    [&](std::size_t first, const UnitRows& part, const RunContext& context) {
                      collector.add(part, first, other.species, context.withThreads(1));
                    });
    });
    const auto& set = collector.found();
    const double largest = squaredDistanceAt(threshold);
    std::size_t known = 0;
    const double fast = bench::medianSeconds(3, [&] {
      known = 0;
      for (const auto& match : set.index.nearest(rows, largest, one))
        known += match ? 1 : 0;
    });
    const EnvironmentWeights weights(set);
    const auto nearest = set.index.nearest(rows, largest, one);
    const double weighing = bench::medianSeconds(3, [&] { (void)weights.of(rows, nearest, one); });
    std::size_t plainKnown = 0;
    const double plain = bench::medianSeconds(1, [&] {
      plainKnown = 0;
      for (std::size_t i = 0; i < rows.size(); ++i)
        plainKnown += nearestOfAll(set.index.environments(), rows.row(i), largest) ? 1 : 0;
    });
    std::printf(
        "{\"case\": \"2000 environments looked up, one core\", \"set\": %zu, \"known\": %zu, "
        "\"s\": %.3g, \"of_describing\": %.3g, \"plain_loop_s\": %.3g, \"same\": %s, "
        "\"weighed_s\": %.3g, \"collected_s\": %.3g}\n",
        set.size(), known, fast, fast / describing, plain, known == plainKnown ? "true" : "false",
        weighing, collecting);
  }
  return 0;
}
