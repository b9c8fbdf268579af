#pragma once

#include "widgets/plot/plot_model.h"

#include <QColor>
#include <QString>

#include <vector>

namespace vitrine::widgets {

struct Theme;

/// A measured pattern and what was generated for its alloy, over one axis in 1/Å. What is empty is
/// not drawn.
struct PatternCurves {
  std::vector<double> q;
  std::vector<double> measured;
  std::vector<double> mean;
  std::vector<double> lower;  ///< 90 % band
  std::vector<double> upper;
};

/// Their plot, maximum 100; `generator` names who generated in the legend.
PlotModel drawingOf(const PatternCurves& curves, const QString& generator, const Theme& theme);

}  // namespace vitrine::widgets
