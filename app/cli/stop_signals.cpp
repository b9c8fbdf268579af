#include "app/cli/stop_signals.h"

#include <ctime>

namespace vitrine::cli {

namespace {

/// How long the listener takes to notice that nobody wants it any more.
constexpr long kPatienceNs = 20'000'000;

sigset_t stopping() {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : {SIGTERM, SIGINT, SIGHUP})
    sigaddset(&signals, signal);
  return signals;
}

}  // namespace

StopSignals::StopSignals() {
  const sigset_t signals = stopping();
  pthread_sigmask(SIG_BLOCK, &signals, &m_before);
  m_listener = std::jthread([this, signals](const std::stop_token& enough) {
    const timespec patience{0, kPatienceNs};
    while (!enough.stop_requested())
      if (sigtimedwait(&signals, nullptr, &patience) > 0)
        m_stop.request_stop();
  });
}

StopSignals::~StopSignals() {
  m_listener.request_stop();
  m_listener.join();
  pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
}

}  // namespace vitrine::cli
