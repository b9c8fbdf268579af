#include "app/cli/atom_files.h"
#include "app/cli/simulation_run.h"
#include "app/cli/tasks.h"
#include "app/cli/verb.h"
#include "engine/core/error.h"
#include "engine/simulation/treatment.h"

#include <array>
#include <filesystem>

namespace vitrine::cli {

namespace {

using namespace simulation;

/// A glass from a file that a run begins with.
struct Glass {
  std::string file;
  std::string elements;
  SimulationRun run;

  void addTo(Options& options, const std::string& states) {
    options
        .text("FILE", file, "", "The glass: glass.data of a quench, or any file of atoms (path)")
        ->required();
    options.text("--elements", elements, "A,B",
                 "Elements of the types of atoms, where the file does not say (symbols)");
    run.addTo(options, states);
  }

  [[nodiscard]] atomistic::Structure read() const {
    return glassFrom(file, elementsOfTypes(elements, "--elements"));
  }
};

void perform(const Call& call, const Options& options, const Glass& glass,
             const std::function<RunRequest(atomistic::Structure)>& treatment) {
  if (glass.run.out.empty())
    throw Error(ErrorCode::InvalidInput, "Name a folder for the run with --out.");
  RunRequest request = treatment(glass.read());
  const auto alloy = atomistic::compositionOf(request.start);
  request.potential = glass.run.potentialFor(alloy);
  request.citation = citationOf(request.potential, referencesOf(options, call));
  request.origin = std::filesystem::absolute(glass.file).lexically_normal().string();
  request.lmp = lammpsProgram(glass.run.lmp);
  request.folder = glass.run.out;
  request.program = "vitrine " + std::string(version());
  request.resume = glass.run.resume;
  glass.run.perform(call, request.potential, alloy, request.start.size(),
                    [&](const RunObserver& observer, const RunContext& context) {
                      request.seed = context.seed();
                      return runSimulation(request, observer, context);
                    });
}

void anneal(const Call& call) {
  Glass glass;
  std::string temperature = "600";
  std::string time = "1000";
  Options options("treat anneal", "Keeps a glass at a temperature, at zero pressure.");
  options.text("--temperature", temperature, "K", "To be kept at (K; default 600)");
  options.text("--time", time, "PS", "How long (ps; default 1000)");
  glass.addTo(options, "while it is annealed");
  options.parse(call);
  const Anneal wish{positive(temperature, "--temperature"), positive(time, "--time"),
                    glass.run.snapshotCount(), glass.run.frameCount()};
  perform(call, options, glass,
          [&](atomistic::Structure start) { return treatmentOf(wish, std::move(start)); });
}

void heat(const Call& call) {
  Glass glass;
  std::string rate = "1e13";
  std::string from = "300";
  std::string to = "1500";
  Options options("treat heat", "Heats a glass evenly, at zero pressure.");
  options.text("--rate", rate, "K/s", "Heating rate (K/s; default 1e13)");
  options.text("--from", from, "K", "Temperature to begin at (K; default 300)");
  options.text("--to", to, "K", "Temperature to end at (K; default 1500)");
  glass.addTo(options, "along the heating");
  options.parse(call);
  const Heating wish{positive(rate, "--rate"), positive(from, "--from"), positive(to, "--to"),
                     glass.run.snapshotCount(), glass.run.frameCount()};
  perform(call, options, glass,
          [&](atomistic::Structure start) { return treatmentOf(wish, std::move(start)); });
}

void shear(const Call& call) {
  Glass glass;
  std::string temperature = "300";
  std::string rate = "1e10";
  std::string strain = "0.2";
  std::string rest = "10";
  Options options("treat shear",
                  "Shears a glass at constant rate, temperature and volume, with Lees-Edwards "
                  "boundaries, after it came to the temperature at zero pressure.");
  options.text("--temperature", temperature, "K", "To shear at (K; default 300)");
  options.text("--rate", rate, "1/s", "Shear rate (1/s; default 1e10)");
  options.text("--strain", strain, "X", "Shear strain at the end (default 0.2)");
  options.text("--rest", rest, "PS", "Time at the temperature before (ps; default 10)");
  glass.addTo(options, "along the shear");
  options.parse(call);
  const Shear wish{positive(temperature, "--temperature"),
                   positive(rate, "--rate"),
                   positive(strain, "--strain"),
                   number(rest, "--rest"),
                   glass.run.snapshotCount(),
                   glass.run.frameCount()};
  perform(call, options, glass,
          [&](atomistic::Structure start) { return treatmentOf(wish, std::move(start)); });
}

void minimise(const Call& call) {
  Glass glass;
  Options options("treat minimise",
                  "Brings atoms to the nearest minimum of their energy at zero pressure: the "
                  "inherent structure.");
  glass.addTo(options, {});
  options.parse(call);
  perform(call, options, glass,
          [](atomistic::Structure start) { return minimisationOf(std::move(start)); });
}

constexpr std::array kTasks{
    Task{"anneal", "Keep a glass at a temperature", anneal},
    Task{"heat", "Heat a glass evenly", heat},
    Task{"shear", "Shear a glass at constant rate, temperature and volume", shear},
    Task{"minimise", "Find the inherent structure of a glass", minimise},
};

}  // namespace

void treat(const Call& call) {
  runTask("treat", kTasks, call);
}

}  // namespace vitrine::cli
