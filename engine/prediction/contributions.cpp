#include "engine/prediction/contributions.h"

#include "engine/core/random.h"
#include "engine/regression/tree_shap.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

namespace vitrine::prediction {
namespace {

constexpr std::size_t kBackground = 16;     // training alloys that stand for "any alloy"
constexpr std::size_t kMostExact = 7;       // elements; all coalitions are 2^7 · 16 alloys
constexpr std::size_t kOrders = 64;         // sampled orders for more elements
constexpr std::uint64_t kOrderSeed = 2022;  // fixed: the same alloy always gets the same answer

/// Sums in the making; `elements` go with the alloy's shares.
struct Sums {
  double base = 0.0;
  double others = 0.0;
  std::vector<double> elements;
};

/// The predicted alloy where only the elements of a coalition are themselves and the atoms of the
/// others have become `background`.
alloy::Composition mixed(std::span<const alloy::Share> shares, std::uint64_t coalition,
                         const alloy::Composition& background) {
  std::vector<alloy::Share> amounts;
  double rest = 1.0;
  for (std::size_t k = 0; k < shares.size(); ++k)
    if ((coalition >> k & 1U) != 0) {
      amounts.push_back(shares[k]);
      rest -= shares[k].amount;
    }
  constexpr double kRounding = 1e-12;
  if (rest > kRounding)
    for (const auto& share : background.shares())
      amounts.push_back({share.atomicNumber, share.amount * rest});
  return alloy::Composition::fromAmounts(amounts);
}

std::vector<alloy::Composition> backgroundAlloys(std::span<const alloy::Composition> known) {
  std::vector<alloy::Composition> sample;
  const std::size_t count = std::min(kBackground, known.size());
  for (std::size_t i = 0; i < count; ++i)
    sample.push_back(known[i * known.size() / count]);
  return sample;
}

/// Shapley values from the worth of every coalition, bit k of the index standing for element k.
void addExact(std::span<const double> worth, std::size_t n, double weight, Sums& sums) {
  // |S|! (n − |S| − 1)! / n! for each size of S.
  std::vector<double> share(n, 1.0 / static_cast<double>(n));
  for (std::size_t size = 1; size < n; ++size)
    share[size] = share[size - 1] * static_cast<double>(size) / static_cast<double>(n - size);
  sums.base += weight * worth[0];
  for (std::size_t k = 0; k < n; ++k)
    for (std::size_t s = 0; s < worth.size(); ++s)
      if ((s >> k & 1U) == 0)
        sums.elements[k] += weight * share[static_cast<std::size_t>(std::popcount(s))] *
                            (worth[s | std::size_t{1} << k] - worth[s]);
}

void addCoalitions(const FittedModel& model, double weight, const alloy::Composition& alloy,
                   std::span<const alloy::Composition> background, Sums& sums,
                   const RunContext& context) {
  const std::size_t n = alloy.shares().size();
  const std::size_t coalitions = std::size_t{1} << n;
  std::vector<alloy::Composition> asked;
  for (std::size_t s = 0; s < coalitions; ++s)
    for (const auto& known : background)
      asked.push_back(mixed(alloy.shares(), s, known));
  const auto said = model.predict(asked, context).values;
  std::vector<double> worth(coalitions, 0.0);
  for (std::size_t s = 0; s < coalitions; ++s)
    for (std::size_t b = 0; b < background.size(); ++b)
      worth[s] += said[s * background.size() + b] / static_cast<double>(background.size());
  addExact(worth, n, weight, sums);
}

void addOrders(const FittedModel& model, double weight, const alloy::Composition& alloy,
               std::span<const alloy::Composition> background, Sums& sums,
               const RunContext& context) {
  const std::size_t n = alloy.shares().size();
  // As many orders for each background alloy, so that the base is the mean over all of them.
  const std::size_t orders = kOrders / background.size() * background.size();
  Random random(kOrderSeed);
  std::vector<std::vector<std::size_t>> order(orders, std::vector<std::size_t>(n));
  std::vector<alloy::Composition> asked;
  for (std::size_t o = 0; o < orders; ++o) {
    std::iota(order[o].begin(), order[o].end(), std::size_t{0});
    random.shuffle(order[o]);
    std::uint64_t coalition = 0;
    const auto& known = background[o % background.size()];
    asked.push_back(mixed(alloy.shares(), coalition, known));
    for (const std::size_t k : order[o]) {
      coalition |= std::uint64_t{1} << k;
      asked.push_back(mixed(alloy.shares(), coalition, known));
    }
  }
  const auto said = model.predict(asked, context).values;
  const double part = weight / static_cast<double>(orders);
  for (std::size_t o = 0; o < orders; ++o) {
    const std::size_t first = o * (n + 1);
    sums.base += part * said[first];
    for (std::size_t step = 0; step < n; ++step)
      sums.elements[order[o][step]] += part * (said[first + step + 1] - said[first + step]);
  }
}

void addTrees(const FittedModel& model, const regression::TreeEnsemble& trees, double weight,
              const alloy::Composition& alloy, const alloy::Composition& meanAlloy, Sums& sums,
              const RunContext& context) {
  const FeatureMap& features = model.features();
  const Matrix x = features.apply(std::span(&alloy, 1));
  const auto shap = regression::treeShap(trees, x.row(0), context);
  sums.base += weight * shap.base;
  for (std::size_t column = 0; column < shap.contributions.size(); ++column) {
    const double value = weight * shap.contributions[column];
    if (value == 0.0)
      continue;
    const auto shares = features.elementShares(column, alloy);
    double given = 0.0;
    for (std::size_t k = 0; k < shares.size(); ++k) {
      sums.elements[k] += shares[k] * value;
      given += shares[k];
    }
    sums.others += (1.0 - given) * value;
  }
  // k <T_m> is linear: an atom adds what it melts above the mean atom of the training alloys.
  const double meanK = model.features().average(Fact::MeltingPoint, meanAlloy);
  sums.base += weight * model.mixtureSlope() * meanK;
  const auto shares = alloy.shares();
  for (std::size_t k = 0; k < shares.size(); ++k) {
    const std::size_t i = features.elementIndex(shares[k].atomicNumber);
    sums.elements[k] += weight * model.mixtureSlope() * shares[k].amount *
                        (features.fact(Fact::MeltingPoint, i) - meanK);
  }
}

}  // namespace

Contributions elementContributions(const ModelParts& parts, const alloy::Composition& meanAlloy,
                                   const alloy::Composition& alloy, const RunContext& context) {
  const auto shares = alloy.shares();
  Sums sums;
  sums.elements.assign(shares.size(), 0.0);
  const auto background = backgroundAlloys(parts.alloys);
  bool trees = false, games = false;
  const auto count = static_cast<double>(parts.models.size());
  for (std::size_t m = 0; m < parts.models.size(); ++m) {
    const double weight = parts.weights[m];
    if (weight == 0.0)
      continue;
    const auto part =
        context.slice(static_cast<double>(m) / count, static_cast<double>(m + 1) / count);
    const FittedModel& model = parts.models[m];
    if (const auto* ensemble = regression::asTrees(model.regressor())) {
      addTrees(model, *ensemble, weight, alloy, meanAlloy, sums, part);
      trees = true;
    } else {
      const auto add = shares.size() <= kMostExact ? addCoalitions : addOrders;
      add(model, weight, alloy, background, sums, part);
      games = true;
    }
  }

  Contributions result;
  result.baseK = sums.base;
  result.othersK = sums.others;
  for (std::size_t k = 0; k < shares.size(); ++k)
    result.elements.push_back({shares[k].atomicNumber, sums.elements[k]});
  const std::string game = "Shapley values of replacing elements by training alloys";
  if (trees && games)
    result.method = "exact TreeSHAP for the tree models; " + game +
                    " for support vectors and nearest neighbours; weighted as the blend";
  else
    result.method = trees ? "exact TreeSHAP" : game;
  return result;
}

}  // namespace vitrine::prediction
