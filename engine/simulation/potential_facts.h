#pragma once

#include "engine/simulation/potential.h"

#include <span>
#include <string_view>

namespace vitrine::simulation {

/// What is known of a potential besides its file.
struct PotentialFacts {
  std::string_view name;       ///< of the file
  std::string_view reference;  ///< a key of resources/references.json
  std::string_view caution;    ///< for alloys of several elements; may be empty
};

/// Best first: those made for liquids and glasses, then those made for alloys, then the others.
std::span<const PotentialFacts> potentialFacts();

/// Fills in what is known by the name of the file.
void describe(Potential& potential);

}  // namespace vitrine::simulation
