#pragma once

#include "engine/alloy/domain.h"
#include "engine/prediction/estimate.h"
#include "widgets/theme/units.h"

#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace vitrine::widgets {

/// One model's answer.
struct CardModelValue {
  QString key;   ///< "extra_trees", …: chooses the colour
  QString name;  ///< "Extra trees"
  std::optional<double> value;
};

/// A known alloy near the one shown.
struct CardNeighbour {
  QString formula;
  double distancePercent = 0.0;  ///< at.% of atoms to exchange
  double value = 0.0;            ///< measured
  QString source;
};

/// How much an element moves the number; in the unit of the value, temperatures in K.
struct CardContribution {
  QString label;  ///< symbol, or e.g. "others"
  double delta = 0.0;
};

/// Another method's answer, beside that of the card: neither is hidden where they disagree.
struct CardOpinion {
  QString method;  ///< "CALPHAD, mpea-02b.tdb"
  /// Names and values in the unit of the card: "solidus", 1680 K.
  std::vector<std::pair<QString, double>> values;
  QString toolTip;
  bool stale = false;  ///< being recomputed
  QString failure;     ///< why there are no values
};

struct CardCitation {
  QString key;
  QString text;  ///< as it is copied
};

/// One number with everything that is known about it.
struct PropertyCard {
  QString key;                ///< stable: "Tg", "Tm", "Trg", "mean_Tm", "fragility"
  QString title;              ///< "Tg"; rich text of the simple kind is taken: "T<sub>g</sub>"
  QString caption;            ///< "Glass transition"
  bool isTemperature = true;  ///< then values are in K and shown in the unit of the model
  QString unit;               ///< of other quantities; may be empty
  int decimals = 0;

  std::optional<double> value;  ///< empty: no answer, and `reason` says why
  std::optional<prediction::Interval> interval90;
  std::vector<CardModelValue> models;  ///< in the order of regression::kModelKinds; may be empty

  std::optional<alloy::Domain> domain;    ///< empty for numbers that have none
  QString reason;                         ///< why not inside, or why there is no value
  std::vector<CardNeighbour> neighbours;  ///< nearest first
  std::vector<CardOpinion> others;        ///< answers of other methods

  std::optional<double> contributionBase;  ///< mean of the training data that the deltas start from
  std::vector<CardContribution> contributions;
  QString contributionMethod;
  bool contributionsStale = false;  ///< being recomputed while the value is not

  QString badge;     ///< who speaks instead of the usual model; empty for the usual one
  QString method;    ///< one or two sentences
  QString equation;  ///< e.g. "Trg = Tg / Tm"
  std::vector<CardCitation> citations;

  bool brief = false;  ///< of the second rank: two lines on screen, without strip and neighbours
  bool stale = false;  ///< being recomputed: greyed
  QString failure;     ///< what went wrong, in one sentence; shown instead of the number
};

/// Everything the cards show.
struct PropertyCardsModel {
  QString alloy;  ///< formula, for the file name and the export
  TemperatureUnit unit = TemperatureUnit::Kelvin;
  std::vector<PropertyCard> cards;
};

}  // namespace vitrine::widgets
