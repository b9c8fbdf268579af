#pragma once

#include "app/spectra/judgement.h"
#include "widgets/generation/error_histogram.h"
#include "widgets/generation/learning_curve.h"
#include "widgets/generation/pattern_examples.h"
#include "widgets/generation/peak_agreement.h"

namespace vitrine::app {

// What the views of a judgement show.
widgets::ErrorHistogramModel errorsOf(const Judgement& judgement);
widgets::PatternExamplesModel examplesOf(const Judgement& judgement);
widgets::PeakAgreementModel firstPeaksOf(const Judgement& judgement);
widgets::LearningCurveModel curveOf(const LearningResult& learning, const TrainingRequest& request);

}  // namespace vitrine::app
