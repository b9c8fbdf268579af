#include "engine/process/child.h"

#include "engine/core/error.h"
#include "engine/files/file_descriptor.h"

#include <boost/process.hpp>
#include <boost/process/extend.hpp>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <mutex>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace vitrine::process {

namespace {

namespace bp = boost::process;
using namespace std::chrono_literals;

constexpr int kPollMs = 20;
constexpr auto kGrace = 50ms;
constexpr std::size_t kLongestLine = std::size_t{1} << 20U;

[[noreturn]] void cannotStart(const Command& command, const std::string& reason) {
  throw Error(ErrorCode::Failed,
              command.program.string() + " could not be started: " + reason + ".");
}

/// Both ends are closed in children that other threads start meanwhile.
bp::pipe closedElsewhere() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0)
    throw Error(ErrorCode::Failed, "There are too many open files to start another program: " +
                                       std::error_code(errno, std::generic_category()).message() +
                                       ".");
  return bp::pipe(ends[0], ends[1]);
}

/// Cuts what comes through a pipe into lines.
class Lines {
 public:
  Lines(bp::pipe& pipe, const LineSink& sink) : m_pipe(pipe), m_sink(sink) {
    ::fcntl(m_pipe.native_source(), F_SETFL, O_NONBLOCK);
  }

  [[nodiscard]] pollfd waiting() const { return {m_open ? m_pipe.native_source() : -1, POLLIN, 0}; }
  [[nodiscard]] bool open() const noexcept { return m_open; }

  /// Hands on what is there, and at the end of the pipe the line that was begun.
  void read() {
    std::array<char, 65536> bytes{};
    while (m_open) {
      const ssize_t count = ::read(m_pipe.native_source(), bytes.data(), bytes.size());
      if (count < 0 && errno == EINTR)
        continue;
      if (count < 0)
        return;
      if (count == 0)
        m_open = false;
      take(std::string_view(bytes.data(), static_cast<std::size_t>(count)));
    }
    finish();
  }
  void finish() {
    if (!m_begun.empty())
      handOn(std::exchange(m_begun, {}));
  }

 private:
  void take(std::string_view text) {
    while (!text.empty()) {
      const auto end = text.find('\n');
      m_begun.append(text.substr(0, end));
      if (end == std::string_view::npos && m_begun.size() < kLongestLine)
        return;
      handOn(std::exchange(m_begun, {}));
      text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
  }
  void handOn(const std::string& line) const {
    if (m_sink)
      m_sink(line.ends_with('\r') ? std::string_view(line).substr(0, line.size() - 1) : line);
  }

  bp::pipe& m_pipe;
  const LineSink& m_sink;
  std::string m_begun;
  bool m_open = true;
};

/// A started program that leads its own group; killed with it however the scope is left.
class Group {
 public:
  explicit Group(bp::child child) : m_child(std::move(child)) {}
  ~Group() {
    if (m_child.valid())
      static_cast<void>(end(SIGKILL));
  }
  Group(const Group&) = delete;
  Group& operator=(const Group&) = delete;

  /// The leader is gone; it still holds its number, so that no other process can have it.
  [[nodiscard]] bool ended() const {
    siginfo_t info{};
    return ::waitid(P_PID, static_cast<id_t>(m_child.id()), &info, WEXITED | WNOHANG | WNOWAIT) ==
               0 &&
           info.si_pid == m_child.id();
  }
  void stop() {
    ::killpg(m_child.id(), SIGTERM);
    const auto last = std::chrono::steady_clock::now() + kGrace;
    while (!ended() && std::chrono::steady_clock::now() < last)
      std::this_thread::sleep_for(2ms);
    static_cast<void>(end(SIGKILL));
  }
  /// Ends what the leader may have left behind, and the leader.
  Ending end(int signal = SIGKILL) {
    ::killpg(m_child.id(), signal);
    std::error_code ignored;
    m_child.wait(ignored);
    const int status = m_child.native_exit_code();
    m_child = bp::child();
    return WIFSIGNALED(status) ? Ending{0, WTERMSIG(status)} : Ending{WEXITSTATUS(status), 0};
  }

 private:
  bp::child m_child;
};

/// In the child, before the program is there.
void prepare(pid_t parent) {
  // A group of its own; none of the signals that the caller holds back or ignores.
  ::setpgid(0, 0);
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent)
    ::_exit(EXIT_FAILURE);
  sigset_t none;
  sigemptyset(&none);
  ::pthread_sigmask(SIG_SETMASK, &none, nullptr);
  ::signal(SIGPIPE, SIG_DFL);
}

bp::child start(const Command& command, bp::pipe& output, bp::pipe& errors) {
  // The library's own pipe could be inherited by a child that another thread starts meanwhile.
  static std::mutex oneAtATime;
  const std::scoped_lock lock(oneAtATime);
  const auto folder = command.folder.empty() ? std::filesystem::current_path() : command.folder;
  std::error_code failure;
  bp::child child(command.program.string(), bp::args(command.arguments),
                  bp::start_dir(folder.string()), bp::std_in<bp::null, bp::std_out> output,
                  bp::std_err > errors, failure,
                  bp::extend::on_exec_setup([parent = ::getpid()](auto&) { prepare(parent); }));
  if (failure)
    cannotStart(command, failure.message());
  return child;
}

}  // namespace

Ending runChild(const Command& command, const LineSink& output, const LineSink& errors,
                const RunContext& context) {
  context.tick();
  std::error_code ignored;
  if (!command.folder.empty() && !std::filesystem::is_directory(command.folder, ignored))
    cannotStart(command, "there is no folder " + command.folder.string());
  if (::access(command.program.c_str(), X_OK) != 0)
    cannotStart(command, std::error_code(errno, std::generic_category()).message());
  auto outPipe = closedElsewhere();
  auto errorPipe = closedElsewhere();
  Group group(start(command, outPipe, errorPipe));
  std::array<Lines, 2> lines{Lines(outPipe, output), Lines(errorPipe, errors)};
  try {
    while (!group.ended()) {
      std::array<pollfd, 2> waiting{lines[0].waiting(), lines[1].waiting()};
      ::poll(waiting.data(), waiting.size(), kPollMs);
      for (Lines& each : lines)
        each.read();
      if (!lines[0].open() && !lines[1].open())
        std::this_thread::sleep_for(2ms);
      context.tick();
    }
    for (Lines& each : lines) {
      each.read();
      each.finish();
    }
  } catch (...) {
    group.stop();
    throw;
  }
  return group.end();
}

std::optional<std::filesystem::path> findProgram(const std::string& name) {
  if (name.empty())
    return std::nullopt;
  const bool isPath = name.find('/') != std::string::npos;
  const std::filesystem::path found = isPath ? name : bp::search_path(name).string();
  if (found.empty() || ::access(found.c_str(), X_OK) != 0)
    return std::nullopt;
  return std::filesystem::absolute(found);
}

}  // namespace vitrine::process
