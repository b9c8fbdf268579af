#include "app/application.h"
#include "app/cli/command_line.h"
#include "app/cli/quiet_streams.h"
#include "app/map_picture.h"

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

int main(int argc, char** argv) {
  const auto program = std::filesystem::canonical("/proc/self/exe");
  const auto resources = program.parent_path().parent_path() / "share" / "vitrine";
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  const auto outcome = [&] {
    vitrine::cli::QuietStreams streams;
    return vitrine::cli::run(
        arguments, {streams.out(), streams.err(), resources, vitrine::app::drawMapPicture});
  }();
  if (const int* status = std::get_if<int>(&outcome))
    return *status;
  return vitrine::app::runWorkbench(argc, argv, std::get<vitrine::cli::WorkbenchRequest>(outcome));
}
