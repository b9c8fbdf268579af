// Any text as the index of a folder of diffraction patterns: no crash, only vitrine::Error, and
// every row that is kept has an alloy.

#include "engine/core/error.h"
#include "engine/diffraction/spectrum_index.h"
#include "engine/files/text_file.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>

using namespace vitrine;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const auto text = files::decodeText(std::as_bytes(std::span(data, size))).utf8;
    for (const auto& row : diffraction::parseSpectrumIndex(text).rows)
      if (row.composition.shares().empty() || row.line == 0)
        std::abort();
  } catch (const Error&) {
    // Refused with a word for people.
  }
  return 0;
}
