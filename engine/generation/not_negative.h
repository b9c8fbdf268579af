#pragma once

#include "engine/generation/generator.h"

#include <memory>

namespace vitrine::generation {

/// The same generator, with all it says kept from falling below zero: what interpolates radial
/// distribution functions knows nothing of the fact that no pair of atoms is rarer than none.
std::shared_ptr<const SpectrumGenerator> notNegative(
    std::shared_ptr<const SpectrumGenerator> generator);

}  // namespace vitrine::generation
