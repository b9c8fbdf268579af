#include "engine/generation/not_negative.h"

#include "engine/files/safetensors.h"

#include <algorithm>
#include <utility>

namespace vitrine::generation {

namespace {

Matrix kept(Matrix values) {
  for (std::size_t i = 0; i < values.rows(); ++i)
    for (double& value : values.row(i))
      value = std::max(0.0, value);
  return values;
}

class NotNegative final : public SpectrumGenerator {
 public:
  explicit NotNegative(std::shared_ptr<const SpectrumGenerator> generator)
      : SpectrumGenerator(generator->card(), generator->knownFractions()),
        m_generator(std::move(generator)) {}

  [[nodiscard]] Matrix means(const Matrix& fractions, const RunContext& context) const override {
    return kept(m_generator->means(fractions, context));
  }
  [[nodiscard]] Band band(const Matrix& fractions, const RunContext& context) const override {
    Band band = m_generator->band(fractions, context);
    return {kept(std::move(band.lower)), kept(std::move(band.upper))};
  }
  [[nodiscard]] Matrix draws(std::span<const double> fractions, std::size_t count,
                             const RunContext& context) const override {
    return kept(m_generator->draws(fractions, count, context));
  }
  [[nodiscard]] files::TensorFile tensors() const override { return m_generator->tensors(); }

 private:
  std::shared_ptr<const SpectrumGenerator> m_generator;
};

}  // namespace

std::shared_ptr<const SpectrumGenerator> notNegative(
    std::shared_ptr<const SpectrumGenerator> generator) {
  return std::make_shared<NotNegative>(std::move(generator));
}

}  // namespace vitrine::generation
