#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <vector>

namespace vitrine::bench {

/// Median wall time in s of `repeats` calls.
inline double medianSeconds(int repeats, const std::function<void()>& work) {
  std::vector<double> seconds;
  for (int i = 0; i < repeats; ++i) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    seconds.push_back(
        std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
  }
  std::sort(seconds.begin(), seconds.end());
  return seconds[seconds.size() / 2];
}

/// One JSON line: what was timed, and what it has to reach.
inline void report(const char* name, const char* unit, double value, double limit) {
  std::printf("{\"case\": \"%s\", \"%s\": %.4g, \"reach\": %.4g, \"reached\": %s}\n", name, unit,
              value, limit, value <= limit ? "true" : "false");
}

}  // namespace vitrine::bench
