// Any text as a file of atoms: no crash, only vitrine::Error, and what is read can be written and
// read again.

#include "engine/atomistic/extended_xyz.h"
#include "engine/atomistic/lammps_data.h"
#include "engine/atomistic/poscar.h"
#include "engine/atomistic/structure_file.h"
#include "engine/core/error.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace vitrine;
using namespace vitrine::atomistic;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    TypedStructure typed = parseStructure(text);
    if (typed.types.size() != typed.structure.positions.size())
      std::abort();
    for (const auto& [name, values] : typed.structure.numbers)
      if (values.size() != typed.types.size())
        std::abort();
    // Some element for each type: whatever was read is a structure then.
    const Structure structure = withElements(std::move(typed), std::vector<int>(1000, 29));
    if (structure.size() > 1000)
      return 0;
    if (parsePoscar(poscarOf(structure)).size() != structure.size())
      std::abort();
    if (withElements(parseLammpsData(lammpsDataOf(structure))).size() != structure.size())
      std::abort();
  } catch (const Error&) {
    // Refused with a word for people.
  }
  return 0;
}
