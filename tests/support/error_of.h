#pragma once

#include "engine/core/error.h"

#include <functional>
#include <optional>

namespace vitrine::test {

/// The error that `work` ends with; empty where it ends well.
inline std::optional<Error> errorOf(const std::function<void()>& work) {
  try {
    work();
  } catch (const Error& error) {
    return error;
  }
  return std::nullopt;
}

}  // namespace vitrine::test
