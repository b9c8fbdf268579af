#include "engine/regression/scores.h"

#include "engine/core/error.h"

#include <cmath>
#include <limits>

namespace vitrine::regression {

Scores scores(std::span<const double> measured, std::span<const double> predicted) {
  if (measured.empty() || measured.size() != predicted.size())
    throw Error(ErrorCode::InvalidInput,
                "Scores need as many predictions as measured values, and at least one.");
  const auto n = static_cast<double>(measured.size());
  double mean = 0.0;
  for (const double value : measured)
    mean += value / n;
  double squares = 0.0;
  double absolute = 0.0;
  double variance = 0.0;
  for (std::size_t i = 0; i < measured.size(); ++i) {
    const double error = predicted[i] - measured[i];
    squares += error * error;
    absolute += std::abs(error);
    variance += (measured[i] - mean) * (measured[i] - mean);
  }
  Scores result;
  result.rmse = std::sqrt(squares / n);
  result.mae = absolute / n;
  result.r2 = variance > 0.0 ? 1.0 - squares / variance : std::numeric_limits<double>::quiet_NaN();
  return result;
}

}  // namespace vitrine::regression
