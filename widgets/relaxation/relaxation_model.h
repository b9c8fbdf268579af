#pragma once

#include "engine/prediction/estimate.h"
#include "widgets/theme/units.h"

#include <QString>

#include <optional>
#include <vector>

namespace vitrine::widgets {

/// Relaxation time at a temperature; NaN where the theory says nothing.
struct RelaxationPoint {
  double temperatureK = 0.0;
  double log10TauS = 0.0;
};

/// Lowest and highest relaxation time at a temperature.
struct RelaxationBandPoint {
  double temperatureK = 0.0;
  double lowLog10TauS = 0.0;
  double highLog10TauS = 0.0;
};

/// Points or a curve laid over the theory.
struct RelaxationOverlay {
  enum class Kind {
    Measured,  ///< drawn as points
    Derived,   ///< computed from measured numbers, e.g. VFT from (Tg, m); drawn as a line
  };
  QString label;  ///< what it is, short
  Kind kind = Kind::Measured;
  std::vector<RelaxationPoint> points;
  QString source;
  QString alloy = {};  ///< its formula, where it is not the alloy of the plot
};

enum class TemperatureAxis { Inverse, Linear };  ///< 1000/T, or T

/// Everything the relaxation plot shows.
struct RelaxationPlotModel {
  QString alloy;                          ///< formula, for the file name
  std::vector<RelaxationPoint> curve;     ///< by temperature
  std::vector<RelaxationBandPoint> band;  ///< from the interval of Tg; by temperature
  QString bandLabel;                      ///< e.g. "90 % interval of Tg"
  std::optional<double> tgK;              ///< where tau = 100 s
  std::optional<prediction::Interval> tgIntervalK;
  std::optional<double> fragility;
  std::optional<prediction::Interval> theoryK;  ///< temperatures the theory is valid for
  TemperatureAxis axis = TemperatureAxis::Inverse;
  TemperatureUnit unit = TemperatureUnit::Kelvin;
  std::vector<RelaxationOverlay> overlays;
  bool stale = false;
  QString message;  ///< e.g. why there is no curve
};

}  // namespace vitrine::widgets
