#include "app/spectra/judgement_models.h"

namespace vitrine::app {

using generation::PatternScore;

namespace {

QStringList idsOf(const Judgement& judgement) {
  QStringList ids;
  for (const PatternScore& score : judgement.scores.patterns)
    ids << QString::fromStdString(score.id);
  return ids;
}

QStringList formulasOf(const Judgement& judgement) {
  QStringList formulas;
  for (const std::string& formula : judgement.formulas)
    formulas << QString::fromStdString(formula);
  return formulas;
}

std::vector<double> squaredErrors(const generation::Evaluation& evaluation) {
  std::vector<double> errors;
  for (const PatternScore& score : evaluation.patterns)
    errors.push_back(score.mse);
  return errors;
}

widgets::PeakAgreementModel::Quantity quantityOf(const generation::Evaluation& evaluation,
                                                 std::optional<double> PatternScore::*measured,
                                                 std::optional<double> PatternScore::*generated,
                                                 const generation::Agreement& agreement) {
  widgets::PeakAgreementModel::Quantity quantity;
  for (const PatternScore& score : evaluation.patterns) {
    quantity.measured.push_back(score.*measured);
    quantity.generated.push_back(score.*generated);
  }
  quantity.slope = agreement.slope;
  quantity.r2 = agreement.r2;
  return quantity;
}

}  // namespace

widgets::ErrorHistogramModel errorsOf(const Judgement& judgement) {
  widgets::ErrorHistogramModel model;
  model.ids = idsOf(judgement);
  model.formulas = formulasOf(judgement);
  model.generator = kindTitle(judgement.request.kind);
  model.mse = squaredErrors(judgement.scores);
  model.baseline = kindTitle(judgement.plainKind);
  model.baselineMse = squaredErrors(judgement.plainScores);
  return model;
}

widgets::PatternExamplesModel examplesOf(const Judgement& judgement) {
  widgets::PatternExamplesModel model;
  model.generator = kindTitle(judgement.request.kind);
  const auto q = judgement.generator->card().axis.positions();
  const auto add = [&](const std::vector<Judgement::Example>& examples, bool isBest) {
    for (const auto& example : examples) {
      const PatternScore& score = judgement.scores.patterns[example.index];
      model.examples.push_back({QString::fromStdString(score.id),
                                QString::fromStdString(judgement.formulas[example.index]),
                                score.mse,
                                isBest,
                                {q, example.measured, example.mean, example.lower, example.upper}});
    }
  };
  add(judgement.best, true);
  add(judgement.worst, false);
  return model;
}

widgets::PeakAgreementModel firstPeaksOf(const Judgement& judgement) {
  widgets::PeakAgreementModel model;
  model.ids = idsOf(judgement);
  model.formulas = formulasOf(judgement);
  const auto& scores = judgement.scores;
  model.position = quantityOf(scores, &PatternScore::q1Measured, &PatternScore::q1, scores.q1);
  model.width =
      quantityOf(scores, &PatternScore::deltaQMeasured, &PatternScore::deltaQ, scores.deltaQ);
  return model;
}

widgets::LearningCurveModel curveOf(const LearningResult& learning,
                                    const TrainingRequest& request) {
  widgets::LearningCurveModel model;
  model.generator = kindTitle(request.kind);
  model.judgedBy = static_cast<int>(learning.judgedBy);
  for (const auto& point : learning.points)
    model.points.push_back({static_cast<int>(point.patterns), point.mseMean, point.mseMedian});
  return model;
}

}  // namespace vitrine::app
