#include "app/cli/command_line.h"

#include <ostream>

namespace vitrine::cli {

std::optional<int> run(std::span<const std::string> arguments, Environment environment) {
  if (!arguments.empty() && arguments.front() == "--version") {
    environment.out << "vitrine 0.1.0\n";
    return 0;
  }
  return std::nullopt;
}

}  // namespace vitrine::cli
