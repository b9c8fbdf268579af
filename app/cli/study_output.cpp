#include "app/cli/study_output.h"

#include "app/cli/options.h"
#include "app/cli/text.h"
#include "engine/alloy/element.h"

#include <ostream>

namespace vitrine::cli {

namespace {

using dataset::SplitKind;
using prediction::HoldOutReport;
using prediction::ScoreSpread;

constexpr std::string_view kLinear = "linear_regression";

std::string symbol(int atomicNumber) {
  return std::string(alloy::element(atomicNumber).symbol);
}

Json scoresJson(const ScoreSpread& scores) {
  const auto& [r2, rmse, mae] = scores;
  return {{"r2", r2.mean},        {"r2_sd", r2.sd},    {"rmse_K", rmse.mean},
          {"rmse_K_sd", rmse.sd}, {"mae_K", mae.mean}, {"mae_K_sd", mae.sd}};
}

/// Of one split: there is nothing to deviate.
Json plainJson(const ScoreSpread& scores) {
  return {{"r2", scores.r2.mean}, {"rmse_K", scores.rmseK.mean}, {"mae_K", scores.maeK.mean}};
}

template <class Visit>
void forEachModel(const std::map<std::string, ScoreSpread>& models, Visit visit) {
  for (std::size_t i = 0; i < prediction::kPredictorCount; ++i) {
    const std::string name(prediction::predictorName(i));
    if (const auto found = models.find(name); found != models.end())
      visit(name, found->second);
  }
}

Json elementsJson(const HoldOutReport& study) {
  Json elements = Json::object();
  for (const auto& element : study.elements) {
    Json json{{"n", element.rows}};
    forEachModel(element.models, [&](const std::string& name, const ScoreSpread& scores) {
      json["models"][name] = plainJson(scores);
    });
    json[kLinear] = plainJson(element.linear);
    elements[symbol(element.atomicNumber)] = std::move(json);
  }
  return elements;
}

/// Why an element was not left out.
std::string reasonOf(const dataset::KeptElement& kept) {
  if (kept.reason == dataset::KeptElement::Reason::FewRows)
    return "only " + std::to_string(kept.rows) + " rows contain it";
  return "too little stays without it: " + std::to_string(kept.otherRows) + " rows of " +
         std::to_string(kept.otherSystems) + " alloy systems";
}

void printRow(std::ostream& out, std::string_view name, const ScoreSpread& scores) {
  const auto cell = [](const prediction::Spread& spread, int decimals) {
    return aligned(fixed(spread.mean, decimals) + " ± " + fixed(spread.sd, decimals), 19);
  };
  out << padded(name, 20) << aligned(fixed(scores.r2.mean, 4), 12) << cell(scores.rmseK, 2)
      << cell(scores.maeK, 2) << "\n";
}

void printElements(std::ostream& out, const HoldOutReport& study) {
  const std::string shown = shownModel(study);
  out << "\nleft out    n   RMSE / K of " << shown << ", of linear_regression\n";
  for (const auto& element : study.elements)
    out << padded(symbol(element.atomicNumber), 8) << aligned(std::to_string(element.rows), 5)
        << aligned(fixed(element.models.at(shown).rmseK.mean, 2), 11)
        << aligned(fixed(element.linear.rmseK.mean, 2), 11) << "\n";
  for (const auto& kept : study.notLeft)
    out << symbol(kept.atomicNumber) << " was not left out: " << reasonOf(kept) << "\n";
}

}  // namespace

SplitKind splitOf(std::string_view word) {
  const auto wanted = oneOf(word, "--split", {"random", "grouped", "leave-one-element-out"});
  if (wanted == "random")
    return SplitKind::Random;
  return wanted == "grouped" ? SplitKind::Grouped : SplitKind::LeaveOneElementOut;
}

std::string_view splitWord(SplitKind kind) {
  switch (kind) {
    case SplitKind::Random:
      return "random";
    case SplitKind::Grouped:
      return "grouped";
    case SplitKind::LeaveOneElementOut:
      return "leave-one-element-out";
  }
  return {};
}

std::string shownModel(const HoldOutReport& study) {
  return study.models.contains("blend") ? "blend" : study.models.begin()->first;
}

Json studyJson(const HoldOutReport& study) {
  Json json{{"n", study.rows}, {"test_rows", study.testRows}, {"models", Json::object()}};
  forEachModel(study.models, [&](const std::string& name, const ScoreSpread& scores) {
    auto& model = json["models"][name] = scoresJson(scores);
    if (name == shownModel(study) && study.coverage90 && study.meanWidthK) {
      model["coverage90"] = study.coverage90->mean;
      model["coverage90_sd"] = study.coverage90->sd;
      model["mean_width_K"] = study.meanWidthK->mean;
      model["mean_width_K_sd"] = study.meanWidthK->sd;
    }
  });
  json[kLinear] = scoresJson(study.linear);
  json["calibration"] = Json::array();
  for (const auto& point : study.calibration)
    json["calibration"].push_back({{"nominal", point.nominal},
                                   {"actual", point.actual.mean},
                                   {"actual_sd", point.actual.sd}});
  if (study.split != SplitKind::LeaveOneElementOut)
    return json;
  json["elements"] = elementsJson(study);
  json["not_left_out"] = Json::object();
  for (const auto& kept : study.notLeft)
    json["not_left_out"][symbol(kept.atomicNumber)] = {{"n", kept.rows},
                                                       {"reason", reasonOf(kept)}};
  return json;
}

void print(std::ostream& out, const HoldOutReport& study) {
  if (study.split == SplitKind::LeaveOneElementOut)
    out << study.seeds << " elements left out, one at a time, of " << study.rows
        << " rows; each is in " << study.testRows << " of them on average\n";
  else
    out << study.seeds << " " << splitWord(study.split) << " splits of " << study.rows
        << " rows, about " << study.testRows << " of them for tests\n";
  out << "                              R2           RMSE / K            MAE / K\n";
  forEachModel(study.models, [&](const std::string& name, const ScoreSpread& scores) {
    printRow(out, name, scores);
  });
  printRow(out, kLinear, study.linear);
  if (study.coverage90 && study.meanWidthK)
    out << "90 % interval of " << shownModel(study) << ": coverage "
        << fixed(100.0 * study.coverage90->mean, 1) << " %, mean width "
        << fixed(study.meanWidthK->mean, 1) << " K\n";
  if (study.split == SplitKind::LeaveOneElementOut)
    printElements(out, study);
}

}  // namespace vitrine::cli
