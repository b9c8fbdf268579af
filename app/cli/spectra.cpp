#include "app/cli/options.h"
#include "app/cli/spectra_verbs.h"
#include "app/cli/verb.h"
#include "engine/core/error.h"

#include <algorithm>
#include <array>
#include <ostream>
#include <string>
#include <vector>

namespace vitrine::cli {

namespace {

struct Task {
  std::string_view name;
  std::string_view summary;
  void (*run)(const Call&);
};

constexpr std::array kTasks{
    Task{"train", "Train a generator on a folder of measured patterns", spectraTrain},
    Task{"evaluate", "A generator against a folder of measured patterns", spectraEvaluate},
};

void printTasks(std::ostream& out) {
  for (const Task& task : kTasks) {
    std::string name(task.name);
    name.resize(10, ' ');
    out << "  vitrine spectra " << name << task.summary << "\n";
  }
  out << "  vitrine spectra TASK --help lists the options of a task, with their units\n";
}

}  // namespace

void spectra(const Call& call) {
  for (const Task& task : kTasks) {
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
  if (std::none_of(call.arguments.begin(), call.arguments.end(), asksForHelp))
    throw Error(ErrorCode::InvalidInput,
                "vitrine spectra needs to be told what to do: train or evaluate.");
  printTasks(call.out);
}

}  // namespace vitrine::cli
