#include "engine/dataset/table.h"

namespace vitrine::dataset {

std::string headerOf(const PropertyColumn& column) {
  return column.unit.empty() ? column.name : column.name + "_" + column.unit;
}

std::optional<std::size_t> Table::column(std::string_view wanted) const {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const PropertyColumn& candidate = columns[i];
    if (candidate.name == wanted ||
        (!candidate.unit.empty() && candidate.name + "_" + candidate.unit == wanted))
      return i;
  }
  return std::nullopt;
}

}  // namespace vitrine::dataset
