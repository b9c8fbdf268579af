#pragma once

#include "app/data/table_desk.h"
#include "engine/core/run_context.h"
#include "engine/dataset/merge.h"

#include <memory>
#include <string>
#include <vector>

namespace vitrine::app {

/// Which tables are to be merged, as they were at one moment, and how.
struct MergeRequest {
  struct Chosen {
    TableId id = 0;
    quint64 revision = 0;
    std::shared_ptr<const dataset::Table> table;
  };
  std::vector<Chosen> tables;  ///< in the order of the desk
  dataset::MergeOptions options;

  /// Names everything that the merged table depends on.
  [[nodiscard]] std::string key() const;
  /// "experiment + CALPHAD".
  [[nodiscard]] std::string name() const;
};

/// The tables with these ids, in the order of the desk.
MergeRequest requestFor(const TableDesk& desk, const std::vector<TableId>& ids,
                        const dataset::MergeOptions& options);

/// What a merge gives.
struct MergePreview {
  MergeRequest request;
  std::vector<dataset::Table> tables;  ///< those of the request
  dataset::MergedTable merged;
};

/// @throws Cancelled
MergePreview previewOf(const MergeRequest& request, const RunContext& context);

}  // namespace vitrine::app
