// Any bytes as a table of glasses, and as the record of a run.

#include "engine/barcode/glass_list.h"
#include "engine/core/error.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

using namespace vitrine;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  try {
    (void)barcode::parseGlassTable(text, "folder", "group");
  } catch (const Error&) {
    // Refused with a word for people.
  }
  try {
    (void)barcode::parseRunRecord(text);
  } catch (const Error&) {
  }
  return 0;
}
