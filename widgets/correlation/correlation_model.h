#pragma once

#include "widgets/theme/units.h"

#include <QString>
#include <QStringList>

#include <cstddef>
#include <vector>

namespace vitrine::widgets {

/// A straight line between two temperatures in K.
struct CorrelationLine {
  QString name;  ///< for the legend, e.g. "through the origin: 0.394 x"
  double slope = 0.0;
  double interceptK = 0.0;
  bool published = false;  ///< drawn dashed: it was not fitted to these points
};

/// One temperature over another, a point for each alloy.
struct Correlation {
  QString title;
  QString xName;  ///< of the axis, without its unit, e.g. "mean melting point of the elements"
  QString yName;
  QStringList formulas;
  std::vector<std::size_t> rows;  ///< of the table, one for each point
  std::vector<double> xK;
  std::vector<double> yK;
  std::vector<CorrelationLine> lines;
  std::size_t residualsOf = 0;    ///< the line that the residuals are taken from
  std::vector<double> residualK;  ///< of each point
  std::vector<char> outliers;     ///< of each point, whether it lies far off
  QString message;                ///< why there is nothing to draw
};

struct CorrelationModel {
  std::vector<Correlation> correlations;
  std::vector<std::size_t> selected;  ///< rows of the table, rising
  TemperatureUnit unit = TemperatureUnit::Kelvin;
  bool stale = false;
};

}  // namespace vitrine::widgets
