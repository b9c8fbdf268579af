// Any bytes as a barcode model; what is understood reads a small crystal.

#include "engine/barcode/barcode_file.h"
#include "engine/barcode/barcode_reading.h"
#include "engine/core/error.h"
#include "engine/files/model_container.h"

#include <cstddef>
#include <cstdint>
#include <span>

using namespace vitrine;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const auto model = barcode::unpackBarcode(
        files::decode(std::as_bytes(std::span(data, size)), /*verifyChecksum=*/false));
    atomistic::Structure crystal{
        atomistic::Cell({atomistic::Vector3{6, 0, 0}, {0, 6, 0}, {0, 0, 6}}), {}, {}, {}, {}};
    crystal.positions = {{0, 0, 0}, {3, 3, 3}};
    crystal.species = {29, 40};
    (void)barcode::readBarcode(*model, crystal, std::nullopt, {});
  } catch (const Error&) {
    // Refused with a word for people.
  }
  return 0;
}
