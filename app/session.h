#pragma once

#include "app/document/document.h"
#include "app/jobs/job_runner.h"
#include "app/jobs/result_store.h"
#include "app/pages/workbench.h"
#include "app/services/generator_library.h"
#include "app/services/measured_patterns.h"
#include "app/services/model_library.h"
#include "app/services/reference_library.h"

#include <filesystem>

namespace vitrine::app {

/// Everything of the workbench that is not on screen. It outlives the window.
struct Session {
  explicit Session(const std::filesystem::path& resources)
      : models(runner, resources / "models"), references(runner, resources),
        generators(runner, resources / "generators") {}

  [[nodiscard]] Workbench workbench() {
    return {document, runner, store, models, references, generators, measured};
  }

  Document document;
  ResultStore store;
  JobRunner runner;
  ModelLibrary models;
  ReferenceLibrary references;
  GeneratorLibrary generators;
  MeasuredPatterns measured;
};

}  // namespace vitrine::app
