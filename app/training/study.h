#pragma once

#include "app/data/table_desk.h"
#include "engine/dataset/merge.h"
#include "engine/prediction/learning_curve.h"
#include "engine/prediction/mean_contributions.h"
#include "engine/prediction/training.h"

#include <memory>
#include <string>
#include <vector>

namespace vitrine::app {

/// What is to be trained on what, and how it is judged.
struct StudyRequest {
  std::vector<TableId> tables;
  std::vector<quint64> revisions;  ///< of the tables
  prediction::Property property = prediction::Property::Tg;
  std::string column;  ///< empty for the property's own
  std::vector<regression::ModelKind> models;
  prediction::FeatureSet features = prediction::FeatureSet::Percentages;
  int searchTrials = 0;
  std::vector<dataset::SplitKind> splits;
  int seeds = 5;

  bool operator==(const StudyRequest&) const = default;
};

/// A request with the tables as they were.
struct StudyInput {
  StudyRequest request;
  std::vector<std::shared_ptr<const dataset::Table>> tables;
};

/// A row of one of the tables.
struct TableRow {
  TableId table = 0;
  std::size_t row = 0;
};

/// What was learned from: the only table, or all of them merged.
struct StudyTable {
  std::shared_ptr<const dataset::Table> table;
  std::vector<std::vector<TableRow>> origins;  ///< of each row
  std::size_t conflicts = 0;                   ///< values on which the tables differ
};

struct StudyResult {
  StudyRequest request;
  StudyTable data;
  std::vector<prediction::HoldOutReport> reports;  ///< as the splits of the request
  std::shared_ptr<const prediction::PropertyModel> model;
  std::vector<prediction::MeanContribution> contributions;
};

struct StudyLearning {
  StudyRequest request;
  prediction::LearningCurve curve;
};

/// Joins the tables, judges the models by every split asked for and trains them on all rows.
/// @throws Error (InvalidInput) where the tables hold too little; Cancelled
StudyResult runStudy(const StudyInput& input, const RunContext& context);
/// @throws as runStudy
StudyLearning learn(const StudyInput& input, const RunContext& context);

}  // namespace vitrine::app
