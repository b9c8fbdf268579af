#include "app/cli/json_output.h"
#include "app/cli/models.h"
#include "app/cli/options.h"
#include "app/cli/text.h"
#include "app/cli/verb.h"
#include "engine/alloy/formula.h"
#include "engine/core/error.h"
#include "engine/relaxation/curve.h"
#include "engine/relaxation/elastic_barrier.h"
#include "engine/relaxation/percus_yevick.h"
#include "engine/relaxation/solver.h"

#include <algorithm>
#include <cmath>
#include <ostream>

namespace vitrine::cli {

namespace {

using prediction::Interval;
using vitrine::relaxation::kPaperRmseK;

constexpr std::size_t kDefaultPoints = 50;

struct Wish {
  std::string formula;
  std::string tg;
  std::string temperatures;
  std::string phis;
  std::string fragility;
  std::string phiG = "solved";
  std::string band = "interval";
  bool elastic = false;
  bool json = false;
};

/// Where the curve's Tg comes from.
struct Origin {
  double tgK = 0.0;
  std::optional<Interval> interval;
  std::string formula;  ///< empty where Tg was given
  std::string reason;   ///< why the formula has no Tg
};

Origin originOf(const Wish& wish, const std::filesystem::path& resources) {
  if (!wish.tg.empty())
    return {positive(wish.tg, "--tg"), {}, {}, {}};
  const auto composition = alloy::compositionOf(wish.formula);
  const auto estimate =
      loadModel(resources, prediction::Property::Tg)->estimate(composition, RunContext());
  return {estimate.valueK.value_or(0.0), estimate.interval90, wish.formula, estimate.reason};
}

relaxation::TemperatureMap mapOf(const Wish& wish, double tgK) {
  auto map = wish.fragility.empty() ? relaxation::TemperatureMap{.tgK = tgK}
                                    : relaxation::TemperatureMap::fromFragility(
                                          tgK, positive(wish.fragility, "--fragility"));
  if (oneOf(wish.phiG, "--phi-g", {"solved", "paper"}) == "paper")
    map.phiG = relaxation::kPhiGPaper;
  return map;
}

std::vector<double> temperaturesOf(const Wish& wish, const relaxation::TemperatureMap& map) {
  if (wish.temperatures.empty())
    return relaxation::temperatureGrid(std::max(1.0, map.coldestK()), map.hottestK(),
                                       kDefaultPoints, true);
  auto temperaturesK = numbers(wish.temperatures, "--temperature");
  if (std::any_of(temperaturesK.begin(), temperaturesK.end(), [](double T) { return !(T > 0.0); }))
    throw Error(ErrorCode::InvalidInput, "--temperature takes temperatures above zero, in K.");
  return temperaturesK;
}

/// The Tg interval that becomes the band; empty where there is none.
std::optional<Interval> bandInterval(const Wish& wish, const Origin& origin) {
  if (oneOf(wish.band, "--band", {"interval", "paper"}) == "paper")
    return Interval{origin.tgK - kPaperRmseK, origin.tgK + kPaperRmseK};
  return origin.interval;
}

void againstTemperature(const Call& call, const Wish& wish, const Origin& origin) {
  const auto map = mapOf(wish, origin.tgK);
  const relaxation::MasterCurve curve(map);
  const auto temperaturesK = temperaturesOf(wish, map);
  const auto points = relaxation::sample(curve, temperaturesK).points;
  const auto interval = bandInterval(wish, origin);
  std::vector<relaxation::BandPoint> band;
  if (interval)
    band = relaxation::sampleBand(map, interval->lo, interval->hi, temperaturesK);

  if (!wish.json) {
    call.out << "Tg " << fixed(origin.tgK, 1) << " K, fragility m " << fixed(curve.fragility(), 1)
             << ", theory from " << fixed(map.coldestK(), 0) << " to " << fixed(map.hottestK(), 0)
             << " K\n   T / K   1000 K/T   lg(tau/s)" << (interval ? "   band" : "") << "\n";
    for (std::size_t i = 0; i < points.size(); ++i) {
      const double T = points[i].temperatureK;
      call.out << aligned(fixed(T, 2), 8) << aligned(fixed(1000.0 / T, 4), 11)
               << aligned(fixed(points[i].log10TauS, 3), 12);
      if (!points[i].log10TauS)
        call.out << "   " << relaxation::outsideReason(map.validity(T), map);
      else if (interval)
        call.out << "   " << fixed(band[i].low, 2) << " to " << fixed(band[i].high, 2);
      call.out << "\n";
    }
    return;
  }
  Json list = Json::array();
  for (std::size_t i = 0; i < points.size(); ++i) {
    Json point{{"temperature_K", points[i].temperatureK},
               {"log10_tau_s", orNull(points[i].log10TauS)}};
    if (interval)
      point["log10_tau_s_band"] = {orNull(band[i].low), orNull(band[i].high)};
    if (!points[i].log10TauS)
      point["reason"] = relaxation::outsideReason(map.validity(points[i].temperatureK), map);
    list.push_back(std::move(point));
  }
  Json object;
  if (!origin.formula.empty())
    object["formula"] = origin.formula;
  object["tg_K"] = origin.tgK;
  object["tg_band_K"] = orNull(interval);
  object["fragility"] = curve.fragility();
  object["beta_per_K"] = map.betaPerK;
  object["phi_g"] = map.phiG;
  object["theory_K"] = {map.coldestK(), map.hottestK()};
  object["points"] = std::move(list);
  write(call.out, object);
}

/// An alloy with elements the models never saw has no Tg and so no curve.
void withoutTg(const Call& call, const Wish& wish, const Origin& origin) {
  const std::string reason = "no glass-transition temperature: " + origin.reason;
  if (!wish.json) {
    call.out << origin.formula << ": " << reason << "\n";
    return;
  }
  Json list = Json::array();
  if (!wish.temperatures.empty()) {
    for (const double T : temperaturesOf(wish, {}))
      list.push_back({{"temperature_K", T}, {"log10_tau_s", nullptr}, {"reason", reason}});
  }
  write(call.out, {{"formula", origin.formula},
                   {"tg_K", nullptr},
                   {"fragility", nullptr},
                   {"reason", reason},
                   {"points", std::move(list)}});
}

struct Density {
  double phi = 0.0;
  std::optional<relaxation::Solution> solution;  ///< empty outside the theory
  std::optional<double> elasticBarrier;
  std::optional<double> log10TauS;
  std::string reason;
};

Density densityAt(const relaxation::Solver& solver, double phi, bool elastic) {
  Density density{.phi = phi,
                  .solution = {},
                  .elasticBarrier = {},
                  .log10TauS = {},
                  .reason = relaxation::outsideReason(phi)};
  if (!density.reason.empty())
    return density;
  density.solution = solver.solve(phi);
  density.log10TauS = density.solution->log10TauS();
  if (const auto cage = elastic ? relaxation::firstMinimum(phi) : std::nullopt) {
    density.elasticBarrier = relaxation::elasticBarrier(*density.solution, *cage);
    density.log10TauS = relaxation::log10TauWithElasticity(*density.solution, *cage) +
                        std::log10(relaxation::kTauES);
  }
  return density;
}

Json densityJson(const Density& density, bool elastic) {
  using relaxation::Solution;
  const auto& s = density.solution;
  const auto value = [&](double Solution::*member) {
    return s ? Json((*s).*member) : Json(nullptr);
  };
  Json point{{"phi", density.phi},
             {"r_L", value(&Solution::rL)},
             {"r_B", value(&Solution::rB)},
             {"F_B", value(&Solution::barrier)},
             {"K_0", value(&Solution::wellCurvature)},
             {"K_B", value(&Solution::barrierCurvature)},
             {"g_d", value(&Solution::contact)},
             {"J", value(&Solution::collisionIntegral)},
             {"tau_s_over_tau_E", value(&Solution::tauSOverTauE)},
             {"log10_tau_s", orNull(density.log10TauS)}};
  if (elastic)
    point["F_el"] = orNull(density.elasticBarrier);
  if (!density.reason.empty())
    point["reason"] = density.reason;
  return point;
}

void againstDensity(const Call& call, const Wish& wish) {
  const auto phis = numbers(wish.phis, "--phi");
  if (std::any_of(phis.begin(), phis.end(), [](double phi) { return !(phi > 0.0 && phi < 1.0); }))
    throw Error(ErrorCode::InvalidInput, "--phi takes packing fractions between 0 and 1.");
  const relaxation::Solver solver;
  std::vector<Density> densities;
  for (const double phi : phis)
    densities.push_back(densityAt(solver, phi, wish.elastic));
  if (wish.json) {
    Json list = Json::array();
    for (const auto& density : densities)
      list.push_back(densityJson(density, wish.elastic));
    write(call.out, {{"tau_E_s", relaxation::kTauES},
                     {"phi_g", relaxation::kPhiG},
                     {"points", std::move(list)}});
    return;
  }
  call.out << "     phi      r_L/d      r_B/d   F_B/kT          K_0      K_B   tau_s/tau_E   "
              "lg(tau/s)\n";
  for (const auto& density : densities) {
    call.out << aligned(fixed(density.phi, 4), 8);
    if (const auto& s = density.solution)
      call.out << aligned(fixed(s->rL, 7), 11) << aligned(fixed(s->rB, 6), 11)
               << aligned(fixed(s->barrier, 4), 9) << aligned(fixed(s->wellCurvature, 2), 13)
               << aligned(fixed(s->barrierCurvature, 3), 9)
               << aligned(fixed(s->tauSOverTauE, 3), 14)
               << aligned(fixed(density.log10TauS, 5), 12);
    else
      call.out << "   " << density.reason;
    call.out << "\n";
  }
}

}  // namespace

void relaxation(const Call& call) {
  Wish wish;
  Options options(
      "relaxation",
      "Structural relaxation time (s) of an alloy against temperature (K), or the theory "
      "at packing fractions (no unit): lengths in particle diameters d, energies in kT.");
  auto* formula = options.text("formula", wish.formula, "FORMULA",
                               "An alloy in at.%; its Tg and band are predicted");
  auto* tg =
      options.text("--tg", wish.tg, "K", "Glass-transition temperature in K, instead of an alloy");
  auto* temperature = options.text("--temperature", wish.temperatures, "K,...",
                                   "Temperatures in K, separated by commas (default: 50 over the "
                                   "range of the theory)");
  auto* phi = options.text("--phi", wish.phis, "P,...",
                           "Packing fractions (no unit), 0.44 to 0.70, separated by commas");
  auto* fragility = options.text("--fragility", wish.fragility, "M",
                                 "Measured fragility m (no unit) that sets the slope at Tg");
  auto* phiG =
      options.text("--phi-g", wish.phiG, "solved|paper",
                   "Packing fraction at Tg (no unit): 0.671430, where tau is 100 s, or the "
                   "paper's 0.6714");
  auto* band =
      options.text("--band", wish.band, "interval|paper",
                   "Band of the curve: 90 % interval of a predicted Tg (K), or the paper's "
                   "+-10.66 K");
  auto* elastic = options.flag("--elastic", wish.elastic,
                               "With --phi: add the collective elastic barrier (kT)");
  options.flag("--json", wish.json, "One JSON object; temperatures in K, lg of times in s");
  formula->excludes(tg);
  for (auto* other : {formula, tg, temperature, fragility, phiG, band})
    phi->excludes(other);
  elastic->needs(phi);
  options.parse(call);

  if (phi->count() > 0)
    return againstDensity(call, wish);
  if (formula->count() + tg->count() == 0)
    throw Error(ErrorCode::InvalidInput,
                "Name a formula, --tg K or --phi P,… to say what relaxes.");
  const Origin origin = originOf(wish, options.resources(call));
  if (origin.tgK > 0.0)
    againstTemperature(call, wish, origin);
  else
    withoutTg(call, wish, origin);
}

}  // namespace vitrine::cli
