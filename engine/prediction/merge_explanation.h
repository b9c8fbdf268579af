#pragma once

#include "engine/prediction/merge_study.h"

#include <string>
#include <vector>

namespace vitrine::prediction {

/// What merging did to the error of a model on the test rows of one of the tables: each seed
/// compares the model trained on the merged set with that trained on the table alone, on the same
/// rows.
struct MergeEffect {
  enum class Verdict {
    Lower,    ///< the error fell by more than chance
    Higher,   ///< it rose
    Same,     ///< neither
    Unknown,  ///< too few test rows
  };
  Verdict verdict = Verdict::Unknown;
  double aloneK = 0.0;  ///< RMSE, mean over the seeds
  double mergedK = 0.0;
  int higher = 0;  ///< seeds in which the error rose
  int seeds = 0;
};

/// @param part  which of the subset's tables
MergeEffect effectOf(const MergeStudy& study, const StudiedSubset& subset, std::size_t part,
                     regression::ModelKind model, dataset::SplitKind split);

/// Sentences for a subset of two or more tables, made of the numbers of the study: what merging did
/// to each table's own test alloys, why, and what its R2 is worth. Empty for single tables.
std::vector<std::string> explanationOf(const MergeStudy& study, std::size_t subset);

}  // namespace vitrine::prediction
