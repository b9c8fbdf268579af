#pragma once

#include "app/document/workbench_state.h"
#include "engine/alloy/composition.h"

#include <string>

namespace vitrine::app {

/// Equal for equal inputs only: the digits give every number back exactly.
std::string inputKey(double value);
std::string inputKey(const alloy::Composition& alloy);
std::string inputKey(const SectionPlane& plane);

}  // namespace vitrine::app
