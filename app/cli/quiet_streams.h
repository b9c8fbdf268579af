#pragma once

#include <iosfwd>
#include <memory>

namespace vitrine::cli {

/// While one lives, standard output and standard error belong to it: what other libraries print
/// there goes nowhere, so that scripts read our words and nothing else.
class QuietStreams {
 public:
  QuietStreams();
  ~QuietStreams();
  QuietStreams(const QuietStreams&) = delete;
  QuietStreams& operator=(const QuietStreams&) = delete;

  /// Gives standard output and standard error back early: to a program that takes this one's place.
  void restore() noexcept;

  std::ostream& out() noexcept;
  std::ostream& err() noexcept;

 private:
  struct Parts;
  std::unique_ptr<Parts> m_parts;
};

}  // namespace vitrine::cli
