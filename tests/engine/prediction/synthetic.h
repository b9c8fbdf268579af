#pragma once

#include "engine/alloy/element.h"
#include "engine/core/random.h"
#include "engine/dataset/table.h"
#include "engine/prediction/training.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace vitrine::test {

/// Alloys of three of nine metals, `systems` systems with `perSystem` alloys each. The target is a
/// smooth function of the composition with a little noise, so that models can learn it.
inline dataset::Table syntheticTable(int systems, int perSystem, std::uint64_t seed = 1) {
  const std::vector<int> metals{13, 22, 26, 28, 29, 40, 46, 57, 72};
  Random random(seed);
  dataset::Table table;
  table.name = "synthetic.csv";
  table.columns = {{"Tg", "K"}, {"Tl", "K"}};
  for (int s = 0; s < systems; ++s) {
    std::vector<int> chosen = metals;
    random.shuffle(chosen);
    chosen.resize(3);
    for (int i = 0; i < perSystem; ++i) {
      std::vector<alloy::Share> amounts;
      for (const int z : chosen)
        amounts.push_back({z, 5.0 + std::floor(90.0 * random.uniform())});
      const auto alloy = alloy::Composition::fromAmounts(amounts);
      double melting = 0.0;
      for (const auto& share : alloy.shares())
        melting += share.amount * *alloy::element(share.atomicNumber).meltingPointK;
      const double bend = 150.0 * alloy.fraction(29) * alloy.fraction(40);
      const double tg = 0.4 * melting + bend + 8.0 * (random.uniform() - 0.5);
      table.rows.push_back({alloy.formula(4), alloy, {tg, 1.7 * tg}, "made", 0});
    }
  }
  return table;
}

/// Training of the quick models only: boosting would take most of the time of a test.
inline prediction::TrainingOptions quickOptions() {
  using regression::ModelKind;
  prediction::TrainingOptions options;
  options.models = {ModelKind::DecisionTree, ModelKind::SupportVector,
                    ModelKind::NearestNeighbours};
  options.seeds = 2;
  options.trainedDate = "2026-01-31";
  options.program = "test";
  return options;
}

}  // namespace vitrine::test
