#pragma once

#include "engine/prediction/estimate.h"

#include <nlohmann/json.hpp>

#include <iosfwd>
#include <optional>

namespace vitrine::cli {

/// Keys keep the order they are written in. Numbers have a point in every locale and read back as
/// the same number; what is not finite becomes null.
using Json = nlohmann::ordered_json;

/// One object, indented, with a line end. Text that is not UTF-8 is repaired.
void write(std::ostream& out, const Json& object);
/// The same on one line, for JSON lines; flushed.
void writeLine(std::ostream& out, const Json& object);

inline Json orNull(std::optional<double> value) {
  return value ? Json(*value) : Json(nullptr);
}
inline Json toJson(const prediction::Interval& interval) {
  return {interval.lo, interval.hi};
}
inline Json orNull(const std::optional<prediction::Interval>& interval) {
  return interval ? toJson(*interval) : Json(nullptr);
}

}  // namespace vitrine::cli
