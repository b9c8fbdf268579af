// Plans of campaigns: whatever the bytes, a plan or one sentence.

#include "engine/campaign/plan.h"
#include "engine/core/error.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace vitrine;
  try {
    const auto plan =
        campaign::parsePlan({reinterpret_cast<const char*>(data), size});  // bytes as text
    // A folder is named after each: no way out of the campaign's own.
    std::set<std::string_view> ids;
    for (const auto& task : plan.tasks)
      if (!ids.insert(task.id).second || task.id.find('/') != std::string::npos ||
          task.id.starts_with('.'))
        std::abort();
  } catch (const Error&) {
  }
  return 0;
}
