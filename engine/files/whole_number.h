#pragma once

#include "engine/core/error.h"

#include <cstdint>
#include <utility>

namespace vitrine::files {

/// A whole number in JSON, as `Whole`. What the library makes of 2e100 or of a number that does not
/// fit is undefined or another number.
/// @param value  of the library, which thus stays out of this header
/// @throws Error (Damaged)
template <class Whole, class Json>
Whole wholeNumber(const Json& value) {
  if (value.is_number_unsigned()) {
    if (const auto number = value.template get<std::uint64_t>(); std::in_range<Whole>(number))
      return static_cast<Whole>(number);
  } else if (value.is_number_integer()) {
    if (const auto number = value.template get<std::int64_t>(); std::in_range<Whole>(number))
      return static_cast<Whole>(number);
  }
  throw Error(ErrorCode::Damaged, "It has no possible whole number where one is wanted.");
}

}  // namespace vitrine::files
