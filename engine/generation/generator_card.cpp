#include "engine/generation/generator_card.h"

#include "engine/alloy/alloy_system.h"
#include "engine/alloy/element.h"
#include "engine/core/error.h"
#include "engine/files/whole_number.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace vitrine::generation {

namespace {

using nlohmann::ordered_json;

constexpr const char* kMark = "vitrine spectrum generator";
constexpr const char* kSimulated = "simulated";

/// Far above any pattern; keeps a damaged file from asking for all memory.
constexpr std::size_t kMostPoints = 1'000'000;

ordered_json jsonOf(const std::map<std::string, double>& numbers) {
  // A number that does not exist (NaN) becomes null.
  ordered_json json = ordered_json::object();
  for (const auto& [name, value] : numbers)
    json[name] = value;
  return json;
}

std::map<std::string, double> numbersOf(const ordered_json& json) {
  std::map<std::string, double> numbers;
  for (const auto& [name, value] : json.items())
    numbers[name] =
        value.is_null() ? std::numeric_limits<double>::quiet_NaN() : value.get<double>();
  return numbers;
}

[[noreturn]] void damaged(const std::string& what, const std::string& detail = {}) {
  throw Error(ErrorCode::Damaged, "The generator's card is damaged: " + what + ".", detail);
}

std::vector<int> elementsOf(const ordered_json& json) {
  std::vector<int> elements;
  for (const auto& symbol : json) {
    const auto* element = alloy::findElement(symbol.get<std::string>());
    if (element == nullptr || (!elements.empty() && elements.back() >= element->atomicNumber))
      damaged("it names no elements by rising atomic number");
    elements.push_back(element->atomicNumber);
  }
  if (elements.size() < 2)
    damaged("it names fewer than two elements");
  return elements;
}

diffraction::UniformAxis axisOf(const ordered_json& json) {
  const bool overR = json.contains("first_A");
  const diffraction::UniformAxis axis{json.at(overR ? "first_A" : "first_per_A").get<double>(),
                                      json.at(overR ? "last_A" : "last_per_A").get<double>(),
                                      files::wholeNumber<std::size_t>(json.at("points")),
                                      overR ? diffraction::AxisKind::R : diffraction::AxisKind::Q};
  if (!(std::isfinite(axis.first) && std::isfinite(axis.last) && axis.first >= 0.0 &&
        axis.first < axis.last && axis.points >= 2 && axis.points <= kMostPoints))
    damaged("its axis makes no sense");
  return axis;
}

}  // namespace

std::string_view generatorName(GeneratorKind kind) {
  switch (kind) {
    case GeneratorKind::Nearest:
      return "nearest";
    case GeneratorKind::InverseDistance:
      return "idw";
    case GeneratorKind::RadialBasis:
      return "rbf";
    case GeneratorKind::GaussianProcess:
      return "gp";
    case GeneratorKind::CcGan:
      return "ccgan";
    case GeneratorKind::Shape:
      return "shape";
  }
  return {};
}

GeneratorKind generatorKind(std::string_view name) {
  std::string known;
  for (const auto kind : kGeneratorKinds) {
    if (generatorName(kind) == name)
      return kind;
    known += (known.empty() ? "" : ", ") + std::string(generatorName(kind));
  }
  throw Error(ErrorCode::InvalidInput,
              "There is no generator \"" + std::string(name) + "\": choose one of " + known + ".");
}

std::string systemName(const GeneratorCard& card) {
  return alloy::alloySystem(card.elements);
}

std::string cardJson(const GeneratorCard& card) {
  ordered_json json;
  json["format"] = kMark;
  json["version"] = isRadial(card) ? GeneratorCard::kVersion : 1;
  json["kind"] = generatorName(card.kind);
  json["elements"] = ordered_json::array();
  for (const int element : card.elements)
    json["elements"].push_back(alloy::element(element).symbol);
  json["axis"] = {{isRadial(card) ? "first_A" : "first_per_A", card.axis.first},
                  {isRadial(card) ? "last_A" : "last_per_A", card.axis.last},
                  {"points", card.axis.points}};
  if (card.origin == diffraction::PatternOrigin::Simulated)
    json["origin"] = kSimulated;
  json["source"] = card.source;
  json["licence"] = card.licence;
  json["rows"] = card.rows;
  json["steps"] = card.steps;
  json["trained"] = card.trained;
  json["program"] = card.program;
  json["settings"] = jsonOf(card.settings);
  json["scores"] = jsonOf(card.scores);
  return json.dump(2, ' ', false, ordered_json::error_handler_t::replace);
}

GeneratorCard cardFromJson(const std::string& text) {
  try {
    const auto json = ordered_json::parse(text);
    if (json.at("format").get<std::string>() != kMark)
      damaged("it describes no spectrum generator");
    if (files::wholeNumber<int>(json.at("version")) > GeneratorCard::kVersion)
      throw Error(ErrorCode::TooNew,
                  "The generator was made by a newer version of the program: update the program.");
    GeneratorCard card;
    const auto kind = json.at("kind").get<std::string>();
    const auto* known = std::ranges::find(kGeneratorKinds, kind, generatorName);
    if (known == kGeneratorKinds.end())
      throw Error(ErrorCode::TooNew,
                  "The generator is of a kind that this version does not know, \"" +
                      kind.substr(0, 20) + "\": update the program.");
    card.kind = *known;
    card.elements = elementsOf(json.at("elements"));
    card.axis = axisOf(json.at("axis"));
    if (json.value("origin", std::string()) == kSimulated)
      card.origin = diffraction::PatternOrigin::Simulated;
    card.source = json.at("source").get<std::string>();
    card.licence = json.at("licence").get<std::string>();
    card.rows = files::wholeNumber<std::size_t>(json.at("rows"));
    card.steps = json.at("steps").get<std::vector<std::string>>();
    card.trained = json.at("trained").get<std::string>();
    card.program = json.at("program").get<std::string>();
    card.settings = numbersOf(json.at("settings"));
    card.scores = numbersOf(json.at("scores"));
    return card;
  } catch (const nlohmann::json::exception& error) {
    damaged("something is missing in it or of the wrong type", error.what());
  }
}

}  // namespace vitrine::generation
