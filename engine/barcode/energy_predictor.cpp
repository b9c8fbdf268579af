#include "engine/barcode/energy_predictor.h"

#include "engine/core/error.h"
#include "engine/core/parallel.h"
#include "engine/files/bytes.h"
#include "engine/regression/regressor_io.h"
#include "engine/regression/ridge.h"
#include "engine/regression/tree_ensemble.h"
#include "engine/regression/tree_shap.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <utility>

namespace vitrine::barcode {

namespace {

constexpr double kAtomsOfTarget = 2000.0;

/// SHAP values of each row, without their base.
Matrix treeContributions(const regression::Regressor& model, const Matrix& rows,
                         const RunContext& context) {
  const auto& trees = *regression::asTrees(model);
  Matrix result(rows.rows(), rows.columns());
  parallelFor(context, rows.rows(), [&](std::size_t i) {
    const auto why = regression::treeShap(trees, rows.row(i), context.silent());
    std::ranges::copy(why.contributions, result.row(i).begin());
  });
  return result;
}

Matrix lineContributions(const regression::LinearFit& line, const Matrix& rows) {
  Matrix result(rows.rows(), rows.columns());
  const auto count = static_cast<double>(rows.rows());
  for (std::size_t k = 0; k < rows.columns(); ++k) {
    double mean = 0.0;
    for (std::size_t i = 0; i < rows.rows(); ++i)
      mean += rows(i, k) / count;
    for (std::size_t i = 0; i < rows.rows(); ++i)
      result(i, k) = line.coefficients[k] * (rows(i, k) - mean);
  }
  return result;
}

std::uint8_t tagOf(EnergyMethod method) {
  return method == EnergyMethod::BoostedTrees ? 0 : 1;
}

}  // namespace

std::string_view methodName(EnergyMethod method) {
  return method == EnergyMethod::BoostedTrees ? "boosted_trees" : "line";
}

std::vector<double> EnergyPredictor::targetOf(std::span<const double> energyEvPerAtom) {
  std::vector<double> target(energyEvPerAtom.begin(), energyEvPerAtom.end());
  for (double& energy : target)
    energy *= kAtomsOfTarget;
  return target;
}

EnergyPredictor EnergyPredictor::fit(const EnergyRecipe& recipe, const Matrix& rows,
                                     std::span<const double> energyEvPerAtom,
                                     const RunContext& context) {
  const auto target = targetOf(energyEvPerAtom);
  if (recipe.method == EnergyMethod::Line)
    return EnergyPredictor(
        regression::ridge(rows, target, recipe.parameters.at("penalty"), context));
  return EnergyPredictor(regression::fit(regression::ModelKind::GradientBoosting, recipe.parameters,
                                         rows, target, context));
}

EnergyMethod EnergyPredictor::method() const noexcept {
  return std::holds_alternative<Trees>(m_model) ? EnergyMethod::BoostedTrees : EnergyMethod::Line;
}

std::size_t EnergyPredictor::featureCount() const noexcept {
  const auto* trees = std::get_if<Trees>(&m_model);
  return trees != nullptr ? (*trees)->featureCount()
                          : std::get<regression::LinearFit>(m_model).coefficients.size();
}

std::vector<double> EnergyPredictor::predict(const Matrix& rows, const RunContext& context) const {
  const auto* trees = std::get_if<Trees>(&m_model);
  auto energies = trees != nullptr ? (*trees)->predict(rows, context)
                                   : std::get<regression::LinearFit>(m_model).predict(rows);
  for (double& energy : energies)
    energy /= kAtomsOfTarget;
  return energies;
}

std::vector<double> EnergyPredictor::importance(const Matrix& rows,
                                                const RunContext& context) const {
  const auto* trees = std::get_if<Trees>(&m_model);
  const Matrix contributions =
      trees != nullptr ? treeContributions(**trees, rows, context)
                       : lineContributions(std::get<regression::LinearFit>(m_model), rows);
  std::vector<double> mean(rows.columns());
  const double whole = kAtomsOfTarget * static_cast<double>(rows.rows());
  for (std::size_t i = 0; i < rows.rows(); ++i)
    for (std::size_t k = 0; k < mean.size(); ++k)
      mean[k] += std::abs(contributions(i, k)) / whole;
  return mean;
}

std::vector<std::byte> EnergyPredictor::encode() const {
  files::ByteWriter out;
  out.put(tagOf(method()));
  if (const auto* line = std::get_if<regression::LinearFit>(&m_model)) {
    out.put(line->intercept);
    out.put(static_cast<std::uint32_t>(line->coefficients.size()));
    out.putArray(std::span<const double>(line->coefficients));
  } else {
    out.putRaw(regression::encodeRegressor(*std::get<Trees>(m_model)));
  }
  return out.take();
}

EnergyPredictor EnergyPredictor::decode(std::span<const std::byte> bytes) {
  files::ByteReader in(bytes);
  const auto tag = in.get<std::uint8_t>();
  if (tag == tagOf(EnergyMethod::BoostedTrees)) {
    auto trees = regression::decodeRegressor(bytes.subspan(1));
    if (regression::asTrees(*trees) == nullptr)
      throw Error(ErrorCode::Damaged, "The energy model is damaged: it is of no such kind.");
    return EnergyPredictor(std::move(trees));
  }
  regression::LinearFit line;
  line.intercept = in.get<double>();
  const std::size_t count = in.get<std::uint32_t>();
  line.coefficients = in.getArray<double>(count);
  const bool finite =
      std::isfinite(line.intercept) &&
      std::ranges::all_of(line.coefficients, [](double c) { return std::isfinite(c); });
  if (tag != tagOf(EnergyMethod::Line) || !finite || in.remaining() > 0)
    throw Error(ErrorCode::Damaged, "The energy model is damaged: it is of no such kind.");
  return EnergyPredictor(std::move(line));
}

}  // namespace vitrine::barcode
