#pragma once

#include "engine/alloy/domain.h"
#include "widgets/ternary/triangle_geometry.h"
#include "widgets/theme/colour_map.h"

#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace vitrine::widgets {

/// What an alloy on the map is known for.
enum class MarkerKind {
  KnownAlloy,       ///< published values of the property
  MeasuredPattern,  ///< a diffraction pattern that was learned from; there may be thousands
  NextMeasurement,  ///< an alloy whose measurement would teach most
  TableRow,         ///< an alloy of the table that is worked on; there may be thousands
  SelectedRow,      ///< one of them that is selected
};

/// An alloy on the map; a click chooses it.
struct TernaryMarker {
  QString formula;
  Weights weights{};
  QString label;   ///< e.g. "Zr50Cu40Al10, Tg 690 K measured"
  QString source;  ///< where the value comes from
  MarkerKind kind = MarkerKind::KnownAlloy;
};

struct ValueRange {
  double low = 0.0;
  double high = 1.0;
  bool operator==(const ValueRange&) const = default;
};

/// Everything a composition triangle shows.
struct TernaryMapModel {
  /// Element symbols: top, lower left, lower right.
  std::array<QString, 3> corners;
  QString fixedText;               ///< the remainder that stays, e.g. "5 at.% Ni"; may be empty
  double variablePercent = 100.0;  ///< at.% that the corners share out; the corners' tick value

  /// Steps along a side. `values` and `domain` have (divisions+1)(divisions+2)/2 entries in the
  /// order of alloy::triangularGrid, or none.
  int divisions = 0;
  std::vector<double> values;  ///< in the unit shown; NaN where there is none
  std::vector<alloy::Domain> domain;

  QString quantity;  ///< e.g. "Tg"
  QString unit;      ///< e.g. "K"; may be empty
  int decimals = 0;  ///< of values on screen
  /// Names of a discrete quantity's values 0, 1, 2, …; the colour bar becomes a legend. Empty for a
  /// continuous quantity.
  std::vector<QString> categories;

  /// Ends of the colour scale; from the values where empty.
  std::optional<ValueRange> range;
  bool rangeLocked = false;  ///< state of the lock beside the colour bar
  ColourMap colourMap{};
  bool contours = true;
  /// Sense in which the percentages on the sides rise.
  bool clockwise = false;

  std::vector<TernaryMarker> markers;
  std::optional<Weights> current;  ///< the alloy being edited
  bool currentInPlane = true;      ///< false: the cross marks its projection, and says so
  bool stale = false;
  QString message;  ///< shown in the middle, e.g. why there is nothing to draw
};

/// Lowest and highest finite value; empty where there is none.
std::optional<ValueRange> valueRange(const std::vector<double>& values);

}  // namespace vitrine::widgets
