#include "app/application.h"
#include "app/cli/command_line.h"

#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

int main(int argc, char** argv) {
  const auto program = std::filesystem::canonical("/proc/self/exe");
  const auto resources = program.parent_path().parent_path() / "share" / "vitrine";
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (const auto status = vitrine::cli::run(arguments, {std::cout, std::cerr, resources}))
    return *status;
  return vitrine::app::runWorkbench(argc, argv, resources);
}
