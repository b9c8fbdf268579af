#pragma once

#include "engine/prediction/merge_study.h"
#include "widgets/merge/merge_study_model.h"

#include <QTableWidget>

#include <optional>

namespace vitrine::app {

/// The subsets of a merge study, a row each, with one score of each model and kind of split.
class MergeStudyTable : public QTableWidget {
  Q_OBJECT

 public:
  explicit MergeStudyTable(QWidget* parent = nullptr);

  /// @param tried  whose test rows; empty for the merged sets' own
  void tell(const prediction::MergeStudy& study, std::optional<std::size_t> tried,
            widgets::MergeStudyModel::Quantity quantity, bool stale);
};

}  // namespace vitrine::app
