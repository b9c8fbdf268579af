#pragma once

#include "engine/prediction/merge_study.h"
#include "widgets/merge/merge_study_model.h"

#include <QString>

#include <optional>

namespace vitrine::app {

/// "experiment + CALPHAD".
QString subsetName(const prediction::MergeStudy& study, const prediction::StudiedSubset& subset);

/// The scores of a model on the test rows of a table, or (empty) of the merged set; null where the
/// subset does not hold the table.
const prediction::RowScore* rowsOf(const prediction::StudiedSubset& subset,
                                   const prediction::StudiedModel& model,
                                   std::optional<std::size_t> table);

/// What the plot of a study shows. @param table  whose test rows; empty for the merged sets' own
widgets::MergeStudyModel plotOf(const prediction::MergeStudy& study,
                                std::optional<std::size_t> table,
                                widgets::MergeStudyModel::Quantity quantity);

/// What the numbers say of a subset, and what the paper says of its own.
/// @param citation  of the paper
QString wordsOf(const prediction::MergeStudy& study, std::size_t subset, const QString& citation);

}  // namespace vitrine::app
