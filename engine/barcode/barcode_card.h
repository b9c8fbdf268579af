#pragma once

#include "engine/alloy/composition.h"
#include "engine/barcode/energy_predictor.h"
#include "engine/barcode/unique_environments.h"
#include "engine/regression/scores.h"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace vitrine::barcode {

/// What a barcode model is, where it comes from and how good it is; stored in its file and shown
/// on request.
struct BarcodeCard {
  /// Of the sections beside the card; files of a later version are refused.
  static constexpr int kVersion = 2;

  EnvironmentSettings settings;
  std::size_t environments = 0;      ///< unique ones
  std::size_t environmentsSeen = 0;  ///< atoms of all training structures
  std::size_t structures = 0;
  std::size_t groups = 0;                        ///< e.g. independent quenches
  std::vector<alloy::Composition> compositions;  ///< of the structures, each once
  std::vector<std::string> potentials;
  std::string source;
  std::string licence;
  std::string trained;  ///< ISO date
  std::string program;  ///< version that trained it
  double lowestEvPerAtom = 0.0;
  double highestEvPerAtom = 0.0;
  EnergyRecipe allRecipe;  ///< how the energy was learned from all environments
  EnergyRecipe barRecipe;  ///< how from the bars
  /// Of each method that was tried, by its name: RMSE of the bars on samples left out, eV/atom.
  std::map<std::string, double> barRmse;
  std::size_t folds = 0;
  bool foldsAreGroups = false;      ///< the scores are of groups that were left out as a whole
  regression::Scores allScores;     ///< from all environments, on samples left out, eV/atom
  regression::Scores barScores;     ///< from the bars, eV/atom
  std::vector<std::string> limits;  ///< what the data cannot carry, in sentences
};

/// What data of this size and range cannot carry.
std::vector<std::string> limitsOf(const BarcodeCard& card);

/// The card as JSON for people and other programs, and back. Unknown keys are ignored.
std::string cardJson(const BarcodeCard& card);
/// @throws Error (Damaged, TooNew)
BarcodeCard cardFromJson(const std::string& json);

}  // namespace vitrine::barcode
