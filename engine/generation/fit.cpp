#include "engine/generation/fit.h"

#include "engine/core/error.h"
#include "engine/generation/component_generator.h"
#include "engine/generation/neighbour_generator.h"
#include "engine/generation/not_negative.h"
#include "engine/generation/shape_generator.h"

namespace vitrine::generation {

namespace {

/// Fewer leave nothing to tell noise by.
constexpr std::size_t kLeastPatterns = 5;

std::shared_ptr<const SpectrumGenerator> fitAny(GeneratorCard card, const TrainingSet& set,
                                                const RunContext& context) {
  switch (card.kind) {
    case GeneratorKind::Nearest:
    case GeneratorKind::InverseDistance:
      return fitNeighbours(std::move(card), set, context);
    case GeneratorKind::RadialBasis:
    case GeneratorKind::GaussianProcess:
      return fitComponents(std::move(card), set, context);
    case GeneratorKind::Shape:
      return fitShape(std::move(card), set, context);
    case GeneratorKind::CcGan:
      break;
  }
  throw Error(ErrorCode::InvalidInput,
              "A ccGAN is trained by vitrine-trainer: start it with \"vitrine spectra train "
              "--kind ccgan\".");
}

}  // namespace

GeneratorCard cardFor(GeneratorKind kind, const TrainingSet& set) {
  GeneratorCard card;
  card.kind = kind;
  card.elements = set.elements();
  card.axis = set.axis();
  card.source = set.source();
  card.rows = set.size();
  card.steps = set.steps();
  card.origin = set.origin();
  return card;
}

std::shared_ptr<const SpectrumGenerator> fitGenerator(GeneratorCard card, const TrainingSet& set,
                                                      const RunContext& context) {
  if (set.size() < kLeastPatterns)
    throw Error(ErrorCode::InvalidInput,
                "A generator cannot learn from " + std::to_string(set.size()) +
                    " patterns: give it at least " + std::to_string(kLeastPatterns) + ".");
  if (isRadial(card))
    return notNegative(fitAny(std::move(card), set, context));
  return fitAny(std::move(card), set, context);
}

}  // namespace vitrine::generation
