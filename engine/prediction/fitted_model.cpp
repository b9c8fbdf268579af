#include "engine/prediction/fitted_model.h"

#include "engine/core/error.h"
#include "engine/regression/regressor_io.h"

#include <cmath>

namespace vitrine::prediction {

LearnedPart learnedPart(const ModelRecipe& recipe, const FeatureMap& features,
                        std::span<const alloy::Composition> alloys,
                        std::span<const double> targetK) {
  LearnedPart part;
  part.restK.assign(targetK.begin(), targetK.end());
  if (!recipe.aboveRuleOfMixtures)
    return part;
  std::vector<double> mean(alloys.size());
  double product = 0.0, square = 0.0;
  for (std::size_t i = 0; i < alloys.size(); ++i) {
    mean[i] = features.average(Fact::MeltingPoint, alloys[i]);
    product += mean[i] * targetK[i];
    square += mean[i] * mean[i];
  }
  part.slope = product / square;
  for (std::size_t i = 0; i < alloys.size(); ++i)
    part.restK[i] -= part.slope * mean[i];
  return part;
}

FittedModel FittedModel::train(const ModelRecipe& recipe, const std::vector<int>& elements,
                               std::span<const alloy::Composition> alloys,
                               std::span<const double> targetK, const RunContext& context) {
  FittedModel model;
  model.m_features = FeatureMap::create(recipe.features, elements, alloys);
  const auto part = learnedPart(recipe, model.m_features, alloys, targetK);
  model.m_slope = part.slope;
  model.m_regressor = regression::fit(recipe.kind, recipe.parameters,
                                      model.m_features.apply(alloys), part.restK, context);
  return model;
}

double FittedModel::mixture(const alloy::Composition& alloy) const {
  return m_slope == 0.0 ? 0.0 : m_slope * m_features.average(Fact::MeltingPoint, alloy);
}

regression::Predictions FittedModel::predict(std::span<const alloy::Composition> alloys,
                                             const RunContext& context) const {
  auto predictions = m_regressor->predictWithSpread(m_features.apply(alloys), context);
  for (std::size_t i = 0; i < alloys.size(); ++i)
    predictions.values[i] += mixture(alloys[i]);
  return predictions;
}

void FittedModel::write(files::ByteWriter& out) const {
  m_features.write(out);
  out.put(m_slope);
  const auto bytes = regression::encodeRegressor(*m_regressor);
  out.put(static_cast<std::uint64_t>(bytes.size()));
  out.putRaw(bytes);
}

FittedModel FittedModel::read(files::ByteReader& in) {
  FittedModel model;
  model.m_features = FeatureMap::read(in);
  model.m_slope = in.get<double>();
  const auto size = in.get<std::uint64_t>();
  if (!std::isfinite(model.m_slope) || size > in.remaining())
    throw Error(ErrorCode::Damaged, "The model file is damaged: one of its models is cut off.");
  model.m_regressor = regression::decodeRegressor(in.take(static_cast<std::size_t>(size)));
  if (model.m_regressor->featureCount() != model.m_features.columns())
    throw Error(ErrorCode::Damaged,
                "The model file is damaged: a model does not fit its features.");
  return model;
}

}  // namespace vitrine::prediction
