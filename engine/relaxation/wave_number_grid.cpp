#include "engine/relaxation/wave_number_grid.h"

#include "engine/core/error.h"
#include "engine/relaxation/percus_yevick.h"

#include <cmath>

namespace vitrine::relaxation {

namespace {

/// 1 - j0(q) + 2 j2(q), by series where the closed form cancels.
double singleParticle(double q) {
  const double q2 = q * q;
  if (q < 0.1)
    return q2 * (0.3 - q2 * (1.0 / 56.0 - q2 / 2160.0));
  const double s = std::sin(q) / q;
  const double j2 = (3.0 / q2 - 1.0) * s - 3.0 * std::cos(q) / q2;
  return 1.0 - s + 2.0 * j2;
}

}  // namespace

WaveNumberGrid::WaveNumberGrid(const Quadrature& rule) : step(rule.step), end(0.0) {
  if (!(rule.step > 0.0) || !(rule.end > rule.step))
    throw Error(ErrorCode::InvalidInput,
                "A quadrature needs a positive step and an end beyond it.");
  const auto count = static_cast<std::size_t>(std::ceil(rule.end / step / 8.0 - 1e-9)) * 8;
  end = static_cast<double>(count) * step;
  for (auto* column : {&squared, &first, &second, &fourth, &single})
    column->resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    const double q = static_cast<double>(i + 1) * step;
    const Moments m = moments(q);
    squared[i] = q * q;
    first[i] = m.first;
    second[i] = m.second;
    fourth[i] = m.fourth;
    single[i] = 1.0 / singleParticle(q);
  }
}

}  // namespace vitrine::relaxation
