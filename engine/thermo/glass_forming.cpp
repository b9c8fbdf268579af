#include "engine/thermo/glass_forming.h"

#include <array>
#include <cmath>

namespace vitrine::thermo {

namespace {

bool isTemperature(double valueK) {
  return std::isfinite(valueK) && valueK > 0.0;
}

/// Which temperatures a criterion reads.
enum class Needs { TgTl, TgTx, TxTl, All };

struct Definition {
  GlassFormingCriterion criterion;
  Needs needs;
  double (*value)(double tg, double tx, double tl);
};

double gammaOf(double tg, double tx, double tl) {
  return tx / (tg + tl);
}

double kOf(double tg, double tx, double tl) {
  return tg * tx * tl * (tx - tg) / std::pow(tl - tx, 4);
}

constexpr auto kDefinitions = std::to_array<Definition>({
    {{"reduced_glass_transition", "reduced glass transition temperature", "Trg", "Tg/Tl", "",
      "turnbull1969"},
     Needs::TgTl,
     [](double tg, double, double tl) { return tg / tl; }},
    {{"supercooled_region", "width of the supercooled liquid region", "ΔTx", "Tx − Tg", "K",
      "inoue2000"},
     Needs::TgTx,
     [](double tg, double tx, double) { return tx - tg; }},
    {{"gamma", "γ of Lu and Liu", "γ", "Tx/(Tg + Tl)", "", "lu2002"}, Needs::All, gammaOf},
    {{"alpha", "α of Mondal and Murty", "α", "Tx/Tl", "", "mondal2005"},
     Needs::TxTl,
     [](double, double tx, double tl) { return tx / tl; }},
    {{"beta", "β of Mondal and Murty", "β", "Tx/Tg + Tg/Tl", "", "mondal2005"},
     Needs::All,
     [](double tg, double tx, double tl) { return tx / tg + tg / tl; }},
    {{"delta", "δ", "δ", "Tx/(Tl − Tg)", "", "delta2006"},
     Needs::All,
     [](double tg, double tx, double tl) { return tx / (tl - tg); }},
    {{"gamma_m", "γm of Du and others", "γm", "(2 Tx − Tg)/Tl", "", "du2007"},
     Needs::All,
     [](double tg, double tx, double tl) { return (2.0 * tx - tg) / tl; }},
    {{"gamma_c", "γc of Guo and Liu", "γc", "(3 Tx − 2 Tg)/Tl", "", "guo2010"},
     Needs::All,
     [](double tg, double tx, double tl) { return (3.0 * tx - 2.0 * tg) / tl; }},
    {{"omega", "ω", "ω", "Tg/Tx − 2 Tg/(Tg + Tl)", "", "", false},
     Needs::All,
     [](double tg, double tx, double tl) { return tg / tx - 2.0 * tg / (tg + tl); }},
    {{"hruby", "Hrubý's coefficient", "Kgl", "(Tx − Tg)/(Tl − Tx)", "", "hruby1972"},
     Needs::All,
     [](double tg, double tx, double tl) { return (tx - tg) / (tl - tx); }},
    {{"theta", "θ", "θ", "[(Tx + Tg)/Tl] [(Tx − Tg)/Tl]^0.0728", "", ""},
     Needs::All,
     [](double tg, double tx, double tl) {
       return (tx + tg) / tl * std::pow((tx - tg) / tl, 0.0728);
     }},
    {{"k", "k of Ren and others", "k", "Tg Tx Tl (Tx − Tg)/(Tl − Tx)^4", "", "ren2021"},
     Needs::All,
     kOf},
    {{"diameter_from_k", "largest glassy diameter from k", "Dmax(k)", "0.35432 + 0.16200 k", "mm",
      "ren2021"},
     Needs::All,
     [](double tg, double tx, double tl) { return 0.35432 + 0.16200 * kOf(tg, tx, tl); }},
    {{"cooling_rate_from_gamma", "critical cooling rate from γ", "Rc(γ)", "5.1e21 exp(−117.19 γ)",
      "K/s", "lu2002", false},
     Needs::All,
     [](double tg, double tx, double tl) {
       return 5.1e21 * std::exp(-117.19 * gammaOf(tg, tx, tl));
     }},
    {{"thickness_from_gamma", "largest glassy thickness from γ", "Zc(γ)", "2.80e-7 exp(41.70 γ)",
      "mm", "lu2002"},
     Needs::All,
     [](double tg, double tx, double tl) {
       return 2.80e-7 * std::exp(41.70 * gammaOf(tg, tx, tl));
     }},
});

}  // namespace

std::vector<GlassFormingCriterion> glassFormingCriteria(const CharacteristicTemperatures& input) {
  const double tg = input.tgK.value_or(0.0);
  const double tx = input.txK.value_or(0.0);
  const double tl = input.tlK.value_or(0.0);
  const bool hasTg = isTemperature(tg);
  const bool hasTx = isTemperature(tx);
  const bool hasTl = isTemperature(tl);
  const auto isMet = [&](Needs needs) {
    switch (needs) {
      case Needs::TgTl:
        return hasTg && hasTl && tg < tl;
      case Needs::TgTx:
        return hasTg && hasTx && tg < tx;
      case Needs::TxTl:
        return hasTx && hasTl && tx < tl;
      case Needs::All:
        return hasTg && hasTx && hasTl && tg < tx && tx < tl;
    }
    return false;
  };
  std::vector<GlassFormingCriterion> criteria;
  for (const auto& definition : kDefinitions) {
    if (!isMet(definition.needs))
      continue;
    criteria.push_back(definition.criterion);
    criteria.back().value = definition.value(tg, tx, tl);
  }
  return criteria;
}

std::optional<double> reducedGlassTransition(double tgK, double tlK) {
  if (!isTemperature(tgK) || !isTemperature(tlK))
    return std::nullopt;
  return tgK / tlK;
}

double coolingRateFromDiameter(double diameterMm) {
  const double radiusCm = diameterMm / 20.0;
  return 10.0 / (radiusCm * radiusCm);
}

}  // namespace vitrine::thermo
