#include "engine/regression/gradient_boosting.h"

#include "engine/core/error.h"
#include "engine/regression/parameter_reader.h"

#include <nlohmann/json.hpp>
#include <xgboost/c_api.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace vitrine::regression {

namespace {

using Node = TreeEnsemble::Node;
using Json = nlohmann::json;

constexpr std::size_t kRoundsPerStep = 25;

void require(int status) {
  if (status != 0)
    throw Error(ErrorCode::Failed, "XGBoost could not train the gradient boosting model.",
                XGBGetLastError());
}

struct FreeBooster {
  void operator()(void* handle) const { XGBoosterFree(handle); }
};
struct FreeData {
  void operator()(void* handle) const { XGDMatrixFree(handle); }
};

std::string text(double value) {
  char buffer[64];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
  return {buffer, end};
}

std::unique_ptr<void, FreeData> data(const Matrix& x, std::span<const double> y) {
  const std::vector<float> values(x.values().begin(), x.values().end());
  const std::vector<float> targets(y.begin(), y.end());
  DMatrixHandle handle = nullptr;
  require(XGDMatrixCreateFromMat(values.data(), x.rows(), x.columns(),
                                 std::numeric_limits<float>::quiet_NaN(), &handle));
  std::unique_ptr<void, FreeData> made(handle);
  require(XGDMatrixSetFloatInfo(handle, "label", targets.data(), targets.size()));
  return made;
}

std::unique_ptr<void, FreeBooster> booster(const BoostingSettings& settings, DMatrixHandle rows,
                                           double base, std::uint64_t seed) {
  BoosterHandle handle = nullptr;
  require(XGBoosterCreate(&rows, 1, &handle));
  std::unique_ptr<void, FreeBooster> made(handle);
  const std::pair<const char*, std::string> parameters[] = {
      {"verbosity", "0"},
      {"nthread", "1"},
      {"objective", "reg:squarederror"},
      {"tree_method", "exact"},
      {"base_score", text(base)},
      {"seed", std::to_string(seed & 0x7fffffffU)},
      // The generator is shared by all boosters of a thread; seeded anew each round, the result
      // does not depend on what else the thread has trained.
      {"seed_per_iteration", "1"},
      {"eta", text(settings.learningRate)},
      {"max_depth", std::to_string(settings.maxDepth)},
      {"subsample", text(settings.subsample)},
      {"colsample_bytree", text(settings.columnFraction)},
      {"min_child_weight", text(settings.minChildWeight)},
      {"lambda", text(settings.lambda)},
      {"gamma", text(settings.gamma)},
  };
  for (const auto& [name, value] : parameters)
    require(XGBoosterSetParam(handle, name, value.c_str()));
  return made;
}

/// XGBoost's trees in preorder. Its rows go left where `value < threshold`, ours where
/// `value <= threshold`, so each threshold becomes the next smaller float.
class TreeReader {
 public:
  explicit TreeReader(const Json& tree)
      : m_left(tree.at("left_children").get<std::vector<std::int32_t>>()),
        m_right(tree.at("right_children").get<std::vector<std::int32_t>>()),
        m_feature(tree.at("split_indices").get<std::vector<std::int32_t>>()),
        m_value(tree.at("split_conditions").get<std::vector<float>>()),
        m_cover(tree.at("sum_hessian").get<std::vector<float>>()) {}

  void append(std::vector<Node>& nodes) const {
    struct Pending {
      std::int32_t node;
      std::size_t parent;
      bool right;
    };
    const auto first = nodes.size();
    std::vector<Pending> pending{{0, first, false}};
    while (!pending.empty()) {
      const auto here = pending.back();
      pending.pop_back();
      const auto i = static_cast<std::size_t>(here.node);
      const auto place = nodes.size();
      if (here.right)
        nodes[here.parent].right = static_cast<std::uint32_t>(place - first);
      Node node;
      // The second derivative of the squared error is 1 for each row.
      node.cover = static_cast<std::uint32_t>(std::lround(m_cover.at(i)));
      node.value = m_value.at(i);
      if (m_left.at(i) >= 0) {
        node.feature = m_feature.at(i);
        node.value = std::nextafter(node.value, -std::numeric_limits<float>::infinity());
        pending.push_back({m_right.at(i), place, true});
        pending.push_back({m_left.at(i), place, false});
      }
      nodes.push_back(node);
    }
  }

 private:
  std::vector<std::int32_t> m_left, m_right, m_feature;
  std::vector<float> m_value, m_cover;
};

/// The trees of rounds [begin, end); returns the score that they are added to.
float appendRounds(BoosterHandle handle, std::size_t begin, std::size_t end,
                   std::vector<Node>& nodes, std::vector<std::size_t>& starts) {
  BoosterHandle part = nullptr;
  require(XGBoosterSlice(handle, static_cast<int>(begin), static_cast<int>(end), 1, &part));
  const std::unique_ptr<void, FreeBooster> owner(part);
  bst_ulong size = 0;
  const char* bytes = nullptr;
  require(XGBoosterSaveModelToBuffer(part, R"({"format": "ubj"})", &size, &bytes));
  try {
    const auto learner = Json::from_ubjson(bytes, bytes + size).at("learner");
    for (const auto& tree : learner.at("gradient_booster").at("model").at("trees")) {
      starts.push_back(nodes.size());
      TreeReader(tree).append(nodes);
    }
    const auto base = learner.at("learner_model_param").at("base_score").get<std::string>();
    float score = 0.0F;
    if (std::from_chars(base.data(), base.data() + base.size(), score).ec != std::errc())
      throw Error(ErrorCode::Failed, "XGBoost gave back a score that cannot be read.", base);
    return score;
  } catch (const Json::exception& e) {
    throw Error(ErrorCode::Failed, "XGBoost gave back trees that cannot be read.", e.what());
  }
}

/// A few rounds at a time: all of them together would take too long between two ticks.
std::shared_ptr<const TreeEnsemble> convert(BoosterHandle handle, std::size_t rounds,
                                            std::size_t features, const RunContext& context) {
  std::vector<Node> nodes;
  std::vector<std::size_t> starts;
  float base = 0.0F;
  for (std::size_t begin = 0; begin < rounds; begin += kRoundsPerStep) {
    context.tick();
    base = appendRounds(handle, begin, std::min(rounds, begin + kRoundsPerStep), nodes, starts);
  }
  return TreeEnsemble::create(ModelKind::GradientBoosting, features, base, std::move(nodes),
                              std::move(starts), context);
}

/// Kept for this thread alone; XGBoost writes to stderr otherwise.
void keepSilent() {
  require(XGBSetGlobalConfig(R"({"verbosity": 0})"));
}

double meanOf(std::span<const double> y) {
  double mean = 0.0;
  for (const double value : y)
    mean += value / static_cast<double>(y.size());
  return mean;
}

double squaredError(std::span<const float> predicted, std::span<const double> y) {
  double sum = 0.0;
  for (std::size_t i = 0; i < y.size(); ++i) {
    const double off = static_cast<double>(predicted[i]) - y[i];
    sum += off * off;
  }
  return sum;
}

}  // namespace

BoostingSettings boostingSettings(const Hyperparameters& parameters) {
  ParameterReader reader(ModelKind::GradientBoosting, parameters);
  BoostingSettings settings;
  settings.rounds = reader.count("rounds", 800, 1, 100'000);
  settings.learningRate = reader.number("learning_rate", 0.05, 1e-4, 1.0);
  settings.maxDepth = reader.count("max_depth", 4, 1, 64);
  settings.subsample = reader.number("subsample", 0.8, 0.05, 1.0);
  settings.columnFraction = reader.number("column_fraction", 1.0, 0.01, 1.0);
  settings.minChildWeight = reader.number("min_child_weight", 1.0, 0.0, 1e6);
  settings.lambda = reader.number("lambda", 1.0, 0.0, 1e6);
  settings.gamma = reader.number("gamma", 0.0, 0.0, 1e9);
  reader.finish();
  return settings;
}

std::shared_ptr<const TreeEnsemble> boostTrees(const BoostingSettings& settings, const Matrix& x,
                                               std::span<const double> y,
                                               const RunContext& context) {
  keepSilent();
  const auto rows = data(x, y);
  const auto model = booster(settings, rows.get(), meanOf(y), context.seed());
  for (std::size_t round = 0; round < settings.rounds; ++round) {
    context.tick(static_cast<double>(round) / static_cast<double>(settings.rounds));
    require(XGBoosterUpdateOneIter(model.get(), static_cast<int>(round), rows.get()));
  }
  auto trees = convert(model.get(), settings.rounds, x.columns(), context);
  context.tick(1.0);
  return trees;
}

StoppedBoosting boostUntilWorse(const BoostingSettings& settings, const Matrix& x,
                                std::span<const double> y, const Matrix& watchedX,
                                std::span<const double> watchedY, std::size_t patience,
                                const RunContext& context) {
  keepSilent();
  const auto rows = data(x, y);
  const auto watched = data(watchedX, watchedY);
  const auto model = booster(settings, rows.get(), meanOf(y), context.seed());
  StoppedBoosting best;
  double smallest = std::numeric_limits<double>::infinity();
  for (std::size_t round = 0; round < settings.rounds && round < best.rounds + patience; ++round) {
    context.tick(static_cast<double>(round) / static_cast<double>(settings.rounds));
    require(XGBoosterUpdateOneIter(model.get(), static_cast<int>(round), rows.get()));
    bst_ulong count = 0;
    const float* values = nullptr;
    require(XGBoosterPredict(model.get(), watched.get(), 0, 0, 0, &count, &values));
    const std::span<const float> predicted(values, count);
    const double error = squaredError(predicted, watchedY);
    if (error < smallest) {
      smallest = error;
      best.rounds = round + 1;
      best.predictions.assign(predicted.begin(), predicted.end());
    }
  }
  context.tick(1.0);
  return best;
}

}  // namespace vitrine::regression
