#include "engine/barcode/energy_folds.h"

#include "engine/core/random.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace vitrine::barcode {

std::size_t energyGroupCount(std::span<const std::string> groups) {
  return std::set<std::string>(groups.begin(), groups.end()).size();
}

std::vector<regression::IndexSplit> energyFolds(std::span<const std::string> groups,
                                                std::size_t folds, std::uint64_t seed) {
  std::map<std::string, std::vector<std::size_t>> members;
  for (std::size_t i = 0; i < groups.size(); ++i)
    members[groups[i]].push_back(i);
  std::vector<std::vector<std::size_t>> blocks;
  if (members.size() >= 2)
    for (const auto& [name, rows] : members)
      blocks.push_back(rows);
  else
    for (std::size_t i = 0; i < groups.size(); ++i)
      blocks.push_back({i});
  Random(seed).shuffle(blocks);
  std::stable_sort(blocks.begin(), blocks.end(),
                   [](const auto& a, const auto& b) { return a.size() > b.size(); });

  // Each block to the part that is the smallest so far.
  std::vector<std::size_t> part(groups.size());
  std::vector<std::size_t> sizes(std::clamp<std::size_t>(folds, 2, blocks.size()));
  for (const auto& block : blocks) {
    const auto smallest =
        static_cast<std::size_t>(std::min_element(sizes.begin(), sizes.end()) - sizes.begin());
    sizes[smallest] += block.size();
    for (const std::size_t i : block)
      part[i] = smallest;
  }
  std::vector<regression::IndexSplit> splits(sizes.size());
  for (std::size_t i = 0; i < groups.size(); ++i)
    for (std::size_t s = 0; s < splits.size(); ++s)
      (part[i] == s ? splits[s].test : splits[s].train).push_back(i);
  return splits;
}

}  // namespace vitrine::barcode
