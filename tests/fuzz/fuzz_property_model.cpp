// Any bytes as a property model, the file's checksum not compared. What is understood predicts an
// alloy, explains the prediction and, once written, is read and written the same. (The writer picks
// the shorter of two layouts of a matrix and leaves zeros out; a file may have been less thrifty.)

#include "engine/alloy/formula.h"
#include "engine/core/error.h"
#include "engine/files/model_container.h"
#include "engine/prediction/model_file.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>

using namespace vitrine;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const RunContext context = RunContext().withThreads(1);
  static const auto alloy = alloy::compositionOf("Zr50Cu40Al10");
  try {
    const auto container = files::decode(std::as_bytes(std::span(data, size)), false);
    const auto model = prediction::unpackModel(container);
    const auto estimate = model->estimate(alloy, context);
    const auto batch = model->estimateAll(std::span(&alloy, 1), context);
    const double value = estimate.valueK.value_or(std::nan(""));
    if (value != batch.valueK[0] && !(std::isnan(value) && std::isnan(batch.valueK[0])))
      std::abort();
    const auto contributions = model->contributions(alloy, context);
    if (contributions.elements.size() != (estimate.valueK ? alloy.shares().size() : 0))
      std::abort();
    const auto packed = prediction::packModel(*model);
    const auto again = prediction::packModel(*prediction::unpackModel(packed));
    if (!std::ranges::equal(again.section("models"), packed.section("models")))
      std::abort();
  } catch (const Error&) {
    // Refused with a word for people.
  }
  return 0;
}
