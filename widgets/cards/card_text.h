#pragma once

#include "engine/alloy/domain.h"
#include "widgets/cards/property_cards_model.h"

#include <QString>

namespace vitrine::widgets {

/// Alloys nearer than this are the same, in at.%: formulas are rounded.
inline constexpr double kSamePercent = 0.05;

/// "678": the number alone, in the unit shown; a dash where there is none.
QString cardNumber(const PropertyCard& card, double value, TemperatureUnit unit);
/// "K"; empty for a bare number.
QString cardUnit(const PropertyCard& card, TemperatureUnit unit);
/// "678 K".
QString cardValue(const PropertyCard& card, double value, TemperatureUnit unit);
/// "90 %: 641–712 K"; empty where there is no interval.
QString cardInterval(const PropertyCard& card, TemperatureUnit unit);
/// "+12 K": a difference, which has no zero to move.
QString cardDelta(const PropertyCard& card, double delta);

/// "inside", "edge", "outside", in the user's language.
QString domainText(alloy::Domain domain);

/// All of the card in one sentence, for those who listen.
QString cardSpoken(const PropertyCard& card, TemperatureUnit unit);
/// Method, equation and sources, as rich text.
QString cardToolTip(const PropertyCard& card);
/// All citations of a card, one a line.
QString cardCitations(const PropertyCard& card);

/// "CALPHAD, mpea-02b.tdb: solidus 1680 K, liquidus 1720 K".
QString cardOpinion(const PropertyCard& card, const CardOpinion& opinion, TemperatureUnit unit);

}  // namespace vitrine::widgets
