#include "app/training/study_views.h"

#include "app/pages/model_names.h"
#include "engine/alloy/element.h"
#include "widgets/alloy/element_names.h"
#include "widgets/theme/units.h"

#include <QCoreApplication>

#include <cmath>

namespace vitrine::app {

using dataset::SplitKind;
using prediction::HoldOutReport;
using widgets::numberText;

namespace {

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(vitrine::app::StudyViews)
};

widgets::ParitySplit paritySplit(SplitKind split) {
  switch (split) {
    case SplitKind::Random:
      return widgets::ParitySplit::Random;
    case SplitKind::Grouped:
      return widgets::ParitySplit::Grouped;
    case SplitKind::LeaveOneElementOut:
      break;
  }
  return widgets::ParitySplit::ElementLeftOut;
}

}  // namespace

QString splitWords(SplitKind split) {
  switch (split) {
    case SplitKind::Random:
      return Texts::tr("Random rows");
    case SplitKind::Grouped:
      return Texts::tr("Whole alloy systems");
    case SplitKind::LeaveOneElementOut:
      return Texts::tr("One element left out");
  }
  return {};
}

QString studyPredictorTitle(std::size_t predictor) {
  if (predictor == kLinearPredictor)
    return Texts::tr("Linear regression");
  return predictor == prediction::kBlend ? Texts::tr("Blend") : predictorTitle(predictor);
}

QString studyPredictorKey(std::size_t predictor) {
  return predictor == kLinearPredictor ? QStringLiteral("linear_regression")
                                       : predictorKey(predictor);
}

std::vector<std::size_t> predictorsOf(const HoldOutReport& report) {
  std::vector<std::size_t> predictors;
  for (std::size_t i = 0; i < prediction::kPredictorCount; ++i)
    if (report.models.contains(std::string(prediction::predictorName(i))))
      predictors.push_back(i);
  predictors.push_back(kLinearPredictor);
  return predictors;
}

double predictedK(const prediction::HeldOutRow& row, std::size_t predictor) {
  return predictor == kLinearPredictor ? row.linearK : row.predictedK.at(predictor);
}

widgets::ParityPlotModel parityOf(const StudyResult& result, const HoldOutReport& report) {
  widgets::ParityPlotModel model;
  model.choosable = false;
  model.property = result.request.property;
  model.split = paritySplit(report.split);
  for (const auto& row : report.heldOut) {
    model.formulas.push_back(QString::fromStdString(row.formula));
    model.measuredK.push_back(row.measuredK);
  }
  for (const std::size_t predictor : predictorsOf(report)) {
    if (predictor == kLinearPredictor)
      continue;
    const auto& scores = report.models.at(std::string(prediction::predictorName(predictor)));
    widgets::ParitySeries series{predictorKey(predictor),
                                 studyPredictorTitle(predictor),
                                 predictorShortTitle(predictor),
                                 {},
                                 widgets::ParityScore{scores.r2.mean, scores.rmseK.mean},
                                 {}};
    for (const auto& row : report.heldOut)
      series.predictedK.push_back(row.predictedK[predictor]);
    model.series.push_back(std::move(series));
  }
  return model;
}

widgets::ResidualPlotModel residualsOf(const StudyResult& result, const HoldOutReport& report,
                                       std::size_t predictor, int atomicNumber,
                                       std::vector<std::size_t>& rows) {
  widgets::ResidualPlotModel model;
  model.element = widgets::elementSymbol(atomicNumber);
  model.model = Texts::tr("%1, %2").arg(studyPredictorTitle(predictor), splitWords(report.split));
  rows.clear();
  for (std::size_t i = 0; i < report.heldOut.size(); ++i) {
    const auto& row = report.heldOut[i];
    const auto& alloy = result.data.table->rows[row.tableRow].composition;
    if (!(alloy.fraction(atomicNumber) > 0.0))
      continue;
    rows.push_back(i);
    model.formulas << QString::fromStdString(row.formula);
    model.percent.push_back(alloy.percent(atomicNumber));
    model.residualK.push_back(predictedK(row, predictor) - row.measuredK);
  }
  return model;
}

widgets::CalibrationPlotModel calibrationOf(const HoldOutReport& report) {
  widgets::CalibrationPlotModel model;
  model.title = report.models.contains("blend")
                    ? Texts::tr("Intervals of the blend, %1").arg(splitWords(report.split))
                    : Texts::tr("Intervals of the model, %1").arg(splitWords(report.split));
  for (const auto& point : report.calibration)
    model.points.push_back({point.nominal, point.actual.mean, point.actual.sd});
  return model;
}

widgets::ErrorCurvesModel curvesOf(const StudyLearning& learning) {
  const auto& curve = learning.curve;
  widgets::ErrorCurvesModel model;
  model.title = Texts::tr("%1; each judged by %2 rows, %n splits", nullptr, curve.seeds)
                    .arg(splitWords(curve.split))
                    .arg(curve.testRows);
  for (std::size_t predictor = 0; predictor <= kLinearPredictor; ++predictor) {
    widgets::ErrorCurvesModel::Series series{
        studyPredictorKey(predictor), studyPredictorTitle(predictor), {}};
    for (const auto& point : curve.points) {
      const auto found = point.rmseK.find(series.key.toStdString());
      if (predictor != kLinearPredictor && found == point.rmseK.end())
        continue;
      const auto& rmse = predictor == kLinearPredictor ? point.linearRmseK : found->second;
      series.points.push_back({static_cast<double>(point.rows), static_cast<double>(point.systems),
                               rmse.mean, rmse.sd});
    }
    if (!series.points.empty())
      model.series.push_back(std::move(series));
  }
  return model;
}

widgets::ContributionChartModel contributionsOf(const StudyResult& result) {
  widgets::ContributionChartModel model;
  model.title = Texts::tr("What each element adds to the trained model's prediction");
  for (const auto& mean : result.contributions)
    model.bars.push_back({widgets::elementSymbol(mean.atomicNumber), mean.meanAbsoluteK, mean.meanK,
                          static_cast<int>(mean.alloys)});
  return model;
}

QStringList studyRemarks(const StudyResult& result) {
  QStringList remarks;
  for (const auto& report : result.reports) {
    const QString split = splitWords(report.split);
    if (report.coverage90 && report.meanWidthK)
      remarks << Texts::tr(
                     "%1: the 90 % interval holds %2 % of the held-out rows and is %3 K wide "
                     "on average.")
                     .arg(split, numberText(100.0 * report.coverage90->mean, 1),
                          numberText(report.meanWidthK->mean, 0));
    double best = std::numeric_limits<double>::infinity();
    for (const auto& [name, scores] : report.models)
      best = std::min(best, scores.rmseK.mean);
    if (report.linear.rmseK.mean < best)
      remarks << Texts::tr(
                     "%1: plain linear regression (RMSE %2 K) does better than every model "
                     "(%3 K at best). A property that is a straight line of the contents was "
                     "probably computed from the elements and not measured; ask the audit.")
                     .arg(split, numberText(report.linear.rmseK.mean, 1), numberText(best, 1));
    if (!report.notLeft.empty()) {
      QStringList kept;
      for (const auto& element : report.notLeft)
        kept << Texts::tr("%1 (%2 rows)")
                    .arg(widgets::elementSymbol(element.atomicNumber))
                    .arg(element.rows);
      remarks << Texts::tr(
                     "Not left out, because fewer than 10 rows contain them or too few rows "
                     "stay without them: %1.")
                     .arg(kept.join(QStringLiteral(", ")));
    }
  }
  if (result.data.conflicts > 0)
    remarks << Texts::tr(
        "The tables differ by more than is usual on %n values; the median was "
        "taken.",
        nullptr, static_cast<int>(result.data.conflicts));
  return remarks;
}

}  // namespace vitrine::app
