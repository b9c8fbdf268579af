#pragma once

#include "engine/core/run_context.h"
#include "engine/dataset/splits.h"
#include "engine/dataset/table.h"
#include "engine/prediction/evaluation.h"
#include "engine/prediction/property_model.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vitrine::prediction {

/// What the models see of an alloy.
enum class FeatureSet {
  Percentages,  ///< the source paper's: at.% of each element
  Averages,     ///< percentages and composition-averaged element facts; see features.h
};
/// "percentages", "averages".
std::string_view featureSetName(FeatureSet set);
/// @throws Error (InvalidInput) naming the two that exist.
FeatureSet featureSet(std::string_view name);

struct TrainingOptions {
  Property property = Property::Tg;
  /// Column of the table that holds it, in K; empty for the property's own, see propertyColumn.
  std::string column;
  /// Empty stands for all six. Several models make a blend; one stands alone.
  std::vector<regression::ModelKind> models;
  FeatureSet features = FeatureSet::Percentages;
  /// Random-search trials for each model before training; 0 takes the documented settings.
  int searchTrials = 0;
  /// Hold-out splits of the study (80:20); 0 leaves the study out. Leaving elements out takes one
  /// split for each element instead.
  int seeds = 10;
  dataset::SplitKind split = dataset::SplitKind::Grouped;
  /// Into the card.
  std::string dataName;
  std::string dataSources;
  std::string trainedDate;  ///< ISO date
  std::string program;      ///< name and version
};

struct TrainingResult {
  std::shared_ptr<const PropertyModel> model;
  std::optional<HoldOutReport> study;
};

/// The hold-out study alone: `options.seeds` splits, seeds 0, 1, …; or one for each element.
/// @throws Error (InvalidInput) as trainPropertyModel, and where no element can be left out.
HoldOutReport holdOutStudy(const dataset::Table& table, const TrainingOptions& options,
                           const RunContext& context);

/// Trains on all rows of `table` that have the property: grouped and random out-of-fold
/// predictions, blend weights and interval from the grouped ones, then the models on all rows.
/// Deterministic in the context's seed for any number of threads.
/// @throws Error (InvalidInput) where the column is missing or holds fewer than 50 rows or fewer
///         than 10 alloy systems.
std::shared_ptr<const PropertyModel> trainPropertyModel(const dataset::Table& table,
                                                        const TrainingOptions& options,
                                                        const RunContext& context);

/// Writes a model file, atomically; loadPropertyModel reads it. @throws Error (CannotWrite)
void savePropertyModel(const PropertyModel& model, const std::filesystem::path& file);

/// "Tg.vitrine-model", "Tm.vitrine-model".
std::string modelFileName(Property property);

}  // namespace vitrine::prediction
