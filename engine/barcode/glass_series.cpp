#include "engine/barcode/glass_series.h"

#include "engine/atomistic/neighbours.h"
#include "engine/barcode/environment_weights.h"
#include "engine/barcode/share_sums.h"
#include "engine/core/error.h"

#include <algorithm>
#include <utility>

namespace vitrine::barcode {

namespace {

RunContext partOf(const RunContext& context, std::size_t i, std::size_t count) {
  const auto all = static_cast<double>(count);
  return context.slice(static_cast<double>(i) / all, static_cast<double>(i + 1) / all);
}

/// Kernels and atoms of those environments of a set that were first met in structure `i`.
void lookAtOrigins(const UniqueEnvironments& set, std::size_t i,
                   const atomistic::Structure& structure, SeriesCounts& counts,
                   const RunContext& context) {
  const auto& sources = set.sources;
  if (std::ranges::none_of(sources, [&](const auto& from) { return from.structure == i; }))
    return;
  const auto cells = atomistic::voronoiCells(structure, {}, context.silent());
  const atomistic::NeighbourSearch search(structure, set.settings.soap.cutoffA);
  std::vector<atomistic::Neighbour> found;
  for (std::size_t k = 0; k < sources.size(); ++k) {
    if (sources[k].structure != i)
      continue;
    const std::size_t centre = sources[k].atom;
    counts.kernels[k] = cells.at(centre).index();
    search.neighboursOf(centre, found);
    EnvironmentAtoms atoms{{structure.species[centre]}, {atomistic::Vector3{}}};
    for (const auto& each : found) {
      atoms.species.push_back(structure.species[each.atom]);
      atoms.positionsA.push_back(each.to);
    }
    counts.origins[k] = std::move(atoms);
  }
}

}  // namespace

std::vector<UniqueEnvironments> collectSeries(const LoadGlass& load, std::size_t count,
                                              const EnvironmentSettings& settings,
                                              const std::vector<double>& thresholds,
                                              const RunContext& context) {
  if (count == 0)
    throw Error(ErrorCode::InvalidInput, "There are no structures to collect environments from.");
  const atomistic::SoapDescriptor descriptor(settings.species, settings.soap);
  std::vector<EnvironmentCollector> collectors;
  for (const double threshold : thresholds) {
    EnvironmentSettings each = settings;
    each.threshold = threshold;
    collectors.emplace_back(std::move(each));
  }
  for (std::size_t i = 0; i < count; ++i) {
    const RunContext part = partOf(context, i, count);
    const auto structure = load(i, part.silent());
    describeUnits(descriptor, structure, part,
                  [&](std::size_t first, const UnitRows& rows, const RunContext& inner) {
                    for (auto& collector : collectors)
                      collector.add(rows, first, structure.species, inner);
                  });
    for (auto& collector : collectors)
      collector.endStructure();
  }
  std::vector<UniqueEnvironments> sets;
  for (auto& collector : collectors)
    sets.push_back(collector.take());
  return sets;
}

SeriesCounts countSeries(const LoadGlass& load, std::size_t count,
                         const std::vector<UniqueEnvironments>& sets, const RunContext& context) {
  const auto& settings = sets.front().settings;
  const atomistic::SoapDescriptor descriptor(settings.species, settings.soap);
  SeriesCounts counts;
  counts.kernels.resize(sets.front().size());
  counts.origins.resize(sets.front().size());
  for (const auto& set : sets)
    counts.shares.emplace_back(count, set.size());
  std::vector<EnvironmentWeights> weights;
  for (const auto& set : sets)
    weights.emplace_back(set);
  for (std::size_t i = 0; i < count; ++i) {
    const RunContext part = partOf(context, i, count);
    const auto structure = load(i, part.silent());
    std::vector<ShareSums> sums;
    for (const auto& set : sets)
      sums.emplace_back(set.size());
    describeUnits(descriptor, structure, part,
                  [&](std::size_t first, const UnitRows& rows, const RunContext& inner) {
                    const auto species = std::span(structure.species).subspan(first, rows.size());
                    for (std::size_t s = 0; s < sets.size(); ++s) {
                      const auto nearest = sets[s].index.nearest(
                          rows, squaredDistanceAt(sets[s].settings.threshold), inner);
                      sums[s].add(weights[s].of(rows, nearest, inner), species);
                    }
                  });
    for (std::size_t s = 0; s < sets.size(); ++s)
      std::ranges::copy(sums[s].shares(), counts.shares[s].row(i).begin());
    const auto alloy = atomistic::compositionOf(structure);
    if (std::ranges::find(counts.compositions, alloy) == counts.compositions.end())
      counts.compositions.push_back(alloy);
    lookAtOrigins(sets.front(), i, structure, counts, part);
  }
  return counts;
}

}  // namespace vitrine::barcode
