// The program that trains networks. `vitrine spectra train --kind ccgan` becomes this one.

#include "app/cli/quiet_streams.h"
#include "app/cli/run_verb.h"
#include "app/trainer/run.h"

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <thread>
#include <unistd.h>
#include <vector>

namespace {

/// OpenMP's threads otherwise spin while they wait, which on shared processors makes two threads
/// slower than one. The library reads this when it is loaded, before main: hence the second start.
void letThreadsSleep(char** argv) {
  if (std::getenv("OMP_WAIT_POLICY") != nullptr)
    return;
  ::setenv("OMP_WAIT_POLICY", "passive", 1);
  ::execv("/proc/self/exe", argv);
}

/// Ends the process at once where it is asked to, in the midst of a step too. That is safe: files
/// are replaced as a whole, and the last checkpoint stays.
void endOnSignal() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGHUP);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  // Before standard error belongs to the streams of the program.
  std::thread([signals, output = ::dup(STDERR_FILENO)] {
    int signal = 0;
    sigwait(&signals, &signal);
    constexpr std::string_view kWord =
        "vitrine: Stopped. The same command goes on from the last checkpoint.\n";
    static_cast<void>(::write(output, kWord.data(), kWord.size()) < 0);
    _exit(1);
  }).detach();
}

}  // namespace

int main(int argc, char** argv) {
  letThreadsSleep(argv);
  endOnSignal();
  std::vector<std::string> arguments(argv + 1, argv + argc);
  // Started by hand or as `vitrine spectra train …`, with the words left in.
  for (const char* word : {"spectra", "train"})
    if (!arguments.empty() && arguments.front() == word)
      arguments.erase(arguments.begin());
  const auto resources = std::filesystem::canonical("/proc/self/exe").parent_path().parent_path() /
                         "share" / "vitrine";
  vitrine::cli::QuietStreams streams;
  return vitrine::cli::runVerb("spectra train", vitrine::trainer::train, arguments,
                               {streams.out(), streams.err(), resources, {}});
}
