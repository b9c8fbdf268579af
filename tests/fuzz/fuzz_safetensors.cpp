// Any bytes as a safetensors file; what is understood is written and read back the same.

#include "engine/core/error.h"
#include "engine/files/safetensors.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>

using namespace vitrine;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const auto file = files::decodeTensors(std::as_bytes(std::span(data, size)));
    if (!(files::decodeTensors(files::encodeTensors(file)) == file))
      std::abort();
  } catch (const Error&) {
    // Refused with a word for people.
  }
  return 0;
}
