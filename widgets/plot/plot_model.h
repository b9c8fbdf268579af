#pragma once

#include <QColor>
#include <QPointF>
#include <QSizeF>
#include <QString>
#include <QStringList>

#include <limits>
#include <optional>
#include <vector>

namespace vitrine::widgets {

/// Labels of markers, arrows and the legend may have subscripts: "T<sub>g</sub> 690 K".

/// Part of a plot's axis that is shown; low < high.
struct PlotRange {
  double low = 0.0;
  double high = 1.0;
  bool operator==(const PlotRange&) const = default;
};

/// A tick whose label is not its coordinate, e.g. 700 K at 1000/T = 1.43.
struct PlotTick {
  double position = 0.0;
  QString label;
};

struct PlotAxis {
  QString label;    ///< with unit, e.g. "1000/T (1/K)"
  PlotRange range;  ///< what a double click comes back to
  /// Coordinates are logarithms to the base 10; the ticks are written as the numbers themselves.
  bool logarithmic = false;
  std::vector<PlotTick> ticks = {};  ///< words instead of numbers, where not empty
};

struct PlotCurve {
  QString name;                 ///< in the legend; left out of it where empty
  std::vector<QPointF> points;  ///< a NaN interrupts the line; x rising or falling
  QColor colour;
  double width = 1.8;
  Qt::PenStyle style = Qt::SolidLine;
  bool winding = false;  ///< x goes to and fro
};

/// A filled field, behind everything else.
struct PlotArea {
  std::vector<QPointF> outline;
  QColor colour;  ///< with its transparency
};

/// A word at a place: level or, where it has no room so, read from below. Left out where it has no
/// room at all, or would hide an earlier one.
struct PlotLabel {
  QPointF at;  ///< its middle
  QString text;
  QColor colour;
  QSizeF room = {};      ///< in coordinates of the plot; any where empty
  bool upright = false;  ///< in any case, as wide as it likes
};

/// The area between two lines over the same abscissae.
struct PlotBand {
  QString name;
  std::vector<double> x;
  std::vector<double> low;
  std::vector<double> high;
  QColor colour;  ///< with its transparency
};

enum class PlotSymbol { Disc, Circle, Square, Triangle, Cross };

struct PlotScatter {
  QString name;
  std::vector<QPointF> points;
  QStringList hints;  ///< for hover, one for each point; may be empty
  QColor colour;
  PlotSymbol symbol = PlotSymbol::Disc;
  double size = 5.0;      ///< pixels
  double opacity = 0.55;  ///< of the filling
};

/// A line right across the plot with a word at its end.
struct PlotMarker {
  Qt::Orientation orientation = Qt::Vertical;
  double value = 0.0;
  QString label;
  QColor colour;
};

/// A shaded strip over a range of x, e.g. "outside the theory".
struct PlotRegion {
  PlotRange x;
  QString label;
  QColor colour;
};

/// A dimension: a line with arrow heads between two points, and its name.
struct PlotArrow {
  QPointF from;
  QPointF to;
  QString label;
  QColor colour;
  bool bothHeads = true;
};

/// Everything a plot shows.
struct PlotModel {
  PlotAxis x;
  PlotAxis y;
  std::vector<PlotTick> topTicks;  ///< a second scale above, where not empty
  QString topLabel;
  std::vector<PlotRegion> regions;
  std::vector<PlotArea> areas;
  std::vector<PlotBand> bands;
  std::vector<PlotCurve> curves;
  std::vector<PlotScatter> scatters;
  std::vector<PlotMarker> markers;
  std::vector<PlotArrow> arrows;
  std::vector<PlotLabel> labels;     ///< the more important ones first
  std::optional<QPointF> highlight;  ///< one point ringed, e.g. the selected alloy
  std::vector<QPointF> rings;        ///< more such points, e.g. the selected rows of a table
  bool legend = true;
  Qt::Corner legendCorner = Qt::TopLeftCorner;
  bool equalScales = false;  ///< x and y span the same length on screen
  bool stale = false;        ///< numbers are being recomputed: drawn grey
  QString message;           ///< shown in the middle, e.g. why there is nothing to draw
};

}  // namespace vitrine::widgets
