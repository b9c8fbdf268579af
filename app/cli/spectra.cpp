#include "app/cli/spectra_verbs.h"
#include "app/cli/tasks.h"
#include "app/cli/verb.h"

#include <array>

namespace vitrine::cli {

namespace {

constexpr std::array kTasks{
    Task{"train", "Train a generator on a folder of measured patterns", spectraTrain},
    Task{"evaluate", "A generator against a folder of measured patterns", spectraEvaluate},
};

}  // namespace

void spectra(const Call& call) {
  runTask("spectra", kTasks, call);
}

}  // namespace vitrine::cli
