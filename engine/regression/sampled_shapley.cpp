#include "engine/regression/sampled_shapley.h"

#include "engine/core/error.h"
#include "engine/core/random.h"

#include <algorithm>
#include <vector>

namespace vitrine::regression {

Attribution sampledShapley(const BatchPredictor& predict, std::span<const double> x,
                           const Matrix& background, std::size_t orders,
                           const RunContext& context) {
  if (background.rows() == 0 || background.columns() != x.size() || orders == 0)
    throw Error(ErrorCode::InvalidInput,
                "Contributions need background rows with as many features as the row explained.");
  Attribution result;
  result.contributions.assign(x.size(), 0.0);
  const auto share = 1.0 / static_cast<double>(orders);
  for (std::size_t o = 0; o < orders; ++o) {
    context.tick(static_cast<double>(o) * share);
    Random random(context.seed(), o);
    const auto start = background.row(random.below(background.rows()));
    std::vector<std::size_t> order;
    for (std::size_t f = 0; f < x.size(); ++f)
      if (start[f] != x[f])
        order.push_back(f);
    random.shuffle(order);
    Matrix steps(order.size() + 1, x.size());
    std::ranges::copy(start, steps.row(0).begin());
    for (std::size_t i = 0; i < order.size(); ++i) {
      std::ranges::copy(steps.row(i), steps.row(i + 1).begin());
      steps(i + 1, order[i]) = x[order[i]];
    }
    const auto values = predict(steps);
    result.base += values.front() * share;
    for (std::size_t i = 0; i < order.size(); ++i)
      result.contributions[order[i]] += (values[i + 1] - values[i]) * share;
  }
  context.tick(1.0);
  return result;
}

}  // namespace vitrine::regression
