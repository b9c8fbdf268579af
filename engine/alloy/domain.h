#pragma once

#include <string_view>

namespace vitrine::alloy {

/// Where an alloy lies with respect to the alloys a model knows.
enum class Domain { Inside, Edge, Outside };

/// "inside", "edge", "outside".
std::string_view domainName(Domain domain);

}  // namespace vitrine::alloy
