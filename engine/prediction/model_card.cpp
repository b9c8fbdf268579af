#include "engine/prediction/model_card.h"

#include "engine/core/error.h"
#include "engine/files/whole_number.h"

#include <nlohmann/json.hpp>

#include <limits>

namespace vitrine::prediction {
namespace {

using nlohmann::ordered_json;

ordered_json jsonOf(const std::map<std::string, Score>& scores) {
  ordered_json json = ordered_json::object();
  // A score that does not exist (NaN) becomes null.
  for (const auto& [name, score] : scores)
    json[name] = {{"r2", score.r2}, {"rmse_K", score.rmseK}, {"mae_K", score.maeK}};
  return json;
}

double numberOf(const ordered_json& json) {
  return json.is_null() ? std::numeric_limits<double>::quiet_NaN() : json.get<double>();
}

std::map<std::string, Score> scoresOf(const ordered_json& json) {
  std::map<std::string, Score> scores;
  for (const auto& [name, score] : json.items())
    scores[name] = {numberOf(score.at("r2")), numberOf(score.at("rmse_K")),
                    numberOf(score.at("mae_K"))};
  return scores;
}

}  // namespace

std::string cardJson(const ModelCard& card) {
  ordered_json json;
  json["kind"] = "vitrine property model";
  json["version"] = ModelCard::kVersion;
  json["property"] = propertyName(card.property);
  json["unit"] = "K";
  json["data"] = {{"name", card.dataName}, {"sources", card.dataSources}, {"rows", card.rows}};
  if (!card.column.empty())
    json["data"]["column"] = card.column;
  json["features"] = card.features;
  json["split"] = card.split;
  json["trained"] = card.trained;
  json["program"] = card.program;
  json["scores"] = {{"random", jsonOf(card.randomScores)}, {"grouped", jsonOf(card.groupedScores)}};
  json["blend_weights"] = card.blendWeights;
  json["settings"] = card.settings;
  json["interval90"] = {{"coverage", card.coverage90}, {"mean_width_K", card.meanWidthK}};
  return json.dump(2);
}

ModelCard cardFromJson(const std::string& text) {
  try {
    const auto json = ordered_json::parse(text);
    if (files::wholeNumber<int>(json.at("version")) > ModelCard::kVersion)
      throw Error(ErrorCode::TooNew,
                  "The model was trained by a newer version of the program: update the program.");
    ModelCard card;
    const auto property = json.at("property").get<std::string>();
    if (property != propertyName(Property::Tg) && property != propertyName(Property::Tm))
      throw Error(ErrorCode::TooNew,
                  "The model predicts \"" + property.substr(0, 20) +
                      "\", which this version does not know: update the program.");
    card.property = property == propertyName(Property::Tg) ? Property::Tg : Property::Tm;
    card.dataName = json.at("data").at("name").get<std::string>();
    card.dataSources = json.at("data").at("sources").get<std::string>();
    card.rows = files::wholeNumber<std::size_t>(json.at("data").at("rows"));
    card.column = json.at("data").value("column", std::string());
    card.features = json.at("features").get<std::string>();
    card.split = json.at("split").get<std::string>();
    card.trained = json.at("trained").get<std::string>();
    card.program = json.at("program").get<std::string>();
    card.randomScores = scoresOf(json.at("scores").at("random"));
    card.groupedScores = scoresOf(json.at("scores").at("grouped"));
    card.blendWeights = json.at("blend_weights").get<std::map<std::string, double>>();
    card.settings = json.at("settings").get<decltype(card.settings)>();
    card.coverage90 = numberOf(json.at("interval90").at("coverage"));
    card.meanWidthK = numberOf(json.at("interval90").at("mean_width_K"));
    return card;
  } catch (const nlohmann::json::exception& failure) {
    throw Error(ErrorCode::Damaged, "The model file is damaged: its card cannot be read.",
                failure.what());
  }
}

}  // namespace vitrine::prediction
