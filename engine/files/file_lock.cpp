#include "engine/files/file_lock.h"

#include "engine/core/error.h"

#include <cerrno>
#include <fcntl.h>
#include <string>
#include <system_error>

namespace vitrine::files {

namespace {

/// Locks of the open file, not of the process.
struct flock wholeFile() {
  struct flock lock {};
  lock.l_type = F_WRLCK;
  lock.l_whence = SEEK_SET;
  return lock;
}

std::string reasonOf(int error) {
  return std::error_code(error, std::generic_category()).message();
}

}  // namespace

std::unique_ptr<FileLock> FileLock::take(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (descriptor < 0)
    throw Error(ErrorCode::CannotWrite,
                file.string() + " cannot be written: " + reasonOf(errno) + ".");
  std::unique_ptr<FileLock> held(new FileLock(descriptor));
  struct flock lock = wholeFile();
  if (::fcntl(descriptor, F_OFD_SETLK, &lock) == 0)
    return held;
  if (errno == EAGAIN || errno == EACCES)
    return nullptr;
  throw Error(ErrorCode::CannotWrite, file.string() + " cannot be locked (" + reasonOf(errno) +
                                          "); name a folder on a file system that has locks.");
}

bool FileLock::isHeld(const std::filesystem::path& file) {
  const FileDescriptor opened(::open(file.c_str(), O_RDWR | O_CLOEXEC));
  struct flock lock = wholeFile();
  return opened.isOpen() && ::fcntl(opened.get(), F_OFD_GETLK, &lock) == 0 &&
         lock.l_type != F_UNLCK;
}

}  // namespace vitrine::files
