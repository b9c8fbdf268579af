#include "app/cli/generators.h"
#include "app/cli/json_output.h"
#include "app/cli/models.h"
#include "app/cli/options.h"
#include "app/cli/text.h"
#include "app/cli/verb.h"
#include "app/quantities/generated_pattern.h"
#include "engine/alloy/domain.h"
#include "engine/alloy/element.h"
#include "engine/alloy/formula.h"
#include "engine/core/error.h"
#include "engine/generation/generator_file.h"
#include "engine/relaxation/curve.h"
#include "engine/thermo/mean_melting.h"

#include <array>
#include <cmath>
#include <map>
#include <ostream>

namespace vitrine::cli {

namespace {

using prediction::Estimate;
using prediction::Property;

constexpr std::array kProperties{Property::Tg, Property::Tm};
/// T - Tg of the relaxation points that stand beside a prediction, K.
constexpr std::array kAboveTgK{-20.0, 0.0, 20.0, 50.0, 100.0, 200.0, 300.0};

struct Asked {
  std::string text;
  alloy::Composition composition;
  std::vector<std::string> notes;
};

/// The first peak of the diffraction pattern, where a generator covers the alloy.
struct PatternAnswer {
  std::string generator;
  app::GeneratedPattern pattern;
};

struct Answer {
  std::array<Estimate, kProperties.size()> estimates;
  std::array<std::optional<prediction::Contributions>, kProperties.size()> contributions;
  std::optional<double> meanMeltingK;
  std::optional<PatternAnswer> pattern;

  [[nodiscard]] const Estimate& of(Property property) const {
    return estimates[static_cast<std::size_t>(property)];
  }
  [[nodiscard]] std::optional<double> reducedTg() const {
    const auto tg = of(Property::Tg).valueK;
    const auto tm = of(Property::Tm).valueK;
    return tg && tm ? std::optional(*tg / *tm) : std::nullopt;
  }
  [[nodiscard]] std::optional<relaxation::MasterCurve> curve() const {
    const auto tg = of(Property::Tg).valueK;
    return tg ? std::optional<relaxation::MasterCurve>(*tg) : std::nullopt;
  }
};

/// All of them, or the first error with the formula it is in.
std::vector<Asked> readFormulas(const std::vector<std::string>& texts, alloy::Basis basis) {
  std::vector<Asked> asked;
  for (const auto& text : texts) {
    const auto parsed = alloy::parseFormula(text, basis);
    std::vector<std::string> notes;
    for (const Finding& finding : parsed.findings) {
      if (finding.severity == Finding::Severity::Error)
        throw Error(ErrorCode::InvalidInput, "In \"" + text + "\": " + finding.message);
      notes.push_back(finding.message);
    }
    asked.push_back({text, parsed.composition.value(), std::move(notes)});
  }
  return asked;
}

Json propertyJson(const Estimate& estimate,
                  const std::optional<prediction::Contributions>& contributions) {
  Json json{{"value_K", orNull(estimate.valueK)}, {"interval90_K", orNull(estimate.interval90)}};
  Json models = Json::object();
  for (std::size_t i = 0; i < estimate.modelsK.size(); ++i)
    models[std::string(regression::modelName(regression::kModelKinds[i]))] = {
        {"value_K", orNull(estimate.modelsK[i])}};
  json["models"] = std::move(models);
  json["domain"] = alloy::domainName(estimate.domain);
  json["reason"] = estimate.reason.empty() ? Json(nullptr) : Json(estimate.reason);
  Json neighbours = Json::array();
  for (const auto& near : estimate.neighbours)
    neighbours.push_back({{"formula", near.formula},
                          {"distance", std::round(near.distancePercent * 1e8) / 1e10},
                          {"value_K", near.valueK},
                          {"source", near.source}});
  json["neighbours"] = std::move(neighbours);
  if (contributions) {
    Json elements = Json::object();
    for (const auto& part : contributions->elements)
      elements[std::string(alloy::element(part.atomicNumber).symbol)] = part.deltaK;
    json["contributions"] = {{"base_K", contributions->baseK},
                             {"elements_K", std::move(elements)},
                             {"others_K", contributions->othersK},
                             {"method", contributions->method}};
  }
  return json;
}

Json relaxationJson(const Answer& answer) {
  const auto curve = answer.curve();
  if (!curve)
    return nullptr;
  const double tgK = curve->map().tgK;
  std::vector<double> temperaturesK;
  for (const double above : kAboveTgK)
    temperaturesK.push_back(tgK + above);
  const auto points = relaxation::sample(*curve, temperaturesK).points;
  const auto interval = answer.of(Property::Tg).interval90.value_or(prediction::Interval{tgK, tgK});
  const auto band = relaxation::sampleBand(curve->map(), interval.lo, interval.hi, temperaturesK);
  Json json{{"tg_K", tgK},
            {"theory_K", {curve->map().coldestK(), curve->map().hottestK()}},
            {"activation_energy_kJ_per_mol",
             relaxation::activationEnergyJPerMol(tgK, curve->fragility()) / 1000.0}};
  Json list = Json::array();
  for (std::size_t i = 0; i < points.size(); ++i)
    list.push_back({{"temperature_K", points[i].temperatureK},
                    {"log10_tau_s", orNull(points[i].log10TauS)},
                    {"log10_tau_s_90", {orNull(band[i].low), orNull(band[i].high)}}});
  json["points"] = std::move(list);
  return json;
}

Json patternJson(const std::optional<PatternAnswer>& answer) {
  if (!answer)
    return nullptr;
  const auto& peak = answer->pattern.peak;
  return {{"generator", answer->generator},
          {"q1", peak ? Json(peak->direct.shape.q1) : Json(nullptr)},
          {"delta_q", peak ? Json(peak->direct.shape.deltaQ) : Json(nullptr)},
          {"state", stateJson(peak)},
          {"domain", alloy::domainName(answer->pattern.coverage.domain)}};
}

Json resultJson(const Asked& asked, const Answer& answer) {
  Json composition = Json::object();
  for (const auto& share : asked.composition.shares())
    composition[std::string(alloy::element(share.atomicNumber).symbol)] = share.amount;
  Json properties = Json::object();
  for (const Property property : kProperties)
    properties[std::string(prediction::propertyName(property))] =
        propertyJson(answer.of(property), answer.contributions[static_cast<std::size_t>(property)]);
  const auto curve = answer.curve();
  return {{"formula", asked.text},
          {"composition", std::move(composition)},
          {"notes", asked.notes},
          {"properties", std::move(properties)},
          {"Trg", orNull(answer.reducedTg())},
          {"mean_Tm_K", orNull(answer.meanMeltingK)},
          {"fragility", curve ? Json(curve->fragility()) : Json(nullptr)},
          {"relaxation", relaxationJson(answer)},
          {"pattern", patternJson(answer.pattern)}};
}

void printProperty(std::ostream& out, Property property, const Estimate& estimate) {
  out << "  " << padded(prediction::propertyName(property), 5);
  if (estimate.valueK) {
    out << aligned(fixed(*estimate.valueK, 0), 5) << " K";
    if (estimate.interval90)
      out << "   90 %: " << fixed(estimate.interval90->lo, 0) << " to "
          << fixed(estimate.interval90->hi, 0) << " K";
  } else {
    out << "    -";
  }
  out << "   " << alloy::domainName(estimate.domain) << "\n";
  if (!estimate.reason.empty())
    out << "         " << estimate.reason << "\n";
  if (!estimate.valueK)
    return;
  out << "         ";
  for (std::size_t i = 0; i < estimate.modelsK.size(); ++i)
    out << (i == 0 ? "" : ", ") << regression::modelName(regression::kModelKinds[i]) << " "
        << fixed(estimate.modelsK[i], 0);
  out << "\n";
  for (std::size_t i = 0; i < estimate.neighbours.size() && i < 3; ++i) {
    const auto& near = estimate.neighbours[i];
    out << (i == 0 ? "         near: " : "               ") << near.formula << ", "
        << fixed(near.distancePercent, 1) << " at.% away, " << fixed(near.valueK, 0) << " K\n";
  }
}

void print(std::ostream& out, const Asked& asked, const Answer& answer) {
  out << asked.composition.formula() << "\n";
  for (const auto& note : asked.notes)
    out << "  (" << note << ")\n";
  for (const Property property : kProperties)
    printProperty(out, property, answer.of(property));
  out << "  Trg " << fixed(answer.reducedTg(), 3) << "   <Tm> " << fixed(answer.meanMeltingK, 0)
      << " K";
  if (const auto curve = answer.curve()) {
    out << "   fragility m " << fixed(curve->fragility(), 1) << "\n";
    out << "  tau  ";
    for (const double lg : {2.0, -1.0, -4.0, -7.0})
      out << (lg == 2.0 ? "" : ", ") << "1e" << fixed(lg, 0) << " s at "
          << fixed(curve->temperatureK(lg), 0) << " K";
  }
  out << "\n";
  if (answer.pattern && answer.pattern->pattern.peak) {
    const auto& peak = answer.pattern->pattern.peak;
    out << "  diffraction (" << answer.pattern->generator << ")   q1 "
        << fixed(peak->direct.shape.q1, 3) << " 1/A   delta q "
        << fixed(peak->direct.shape.deltaQ, 3) << " 1/A   " << stateJson(peak).get<std::string>()
        << "\n";
  }
}

/// The generators of the program, each read once.
class Patterns {
 public:
  explicit Patterns(const std::filesystem::path& resources)
      : m_entries(shippedGenerators(resources)) {}

  std::optional<PatternAnswer> of(const alloy::Composition& composition,
                                  const RunContext& context) {
    const auto* entry = generation::coveringGenerator(m_entries, composition);
    if (entry == nullptr)
      return std::nullopt;
    auto& generator = m_loaded[entry->name];
    if (!generator)
      generator = generation::loadGenerator(entry->file);
    return PatternAnswer{entry->name, app::generatedPattern(*generator, composition, 0, context)};
  }

 private:
  std::vector<generation::GeneratorEntry> m_entries;
  std::map<std::string, SharedGenerator> m_loaded;
};

Answer answerFor(const alloy::Composition& composition,
                 const std::array<SharedModel, kProperties.size()>& models, bool contributions,
                 const RunContext& context) {
  Answer answer;
  for (std::size_t i = 0; i < models.size(); ++i) {
    answer.estimates[i] = models[i]->estimate(composition, context);
    if (contributions && answer.estimates[i].valueK)
      answer.contributions[i] = models[i]->contributions(composition, context);
  }
  answer.meanMeltingK = thermo::meanMeltingTemperatureK(composition);
  return answer;
}

}  // namespace

void predict(const Call& call) {
  std::vector<std::string> formulas;
  bool json = false;
  bool contributions = false;
  bool weightPercent = false;
  Options options(
      "predict",
      "Melting and glass-transition temperature (K) of alloys with 90 % intervals, each "
      "model, domain and nearest known alloys; Trg, <Tm> (K), fragility, relaxation.");
  options.app()
      .add_option("formula", formulas, "Alloys in at.%, e.g. Zr50Cu40Al10 (any sum is normalised)")
      ->required()
      ->type_name("FORMULA");
  options.flag("--wt", weightPercent, "The amounts in the formulas are wt.% instead of at.%");
  options.flag("--contributions", contributions, "What each element adds to Tg and Tm, in K");
  options.flag("--json", json,
               "One JSON object: temperatures in K, compositions as mole fractions");
  options.parse(call);

  const auto asked = readFormulas(
      formulas, weightPercent ? alloy::Basis::WeightPercent : alloy::Basis::AtomicPercent);
  const auto resources = options.resources(call);
  const std::array models{loadModel(resources, Property::Tg), loadModel(resources, Property::Tm)};
  std::vector<Answer> answers;
  for (const auto& one : asked)
    answers.push_back(answerFor(one.composition, models, contributions, RunContext()));
  Patterns patterns(resources);
  for (std::size_t i = 0; i < asked.size(); ++i)
    answers[i].pattern = patterns.of(asked[i].composition, RunContext());

  Json results = Json::array();
  for (std::size_t i = 0; i < asked.size(); ++i) {
    if (json)
      results.push_back(resultJson(asked[i], answers[i]));
    else
      print(call.out, asked[i], answers[i]);
  }
  if (json)
    write(call.out, {{"results", std::move(results)}});
}

}  // namespace vitrine::cli
