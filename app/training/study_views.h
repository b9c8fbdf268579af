#pragma once

#include "app/services/reference_library.h"
#include "app/training/study.h"
#include "widgets/parity/parity_model.h"
#include "widgets/training/calibration_plot.h"
#include "widgets/training/contribution_chart.h"
#include "widgets/training/error_curves.h"
#include "widgets/training/residual_plot.h"
#include "widgets/training/sheet.h"

#include <QStringList>

namespace vitrine::app {

// What the views of a study show. A predictor is one of prediction::kPredictorCount, or:
inline constexpr std::size_t kLinearPredictor = prediction::kPredictorCount;

/// "Random rows", "Whole alloy systems", "One element left out".
QString splitWords(dataset::SplitKind split);
/// "Extra trees", … "Blend", "Linear regression".
QString studyPredictorTitle(std::size_t predictor);
QString studyPredictorKey(std::size_t predictor);
/// What a study can show errors of: the models chosen, their blend, the line.
std::vector<std::size_t> predictorsOf(const prediction::HoldOutReport& report);
double predictedK(const prediction::HeldOutRow& row, std::size_t predictor);

widgets::ParityPlotModel parityOf(const StudyResult& result,
                                  const prediction::HoldOutReport& report);

/// Rows that contain the element. `rows` receives their places in report.heldOut.
widgets::ResidualPlotModel residualsOf(const StudyResult& result,
                                       const prediction::HoldOutReport& report,
                                       std::size_t predictor, int atomicNumber,
                                       std::vector<std::size_t>& rows);
widgets::CalibrationPlotModel calibrationOf(const prediction::HoldOutReport& report);
widgets::ErrorCurvesModel curvesOf(const StudyLearning& learning);
widgets::ContributionChartModel contributionsOf(const StudyResult& result);

/// R², RMSE and MAE of every model by every split.
widgets::SheetModel scoreSheet(const StudyResult& result);
/// Each element left out: rows, errors of the blend and of the line.
widgets::SheetModel elementSheet(const prediction::HoldOutReport& report);
widgets::SheetModel publishedSheet(const files::PublishedScores& published);

/// What a reader of the scores should know: coverage, a line that does best, conflicts of tables.
QStringList studyRemarks(const StudyResult& result);

}  // namespace vitrine::app
