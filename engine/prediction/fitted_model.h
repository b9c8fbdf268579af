#pragma once

#include "engine/alloy/composition.h"
#include "engine/core/run_context.h"
#include "engine/prediction/features.h"
#include "engine/prediction/recipe.h"
#include "engine/regression/regressor.h"

#include <memory>
#include <span>
#include <vector>

namespace vitrine::prediction {

/// A target without its rule of mixtures.
struct LearnedPart {
  double slope = 0.0;  ///< k of k · <T_m>; 0 where the recipe learns the temperature itself
  std::vector<double> restK;
};

/// What the regressor of a recipe is given to learn.
LearnedPart learnedPart(const ModelRecipe& recipe, const FeatureMap& features,
                        std::span<const alloy::Composition> alloys,
                        std::span<const double> targetK);

/// One trained model of a blend: alloys in, temperatures out.
class FittedModel {
 public:
  /// @param elements  elements that get a column, ascending
  static FittedModel train(const ModelRecipe& recipe, const std::vector<int>& elements,
                           std::span<const alloy::Composition> alloys,
                           std::span<const double> targetK, const RunContext& context);

  [[nodiscard]] regression::ModelKind kind() const noexcept { return m_regressor->kind(); }
  [[nodiscard]] const FeatureMap& features() const noexcept { return m_features; }
  [[nodiscard]] const regression::Regressor& regressor() const noexcept { return *m_regressor; }
  /// k of the rule of mixtures k · <T_m> that is added to what the regressor says; 0 where unused.
  [[nodiscard]] double mixtureSlope() const noexcept { return m_slope; }

  /// Temperatures in K, and the spread of the trees where the model has one.
  [[nodiscard]] regression::Predictions predict(std::span<const alloy::Composition> alloys,
                                                const RunContext& context) const;

  void write(files::ByteWriter& out) const;
  /// @throws Error (Damaged)
  static FittedModel read(files::ByteReader& in);

 private:
  FittedModel() = default;

  FeatureMap m_features;
  double m_slope = 0.0;
  std::shared_ptr<const regression::Regressor> m_regressor;

  [[nodiscard]] double mixture(const alloy::Composition& alloy) const;
};

}  // namespace vitrine::prediction
