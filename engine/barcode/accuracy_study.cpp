#include "engine/barcode/accuracy_study.h"

#include "engine/barcode/energy_folds.h"
#include "engine/core/error.h"
#include "engine/core/parallel.h"
#include "engine/core/random.h"
#include "engine/regression/search.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

namespace vitrine::barcode {

namespace {

constexpr std::size_t kRepeats = 5;
constexpr std::size_t kFewestGroups = 5;

struct Draw {
  regression::IndexSplit rows;
  std::size_t groups = 0;
};

/// A leaf keeps the same part of the rows however few there are. The parameters were found with
/// four fifths of all samples.
EnergyRecipe scaledTo(EnergyRecipe recipe, std::size_t rows, std::size_t all) {
  constexpr double kTrainingShare = 0.8;
  auto& parameters = recipe.parameters;
  if (const auto weight = parameters.find("min_child_weight"); weight != parameters.end())
    weight->second *= static_cast<double>(rows) / (kTrainingShare * static_cast<double>(all));
  return recipe;
}

/// A fifth of the groups is predicted; of the others `numerator` thirds learn.
Draw drawGroups(const EnergySamples& samples, std::size_t numerator, std::size_t repeat,
                std::uint64_t seed) {
  const std::set<std::string> names(samples.groups.begin(), samples.groups.end());
  std::vector<std::string> order(names.begin(), names.end());
  Random(seed, repeat).shuffle(order);
  const std::size_t held = std::max<std::size_t>(1, order.size() / 5);
  const std::size_t rest = order.size() - held;
  Draw draw;
  draw.groups = std::max<std::size_t>(1, (rest * numerator + 1) / 3);
  const auto begin = order.begin();
  const std::set<std::string> test(begin, begin + static_cast<std::ptrdiff_t>(held));
  const std::set<std::string> train(begin + static_cast<std::ptrdiff_t>(held),
                                    begin + static_cast<std::ptrdiff_t>(held + draw.groups));
  for (std::size_t i = 0; i < samples.size(); ++i) {
    if (test.contains(samples.groups[i]))
      draw.rows.test.push_back(i);
    else if (train.contains(samples.groups[i]))
      draw.rows.train.push_back(i);
  }
  return draw;
}

}  // namespace

void checkStudyGroups(std::span<const std::string> groups) {
  if (energyGroupCount(groups) < kFewestGroups)
    throw Error(ErrorCode::InvalidInput,
                "How the error falls with more data can be told from five groups on.");
}

std::vector<AccuracyPoint> accuracyStudy(const std::vector<double>& thresholds,
                                         const std::vector<Matrix>& shares,
                                         const EnergySamples& samples, const EnergyRecipe& recipe,
                                         const RunContext& context) {
  checkStudyGroups(samples.groups);
  constexpr std::size_t kParts = 3;
  std::vector<double> errors(thresholds.size() * kParts * kRepeats);
  std::vector<AccuracyPoint> points(thresholds.size() * kParts);
  std::vector<double> learned(errors.size());
  const RunContext inner = context.silent();
  parallelFor(context, errors.size(), [&](std::size_t item) {
    const std::size_t point = item / kRepeats;
    const Matrix& x = shares[point / kParts];
    const auto draw = drawGroups(samples, point % kParts + 1, item % kRepeats, context.seed());
    std::vector<double> energies;
    for (const std::size_t i : draw.rows.train)
      energies.push_back(samples.energyEvPerAtom[i]);
    std::vector<double> measured;
    for (const std::size_t i : draw.rows.test)
      measured.push_back(samples.energyEvPerAtom[i]);
    const auto model = EnergyPredictor::fit(scaledTo(recipe, energies.size(), samples.size()),
                                            x.select(draw.rows.train), energies, inner);
    const auto predicted = model.predict(x.select(draw.rows.test), inner);
    errors[item] = regression::scores(measured, predicted).rmse;
    learned[item] = static_cast<double>(energies.size());
    if (item % kRepeats == 0)
      points[point].groups = draw.groups;
  });
  for (std::size_t point = 0; point < points.size(); ++point) {
    auto& found = points[point];
    found.threshold = thresholds[point / kParts];
    found.environments = shares[point / kParts].columns();
    double squares = 0.0;
    for (std::size_t r = 0; r < kRepeats; ++r) {
      const double error = errors[point * kRepeats + r];
      found.samples += learned[point * kRepeats + r] / kRepeats;
      found.rmseEvPerAtom += error / kRepeats;
      squares += error * error / kRepeats;
    }
    found.rmseSd = std::sqrt(std::max(0.0, squares - found.rmseEvPerAtom * found.rmseEvPerAtom));
  }
  return points;
}

}  // namespace vitrine::barcode
