#pragma once

#include "widgets/theme/units.h"

#include <QString>

#include <optional>
#include <vector>

namespace vitrine::widgets {

struct ParityScore {
  double r2 = 0.0;  ///< a fraction
  double rmseK = 0.0;
};

/// One model's predictions of all points, and its scores.
struct ParitySeries {
  QString key;                     ///< "extra_trees", …, "blend"
  QString title;                   ///< "Extra trees"
  std::vector<double> predictedK;  ///< one for each point; NaN where there is none
  std::optional<ParityScore> ours;
  std::optional<ParityScore> paper;  ///< the published figures, where there are any
};

enum class ParitySplit { Random, Grouped };

/// Everything the predicted-vs-actual plot shows. Predictions are of models that never saw the
/// point (random split) or its alloy system (grouped split).
struct ParityPlotModel {
  QString property;  ///< "Tg", "Tm (liquidus)"
  std::vector<QString> formulas;
  std::vector<double> measuredK;
  std::vector<ParitySeries> series;  ///< of the split shown
  ParitySplit split = ParitySplit::Random;
  QString shownSeries;  ///< key; the last series where empty
  QString paperNote;    ///< e.g. "Que et al. 2025, one random split"
  QString selectedFormula;
  TemperatureUnit unit = TemperatureUnit::Kelvin;
  bool stale = false;
  QString message;
};

}  // namespace vitrine::widgets
