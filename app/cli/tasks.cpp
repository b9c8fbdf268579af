#include "app/cli/tasks.h"

#include "app/cli/text.h"
#include "engine/core/error.h"

#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

namespace vitrine::cli {

namespace {

constexpr std::size_t kNameWidth = 10;

void printTasks(std::string_view verb, std::span<const Task> tasks, std::ostream& out) {
  for (const Task& task : tasks)
    out << "  vitrine " << verb << " " << padded(task.name, kNameWidth) << task.summary << "\n";
  out << "  vitrine " << verb << " TASK --help lists the options of a task, with their units\n";
}

}  // namespace

void runTask(std::string_view verb, std::span<const Task> tasks, const Call& call) {
  for (const Task& task : tasks) {
    const auto word = std::find(call.arguments.begin(), call.arguments.end(), task.name);
    if (word == call.arguments.end())
      continue;
    std::vector<std::string> rest(call.arguments.begin(), word);
    rest.insert(rest.end(), word + 1, call.arguments.end());
    return task.run({rest, call.environment, call.out});
  }
  const auto asksForHelp = [](const std::string& argument) {
    return argument == "--help" || argument == "-h";
  };
  if (std::ranges::any_of(call.arguments, asksForHelp))
    return printTasks(verb, tasks, call.out);
  std::string names;
  for (const Task& task : tasks)
    names += (names.empty() ? "" : " or ") + std::string(task.name);
  throw Error(ErrorCode::InvalidInput,
              "vitrine " + std::string(verb) + " needs to be told what to do: " + names + ".");
}

}  // namespace vitrine::cli
