#include "engine/generation/component_generator.h"

#include "engine/core/error.h"
#include "engine/core/parallel.h"
#include "engine/files/safetensors.h"
#include "engine/generation/gaussian_field.h"
#include "engine/generation/pattern_basis.h"
#include "engine/generation/spread_generator.h"

#include <algorithm>

namespace vitrine::generation {

namespace {

/// So many components leave nothing over that shows in a mean squared error of patterns.
constexpr std::size_t kAllComponents = 40;
constexpr std::size_t kComponents = 10;

FieldSettings settingsFor(GeneratorKind kind) {
  if (kind == GeneratorKind::RadialBasis)
    return {.covariances = {Covariance::Linear},
            .lengths = {1.0},
            .noises = {1e-8},
            .entropyTrend = false,
            .directional = false,
            .averages = false,
            .robust = false};
  return {.covariances = {Covariance::SquaredExponential},
          .lengths = {0.03, 0.05, 0.08, 0.12, 0.2, 0.3, 0.5, 0.8},
          .noises = {1e-4, 1e-3, 1e-2, 0.03, 0.1, 0.3, 1.0},
          .entropyTrend = false,
          .directional = false,
          .averages = false,
          .robust = false};
}

class ComponentGenerator final : public SpreadGenerator {
 public:
  ComponentGenerator(GeneratorCard card, Matrix known, PatternBasis basis, GaussianField field,
                     ResidualSpread spread)
      : SpreadGenerator(std::move(card), std::move(known), std::move(spread)),
        m_basis(std::move(basis)),
        m_field(std::move(field)) {}

  [[nodiscard]] Matrix means(const Matrix& fractions, const RunContext& context) const override {
    Matrix result(fractions.rows(), card().axis.points);
    parallelFor(context, fractions.rows(), [&](std::size_t i) {
      std::vector<double> scores(m_basis.components());
      m_field.mean(fractions.row(i), scores);
      m_basis.compose(scores, result.row(i));
    });
    return result;
  }
  [[nodiscard]] files::TensorFile tensors() const override {
    files::TensorFile file;
    m_basis.store(file, "basis");
    m_field.store(file, "field");
    spread().store(file);
    return file;
  }

 private:
  PatternBasis m_basis;
  GaussianField m_field;
};

}  // namespace

std::shared_ptr<const SpectrumGenerator> fitComponents(GeneratorCard card, const TrainingSet& set,
                                                       const RunContext& context) {
  const bool all = card.kind == GeneratorKind::RadialBasis;
  auto basis = PatternBasis::fit(set.intensities(), all ? kAllComponents : kComponents,
                                 context.slice(0.0, 0.2));
  auto fitted = GaussianField::fit(set.fractions(), basis.scores, settingsFor(card.kind),
                                   context.slice(0.2, 0.8));
  Matrix residuals(set.size(), set.axis().points);
  for (std::size_t i = 0; i < set.size(); ++i) {
    context.tick();
    const auto row = residuals.row(i);
    basis.basis.compose(fitted.leftOut.means.row(i), row);
    for (std::size_t p = 0; p < row.size(); ++p)
      row[p] = set.intensities()(i, p) - row[p];
  }
  auto spread = ResidualSpread::fit(residuals, context.slice(0.8, 1.0));
  card.settings["components"] = static_cast<double>(basis.basis.components());
  return std::make_shared<ComponentGenerator>(std::move(card), set.fractions(),
                                              std::move(basis.basis), std::move(fitted.field),
                                              std::move(spread));
}

std::shared_ptr<const SpectrumGenerator> makeComponents(GeneratorCard card, Matrix known,
                                                        const files::TensorFile& tensors) {
  auto basis = PatternBasis::restore(tensors, "basis", card.axis.points);
  auto field = GaussianField::restore(tensors, "field", known);
  if (field.outputs() != basis.components())
    throw Error(ErrorCode::Damaged,
                "The generator is damaged: its field does not fit its components.");
  auto spread = ResidualSpread::restore(tensors, card.axis.points);
  return std::make_shared<ComponentGenerator>(std::move(card), std::move(known), std::move(basis),
                                              std::move(field), std::move(spread));
}

}  // namespace vitrine::generation
