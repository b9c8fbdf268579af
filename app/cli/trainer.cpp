#include "app/cli/trainer.h"

#include "engine/core/error.h"

#include <cerrno>
#include <system_error>
#include <unistd.h>
#include <vector>

namespace vitrine::cli {

void becomeTrainer(const std::filesystem::path& program, std::span<const std::string> arguments) {
  std::vector<std::string> words{program.string()};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> pointers;
  for (std::string& word : words)
    pointers.push_back(word.data());
  pointers.push_back(nullptr);
  ::execv(program.c_str(), pointers.data());
  if (errno == ENOENT)
    throw Error(ErrorCode::Failed,
                "The trainer of networks is not installed at " + program.string() +
                    "; build it with ./dev trainer, or train another kind of generator.");
  throw Error(ErrorCode::Failed,
              "The trainer of networks, " + program.string() +
                  ", cannot be started: " + std::generic_category().message(errno) + ".");
}

}  // namespace vitrine::cli
