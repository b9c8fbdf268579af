#include "app/application.h"
#include "app/cli/command_line.h"
#include "app/cli/quiet_streams.h"
#include "app/cli/trainer.h"
#include "app/map_picture.h"

#include <filesystem>
#include <string>
#include <system_error>
#include <variant>
#include <vector>

int main(int argc, char** argv) {
  // Without /proc the folder of the program is what it was called by.
  std::error_code noProc;
  auto program = std::filesystem::canonical("/proc/self/exe", noProc);
  if (noProc)
    program = std::filesystem::absolute(argv[0]);
  const auto resources = program.parent_path().parent_path() / "share" / "vitrine";
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  const auto outcome = [&] {
    vitrine::cli::QuietStreams streams;
    const auto startTrainer = [&](const std::vector<std::string>& words) {
      streams.restore();
      vitrine::cli::becomeTrainer(program.parent_path() / "vitrine-trainer", words);
    };
    return vitrine::cli::run(arguments, {streams.out(), streams.err(), resources,
                                         vitrine::app::drawMapPicture, startTrainer});
  }();
  if (const int* status = std::get_if<int>(&outcome))
    return *status;
  return vitrine::app::runWorkbench(argc, argv, std::get<vitrine::cli::WorkbenchRequest>(outcome));
}
