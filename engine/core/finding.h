#pragma once

#include <cstddef>
#include <string>

namespace vitrine {

/// One remark of an input check. Checks collect findings and never throw.
struct Finding {
  enum class Severity { Note, Error };

  Severity severity = Severity::Error;
  std::string message;       ///< one sentence for people
  std::size_t position = 0;  ///< 1-based character in the checked text; 0 where there is none
};

}  // namespace vitrine
