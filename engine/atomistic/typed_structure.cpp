#include "engine/atomistic/typed_structure.h"

#include "engine/alloy/element.h"
#include "engine/core/error.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace vitrine::atomistic {

bool TypedStructure::knowsElements() const {
  return std::all_of(types.begin(), types.end(), [this](int type) {
    return static_cast<std::size_t>(type) <= elements.size() &&
           elements[static_cast<std::size_t>(type) - 1] > 0;
  });
}

Structure withElements(TypedStructure typed, const std::vector<int>& elements) {
  const auto& known = elements.empty() ? typed.elements : elements;
  Structure structure = std::move(typed.structure);
  structure.species.reserve(typed.types.size());
  for (const int type : typed.types) {
    const auto index = static_cast<std::size_t>(type) - 1;
    if (index >= known.size() || known[index] <= 0)
      throw Error(ErrorCode::InvalidInput,
                  "The file does not say which element the atoms of type " + std::to_string(type) +
                      " are: name the elements of all types in their order.");
    structure.species.push_back(known[index]);
  }
  return structure;
}

int elementOfMass(double massU) {
  constexpr double kNearU = 0.3;
  constexpr double kNearShare = 0.01;
  int best = 0;
  double nearest = std::min(kNearU, kNearShare * massU);
  for (int z = 1; z <= alloy::kElementCount; ++z) {
    const double off = std::abs(alloy::element(z).massU - massU);
    if (off < nearest) {
      nearest = off;
      best = z;
    }
  }
  return best;
}

}  // namespace vitrine::atomistic
