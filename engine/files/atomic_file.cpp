#include "engine/files/atomic_file.h"

#include "engine/core/error.h"
#include "engine/files/file_descriptor.h"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace vitrine::files {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void throwCannotWrite(const fs::path& file, int error) {
  throw Error(ErrorCode::CannotWrite, "Cannot write " + file.string() + ": " +
                                          std::generic_category().message(error) + ".");
}

/// Removes the temporary file unless it has become the target.
class TemporaryName {
 public:
  explicit TemporaryName(std::string name) : m_name(std::move(name)) {}
  ~TemporaryName() {
    if (!m_name.empty())
      ::unlink(m_name.c_str());
  }
  TemporaryName(const TemporaryName&) = delete;
  TemporaryName& operator=(const TemporaryName&) = delete;
  void release() { m_name.clear(); }

 private:
  std::string m_name;
};

void writeAll(int descriptor, std::span<const std::byte> bytes, const fs::path& file) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0) {
      if (errno == EINTR)
        continue;
      throwCannotWrite(file, errno);
    }
    bytes = bytes.subspan(static_cast<std::size_t>(written));
  }
}

void writeStraight(const fs::path& file, std::span<const std::byte> bytes) {
  FileDescriptor descriptor(::open(file.c_str(), O_WRONLY | O_CLOEXEC));
  if (!descriptor.isOpen())
    throwCannotWrite(file, errno);
  writeAll(descriptor.get(), bytes, file);
  if (const int error = descriptor.close())
    throwCannotWrite(file, error);
}

/// What open(2) would give a new file. The umask can only be read by setting it, which would race
/// with other threads, so it is taken once, before main.
const mode_t kNewFileMode = [] {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return static_cast<mode_t>(0666U & ~mask);
}();

/// The rename itself must reach the disk, too. A file system that cannot do this is no failure.
void flushFolder(const fs::path& folder) {
  const FileDescriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (descriptor.isOpen())
    static_cast<void>(::fsync(descriptor.get()));
}

void replace(const fs::path& target, std::span<const std::byte> bytes, mode_t mode) {
  const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
  std::string name = (folder / ".").string();
  name += target.filename().string() + ".XXXXXX";
  FileDescriptor descriptor(::mkstemp(name.data()));
  if (!descriptor.isOpen())
    throwCannotWrite(target, errno);
  TemporaryName temporary(name);

  writeAll(descriptor.get(), bytes, target);
  if (::fchmod(descriptor.get(), mode) != 0 || ::fsync(descriptor.get()) != 0)
    throwCannotWrite(target, errno);
  if (const int error = descriptor.close())
    throwCannotWrite(target, error);
  if (::rename(name.c_str(), target.c_str()) != 0)
    throwCannotWrite(target, errno);
  temporary.release();
  flushFolder(folder);
}

}  // namespace

void writeAtomically(const fs::path& file, std::span<const std::byte> bytes) {
  struct stat status = {};
  if (::stat(file.c_str(), &status) != 0) {
    replace(file, bytes, kNewFileMode);
    return;
  }
  if (S_ISDIR(status.st_mode))
    throwCannotWrite(file, EISDIR);
  if (!S_ISREG(status.st_mode)) {
    writeStraight(file, bytes);
    return;
  }
  std::error_code error;
  const fs::path target = fs::canonical(file, error);
  if (error)
    throwCannotWrite(file, error.value());
  replace(target, bytes, status.st_mode & 07777U);
}

void writeAtomically(const fs::path& file, std::string_view text) {
  writeAtomically(file, std::as_bytes(std::span(text)));
}

}  // namespace vitrine::files
