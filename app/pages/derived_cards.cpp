#include "app/pages/derived_cards.h"

#include "app/services/reference_library.h"
#include "engine/relaxation/theory.h"
#include "engine/thermo/mean_melting.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace vitrine::app {

using prediction::Interval;
using widgets::PropertyCard;

namespace {

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(vitrine::app::DerivedCards)
};

/// What makes one number of two: their staleness, failures and the worse of their domains.
void inherit(PropertyCard& card, const PropertyCard& from) {
  card.stale = card.stale || from.stale;
  if (card.failure.isEmpty())
    card.failure = from.failure;
  if (from.domain && (!card.domain || *from.domain > *card.domain)) {
    card.domain = from.domain;
    card.reason = from.reason;
  }
}

double halfWidth(const Interval& interval, double value) {
  return 0.5 * (interval.hi - interval.lo) / value;
}

PropertyCard reducedTg(const PropertyCard& tg, const PropertyCard& tm,
                       const ReferenceLibrary& references) {
  PropertyCard card;
  card.key = QStringLiteral("Trg");
  card.brief = true;
  card.title = QStringLiteral("T<sub>rg</sub>");
  card.caption = Texts::tr("Reduced glass transition");
  card.isTemperature = false;
  card.decimals = 3;
  card.equation = QStringLiteral("Trg = Tg / Tm");
  card.method = Texts::tr(
      "Ratio of the two predictions; the half-widths of their intervals are added in quadrature.");
  card.citations = citationsOf(references, {"turnbull1969", "que2025"});
  inherit(card, tg);
  inherit(card, tm);
  if (!tg.value || !tm.value)
    return card;
  const double ratio = *tg.value / *tm.value;
  card.value = ratio;
  if (tg.interval90 && tm.interval90) {
    const double spread = ratio * std::hypot(halfWidth(*tg.interval90, *tg.value),
                                             halfWidth(*tm.interval90, *tm.value));
    card.interval90 = Interval{ratio - spread, ratio + spread};
  }
  return card;
}

PropertyCard fragility(const PropertyCard& tg, const ReferenceLibrary& references) {
  PropertyCard card;
  card.key = QStringLiteral("fragility");
  card.brief = true;
  card.title = QStringLiteral("m");
  card.caption = Texts::tr("Fragility");
  card.isTemperature = false;
  card.equation = QStringLiteral("m = d log₁₀ τ / d(Tg/T) at Tg");
  card.method = Texts::tr(
      "Slope of the theory's relaxation time at Tg. One thermal coefficient serves all alloys, so "
      "m "
      "rises with Tg alone; measured values differ from it by up to a half.");
  card.citations = citationsOf(references, {"que2025"});
  inherit(card, tg);
  if (!tg.value)
    return card;
  card.value = relaxation::fragility({.tgK = *tg.value});
  if (tg.interval90)
    card.interval90 = Interval{relaxation::fragility({.tgK = tg.interval90->lo}),
                               relaxation::fragility({.tgK = tg.interval90->hi})};
  return card;
}

PropertyCard meanMelting(const alloy::Composition& alloy, const ReferenceLibrary& references) {
  PropertyCard card;
  card.key = QStringLiteral("mean_Tm");
  card.brief = true;
  card.title = QStringLiteral("⟨T<sub>m</sub>⟩");
  card.caption = Texts::tr("Mean melting point of the elements");
  card.equation = QStringLiteral("⟨Tm⟩ = Σ xᵢ Tm,ᵢ");
  card.method = Texts::tr("Melting points of the elements, weighted by their atomic fractions.");
  card.citations = citationsOf(references, {"lu2009", "que2025"});
  card.value = thermo::meanMeltingTemperatureK(alloy);
  if (!card.value)
    card.reason = Texts::tr("The melting point of one of the elements is unknown.");
  return card;
}

}  // namespace

std::vector<widgets::CardCitation> citationsOf(const ReferenceLibrary& references,
                                               std::initializer_list<const char*> keys) {
  std::vector<widgets::CardCitation> citations;
  for (const char* key : keys) {
    if (const QString text = references.citation(key); !text.isEmpty())
      citations.push_back({QString::fromUtf8(key), text});
  }
  return citations;
}

DerivedCards derivedCards(const alloy::Composition& alloy, const PropertyCard& tg,
                          const PropertyCard& tm, const ReferenceLibrary& references) {
  return {reducedTg(tg, tm, references), fragility(tg, references), meanMelting(alloy, references)};
}

}  // namespace vitrine::app
