#include "engine/atomistic/pair_distribution.h"

#include "engine/atomistic/neighbours.h"
#include "engine/core/error.h"
#include "engine/core/parallel.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <mutex>
#include <numbers>

namespace vitrine::atomistic {

namespace {

constexpr std::size_t kMostSteps = 100'000;
constexpr std::size_t kMostItems = 256;
constexpr std::size_t kAtomsPerTick = 8;

double reachOf(const Structure& structure, const PairSettings& settings) {
  const auto& periodic = structure.cell.periodic();
  if (structure.size() == 0 || structure.species.size() != structure.size())
    throw Error(ErrorCode::InvalidInput, "There are no atoms whose distances could be counted.");
  if (!(periodic[0] && periodic[1] && periodic[2]))
    throw Error(ErrorCode::InvalidInput,
                "g(r) needs a structure without a surface: take one whose cell is periodic along "
                "all three edges.");
  const Vector3 heights = structure.cell.heights();
  const double half = 0.5 * *std::min_element(heights.begin(), heights.end());
  const double reach =
      settings.reachA == 0.0 ? std::clamp(half, kNearestReachA, kFarthestReachA) : settings.reachA;
  if (!(settings.stepA > 0.0) || !(reach > 0.0) || !(reach / settings.stepA < kMostSteps))
    throw Error(ErrorCode::InvalidInput,
                "Distances are counted in steps larger than 0 Å up to a reach of at most " +
                    std::to_string(kMostSteps) + " steps.");
  if (reach < settings.stepA)
    throw Error(ErrorCode::InvalidInput, "The reach of g(r) is shorter than one step.");
  return reach;
}

/// Ordered pairs of species by distance.
class Counts {
 public:
  Counts(std::size_t species, std::size_t steps)
      : m_steps(steps), m_species(species), m_counts(species * species * steps, 0) {}

  void add(std::size_t a, std::size_t b, std::size_t step) {
    ++m_counts[(a * m_species + b) * m_steps + step];
  }
  void add(const Counts& other) {
    for (std::size_t i = 0; i < m_counts.size(); ++i)
      m_counts[i] += other.m_counts[i];
  }
  [[nodiscard]] double at(std::size_t a, std::size_t b, std::size_t step) const {
    return static_cast<double>(m_counts[(a * m_species + b) * m_steps + step]);
  }

 private:
  std::size_t m_steps;
  std::size_t m_species;
  std::vector<std::uint64_t> m_counts;
};

Counts countPairs(const Structure& structure, const std::vector<std::size_t>& kinds,
                  std::size_t species, std::size_t steps, double stepA, const RunContext& context) {
  const NeighbourSearch search(structure, stepA * static_cast<double>(steps));
  Counts all(species, steps);
  std::mutex mutex;
  const std::size_t items = std::min(kMostItems, structure.size());
  parallelFor(context, items, [&](std::size_t item) {
    Counts counts(species, steps);
    std::vector<Neighbour> neighbours;
    // Every so-manieth atom: neighbours in the file often are neighbours in space.
    for (std::size_t i = item; i < structure.size(); i += items) {
      if (i / items % kAtomsPerTick == 0)
        context.tick();
      search.neighboursOf(i, neighbours);
      for (const Neighbour& each : neighbours) {
        const auto step = static_cast<std::size_t>(each.distance / stepA);
        if (step < steps)
          counts.add(kinds[i], kinds[each.atom], step);
      }
    }
    // Whole numbers: the order of the sums does not matter.
    const std::scoped_lock lock(mutex);
    all.add(counts);
  });
  return all;
}

}  // namespace

const PartialDistribution& PairDistribution::partial(int a, int b) const {
  const auto found = std::find_if(partials.begin(), partials.end(), [&](const auto& each) {
    return each.first == std::min(a, b) && each.second == std::max(a, b);
  });
  if (found == partials.end())
    throw Error(ErrorCode::InvalidInput, "There are no such pairs of elements in the structure.");
  return *found;
}

PairDistribution pairDistribution(const Structure& structure, const PairSettings& settings,
                                  const RunContext& context) {
  const double reach = reachOf(structure, settings);
  const auto steps = static_cast<std::size_t>(std::floor(reach / settings.stepA + 1e-9));
  PairDistribution result;
  result.stepA = settings.stepA;
  result.species = speciesOf(structure);
  const std::size_t kinds = result.species.size();
  std::vector<std::size_t> kindOf;
  std::vector<double> atoms(kinds, 0.0);
  for (const int species : structure.species) {
    const auto at = std::lower_bound(result.species.begin(), result.species.end(), species);
    kindOf.push_back(static_cast<std::size_t>(at - result.species.begin()));
    ++atoms[kindOf.back()];
  }
  const auto all = static_cast<double>(structure.size());
  const double volume = structure.cell.volume();
  result.densityPerA3 = all / volume;
  for (const double count : atoms)
    result.shares.push_back(count / all);

  const Counts counts = countPairs(structure, kindOf, kinds, steps, settings.stepA, context);
  std::vector<double> shell(steps);  // volumes, Å^3
  for (std::size_t k = 0; k < steps; ++k) {
    const auto inner = static_cast<double>(k);
    result.r.push_back(settings.stepA * (inner + 0.5));
    shell[k] = 4.0 / 3.0 * std::numbers::pi * std::pow(settings.stepA, 3) *
               (3.0 * inner * inner + 3.0 * inner + 1.0);
  }
  result.total.assign(steps, 0.0);
  result.running.assign(steps, 0.0);
  for (std::size_t a = 0; a < kinds; ++a) {
    for (std::size_t b = a; b < kinds; ++b) {
      PartialDistribution partial{result.species[a], result.species[b], {}, {}};
      const double weight = (a == b ? 1.0 : 2.0) * result.shares[a] * result.shares[b];
      double around = 0.0;
      for (std::size_t k = 0; k < steps; ++k) {
        const double pairs = counts.at(a, b, k);
        partial.g.push_back(volume * pairs / (atoms[a] * atoms[b] * shell[k]));
        around += pairs / atoms[a];
        partial.running.push_back(around);
        result.total[k] += weight * partial.g.back();
      }
      result.partials.push_back(std::move(partial));
    }
  }
  double around = 0.0;
  for (std::size_t k = 0; k < steps; ++k) {
    around += result.densityPerA3 * result.total[k] * shell[k];
    result.running[k] = around;
  }
  return result;
}

}  // namespace vitrine::atomistic
