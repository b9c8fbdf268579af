// Any bytes as a model file, its checksum not compared; what is understood is written the same.

#include "engine/core/error.h"
#include "engine/files/model_container.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>

using namespace vitrine;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const auto container = files::decode(std::as_bytes(std::span(data, size)), false);
    if (files::decode(files::encode(container)).sections != container.sections)
      std::abort();
  } catch (const Error&) {
    // Refused with a word for people.
  }
  return 0;
}
