#include "app/cli/generators.h"
#include "app/cli/json_output.h"
#include "app/cli/options.h"
#include "app/cli/text.h"
#include "app/cli/verb.h"
#include "app/quantities/generated_pattern.h"
#include "engine/alloy/domain.h"
#include "engine/alloy/element.h"
#include "engine/alloy/formula.h"
#include "engine/core/error.h"
#include "engine/files/atomic_file.h"
#include "engine/files/number_text.h"

#include <algorithm>
#include <cmath>
#include <ostream>

namespace vitrine::cli {

namespace {

constexpr std::size_t kNearestShown = 3;

alloy::Composition knownAlloy(const generation::SpectrumGenerator& generator, std::size_t row) {
  std::vector<alloy::Share> shares;
  const auto fractions = generator.knownFractions().row(row);
  for (std::size_t e = 0; e < fractions.size(); ++e)
    shares.push_back({generator.card().elements[e], std::max(0.0, fractions[e])});
  return alloy::Composition::fromAmounts(shares);
}

Json nearestJson(const generation::SpectrumGenerator& generator, const alloy::Composition& alloy) {
  Json nearest = Json::array();
  for (const std::size_t row :
       generator.nearestKnown(generator.fractionsOf(alloy), kNearestShown)) {
    const auto known = knownAlloy(generator, row);
    nearest.push_back(
        {{"formula", known.formula()},
         {"distance", std::round(alloy::distancePercent(alloy, known) * 1e8) / 1e10}});
  }
  return nearest;
}

bool isSimulated(const generation::GeneratorCard& card) {
  return card.origin == diffraction::PatternOrigin::Simulated;
}

std::string csv(const app::GeneratedPattern& pattern) {
  std::string text = pattern.axis == diffraction::AxisKind::R ? "r_A,g,lower90,upper90\n"
                                                              : "q_1/A,intensity,lower90,upper90\n";
  for (std::size_t i = 0; i < pattern.positions.size(); ++i)
    text += files::formatNumber(pattern.positions[i]) + "," + files::formatNumber(pattern.mean[i]) +
            "," + files::formatNumber(pattern.lower[i]) + "," +
            files::formatNumber(pattern.upper[i]) + "\n";
  return text;
}

void print(std::ostream& out, const alloy::Composition& alloy,
           const generation::SpectrumGenerator& generator, const app::GeneratedPattern& pattern) {
  const auto& card = generator.card();
  out << alloy.formula() << "   generator " << generation::systemName(card) << ", "
      << generation::generatorName(card.kind) << ", " << card.rows
      << (isSimulated(card) ? " simulated glasses\n" : " measured patterns\n") << "  domain   "
      << alloy::domainName(pattern.coverage.domain) << "\n";
  if (!pattern.coverage.reason.empty())
    out << "           " << pattern.coverage.reason << "\n";
  if (generation::isRadial(card)) {
    const auto highest = std::ranges::max_element(pattern.mean) - pattern.mean.begin();
    out << "  g(r) from " << fixed(pattern.positions.front(), 3) << " to "
        << fixed(pattern.positions.back(), 3) << " A, highest "
        << fixed(pattern.mean[static_cast<std::size_t>(highest)], 2) << " at "
        << fixed(pattern.positions[static_cast<std::size_t>(highest)], 2) << " A\n";
    return;
  }
  if (!pattern.peak) {
    out << "  no first peak between 2.1 and 3.4 1/A\n";
    return;
  }
  out << "  q1       " << fixed(pattern.peak->direct.shape.q1, 3) << " 1/A\n"
      << "  delta q  " << fixed(pattern.peak->direct.shape.deltaQ, 3) << " 1/A";
  // The rule was found on measured patterns; simulated glasses are glasses.
  if (!isSimulated(card))
    out << "   " << stateJson(pattern.peak).get<std::string>();
  out << "\n";
  if (const auto& fit = pattern.peak->fit)
    out << "  fitted   q1 " << fixed(fit->shape.q1, 3) << ", delta q "
        << fixed(fit->shape.deltaQ, 3) << " +- " << fixed(fit->uncertainty.deltaQ, 3)
        << " 1/A, residual " << fixed(100.0 * fit->residual, 1) << " % of the height\n";
  if (pattern.peak->hasSeveralMaxima())
    out << "  " << pattern.peak->maxima << " maxima in the first peak: crystals\n";
}

/// The pseudo-Voigt fit, beside what was read off the curve.
Json fitJson(const std::optional<diffraction::FirstPeak>& peak) {
  if (!peak || !peak->fit)
    return nullptr;
  const auto& fit = *peak->fit;
  return {{"q1", fit.shape.q1},
          {"q1_uncertainty", fit.uncertainty.q1},
          {"delta_q", fit.shape.deltaQ},
          {"delta_q_uncertainty", fit.uncertainty.deltaQ},
          {"residual", fit.residual}};
}

}  // namespace

void spectrum(const Call& call) {
  std::string formula;
  std::string generatorWish;
  std::string out;
  bool json = false;
  Options options("spectrum",
                  "The diffraction pattern of an alloy (intensity, highest of a measured pattern "
                  "100, over q in 1/A) with its 90 % band; position q1 and width delta q of the "
                  "first peak (1/A). A generator of radial distribution functions gives g(r) over "
                  "r in A.");
  options.app()
      .add_option("formula", formula, "The alloy in at.%, e.g. Co20Ti40Zr40")
      ->required()
      ->type_name("FORMULA");
  options.text("--generator", generatorWish, "NAME|FILE",
               "One of the program, e.g. Co-Ti-Zr, Co-Ti-Zr:ccgan or Al-Cu-Zr:simulated-rdf, or a "
               "file of vitrine spectra train (default: the one of measured patterns that covers "
               "the alloy)");
  options.text("--out", out, "FILE", "CSV file for the pattern (path)");
  options.flag("--json", json, "One JSON object: q in 1/A (r in A), distances as mole fractions");
  options.parse(call);

  const auto alloy = alloy::compositionOf(formula);
  const auto resources = options.resources(call);
  if (generatorWish.empty()) {
    const auto entries = shippedGenerators(resources);
    const auto* entry = generation::coveringGenerator(entries, alloy);
    if (entry == nullptr) {
      const auto reason = uncoveredReason(alloy, entries);
      if (!out.empty())
        throw Error(ErrorCode::InvalidInput, reason + " Nothing was written.");
      if (json)
        return write(call.out, {{"formula", formula},
                                {"generator", nullptr},
                                {"domain", "outside"},
                                {"reason", reason},
                                {"q1", nullptr},
                                {"delta_q", nullptr}});
      call.out << alloy.formula() << "\n  " << reason << "\n";
      return;
    }
    generatorWish = entry->name;
  }
  const auto generator = loadGenerator(resources, generatorWish);
  const auto pattern = app::generatedPattern(*generator, alloy, 0, RunContext());
  if (!out.empty())
    files::writeAtomically(out, csv(pattern));
  if (!json) {
    print(call.out, alloy, *generator, pattern);
    if (!out.empty())
      call.out << "  wrote " << out << "\n";
    return;
  }
  const auto& card = generator->card();
  Json object{
      {"formula", formula},
      {"generator", generatorWish},
      {"kind", generation::generatorName(card.kind)},
      {"system", generation::systemName(card)},
      {"domain", alloy::domainName(pattern.coverage.domain)},
      {"reason", pattern.coverage.reason.empty() ? Json(nullptr) : Json(pattern.coverage.reason)},
      {"q1", pattern.peak ? Json(pattern.peak->direct.shape.q1) : Json(nullptr)},
      {"delta_q", pattern.peak ? Json(pattern.peak->direct.shape.deltaQ) : Json(nullptr)},
      {"state", isSimulated(card) ? Json(nullptr) : stateJson(pattern.peak)},
      {"maxima", pattern.peak ? Json(pattern.peak->maxima) : Json(nullptr)},
      {"fit", fitJson(pattern.peak)},
      {"nearest", nearestJson(*generator, alloy)},
      {"origin", isSimulated(card) ? "simulated" : "measured"},
      {"source", card.source},
      {"licence", card.licence},
      {generation::isRadial(card) ? "r" : "q", pattern.positions},
      {generation::isRadial(card) ? "g" : "intensity", pattern.mean},
      {"lower90", pattern.lower},
      {"upper90", pattern.upper}};
  if (!out.empty())
    object["file"] = out;
  write(call.out, object);
}

}  // namespace vitrine::cli
