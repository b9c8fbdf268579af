#pragma once

#include "engine/barcode/accuracy_study.h"
#include "engine/barcode/barcode_model.h"
#include "engine/barcode/energy_model.h"
#include "engine/barcode/glass_series.h"

#include <memory>
#include <string>
#include <vector>

namespace vitrine::barcode {

/// What a model is to be trained with.
struct BarcodeTrainingSettings {
  EnvironmentSettings environments;
  EnergyModelSettings energy;
  std::vector<double> studyThresholds;  ///< of an accuracyStudy; none where empty
};

/// Glasses to learn from.
struct TrainingGlasses {
  LoadGlass load;
  std::vector<double> energyEvPerAtom;  ///< of each
  std::vector<std::string> groups;      ///< of each
};

struct BarcodeTraining {
  std::shared_ptr<const BarcodeModel> model;
  std::vector<AccuracyPoint> study;
};

/// Collects environments, counts them and trains the energy model.
/// @param card  its words about the data (source, licence, potentials, trained, program) are kept,
///              all numbers are filled in
/// @throws Error (InvalidInput) as collectSeries and trainEnergyModel; Cancelled
BarcodeTraining trainBarcode(const TrainingGlasses& glasses,
                             const BarcodeTrainingSettings& settings, BarcodeCard card,
                             const RunContext& context);

}  // namespace vitrine::barcode
