#pragma once

#include "engine/prediction/fitted_model.h"
#include "engine/prediction/interval_rule.h"
#include "engine/prediction/known_alloys.h"
#include "engine/prediction/property_model.h"

#include <memory>
#include <span>
#include <vector>

namespace vitrine::prediction {

/// Everything a property model is made of.
struct ModelParts {
  ModelCard card;
  std::vector<FittedModel> models;  ///< in enum order of their kinds, each kind once
  std::vector<double> weights;      ///< of the blend, one for each model
  IntervalRule interval;
  std::vector<OutOfFoldRow> rows;
  std::vector<alloy::Composition> alloys;  ///< of the rows
};

/// What all models say about some alloys.
struct BlendPredictions {
  std::vector<std::vector<double>> modelsK;  ///< models × alloys
  std::vector<double> blendK;
  std::vector<Doubt> doubts;
};

enum class Asked { AllModels, BlendOnly };

/// Asks the models and blends them. `known` are the alloys they were trained on. With BlendOnly,
/// models without weight are not asked and have no predictions.
BlendPredictions predictBlend(std::span<const FittedModel> models, std::span<const double> weights,
                              const KnownAlloys& known, std::span<const alloy::Composition> alloys,
                              Asked asked, const RunContext& context);

/// A property model in memory.
class BlendModel final : public PropertyModel {
 public:
  explicit BlendModel(ModelParts parts);

  [[nodiscard]] const ModelCard& card() const override { return m_parts.card; }
  [[nodiscard]] Estimate estimate(const alloy::Composition& alloy,
                                  const RunContext& context) const override;
  [[nodiscard]] BatchEstimate estimateAll(std::span<const alloy::Composition> alloys,
                                          const RunContext& context) const override;
  [[nodiscard]] Contributions contributions(const alloy::Composition& alloy,
                                            const RunContext& context) const override;
  [[nodiscard]] std::span<const OutOfFoldRow> outOfFold() const override { return m_parts.rows; }
  [[nodiscard]] bool knowsElement(int atomicNumber) const override;

  [[nodiscard]] const ModelParts& parts() const noexcept { return m_parts; }

 private:
  [[nodiscard]] std::vector<int> unknownElements(const alloy::Composition& alloy) const;

  ModelParts m_parts;
  KnownAlloys m_known;
  alloy::Composition m_meanAlloy;
};

}  // namespace vitrine::prediction
