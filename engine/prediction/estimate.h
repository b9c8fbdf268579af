#pragma once

#include "engine/alloy/domain.h"
#include "engine/regression/regressor.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vitrine::prediction {

/// What is predicted. Tm is the liquidus temperature, as in the source paper's table.
enum class Property { Tg, Tm };

/// "Tg", "Tm".
std::string_view propertyName(Property property);
/// The table column that holds it: "Tg_K", "Tl_K".
std::string_view propertyColumn(Property property);

struct Interval {
  double lo = 0.0;
  double hi = 0.0;
};

/// A known alloy near the one asked for.
struct Neighbour {
  std::string formula;
  double distancePercent = 0.0;  ///< at.% of atoms to exchange
  double valueK = 0.0;           ///< measured value
  std::string source;
};

/// A property of one alloy as predicted. Temperatures in K.
struct Estimate {
  std::optional<double> valueK;        ///< the blend; empty outside the domain of known elements
  std::optional<Interval> interval90;  ///< 90 % prediction interval
  std::array<std::optional<double>, regression::kModelKinds.size()> modelsK;  ///< in enum order
  alloy::Domain domain = alloy::Domain::Outside;
  std::string reason;                 ///< why the domain is not "inside"; empty inside
  std::vector<Neighbour> neighbours;  ///< nearest training alloys, nearest first
};

/// How much one element moves the prediction away from the mean of the training data, in K.
struct Contribution {
  int atomicNumber = 0;
  double deltaK = 0.0;
};

/// Contributions of the elements of one alloy: base + sum of deltas = prediction.
struct Contributions {
  double baseK = 0.0;
  std::vector<Contribution> elements;
  double othersK = 0.0;  ///< absent elements together
  std::string method;    ///< e.g. "exact TreeSHAP on the extra trees"
};

}  // namespace vitrine::prediction
