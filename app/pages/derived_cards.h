#pragma once

#include "engine/alloy/composition.h"
#include "widgets/cards/property_cards_model.h"

#include <initializer_list>
#include <string>
#include <vector>

namespace vitrine::app {

class ReferenceLibrary;

/// The cards of numbers that follow from Tg, Tm and the composition.
struct DerivedCards {
  widgets::PropertyCard reducedTg;
  widgets::PropertyCard fragility;
  widgets::PropertyCard meanMelting;
};
DerivedCards derivedCards(const alloy::Composition& alloy, const widgets::PropertyCard& tg,
                          const widgets::PropertyCard& tm, const ReferenceLibrary& references);

/// The citations of these keys, in this order; unknown keys are left out.
std::vector<widgets::CardCitation> citationsOf(const ReferenceLibrary& references,
                                               std::initializer_list<const char*> keys);

}  // namespace vitrine::app
