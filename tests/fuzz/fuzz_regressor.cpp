// Any bytes as a trained model; what is understood predicts, explains itself and is written again.

#include "engine/core/error.h"
#include "engine/regression/regressor_io.h"
#include "engine/regression/tree_shap.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <vector>

using namespace vitrine;
using namespace vitrine::regression;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const auto model = decodeRegressor(std::as_bytes(std::span(data, size)));
    const auto context = RunContext().withThreads(1);
    const auto again = encodeRegressor(*model);
    if (encodeRegressor(*decodeRegressor(again)) != again)
      std::abort();
    if (model->featureCount() > 4096)
      return 0;
    Matrix x(40, model->featureCount());
    for (std::size_t i = 0; i < x.rows(); ++i)
      for (std::size_t j = 0; j < x.columns(); ++j)
        x(i, j) = static_cast<double>((i * 7 + j * 3) % 11) / 10.0;
    if (model->predict(x, context).size() != x.rows())
      std::abort();
    if (const auto* trees = asTrees(*model))
      treeShap(*trees, x.row(1), context);
  } catch (const Error&) {
    // Refused with a word for people.
  }
  return 0;
}
