#pragma once

#include "app/spectra/training_request.h"
#include "engine/core/run_context.h"
#include "engine/generation/evaluation.h"
#include "engine/generation/generator.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace vitrine::app {

/// A generator held against the patterns it did not learn from.
struct Judgement {
  TrainingRequest request;
  std::shared_ptr<const generation::SpectrumGenerator> generator;
  generation::Evaluation scores;
  generation::GeneratorKind plainKind{};  ///< a plain generator that learned from the same patterns
  generation::Evaluation plainScores;
  std::vector<std::string> formulas;  ///< of the patterns it is judged by

  /// Some of those patterns, over `generator->card().axis`.
  struct Example {
    std::size_t index = 0;  ///< in `scores.patterns`
    std::vector<double> measured, mean, lower, upper;
  };
  std::vector<Example> best;   ///< by rising error
  std::vector<Example> worst;  ///< by falling error
};

/// @param file  of the generator
/// @param examples  how many of the best, and of the worst
/// @throws Error where the file cannot be read or no pattern is left; Cancelled
Judgement judge(const TrainingRequest& request, const std::filesystem::path& file, int examples,
                const RunContext& context);

/// Errors over the number of patterns learned from: 20, 50 … 500, as far as a fifth of all is left
/// to judge by. @throws Error where there are too few for that; Cancelled
struct LearningResult {
  std::vector<generation::LearningPoint> points;
  std::size_t judgedBy = 0;
};
LearningResult learn(const TrainingRequest& request, const RunContext& context);

}  // namespace vitrine::app
