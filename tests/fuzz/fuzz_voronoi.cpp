// Any few atoms in any cell: no crash, only vitrine::Error, and cells that fill the space.

#include "engine/atomistic/icosahedral_network.h"
#include "engine/atomistic/polyhedra.h"
#include "engine/atomistic/voronoi.h"
#include "engine/core/error.h"

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace vitrine;
using namespace vitrine::atomistic;

namespace {

/// Numbers from bytes; coarse ones, so that symmetric and coinciding places are not rare.
class Bytes {
 public:
  Bytes(const std::uint8_t* data, std::size_t size) : m_data(data), m_size(size) {}
  [[nodiscard]] bool left() const { return m_size > 0; }
  double next() {
    if (m_size == 0)
      return 0.0;
    --m_size;
    return static_cast<double>(*m_data++) / 32.0;
  }

 private:
  const std::uint8_t* m_data;
  std::size_t m_size;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Bytes bytes(data, size);
  constexpr std::size_t kMostAtoms = 60;
  try {
    const double a = bytes.next();
    const double b = bytes.next();
    const double c = bytes.next();
    const std::array<Vector3, 3> edges{Vector3{a + 1, bytes.next() - 4, 0},
                                       Vector3{bytes.next() - 4, b + 1, bytes.next() - 4},
                                       Vector3{0, bytes.next() - 4, c + 1}};
    const bool radical = bytes.next() > 4.0;
    const VoronoiSettings settings{radical, 0.125 * bytes.next(), 0.125 * bytes.next()};
    Structure structure{Cell(edges), {}, {}, {}, {}};
    while (bytes.left() && structure.size() < kMostAtoms) {
      structure.positions.push_back({bytes.next(), bytes.next(), bytes.next()});
      structure.species.push_back(structure.size() % 3 == 0 ? 40 : 29);
    }
    const auto cells = voronoiCells(structure, settings, RunContext().withThreads(1));
    const auto statistics = statisticsOf(structure, cells);
    if (std::abs(statistics.volumeA3 - structure.cell.volume()) > 1e-6 * structure.cell.volume())
      std::abort();
    networkOf(cells, kIcosahedron);
  } catch (const Error&) {
    // Refused with a word for people.
  }
  return 0;
}
