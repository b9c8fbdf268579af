#include "engine/prediction/mean_contributions.h"

#include "engine/core/parallel.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace vitrine::prediction {

std::vector<MeanContribution> meanContributions(const PropertyModel& model,
                                                std::span<const alloy::Composition> alloys,
                                                std::size_t most, const RunContext& context) {
  const std::size_t count = std::min(most, alloys.size());
  std::vector<Contributions> single(count);
  const auto inner = context.silent();
  parallelFor(context, count, [&](std::size_t i) {
    single[i] = model.contributions(alloys[i * alloys.size() / count], inner);
  });
  std::map<int, MeanContribution> sums;
  for (const auto& contributions : single)
    for (const auto& part : contributions.elements) {
      auto& sum = sums[part.atomicNumber];
      sum.atomicNumber = part.atomicNumber;
      sum.meanAbsoluteK += std::abs(part.deltaK);
      sum.meanK += part.deltaK;
      ++sum.alloys;
    }
  std::vector<MeanContribution> means;
  for (auto& [element, sum] : sums) {
    sum.meanAbsoluteK /= static_cast<double>(sum.alloys);
    sum.meanK /= static_cast<double>(sum.alloys);
    means.push_back(sum);
  }
  std::ranges::stable_sort(means, std::ranges::greater(), &MeanContribution::meanAbsoluteK);
  return means;
}

}  // namespace vitrine::prediction
