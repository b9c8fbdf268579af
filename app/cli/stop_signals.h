#pragma once

#include <csignal>
#include <stop_token>
#include <thread>

namespace vitrine::cli {

/// While it lives, SIGTERM, SIGINT and SIGHUP do not end the process but ask for a stop, so that
/// what a run has written can be left in order.
class StopSignals {
 public:
  StopSignals();
  ~StopSignals();
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;

  [[nodiscard]] std::stop_token token() const { return m_stop.get_token(); }

 private:
  sigset_t m_before{};
  std::stop_source m_stop;
  std::jthread m_listener;
};

}  // namespace vitrine::cli
