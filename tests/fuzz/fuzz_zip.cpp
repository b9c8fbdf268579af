// Any bytes as an archive, all of it unpacked within small limits.

#include "engine/core/error.h"
#include "engine/files/zip.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

using namespace vitrine;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto bytes = std::as_bytes(std::span(data, size));
  files::UnpackLimits limits;
  limits.entryBytes = std::size_t{1} << 20U;
  limits.totalBytes = std::size_t{4} << 20U;
  try {
    files::ZipReader zip({bytes.begin(), bytes.end()}, limits);
    for (const std::string& name : zip.names()) {
      try {
        zip.read(name);
      } catch (const Error&) {
        // One bad entry; the others may be good.
      }
    }
  } catch (const Error&) {
    // No archive.
  }
  return 0;
}
