#pragma once

#include <stdexcept>
#include <string>

namespace vitrine {

/// What kind of failure an Error reports; the command line turns it into the exit status.
enum class ErrorCode {
  InvalidInput,  ///< the caller's text, option or value is wrong
  CannotRead,    ///< a file is missing or unreadable
  CannotWrite,   ///< a file could not be written
  Damaged,       ///< a file is truncated, fails its checksum or breaks its format
  TooNew,        ///< a file comes from a newer version of the program
  Failed,        ///< the work itself failed
};

/// A failure. `what()` is one sentence for people: what, where, what to do. `detail()` is for logs.
class Error : public std::runtime_error {
 public:
  Error(ErrorCode code, const std::string& message, std::string detail = {})
      : std::runtime_error(message), m_code(code), m_detail(std::move(detail)) {}

  [[nodiscard]] ErrorCode code() const noexcept { return m_code; }
  [[nodiscard]] const std::string& detail() const noexcept { return m_detail; }

 private:
  ErrorCode m_code;
  std::string m_detail;
};

/// Thrown by RunContext::tick when a stop was asked for. It is no error and not a std::exception,
/// so that no handler for failures takes it for one.
class Cancelled {};

}  // namespace vitrine
