#pragma once

#include "engine/prediction/estimate.h"
#include "widgets/theme/units.h"

#include <QString>

#include <optional>
#include <vector>

namespace vitrine::widgets {

struct ParityScore {
  double r2 = 0.0;  ///< a fraction
  double rmseK = 0.0;
};

/// A published figure, as exact as it was printed: low == high for a single one, an infinite end
/// where only a bound is given.
struct PublishedRange {
  double low = 0.0;
  double high = 0.0;
  bool operator==(const PublishedRange&) const = default;
};

/// Published scores of a random split.
struct PublishedScore {
  PublishedRange r2;  ///< fractions
  PublishedRange rmseK;
};

/// One model's predictions of all points, and its scores.
struct ParitySeries {
  QString key;                     ///< "extra_trees", …, "blend"
  QString title;                   ///< "Nearest neighbours"
  QString shortTitle;              ///< "Neighbours"; for narrow places
  std::vector<double> predictedK;  ///< one for each point; NaN where there is none
  std::optional<ParityScore> ours;
  std::optional<PublishedScore> paper;
};

enum class ParitySplit { Random, Grouped, ElementLeftOut };

/// The key that stands for all series side by side.
inline constexpr const char* kAllParitySeries = "all";

/// Everything the predicted-vs-actual plot shows. Predictions are of models that never saw the
/// point (random split), its alloy system (grouped split) or one of its elements.
struct ParityPlotModel {
  prediction::Property property = prediction::Property::Tg;
  std::vector<QString> formulas;
  std::vector<double> measuredK;
  std::vector<ParitySeries> series;  ///< of the split shown
  ParitySplit split = ParitySplit::Random;
  bool choosable = true;  ///< the view offers both properties and splits
  QString shownSeries;    ///< key of one series, alone; all of them for any other text
  QString paperNote;  ///< whose published scores, e.g. "Que et al. 2025, one random 80:20 split"
  QString selectedFormula;
  TemperatureUnit unit = TemperatureUnit::Kelvin;
  bool stale = false;
  QString message;
};

}  // namespace vitrine::widgets
