#pragma once

#include <cerrno>
#include <unistd.h>
#include <utility>

namespace vitrine::files {

/// Closes an open POSIX file however its scope is left.
class FileDescriptor {
 public:
  /// Takes what open(2) returned, also where that is -1.
  explicit FileDescriptor(int descriptor) noexcept : m_descriptor(descriptor) {}
  ~FileDescriptor() { static_cast<void>(close()); }
  FileDescriptor(const FileDescriptor&) = delete;
  FileDescriptor& operator=(const FileDescriptor&) = delete;

  [[nodiscard]] bool isOpen() const noexcept { return m_descriptor >= 0; }
  [[nodiscard]] int get() const noexcept { return m_descriptor; }
  /// Some file systems report a failed write only here. @return 0 or the error number
  int close() noexcept {
    const int descriptor = std::exchange(m_descriptor, -1);
    return descriptor < 0 || ::close(descriptor) == 0 ? 0 : errno;
  }

 private:
  int m_descriptor;
};

}  // namespace vitrine::files
