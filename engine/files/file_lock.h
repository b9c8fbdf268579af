#pragma once

#include "engine/files/file_descriptor.h"

#include <filesystem>
#include <memory>

namespace vitrine::files {

/// A file that is held by one holder, here or on another computer that sees it; given up when the
/// holder goes, also by a kill. Two holders of one process exclude each other too.
class FileLock {
 public:
  /// Takes the file, which is made where there is none. Null where somebody else holds it.
  /// @throws Error (CannotWrite) where it cannot be made, or lies where files cannot be held
  static std::unique_ptr<FileLock> take(const std::filesystem::path& file);
  /// Whether somebody holds the file.
  static bool isHeld(const std::filesystem::path& file);

 private:
  explicit FileLock(int file) noexcept : m_file(file) {}

  FileDescriptor m_file;  ///< open, with the lock on it
};

}  // namespace vitrine::files
