#pragma once

#include "app/data/table_desk.h"
#include "app/document/document.h"
#include "app/jobs/job_runner.h"
#include "app/jobs/result_store.h"
#include "app/pages/workbench.h"
#include "app/places.h"
#include "app/services/computed_structures.h"
#include "app/services/generator_library.h"
#include "app/services/measured_patterns.h"
#include "app/services/model_library.h"
#include "app/services/reference_library.h"
#include "app/services/thermodynamic_database.h"

#include <utility>

namespace vitrine::app {

/// Everything of the workbench that is not on screen. It outlives the window.
struct Session {
  explicit Session(Places where)
      : places(std::move(where)),
        models(runner, places.resources / "models", places.ownModels),
        references(runner, places.resources),
        generators(runner, places.resources / "generators", places.ownGenerators),
        thermodynamics(runner) {}

  [[nodiscard]] Workbench workbench() {
    return {document,   desk,       runner,   store,          models,
            references, generators, measured, thermodynamics, computed};
  }

  Places places;
  Document document;
  TableDesk desk;
  ResultStore store;
  JobRunner runner;
  ModelLibrary models;
  ReferenceLibrary references;
  GeneratorLibrary generators;
  MeasuredPatterns measured;
  ThermodynamicDatabase thermodynamics;
  ComputedStructures computed;
};

}  // namespace vitrine::app
