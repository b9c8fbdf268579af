// Any text as a file of atoms: no crash, only vitrine::Error; what is read can be searched for
// neighbours, written and read again.

#include "engine/atomistic/extended_xyz.h"
#include "engine/atomistic/lammps_data.h"
#include "engine/atomistic/neighbours.h"
#include "engine/atomistic/poscar.h"
#include "engine/atomistic/structure_file.h"
#include "engine/core/error.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace vitrine;
using namespace vitrine::atomistic;

namespace {

template <class Work>
void unlessRefused(const Work& work) {
  try {
    work();
  } catch (const Error&) {
    // With a word for people.
  }
}

void writeAndRead(const Structure& structure) {
  if (parsePoscar(poscarOf(structure)).size() != structure.size())
    std::abort();
  if (withElements(parseLammpsData(lammpsDataOf(structure))).size() != structure.size())
    std::abort();
}

void searchNeighbours(const Structure& structure) {
  constexpr double kMeanDistances = 1.5;
  const double volume = structure.cell.volume() / static_cast<double>(structure.size());
  const NeighbourSearch search(structure, kMeanDistances * std::cbrt(volume));
  std::vector<Neighbour> found;
  for (std::size_t i = 0; i < structure.size(); ++i) {
    search.neighboursOf(i, found);
    for (const Neighbour& each : found)
      if (each.atom >= structure.size() || !(each.distance > 0.0))
        std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  unlessRefused([&] {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    TypedStructure typed = parseStructure(text);
    if (typed.types.size() != typed.structure.positions.size())
      std::abort();
    for (const auto& [name, values] : typed.structure.numbers)
      if (values.size() != typed.types.size())
        std::abort();
    // Some element for each type: whatever was read is a structure then.
    const Structure structure = withElements(std::move(typed), std::vector<int>(1000, 29));
    constexpr std::size_t kMostAtoms = 1000;
    if (structure.size() == 0 || structure.size() > kMostAtoms)
      return;
    unlessRefused([&] { writeAndRead(structure); });
    unlessRefused([&] { searchNeighbours(structure); });
  });
  return 0;
}
