#include "engine/barcode/barcode_training.h"

#include "engine/barcode/energy_folds.h"

#include <algorithm>
#include <utility>

namespace vitrine::barcode {

BarcodeTraining trainBarcode(const TrainingGlasses& glasses,
                             const BarcodeTrainingSettings& settings, BarcodeCard card,
                             const RunContext& context) {
  const std::size_t count = glasses.energyEvPerAtom.size();
  checkEnergies(glasses.energyEvPerAtom, glasses.groups);
  if (!settings.studyThresholds.empty())
    checkStudyGroups(glasses.groups);
  std::vector<double> thresholds{settings.environments.threshold};
  thresholds.insert(thresholds.end(), settings.studyThresholds.begin(),
                    settings.studyThresholds.end());
  auto sets = collectSeries(glasses.load, count, settings.environments, thresholds,
                            context.slice(0.0, 0.35));
  auto counts = countSeries(glasses.load, count, sets, context.slice(0.35, 0.7));
  const EnergySamples samples{std::move(counts.shares.front()), glasses.energyEvPerAtom,
                              glasses.groups};
  counts.shares.erase(counts.shares.begin());
  auto energy = trainEnergyModel(samples, settings.energy, context.slice(0.7, 0.95));

  BarcodeTraining result;
  if (!settings.studyThresholds.empty())
    result.study = accuracyStudy(settings.studyThresholds, counts.shares, samples, energy.allRecipe,
                                 context.slice(0.95, 1.0));
  BarcodeParts parts;
  parts.environments = std::move(sets.front());
  card.settings = parts.environments.settings;
  card.environments = parts.environments.size();
  card.environmentsSeen = parts.environments.environmentsSeen;
  card.structures = count;
  card.compositions = std::move(counts.compositions);
  card.groups = energyGroupCount(samples.groups);
  const auto [low, high] = std::ranges::minmax(samples.energyEvPerAtom);
  card.lowestEvPerAtom = low;
  card.highestEvPerAtom = high;
  card.allRecipe = energy.allRecipe;
  card.barRecipe = energy.barRecipe;
  for (const auto& [method, rmse] : energy.barRmse)
    card.barRmse.emplace(methodName(method), rmse);
  card.folds = energy.folds;
  card.foldsAreGroups = energy.foldsAreGroups;
  card.allScores = energy.allScores;
  card.barScores = energy.barScores;
  card.limits = limitsOf(card);
  parts.card = std::move(card);
  parts.kernels = std::move(counts.kernels);
  parts.atoms = std::move(counts.origins);
  parts.importance = std::move(energy.importance);
  parts.samples = {barcodeRows(samples.shares, energy.barEnvironments), samples.energyEvPerAtom,
                   samples.groups, std::move(energy.outOfFoldAll), std::move(energy.outOfFoldBars)};
  parts.barEnvironments = std::move(energy.barEnvironments);
  parts.barImportance = std::move(energy.barImportance);
  parts.all = std::move(energy.all);
  parts.bars = std::move(energy.bars);
  result.model = BarcodeModel::create(std::move(parts));
  context.tick(1.0);
  return result;
}

}  // namespace vitrine::barcode
