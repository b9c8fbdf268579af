#include "app/cli/atom_files.h"
#include "app/cli/barcode_verbs.h"
#include "app/cli/long_run.h"
#include "app/cli/options.h"
#include "app/cli/text.h"
#include "engine/atomistic/polyhedra.h"
#include "engine/barcode/barcode_file.h"
#include "engine/barcode/barcode_training.h"
#include "engine/barcode/glass_list.h"
#include "engine/core/error.h"

#include <algorithm>
#include <ostream>
#include <set>
#include <utility>

namespace vitrine::cli {

namespace {

struct Wish {
  std::vector<std::string> data;
  std::string elements;
  std::string threshold = "0.84";
  std::string width = "0.22";
  std::string basis = "gto";
  std::string bars = "40";
  std::string search = "20";
  std::string rounds = "3000";
  std::string study;
  std::string source;
  std::string licence;
  std::string out;
  bool json = false;
  LongRun run;
};

barcode::BarcodeTrainingSettings settingsOf(const Wish& wish) {
  barcode::BarcodeTrainingSettings settings;
  settings.environments.threshold = number(wish.threshold, "--threshold");
  barcode::checkThreshold(settings.environments.threshold);
  settings.environments.width = number(wish.width, "--width");
  barcode::checkWidth(settings.environments.width);
  if (oneOf(wish.basis, "--basis", {"gto", "polynomial"}) == "polynomial")
    settings.environments.soap.basis = atomistic::SoapBasis::Polynomial;
  settings.energy.bars = static_cast<std::size_t>(wholeNumber(wish.bars, "--bars", 1, 100000));
  settings.energy.budget = static_cast<std::size_t>(wholeNumber(wish.search, "--search", 1, 10000));
  settings.energy.mostRounds =
      static_cast<std::size_t>(wholeNumber(wish.rounds, "--rounds", 1, 100000));
  if (!wish.study.empty())
    settings.studyThresholds = numbers(wish.study, "--study");
  for (const double threshold : settings.studyThresholds)
    barcode::checkThreshold(threshold);
  return settings;
}

barcode::GlassList listOf(const Wish& wish, const RunContext& context) {
  barcode::GlassList list;
  for (const auto& path : wish.data)
    list.add(barcode::readGlassList(path, context));
  barcode::checkEachOnce(list);
  for (const auto& glass : list.glasses)
    if (!glass.energyEvPerAtom)
      throw Error(ErrorCode::InvalidInput,
                  glass.file.string().append(
                      ": its energy is not known; train from folders of vitrine quench "
                      "--snapshots, or from a table file,energy_eV_per_atom,group."));
  if (const auto potentials = barcode::potentialsOf(list); potentials.size() > 1)
    throw Error(ErrorCode::InvalidInput,
                std::string("The glasses are of several potentials, ")
                    .append(potentials[0])
                    .append(" and ")
                    .append(potentials[1])
                    .append(", whose energies cannot be compared: train a model for each."));
  return list;
}

/// The elements of all glasses, by rising atomic number.
std::vector<int> elementsOf(const barcode::LoadGlass& load, std::size_t count,
                            const RunContext& context) {
  std::set<int> elements;
  for (std::size_t i = 0; i < count; ++i) {
    context.tick();
    const auto glass = atomistic::speciesOf(load(i, context));
    elements.insert(glass.begin(), glass.end());
  }
  return {elements.begin(), elements.end()};
}

Json scoresJson(const regression::Scores& scores) {
  return {{"rmse_eV_per_atom", scores.rmse}, {"mae_eV_per_atom", scores.mae}, {"r2", scores.r2}};
}

Json studyJson(const std::vector<barcode::AccuracyPoint>& study) {
  Json points = Json::array();
  for (const auto& point : study)
    points.push_back({{"threshold", point.threshold},
                      {"environments", point.environments},
                      {"groups", point.groups},
                      {"structures", point.samples},
                      {"rmse_eV_per_atom", point.rmseEvPerAtom},
                      {"rmse_sd_eV_per_atom", point.rmseSd}});
  return points;
}

Json samplesJson(const barcode::BarcodeModel& model, const barcode::GlassList& list) {
  const auto& samples = model.parts().samples;
  Json rows = Json::array();
  for (std::size_t i = 0; i < samples.energyEvPerAtom.size(); ++i)
    rows.push_back({{"file", list.glasses[i].file.string()},
                    {"group", samples.groups[i]},
                    {"energy_eV_per_atom", samples.energyEvPerAtom[i]},
                    {"out_of_fold_all", samples.outOfFoldAll[i]},
                    {"out_of_fold_bars", samples.outOfFoldBars[i]}});
  return rows;
}

Json resultJson(const std::string& file, const barcode::BarcodeTraining& training,
                const barcode::GlassList& list) {
  const auto& model = *training.model;
  const auto& card = model.card();
  Json result{{"file", file},
              {"structures", card.structures},
              {"groups", card.groups},
              {"environments_seen", card.environmentsSeen},
              {"environments", card.environments},
              {"threshold", card.settings.threshold},
              {"width", card.settings.width},
              {"bars", barsJson(model)},
              {"scores_all", scoresJson(card.allScores)},
              {"scores_bars", scoresJson(card.barScores)},
              {"importance_eV_per_atom", model.parts().importance},
              {"kasper_energy_correlation", model.kasperCorrelation()},
              {"icosahedra_energy_correlation", model.icosahedraCorrelation()},
              {"samples", samplesJson(model, list)},
              {"notes", list.notes},
              {"card", Json::parse(barcode::cardJson(card))}};
  if (!training.study.empty())
    result["study"] = studyJson(training.study);
  return result;
}

void print(std::ostream& out, const std::string& file, const barcode::BarcodeTraining& training,
           const barcode::GlassList& list) {
  const auto& model = *training.model;
  const auto& card = model.card();
  const auto scores = [&](const char* name, const regression::Scores& found) {
    out << "  " << padded(name, 18) << aligned(fixed(1000.0 * found.rmse, 2), 8) << " meV/atom, r2 "
        << fixed(found.r2, 3) << "\n";
  };
  out << card.structures << " inherent structures of " << card.groups << " groups, "
      << card.environmentsSeen << " environments: " << card.environments
      << " unique ones at similarity " << fixed(card.settings.threshold, 2) << "\n"
      << "Energy of " << (card.foldsAreGroups ? "groups" : "structures") << " left out in "
      << card.folds << " folds, RMSE:\n";
  scores("all environments", card.allScores);
  scores("bars", card.barScores);
  out << "Energy model: " << barcode::methodName(card.barRecipe.method) << " (bars";
  for (const auto& [method, rmse] : card.barRmse)
    out << ", " << method << " " << fixed(1000.0 * rmse, 2);
  out << ")\n";
  out << "bar  kernel          group  importance/(meV/atom)  share/%  r with energy\n";
  for (std::size_t k = 0; k < model.bars().size(); ++k) {
    const auto& bar = model.bars()[k];
    out << aligned(std::to_string(k + 1), 3) << "  " << padded(atomistic::indexText(bar.kernel), 14)
        << aligned(bar.kasper ? "1" : "2", 7) << aligned(fixed(1000.0 * bar.importance, 3), 23)
        << aligned(fixed(100.0 * bar.meanShare, 2), 9)
        << aligned(fixed(bar.energyCorrelation, 2), 15) << "\n";
  }
  out << "Kasper bars together: r " << fixed(model.kasperCorrelation(), 2)
      << "; bars around icosahedra: r " << fixed(model.icosahedraCorrelation(), 2) << "\n";
  if (!training.study.empty())
    out << "threshold  environments  groups  structures  RMSE/(meV/atom)\n";
  for (const auto& point : training.study)
    out << aligned(fixed(point.threshold, 2), 9) << aligned(std::to_string(point.environments), 14)
        << aligned(std::to_string(point.groups), 8) << aligned(fixed(point.samples, 0), 12)
        << aligned(fixed(1000.0 * point.rmseEvPerAtom, 2), 10) << " +- "
        << fixed(1000.0 * point.rmseSd, 2) << "\n";
  for (const auto& limit : card.limits)
    out << "Note: " << limit << "\n";
  for (const auto& note : list.notes)
    out << "Note: " << note << "\n";
  out << "Wrote " << file << "\n";
}

}  // namespace

void barcodeTrain(const Call& call) {
  Wish wish;
  Options options("barcode train",
                  "Learns the energy of inherent structures (eV/atom) from the unique local "
                  "environments of their atoms, and picks those that matter most as bars.");
  options.app()
      .add_option("DATA", wish.data,
                  "Folders of vitrine quench --snapshots, folders of such folders, or tables "
                  "file,energy_eV_per_atom,group (paths)")
      ->required();
  options.text("--elements", wish.elements, "EL,...",
               "Elements of the atom types 1, 2, ... of files that do not name them (symbols)");
  options.text("--threshold", wish.threshold, "M",
               "Similarity from which two environments count as one (0 to 1; default 0.84)");
  options.text("--width", wish.width, "W",
               "How far an atom counts for environments: Gaussian deviation of 1 - similarity (0 "
               "to 1; 0 counts it once, for the nearest; default 0.22)");
  options.text("--basis", wish.basis, "NAME",
               "Radial basis of the description: gto or polynomial (default gto)");
  options.text("--bars", wish.bars, "N", "Bars to keep (count; default 40)");
  options.text("--search", wish.search, "N", "Sets of hyperparameters to try (count; default 20)");
  options.text("--rounds", wish.rounds, "N",
               "Most trees a model may have; it stops early (count; default 3000)");
  options.text("--study", wish.study, "M,...",
               "Thresholds to tell the error against environments and groups for (0 to 1)");
  options.text("--source", wish.source, "TEXT", "Where the glasses come from, for the card");
  options.text("--licence", wish.licence, "TEXT", "Licence of the model, for the card");
  options.text("--out", wish.out, "FILE", "File for the model (path)")->required();
  wish.run.addTo(options);
  options.flag("--json", wish.json, "One JSON object; energies in eV/atom, shares as fractions");
  options.parse(call);

  auto settings = settingsOf(wish);
  const auto context = wish.run.context(call);
  const auto elements = elementsOfTypes(wish.elements, "--elements");
  const auto list = listOf(wish, context.silent());
  const barcode::LoadGlass load = [&](std::size_t i, const RunContext& part) {
    return glassFrom(list.glasses[i].file, elements, part);
  };
  settings.environments.species = elementsOf(load, list.glasses.size(), context.silent());
  barcode::TrainingGlasses glasses{load, {}, {}};
  for (const auto& glass : list.glasses) {
    glasses.energyEvPerAtom.push_back(*glass.energyEvPerAtom);
    glasses.groups.push_back(glass.group);
  }
  barcode::BarcodeCard card;
  card.potentials = barcode::potentialsOf(list);
  card.source = wish.source;
  card.licence = wish.licence;
  card.trained = today();
  card.program = "vitrine " + std::string(version());
  const auto training = barcode::trainBarcode(glasses, settings, std::move(card), context);
  barcode::saveBarcode(wish.out, *training.model);

  if (wish.run.progress)
    return writeLine(call.out, {{"result", resultJson(wish.out, training, list)}});
  if (wish.json)
    return write(call.out, resultJson(wish.out, training, list));
  print(call.out, wish.out, training, list);
}

}  // namespace vitrine::cli
