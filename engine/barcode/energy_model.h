#pragma once

#include "engine/barcode/energy_predictor.h"
#include "engine/core/matrix.h"
#include "engine/core/run_context.h"
#include "engine/regression/scores.h"
#include "engine/regression/search.h"

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace vitrine::barcode {

/// Glasses with the energies of their inherent structures.
struct EnergySamples {
  Matrix shares;                        ///< samples × environments: parts of all atoms
  std::vector<double> energyEvPerAtom;  ///< one for each
  std::vector<std::string> groups;      ///< e.g. the quench it is from; one for each

  [[nodiscard]] std::size_t size() const noexcept { return energyEvPerAtom.size(); }
};

/// How an energy model is found.
struct EnergyModelSettings {
  std::size_t bars = 40;  ///< environments kept; fewer where there are no more
  std::size_t folds = 5;
  std::size_t budget = 20;     ///< sets of hyperparameters that are tried
  std::size_t patience = 100;  ///< rounds without progress before boosting stops
  std::size_t mostRounds = 3000;
};

/// From environments to energy, over all of a set and over the few that matter most (C. Liu et al.,
/// Acta Mater. 259, 119281 (2023), sections 2.3 and 3.1). The paper's gradient boosted trees and a
/// penalised line are both tried; what predicts the bars of left out samples better is taken.
struct EnergyModel {
  EnergyPredictor all;                       ///< from shares of all environments
  EnergyPredictor bars;                      ///< from those of the bars, see sharesOf
  std::vector<std::size_t> barEnvironments;  ///< environment of each bar, the most important first
  std::vector<double> barImportance;         ///< mean |SHAP value| of each bar in `bars`, eV/atom
  std::vector<double> importance;  ///< mean |SHAP value| of each environment in `all`, eV/atom
  EnergyRecipe allRecipe;
  EnergyRecipe barRecipe;
  std::size_t folds = 0;                   ///< groups of samples left out in turn
  bool foldsAreGroups = false;             ///< whole groups were left out, not single samples
  std::vector<double> outOfFoldAll;        ///< of each sample, eV/atom
  std::vector<double> outOfFoldBars;       ///< the same; its bars were chosen without it
  regression::Scores allScores;            ///< of outOfFoldAll, eV/atom
  regression::Scores barScores;            ///< of outOfFoldBars, eV/atom
  std::map<EnergyMethod, double> barRmse;  ///< of each method that was tried, eV/atom
};

/// The ranges of the paper, with min_child_weight as large a part of the training rows as there.
regression::SearchSpace paperSearchSpace(std::size_t trainingRows);

/// Of each row the shares of the named environments.
Matrix sharesOf(const Matrix& shares, std::span<const std::size_t> environments);

/// Barcodes: the same divided by their sum; zeros where none of them occurs.
Matrix barcodeRows(const Matrix& shares, std::span<const std::size_t> environments);

/// What cannot be learned from, told before any long work.
/// @throws Error (InvalidInput) for fewer than ten samples, unequal lengths or energies that are
///         all the same
void checkEnergies(std::span<const double> energyEvPerAtom, std::span<const std::string> groups);

/// Searches the settings of each method on the folds, ranks the environments by SHAP values and
/// trains again on the best of them. Trees rank them once, as in the paper. A line shares what it
/// says out among environments that are alike, so there the least important fifth goes, again and
/// again, until the bars are left.
/// @throws Error (InvalidInput) as checkEnergies; Cancelled
EnergyModel trainEnergyModel(const EnergySamples& samples, const EnergyModelSettings& settings,
                             const RunContext& context);

}  // namespace vitrine::barcode
