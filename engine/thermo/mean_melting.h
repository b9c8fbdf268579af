#pragma once

#include "engine/alloy/composition.h"

#include <optional>

namespace vitrine::thermo {

/// <Tm> = sum of f_i Tm,i in K (Lu & Li 2009; Que et al. 2025, Eq. 5). Empty where the melting
/// point of an element is unknown.
std::optional<double> meanMeltingTemperatureK(const alloy::Composition& alloy);

}  // namespace vitrine::thermo
