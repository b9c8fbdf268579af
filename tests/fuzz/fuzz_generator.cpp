// Any bytes as a generator of diffraction patterns; what is understood makes a pattern.

#include "engine/core/error.h"
#include "engine/core/matrix.h"
#include "engine/files/safetensors.h"
#include "engine/generation/generator_file.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

using namespace vitrine;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const auto generator = generation::generatorFromTensors(
        files::decodeTensors(std::as_bytes(std::span(data, size))));
    const Matrix& known = generator->knownFractions();
    Matrix one(1, known.columns());
    std::ranges::copy(known.row(0), one.row(0).begin());
    (void)generator->means(one, {});
    (void)generator->band(one, {});
  } catch (const Error&) {
    // Refused with a word for people.
  }
  return 0;
}
