#include "engine/calphad/database.h"

namespace vitrine::calphad {

std::vector<double> Database::functionValues(double temperatureK) const {
  std::vector<double> values(functions.size());
  for (const std::size_t i : evaluationOrder)
    values[i] = functions[i].value.value(temperatureK, values);
  return values;
}

}  // namespace vitrine::calphad
