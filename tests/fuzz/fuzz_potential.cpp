// Any text as lines of a potential and as the table of one: no crash, only vitrine::Error, and what
// is taken from lines can do nothing but choose a potential.

#include "engine/core/error.h"
#include "engine/simulation/eam_file.h"
#include "engine/simulation/pair_lines.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

using namespace vitrine;
using namespace vitrine::simulation;

namespace {

/// One command on each line, of two that there may be, in plain letters.
void requireHarmless(const std::string& commands) {
  std::string_view rest = commands;
  while (!rest.empty()) {
    const auto end = rest.find('\n');
    const auto line = rest.substr(0, end);
    if (!line.starts_with("pair_style ") && !line.starts_with("pair_coeff "))
      std::abort();
    if (line.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                               " ._+-*/") != std::string_view::npos)
      std::abort();
    if (line.starts_with("pair_coeff ") && line.find('/') != std::string_view::npos)
      std::abort();
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  try {
    requireHarmless(pairCommands(potentialOfLines(text, {}), {29, 40}));
  } catch (const Error&) {
    // Refused with a word for people.
  }
  try {
    const auto file = parseEamFile(text, "x.eam.fs");
    if (file.elements.empty() || !(file.cutoffA > 0.0))
      std::abort();
  } catch (const Error&) {
  }
  return 0;
}
