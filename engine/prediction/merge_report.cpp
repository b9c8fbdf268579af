#include "engine/prediction/merge_report.h"

#include "engine/alloy/element.h"
#include "engine/prediction/merge_explanation.h"
#include "engine/prediction/published_merges.h"

#include <nlohmann/json.hpp>

#include <optional>

namespace vitrine::prediction {

namespace {

using Json = nlohmann::ordered_json;

Json orNull(const std::optional<double>& value) {
  return value ? Json(*value) : Json(nullptr);
}

/// Numbers that are not finite become null when they are written.
Json jsonOf(const RowScore& rows) {
  return {{"test_rows", rows.testRows},        {"splits", rows.seeds()},
          {"r2", rows.score.r2.mean},          {"r2_sd", rows.score.r2.sd},
          {"rmse_K", rows.score.rmseK.mean},   {"rmse_K_sd", rows.score.rmseK.sd},
          {"mae_K", rows.score.maeK.mean},     {"mae_K_sd", rows.score.maeK.sd},
          {"target_sd_K", rows.targetSdK.mean}};
}

Json jsonOf(const StudiedTable& table) {
  Json json{{"name", table.name},
            {"rows", table.rows},
            {"mean_K", table.meanK},
            {"sd_K", table.sdK},
            {"linear_target", nullptr}};
  if (!table.linear)
    return json;
  Json ends = Json::object();
  for (const auto& end : table.linear->endMembers)
    ends[std::string(alloy::element(end.atomicNumber).symbol)] = {{"implied", end.implied},
                                                                  {"known", orNull(end.known)}};
  json["linear_target"] = {{"message", table.linear->message}, {"end_members", ends}};
  return json;
}

Json jsonOf(const MergeStudy& study, const TablePair& pair) {
  return {{"first", study.tables[pair.first].name},
          {"second", study.tables[pair.second].name},
          {"shared", pair.shared},
          {"shared_median_K", pair.shared > 0 ? Json(pair.sharedMedianK) : Json(nullptr)},
          {"shared_median_abs_K", pair.shared > 0 ? Json(pair.sharedMedianAbsK) : Json(nullptr)},
          {"near_at_percent", kNearPercent},
          {"near", pair.near},
          {"near_median_K", pair.near > 0 ? Json(pair.nearMedianK) : Json(nullptr)},
          {"near_median_abs_K", pair.near > 0 ? Json(pair.nearMedianAbsK) : Json(nullptr)},
          {"largest_K", pair.near > 0 ? Json(pair.largestK) : Json(nullptr)},
          {"largest_at", pair.near > 0 ? Json(pair.largestAt) : Json(nullptr)}};
}

Json jsonOf(const MergeStudy& study, const StudiedSubset& subset) {
  Json names = Json::array();
  for (const std::size_t table : subset.tables)
    names.push_back(study.tables[table].name);
  Json json{{"tables", names},
            {"rows", subset.rows},
            {"shared", subset.shared},
            {"conflicts", subset.conflicts},
            {"scores", Json::array()}};
  for (const StudiedModel& model : subset.models) {
    Json parts = Json::object();
    for (std::size_t i = 0; i < subset.tables.size(); ++i)
      parts[study.tables[subset.tables[i]].name] = jsonOf(model.parts[i]);
    json["scores"].push_back(
        {{"model", regression::modelName(model.model)},
         {"split", model.split == dataset::SplitKind::Random ? "random" : "grouped"},
         {"own", jsonOf(model.own)},
         {"on_table", parts}});
  }
  return json;
}

Json published() {
  Json json{{"reference", kPublishedMergesReference}, {"scores", Json::array()}};
  for (const PublishedMerge& merge : kPublishedMerges)
    json["scores"].push_back({{"tables", merge.tables},
                              {"figure", merge.figure},
                              {"models", merge.models},
                              {"words", merge.words},
                              {"r2", {orNull(merge.r2Low), orNull(merge.r2High)}},
                              {"rmse_K", {orNull(merge.rmseLowK), orNull(merge.rmseHighK)}}});
  return json;
}

}  // namespace

std::string mergeStudyJson(const MergeStudy& study) {
  Json json{{"property", propertyName(study.options.property)},
            {"features", featureSetName(study.options.features)},
            {"seeds", study.options.seeds},
            {"tables", Json::array()},
            {"pairs", Json::array()},
            {"subsets", Json::array()}};
  for (const auto& table : study.tables)
    json["tables"].push_back(jsonOf(table));
  for (const auto& pair : study.pairs)
    json["pairs"].push_back(jsonOf(study, pair));
  for (std::size_t i = 0; i < study.subsets.size(); ++i) {
    Json subset = jsonOf(study, study.subsets[i]);
    subset["explanation"] = explanationOf(study, i);
    json["subsets"].push_back(std::move(subset));
  }
  if (study.options.property == Property::Tm)
    json["published"] = published();
  return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

}  // namespace vitrine::prediction
