#pragma once

#include "engine/dataset/splits.h"
#include "engine/prediction/estimate.h"
#include "engine/regression/regressor.h"

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vitrine::prediction {

/// The six models in enum order, then the blend.
inline constexpr std::size_t kPredictorCount = regression::kModelKinds.size() + 1;
inline constexpr std::size_t kBlend = kPredictorCount - 1;
/// "extra_trees" … "decision_tree", "blend".
std::string_view predictorName(std::size_t index);

/// Mean and standard deviation over the splits of a study.
struct Spread {
  double mean = 0.0;
  double sd = 0.0;
};
Spread spreadOf(const std::vector<double>& values);

struct ScoreSpread {
  Spread r2;
  Spread rmseK;
  Spread maeK;
};

/// A row of the table and what models that had not seen it said of it: means over the splits that
/// had it in their test part.
struct HeldOutRow {
  std::size_t tableRow = 0;
  std::string formula;
  double measuredK = 0.0;
  int times = 0;  ///< how many test parts it was in
  /// NaN for models that were not asked for.
  std::array<double, kPredictorCount> predictedK{};
  double linearK = 0.0;  ///< of the plain linear regression
  Interval interval90;   ///< about the shown prediction
};

/// Share of the test rows inside an interval that promises `nominal`.
struct CoveragePoint {
  double nominal = 0.0;
  Spread actual;
};

/// Scores on the rows of one element that no training alloy contained.
struct ElementScores {
  int atomicNumber = 0;
  std::size_t rows = 0;
  std::map<std::string, ScoreSpread> models;  ///< of one split, so without deviations
  ScoreSpread linear;
};

/// How well models do on rows they never saw, over several splits. Blend weights and interval are
/// found inside each training part, so no test row (grouped: no test system) has a say in them.
struct HoldOutReport {
  dataset::SplitKind split = dataset::SplitKind::Grouped;
  std::size_t rows = 0;
  std::size_t testRows = 0;  ///< mean over the splits, rounded
  int seeds = 0;             ///< how many splits; of elements, how many were left out
  std::map<std::string, ScoreSpread> models;  ///< by name; "blend" only where there are several
  /// Ordinary least squares on the percentages: where it does best, the target may have been
  /// computed from the elements.
  ScoreSpread linear;
  std::optional<Spread> coverage90;  ///< of the shown prediction's interval on test rows
  std::optional<Spread> meanWidthK;
  std::vector<CoveragePoint> calibration;     ///< by rising nominal coverage
  std::vector<HeldOutRow> heldOut;            ///< rows that were tested, in table order
  std::vector<ElementScores> elements;        ///< where elements were left out
  std::vector<dataset::KeptElement> notLeft;  ///< those that could not be
};

}  // namespace vitrine::prediction
