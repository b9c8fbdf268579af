#include "engine/barcode/barcode_card.h"

#include "engine/alloy/element.h"
#include "engine/alloy/formula.h"
#include "engine/core/error.h"
#include "engine/files/whole_number.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <limits>

namespace vitrine::barcode {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kMark = "vitrine barcode model";

[[noreturn]] void damaged(const std::string& what, const std::string& detail = {}) {
  throw Error(ErrorCode::Damaged, "The card of the barcode model is damaged: " + what + ".",
              detail);
}

Json scoresJson(const regression::Scores& scores) {
  return {{"r2", scores.r2}, {"rmse_eV_per_atom", scores.rmse}, {"mae_eV_per_atom", scores.mae}};
}

/// A number that does not exist (NaN) is null.
double numberOf(const Json& json) {
  return json.is_null() ? std::numeric_limits<double>::quiet_NaN() : json.get<double>();
}

regression::Scores scoresOf(const Json& json) {
  return {numberOf(json.at("r2")), numberOf(json.at("rmse_eV_per_atom")),
          numberOf(json.at("mae_eV_per_atom"))};
}

Json recipeJson(const EnergyRecipe& recipe) {
  return {{"method", methodName(recipe.method)}, {"parameters", recipe.parameters}};
}

EnergyRecipe recipeOf(const Json& json) {
  const auto method = json.at("method").get<std::string>();
  for (const auto each : kEnergyMethods)
    if (methodName(each) == method)
      return {each, json.at("parameters").get<regression::Hyperparameters>()};
  damaged("its energy model is of no known kind");
}

std::vector<int> speciesOf(const Json& json) {
  std::vector<int> species;
  for (const auto& symbol : json) {
    const auto* element = alloy::findElement(symbol.get<std::string>());
    if (element == nullptr || (!species.empty() && species.back() >= element->atomicNumber))
      damaged("it names no elements by rising atomic number");
    species.push_back(element->atomicNumber);
  }
  return species;
}

std::vector<alloy::Composition> compositionsOf(const Json& json) {
  std::vector<alloy::Composition> compositions;
  try {
    for (const auto& formula : json)
      compositions.push_back(alloy::compositionOf(formula.get<std::string>()));
  } catch (const Error& error) {
    damaged("a composition in it is none", error.what());
  }
  return compositions;
}

atomistic::SoapSettings soapOf(const Json& json) {
  atomistic::SoapSettings soap;
  soap.cutoffA = json.at("cutoff_A").get<double>();
  soap.radial = files::wholeNumber<int>(json.at("n_max"));
  soap.angular = files::wholeNumber<int>(json.at("l_max"));
  soap.sigmaA = json.at("sigma_A").get<double>();
  const auto basis = json.at("basis").get<std::string>();
  if (basis != "gto" && basis != "polynomial")
    damaged("its radial basis is unknown");
  soap.basis = basis == "gto" ? atomistic::SoapBasis::Gto : atomistic::SoapBasis::Polynomial;
  return soap;
}

std::string milli(double evPerAtom) {
  const auto tenths = std::lround(1e4 * evPerAtom);
  return std::to_string(tenths / 10).append(".").append(std::to_string(std::abs(tenths % 10)));
}

}  // namespace

std::vector<std::string> limitsOf(const BarcodeCard& card) {
  constexpr std::size_t kFewGroups = 10;
  constexpr std::size_t kFewStructures = 300;
  std::vector<std::string> limits;
  const auto structures = std::to_string(card.structures);
  const auto groups = std::to_string(card.groups);
  if (!card.foldsAreGroups)
    limits.push_back(
        "All structures are of one group, so nothing tells how well another quench is predicted: "
        "the scores are of structures much like those that were learned.");
  else if (card.groups < kFewGroups)
    limits.push_back(std::string("Only ").append(groups).append(
        " independent groups: the scores, the ranking of the bars and their correlations with "
        "the energy would come out differently for others."));
  if (card.structures < kFewStructures)
    limits.push_back(std::string("Only ")
                         .append(structures)
                         .append(" structures; the paper learned from 10 000."));
  if (card.compositions.size() > 1)
    limits.push_back(
        "Glasses of several compositions: where their energies lie apart, scores, correlations and "
        "what glasses of equal energy have are about the composition more than the structure.");
  limits.push_back(std::string("Energies of other potentials, or outside the ")
                       .append(milli(card.highestEvPerAtom - card.lowestEvPerAtom))
                       .append(" meV/atom that were seen, cannot be predicted."));
  limits.push_back(
      "The hyperparameters were chosen on the same folds that the scores are from, which flatters "
      "them a little.");
  limits.push_back(
      "Inherent structures of one quench are alike, so correlations with the energy rest on fewer "
      "independent glasses than there are structures.");
  return limits;
}

std::string cardJson(const BarcodeCard& card) {
  const auto& soap = card.settings.soap;
  Json json;
  json["format"] = kMark;
  json["version"] = BarcodeCard::kVersion;
  json["elements"] = Json::array();
  for (const int element : card.settings.species)
    json["elements"].push_back(alloy::element(element).symbol);
  json["soap"] = {{"cutoff_A", soap.cutoffA},
                  {"n_max", soap.radial},
                  {"l_max", soap.angular},
                  {"sigma_A", soap.sigmaA},
                  {"basis", soap.basis == atomistic::SoapBasis::Gto ? "gto" : "polynomial"}};
  json["threshold"] = card.settings.threshold;
  json["width"] = card.settings.width;
  json["environments"] = card.environments;
  json["environments_seen"] = card.environmentsSeen;
  json["structures"] = card.structures;
  json["groups"] = card.groups;
  json["compositions"] = Json::array();
  for (const auto& alloy : card.compositions)
    json["compositions"].push_back(alloy.formula());
  json["potentials"] = card.potentials;
  json["source"] = card.source;
  json["licence"] = card.licence;
  json["trained"] = card.trained;
  json["program"] = card.program;
  json["lowest_energy_eV_per_atom"] = card.lowestEvPerAtom;
  json["highest_energy_eV_per_atom"] = card.highestEvPerAtom;
  json["model_all"] = recipeJson(card.allRecipe);
  json["model_bars"] = recipeJson(card.barRecipe);
  json["rmse_bars_eV_per_atom"] = card.barRmse;
  json["folds"] = card.folds;
  json["folds_are_groups"] = card.foldsAreGroups;
  json["scores_all"] = scoresJson(card.allScores);
  json["scores_bars"] = scoresJson(card.barScores);
  json["limits"] = card.limits;
  return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

BarcodeCard cardFromJson(const std::string& text) {
  try {
    const auto json = Json::parse(text);
    if (json.at("format").get<std::string>() != kMark)
      damaged("it describes no barcode model");
    const int version = files::wholeNumber<int>(json.at("version"));
    if (version < BarcodeCard::kVersion)
      throw Error(ErrorCode::Damaged,
                  "The barcode model is of an older kind that is no longer read: train it again.");
    if (version > BarcodeCard::kVersion)
      throw Error(ErrorCode::TooNew,
                  "The barcode model was made by a newer version of the program: update it.");
    BarcodeCard card;
    card.settings.species = speciesOf(json.at("elements"));
    card.settings.soap = soapOf(json.at("soap"));
    card.settings.threshold = json.at("threshold").get<double>();
    if (!(card.settings.threshold > 0.0 && card.settings.threshold < 1.0))
      damaged("its similarity threshold makes no sense");
    card.settings.width = json.at("width").get<double>();
    if (!(card.settings.width >= 0.0 && card.settings.width <= 1.0))
      damaged("the width of its environments makes no sense");
    card.environments = files::wholeNumber<std::size_t>(json.at("environments"));
    card.environmentsSeen = files::wholeNumber<std::size_t>(json.at("environments_seen"));
    card.structures = files::wholeNumber<std::size_t>(json.at("structures"));
    card.groups = files::wholeNumber<std::size_t>(json.at("groups"));
    card.compositions = compositionsOf(json.at("compositions"));
    card.potentials = json.at("potentials").get<std::vector<std::string>>();
    card.source = json.at("source").get<std::string>();
    card.licence = json.at("licence").get<std::string>();
    card.trained = json.at("trained").get<std::string>();
    card.program = json.at("program").get<std::string>();
    card.lowestEvPerAtom = numberOf(json.at("lowest_energy_eV_per_atom"));
    card.highestEvPerAtom = numberOf(json.at("highest_energy_eV_per_atom"));
    card.allRecipe = recipeOf(json.at("model_all"));
    card.barRecipe = recipeOf(json.at("model_bars"));
    card.barRmse = json.at("rmse_bars_eV_per_atom").get<std::map<std::string, double>>();
    card.folds = files::wholeNumber<std::size_t>(json.at("folds"));
    card.foldsAreGroups = json.at("folds_are_groups").get<bool>();
    card.allScores = scoresOf(json.at("scores_all"));
    card.barScores = scoresOf(json.at("scores_bars"));
    card.limits = json.at("limits").get<std::vector<std::string>>();
    return card;
  } catch (const nlohmann::json::exception& error) {
    damaged("something is missing in it or of the wrong type", error.what());
  }
}

}  // namespace vitrine::barcode
