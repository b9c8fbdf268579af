#pragma once

#include "engine/generation/generator.h"

#include <memory>

namespace vitrine::generation {

/// The generator of a trained network of Xie et al., npj Comput. Mater. (2025); see CcGanShape.
///
/// The mean is that of `settings["draws"]` noise draws (8 where the card does not say), the same
/// for every alloy. The band adds the spread of the draws and, from the tensor "residual" (points),
/// the standard deviation of measured patterns from the mean; both are taken as normal.
/// @throws Error (Damaged) where the tensors are no such network or do not fit the card
std::shared_ptr<const SpectrumGenerator> makeCcGan(GeneratorCard card, Matrix knownFractions,
                                                   files::TensorFile tensors);

}  // namespace vitrine::generation
