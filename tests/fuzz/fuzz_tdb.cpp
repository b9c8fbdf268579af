// Any text as a thermodynamic database: no crash, only vitrine::Error, and what is kept can be
// computed.

#include "engine/calphad/alloy_phases.h"
#include "engine/calphad/phases_at.h"
#include "engine/calphad/tdb_reader.h"
#include "engine/core/error.h"
#include "engine/files/text_file.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <span>

using namespace vitrine;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const auto text = files::decodeText(std::as_bytes(std::span(data, size))).utf8;
    const auto database =
        std::make_shared<const calphad::Database>(calphad::parseTdb(text, "input"));
    if (database->evaluationOrder.size() > database->functions.size())
      std::abort();
    const auto& elements = database->elements;
    const std::vector<std::string> alloy(elements.begin(),
                                         elements.begin() + (elements.size() > 1 ? 2 : 1));
    const calphad::AlloyPhases phases(database, alloy);
    for (const auto& states : phases.spread())
      if (states.size() > 10000)
        std::abort();
    const calphad::PhasesAt at(phases, phases.spread(), 1000.0);
  } catch (const Error&) {
    // Refused with a word for people.
  }
  return 0;
}
