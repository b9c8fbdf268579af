#include "engine/simulation/quench.h"

#include "app/cli/simulation_run.h"
#include "app/cli/text.h"
#include "app/cli/verb.h"
#include "engine/alloy/element.h"
#include "engine/alloy/formula.h"
#include "engine/core/error.h"
#include "engine/simulation/potential_library.h"

#include <ostream>

namespace vitrine::cli {

namespace {

using namespace simulation;

struct Wish {
  std::string formula;
  std::string rate = "1e13";
  std::string atoms = "2000";
  std::string from = "2000";
  std::string to = "300";
  std::string melt;
  std::string hold = "10";
  SimulationRun run;
};

constexpr int kFewestAtoms = 16;
constexpr int kMostAtoms = 1'000'000;

MeltQuench settingsOf(const Wish& wish) {
  MeltQuench settings;
  settings.rateKPerS = positive(wish.rate, "--rate");
  settings.fromK = positive(wish.from, "--from");
  settings.toK = positive(wish.to, "--to");
  settings.meltPs =
      wish.melt.empty() ? usualMeltPs(settings.rateKPerS) : number(wish.melt, "--melt");
  settings.holdPs = number(wish.hold, "--hold");
  settings.snapshots = wish.run.snapshotCount();
  settings.frames = wish.run.frameCount();
  return settings;
}

std::string symbolsOf(const Potential& potential) {
  std::string text;
  for (const int element : potential.elements)
    text.append(text.empty() ? "" : " ").append(alloy::element(element).symbol);
  return text;
}

void listPotentials(const Call& call, const References& references, bool json) {
  Json list = Json::array();
  for (const auto& potential : knownPotentials()) {
    const auto words = citationOf(potential, references);
    if (json) {
      list.push_back({{"name", potential.name},
                      {"pair_style", potential.style},
                      {"elements", parts(symbolsOf(potential), ' ')},
                      {"cutoff_A", potential.cutoffA},
                      {"citation", words},
                      {"caution_for_alloys", potential.caution}});
      continue;
    }
    call.out << padded(potential.name, 21) << " " << fixed(potential.cutoffA, 2) << " A  "
             << symbolsOf(potential) << "\n    " << words << "\n";
    if (!potential.caution.empty())
      call.out << "    Of alloys: " << potential.caution << "\n";
  }
  if (json)
    write(call.out, {{"potentials", std::move(list)}});
}

}  // namespace

void quench(const Call& call) {
  Wish wish;
  Options options("quench",
                  "Melts an alloy atom by atom, quenches it to a glass at zero pressure by LAMMPS, "
                  "and finds the inherent structure: the nearest minimum of the energy at zero "
                  "pressure. Everything goes to one folder, where run.json tells what was done.");
  options.text("FORMULA", wish.formula, "", "The alloy in at.%, e.g. Zr44Cu56");
  options.text("--rate", wish.rate, "K/s", "Cooling rate (K/s; default 1e13)");
  options.text("--atoms", wish.atoms, "N", "How many (count; default 2000)");
  options.text("--from", wish.from, "K", "Temperature of the melt (K; default 2000)");
  options.text("--to", wish.to, "K", "Temperature of the glass (K; default 300)");
  options.text("--melt", wish.melt, "PS",
               "Time in the melt before cooling (ps; default 20, above 3e13 K/s 6)");
  options.text("--hold", wish.hold, "PS", "Time of the glass after cooling (ps; default 10)");
  wish.run.addTo(options, "along the cooling");
  options.parse(call);

  const auto references = referencesOf(options, call);
  if (wish.run.potential == "list")
    return listPotentials(call, references, wish.run.json);
  if (wish.formula.empty() || wish.run.out.empty())
    throw Error(ErrorCode::InvalidInput,
                "A quench takes an alloy and a folder, e.g. vitrine quench Zr44Cu56 --out glass.");
  QuenchRequest request(alloy::compositionOf(wish.formula));
  request.settings = settingsOf(wish);
  request.atoms =
      static_cast<std::size_t>(wholeNumber(wish.atoms, "--atoms", kFewestAtoms, kMostAtoms));
  request.potential = wish.run.potentialFor(request.alloy);
  request.citation = citationOf(request.potential, references);
  request.lmp = lammpsProgram(wish.run.lmp);
  request.folder = wish.run.out;
  request.program = "vitrine " + std::string(version());
  request.resume = wish.run.resume;
  wish.run.perform(call, request.potential, request.alloy, request.atoms,
                   [&](const RunObserver& observer, const RunContext& context) {
                     request.seed = context.seed();
                     return simulation::quench(request, observer, context);
                   });
}

}  // namespace vitrine::cli
