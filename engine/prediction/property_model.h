#pragma once

#include "engine/alloy/composition.h"
#include "engine/alloy/domain.h"
#include "engine/core/run_context.h"
#include "engine/prediction/estimate.h"
#include "engine/prediction/model_card.h"

#include <array>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace vitrine::prediction {

/// A training row with its out-of-fold predictions, for predicted-vs-actual plots and scores.
struct OutOfFoldRow {
  std::string formula;
  std::string source;
  double measuredK = 0.0;
  /// Six models in enum order, then the blend; each predicted by models that never saw the row
  /// (random) or its alloy system (grouped).
  std::array<double, regression::kModelKinds.size() + 1> randomK{};
  std::array<double, regression::kModelKinds.size() + 1> groupedK{};
};

/// The values of a map: one entry for each alloy asked for. NaN where there is no prediction.
struct BatchEstimate {
  std::vector<double> valueK;
  std::vector<double> intervalWidthK;
  std::vector<alloy::Domain> domain;
};

/// Predicts one property of any alloy: features, six models, their blend, a calibrated interval and
/// the domain. Immutable; share it freely between threads.
class PropertyModel {
 public:
  virtual ~PropertyModel() = default;

  [[nodiscard]] virtual const ModelCard& card() const = 0;
  [[nodiscard]] virtual Estimate estimate(const alloy::Composition& alloy,
                                          const RunContext& context) const = 0;
  [[nodiscard]] virtual BatchEstimate estimateAll(std::span<const alloy::Composition> alloys,
                                                  const RunContext& context) const = 0;
  [[nodiscard]] virtual Contributions contributions(const alloy::Composition& alloy,
                                                    const RunContext& context) const = 0;
  [[nodiscard]] virtual std::span<const OutOfFoldRow> outOfFold() const = 0;
  /// True where the training data contain the element.
  [[nodiscard]] virtual bool knowsElement(int atomicNumber) const = 0;
};

/// Reads a model file. @throws Error (CannotRead, Damaged, TooNew) with one clear sentence.
std::shared_ptr<const PropertyModel> loadPropertyModel(const std::filesystem::path& file);

}  // namespace vitrine::prediction
