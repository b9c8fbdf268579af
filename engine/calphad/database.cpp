#include "engine/calphad/database.h"

#include "engine/core/error.h"

#include <algorithm>

namespace vitrine::calphad {

void Database::reject(const std::vector<std::string>& phaseNames) {
  for (const auto& name : phaseNames) {
    const auto found = std::find_if(phases.begin(), phases.end(),
                                    [&name](const Phase& phase) { return phase.name == name; });
    if (found == phases.end())
      throw Error(ErrorCode::InvalidInput, "The database has no phase " + name + ".");
    found->rejected = true;
  }
}

std::vector<double> Database::functionValues(double temperatureK) const {
  std::vector<double> values(functions.size());
  for (const std::size_t i : evaluationOrder)
    values[i] = functions[i].value.value(temperatureK, values);
  return values;
}

}  // namespace vitrine::calphad
