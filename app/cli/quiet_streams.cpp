#include "app/cli/quiet_streams.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <locale>
#include <ostream>
#include <streambuf>
#include <unistd.h>

namespace vitrine::cli {

namespace {

/// Writes to a file descriptor it owns.
class DescriptorBuffer : public std::streambuf {
 public:
  explicit DescriptorBuffer(int descriptor) : m_descriptor(descriptor) {
    setp(m_buffer.data(), m_buffer.data() + m_buffer.size());
  }
  ~DescriptorBuffer() override {
    sync();
    ::close(m_descriptor);
  }

 protected:
  int_type overflow(int_type letter) override {
    if (sync() != 0)
      return traits_type::eof();
    if (!traits_type::eq_int_type(letter, traits_type::eof()))
      sputc(traits_type::to_char_type(letter));
    return traits_type::not_eof(letter);
  }

  int sync() override {
    const char* from = pbase();
    while (from < pptr()) {
      const auto written = ::write(m_descriptor, from, static_cast<std::size_t>(pptr() - from));
      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return -1;
      from += written;
    }
    setp(m_buffer.data(), m_buffer.data() + m_buffer.size());
    return 0;
  }

 private:
  int m_descriptor;
  std::array<char, 8192> m_buffer{};
};

}  // namespace

struct QuietStreams::Parts {
  DescriptorBuffer outBuffer{::dup(STDOUT_FILENO)};
  DescriptorBuffer errBuffer{::dup(STDERR_FILENO)};
  std::ostream out{&outBuffer};
  std::ostream err{&errBuffer};
  int keptOut = ::dup(STDOUT_FILENO);
  int keptErr = ::dup(STDERR_FILENO);
};

QuietStreams::QuietStreams() : m_parts(std::make_unique<Parts>()) {
  m_parts->out.imbue(std::locale::classic());
  m_parts->err.imbue(std::locale::classic());
  // A sanitizer reports on standard error; its words must not be lost.
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  if (const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC); nowhere >= 0) {
    ::dup2(nowhere, STDOUT_FILENO);
    ::dup2(nowhere, STDERR_FILENO);
    ::close(nowhere);
  }
#endif
}

QuietStreams::~QuietStreams() {
  restore();
  ::close(m_parts->keptOut);
  ::close(m_parts->keptErr);
}

void QuietStreams::restore() noexcept {
  std::fflush(stdout);
  std::fflush(stderr);
  ::dup2(m_parts->keptOut, STDOUT_FILENO);
  ::dup2(m_parts->keptErr, STDERR_FILENO);
}

std::ostream& QuietStreams::out() noexcept {
  return m_parts->out;
}

std::ostream& QuietStreams::err() noexcept {
  return m_parts->err;
}

}  // namespace vitrine::cli
