#include "app/merge/merge_request.h"

#include <algorithm>

namespace vitrine::app {

std::string MergeRequest::key() const {
  std::string key =
      std::to_string(static_cast<int>(options.policy)) + ' ' + std::to_string(options.threshold);
  for (const Chosen& chosen : tables)
    key += ' ' + std::to_string(chosen.id) + ':' + std::to_string(chosen.revision);
  return key;
}

std::string MergeRequest::name() const {
  std::string name;
  for (const Chosen& chosen : tables)
    name += (name.empty() ? "" : " + ") + chosen.table->name;
  return name;
}

MergeRequest requestFor(const TableDesk& desk, const std::vector<TableId>& ids,
                        const dataset::MergeOptions& options) {
  MergeRequest request;
  request.options = options;
  for (const TableId id : desk.tables()) {
    if (std::find(ids.begin(), ids.end(), id) != ids.end())
      request.tables.push_back({id, desk.revision(id), desk.snapshot(id)});
  }
  return request;
}

MergePreview previewOf(const MergeRequest& request, const RunContext& context) {
  MergePreview preview;
  preview.request = request;
  for (const auto& chosen : request.tables) {
    context.tick();
    preview.tables.push_back(*chosen.table);
  }
  preview.merged = dataset::mergeTables(preview.tables, request.options, context);
  preview.merged.table.name = request.name();
  return preview;
}

}  // namespace vitrine::app
