#include "engine/atomistic/polyhedra.h"

#include <algorithm>

namespace vitrine::atomistic {

namespace {

struct Named {
  VoronoiIndex index;
  std::string_view name;
};

constexpr std::array kNames{
    Named{{0, 3, 6, 0}, "Z9, tricapped trigonal prism"},
    Named{{0, 2, 8, 0}, "Z10, bicapped square antiprism"},
    Named{{0, 2, 8, 1}, "Z11"},
    Named{kIcosahedron, "icosahedron"},
    Named{{0, 0, 12, 2}, "Z14"},
    Named{{0, 0, 12, 3}, "Z15"},
    Named{{0, 0, 12, 4}, "Z16"},
    Named{{0, 6, 0, 8}, "bcc"},
    Named{{0, 12, 0, 0}, "fcc or hcp"},
};

}  // namespace

std::string indexText(const VoronoiIndex& index) {
  std::string text = "<";
  for (std::size_t i = 0; i < index.size(); ++i)
    text.append(i > 0 ? "," : "").append(std::to_string(index[i]));
  return text + ">";
}

std::string_view polyhedronName(const VoronoiIndex& index) {
  const auto found = std::find_if(kNames.begin(), kNames.end(),
                                  [&](const Named& each) { return each.index == index; });
  return found != kNames.end() ? found->name : std::string_view{};
}

bool isKasper(const VoronoiIndex& index) noexcept {
  return index[0] == 0 && 2 * index[1] + index[2] == 12;
}

VoronoiStatistics statisticsOf(const Structure& structure, const std::vector<VoronoiCell>& cells,
                               const RunContext& context) {
  VoronoiStatistics statistics;
  std::map<VoronoiIndex, IndexCount> indices;
  std::map<int, double> atoms;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    context.tick();
    const VoronoiCell& cell = cells[i];
    const int species = structure.species[i];
    const VoronoiIndex index = cell.index();
    const double faces = cell.coordination();
    ++atoms[species];
    statistics.volumeA3 += cell.volumeA3;
    statistics.meanCoordination += faces;
    statistics.coordination[species] += faces;
    statistics.meanVolumeA3[species] += cell.volumeA3;
    for (std::size_t k = 0; k < index.size(); ++k)
      statistics.symmetry[k] += index[k] / std::max(1.0, faces);
    statistics.kasperShare += isKasper(index) ? 1.0 : 0.0;
    IndexCount& count = indices[index];
    count.index = index;
    ++count.atoms;
    ++count.ofSpecies[species];
  }
  const double all = std::max(1.0, static_cast<double>(cells.size()));
  statistics.meanCoordination /= all;
  statistics.kasperShare /= all;
  for (double& share : statistics.symmetry)
    share /= all;
  for (const auto& [species, count] : atoms) {
    statistics.coordination[species] /= count;
    statistics.meanVolumeA3[species] /= count;
  }
  for (auto& [index, count] : indices)
    statistics.indices.push_back(std::move(count));
  std::stable_sort(statistics.indices.begin(), statistics.indices.end(),
                   [](const IndexCount& a, const IndexCount& b) { return a.atoms > b.atoms; });
  return statistics;
}

}  // namespace vitrine::atomistic
