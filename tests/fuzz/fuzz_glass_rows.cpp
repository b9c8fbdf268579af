// Files of the rows of glasses: whatever the bytes, rows that make tables, or one sentence.

#include "engine/campaign/curve_table.h"
#include "engine/campaign/row_file.h"
#include "engine/core/error.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace vitrine;
  try {
    const auto rows = campaign::parseRowLines({reinterpret_cast<const char*>(data), size},
                                              RunContext());  // bytes as text
    static_cast<void>(campaign::radialTable(rows, RunContext()));
  } catch (const Error&) {
  }
  return 0;
}
