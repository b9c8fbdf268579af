#include "app/cli/atom_files.h"
#include "app/cli/barcode_verbs.h"
#include "app/cli/long_run.h"
#include "app/cli/options.h"
#include "app/cli/text.h"
#include "engine/atomistic/structure_file.h"
#include "engine/barcode/barcode_file.h"
#include "engine/barcode/barcode_reading.h"
#include "engine/barcode/energy_errors.h"
#include "engine/barcode/glass_list.h"
#include "engine/core/error.h"

#include <ostream>
#include <utility>

namespace vitrine::cli {

namespace {

struct Wish {
  std::vector<std::string> files;
  std::string model;
  std::string elements;
  std::string energy;
  bool atoms = false;
  bool json = false;
  LongRun run;
};

struct Read {
  barcode::GlassFile glass;
  std::string formula;
  barcode::BarcodeReading reading;
  std::vector<int> barOfAtom;  ///< where asked for
};

double share(std::size_t part, std::size_t whole) {
  return static_cast<double>(part) / static_cast<double>(whole);
}

Json contrastJson(const barcode::BarcodeReading& reading) {
  const auto& contrast = reading.contrast;
  return {{"energy_eV_per_atom", contrast.energyEvPerAtom},
          {"inside", contrast.inside},
          {"is_reference", contrast.isReference},
          {"delta", contrast.difference},
          {"sd_group1", contrast.sdGroup1},
          {"sd_group2", contrast.sdGroup2},
          {"sd_group2_by_chance", contrast.sdGroup2ByChance},
          {"rank_group2", contrast.rankGroup2}};
}

Json toJson(const Read& read) {
  const auto& reading = read.reading;
  const std::size_t atoms = reading.atoms;
  Json json{{"file", read.glass.file.string()},
            {"group", read.glass.group},
            {"formula", read.formula},
            {"atoms", atoms},
            {"unknown", reading.unknown},
            {"unknown_share", share(reading.unknown, atoms)},
            {"in_bars_share", share(reading.inBars, atoms)},
            {"bars", reading.bars},
            {"by_chance", reading.byChance},
            {"kasper_share", reading.kasperShare},
            {"icosahedra_share", reading.icosahedraShare},
            {"energy_eV_per_atom", reading.energyBars},
            {"energy_all_eV_per_atom", reading.energyAll},
            {"known_eV_per_atom", orNull(read.glass.energyEvPerAtom)},
            {"heterogeneity", contrastJson(reading)},
            {"cautions", Json::array()}};
  for (const auto& caution : reading.cautions)
    json["cautions"].push_back(barcode::cautionText(caution));
  if (!read.barOfAtom.empty())
    json["bar_of_atom"] = read.barOfAtom;
  return json;
}

/// Distribution of errors for each size of system.
Json errorsJson(const std::vector<barcode::EnergyErrors>& errors) {
  Json json = Json::array();
  for (const auto& each : errors)
    json.push_back({{"atoms", each.atoms},
                    {"n", each.count},
                    {"mean_eV_per_atom", each.mean},
                    {"sd_eV_per_atom", each.sd},
                    {"rmse_eV_per_atom", each.rmse},
                    {"r2", each.r2},
                    {"bin_eV_per_atom", each.binWidth},
                    {"histogram_from_eV_per_atom", each.firstBin},
                    {"histogram", each.histogram}});
  return json;
}

Json resultJson(const Wish& wish, const barcode::BarcodeModel& model,
                const std::vector<Read>& reads, const std::vector<barcode::EnergyErrors>& errors,
                const std::vector<std::string>& notes) {
  Json glasses = Json::array();
  for (const auto& read : reads)
    glasses.push_back(toJson(read));
  return {
      {"model", wish.model},          {"bars", barsJson(model)}, {"glasses", std::move(glasses)},
      {"errors", errorsJson(errors)}, {"notes", notes},          {"limits", model.card().limits}};
}

void print(std::ostream& out, const barcode::BarcodeModel& model, const Read& read) {
  const auto& reading = read.reading;
  const auto& contrast = reading.contrast;
  const std::size_t atoms = reading.atoms;
  const auto percent = [](double part) { return fixed(100.0 * part, 1).append(" %"); };
  out << read.glass.file.string() << ": " << read.formula << ", " << atoms << " atoms\n"
      << "  environments   " << percent(share(reading.inBars, atoms)) << " in bars, "
      << reading.unknown << " unknown to the model\n"
      << "  energy         " << fixed(reading.energyBars, 4) << " eV/atom from the bars, "
      << fixed(reading.energyAll, 4) << " from all environments";
  if (read.glass.energyEvPerAtom)
    out << ", " << fixed(*read.glass.energyEvPerAtom, 4) << " known";
  out << "\n  bars           " << percent(reading.kasperShare) << " Kasper, "
      << percent(reading.icosahedraShare) << " around icosahedra\n"
      << "  heterogeneity  " << fixed(1000.0 * contrast.sdGroup2, 3) << "e-3 over group 2, "
      << fixed(1000.0 * contrast.sdGroup1, 3) << "e-3 over group 1; "
      << fixed(1000.0 * contrast.sdGroup2ByChance, 3) << "e-3 by chance; above "
      << percent(contrast.rankGroup2) << " of the reference glasses near "
      << fixed(contrast.energyEvPerAtom, 4) << " eV/atom\n";
  for (const auto& caution : reading.cautions)
    out << "  Note: " << barcode::cautionText(caution) << "\n";
  out << "  bar";
  for (std::size_t k = 0; k < model.bars().size(); ++k)
    out << " " << fixed(100.0 * reading.bars[k], 2);
  out << " %\n";
}

void print(std::ostream& out, const std::vector<barcode::EnergyErrors>& errors) {
  for (const auto& each : errors)
    out << each.count << " structures of " << each.atoms << " atoms: RMSE "
        << fixed(1000.0 * each.rmse, 2) << " meV/atom, mean error " << fixed(1000.0 * each.mean, 2)
        << ", r2 " << fixed(each.r2, 3) << "\n";
}

}  // namespace

void barcodeRead(const Call& call) {
  Wish wish;
  Options options("barcode read",
                  "The barcode of glasses: shares of the bars, energy (eV/atom), Kasper and "
                  "icosahedral parts, and how heterogeneous a glass is against thermally "
                  "processed ones of equal energy.");
  options.app()
      .add_option("FILE", wish.files,
                  "Structures (LAMMPS data or dump, extended XYZ, POSCAR), folders of vitrine "
                  "quench, or tables file,energy_eV_per_atom,group (paths)")
      ->required();
  options.text("--model", wish.model, "FILE", "Model of vitrine barcode train (path)")->required();
  options.text("--elements", wish.elements, "EL,...",
               "Elements of the atom types 1, 2, ... of files that do not name them (symbols)");
  options.text("--energy", wish.energy, "E",
               "Known energy of the one structure (eV/atom); the heterogeneity is read at it");
  options.flag("--atoms", wish.atoms, "Also the bar of each atom, -1 for none (with --json)");
  options.flag("--json", wish.json, "One JSON object; energies in eV/atom, shares as fractions");
  wish.run.addTo(options);
  options.parse(call);

  const auto context = wish.run.context(call);
  const auto elements = elementsOfTypes(wish.elements, "--elements");
  barcode::GlassList list;
  for (const auto& file : wish.files)
    list.add(barcode::readGlassList(file, context.silent()));
  if (!wish.energy.empty() && list.glasses.size() != 1)
    throw Error(ErrorCode::InvalidInput, "--energy is the energy of one structure.");
  const auto model = barcode::loadBarcode(wish.model);
  barcode::keepEnergiesOf(list, model->card().potentials);
  if (!wish.energy.empty())
    list.glasses.front().energyEvPerAtom = number(wish.energy, "--energy");
  for (auto& glass : list.glasses)
    if (!glass.energyEvPerAtom)
      glass.energyEvPerAtom =
          barcode::energyInRun(glass.file, model->card().potentials, context.silent());
  std::vector<Read> reads;
  std::vector<barcode::PredictedEnergy> predicted;
  const auto count = static_cast<double>(list.glasses.size());
  for (auto& glass : list.glasses) {
    const auto done = static_cast<double>(reads.size());
    const auto part = context.slice(done / count, (done + 1.0) / count);
    const auto structure = glassFrom(glass.file, elements, part.silent());
    auto reading = barcode::readBarcode(*model, structure, glass.energyEvPerAtom, part);
    if (glass.energyEvPerAtom)
      predicted.push_back({structure.size(), *glass.energyEvPerAtom, reading.energyBars});
    auto bars = wish.atoms ? reading.barOfAtom : std::vector<int>();
    reads.push_back({std::move(glass), atomistic::compositionOf(structure).formula(),
                     std::move(reading), std::move(bars)});
  }
  const auto errors = barcode::energyErrors(predicted);

  if (wish.run.progress)
    return writeLine(call.out, {{"result", resultJson(wish, *model, reads, errors, list.notes)}});
  if (wish.json)
    return write(call.out, resultJson(wish, *model, reads, errors, list.notes));
  for (const auto& read : reads)
    print(call.out, *model, read);
  print(call.out, errors);
  for (const auto& note : list.notes)
    call.out << "Note: " << note << "\n";
  for (const auto& limit : model->card().limits)
    call.out << "Note: " << limit << "\n";
}

}  // namespace vitrine::cli
