#pragma once

#include "engine/prediction/estimate.h"
#include "engine/regression/regressor.h"

#include <cstddef>
#include <map>
#include <string>

namespace vitrine::prediction {

/// Scores of one model on rows it was not trained on; mean over the folds or seeds.
struct Score {
  double r2 = 0.0;
  double rmseK = 0.0;
  double maeK = 0.0;
};

/// What a model is, where it comes from and how good it is; stored in its file and shown on
/// request.
struct ModelCard {
  /// Of the sections beside the card; files of a later version are refused.
  static constexpr int kVersion = 1;

  Property property = Property::Tg;
  std::string dataName;     ///< file name of the training table
  std::string dataSources;  ///< where the table comes from
  std::string column;       ///< of the table; empty for the property's own
  std::size_t rows = 0;
  std::string features;                       ///< description of the features
  std::string split;                          ///< how the rows behind the scores were kept apart
  std::string trained;                        ///< ISO date
  std::string program;                        ///< version that trained it
  std::map<std::string, Score> randomScores;  ///< by model name, "blend" among them
  std::map<std::string, Score> groupedScores;
  std::map<std::string, double> blendWeights;                   ///< by model name
  std::map<std::string, regression::Hyperparameters> settings;  ///< by model name
  double coverage90 = 0.0;  ///< share of grouped held-out rows inside their interval
  double meanWidthK = 0.0;  ///< mean width of those intervals
};

/// The card as JSON for people and other programs, and back. Unknown keys are ignored.
std::string cardJson(const ModelCard& card);
/// @throws Error (Damaged)
ModelCard cardFromJson(const std::string& json);

}  // namespace vitrine::prediction
