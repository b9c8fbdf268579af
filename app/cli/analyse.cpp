#include "app/cli/analysis.h"
#include "app/cli/atom_files.h"
#include "app/cli/long_run.h"
#include "app/cli/options.h"
#include "app/cli/verb.h"
#include "engine/atomistic/structure_file.h"
#include "engine/core/error.h"

#include <ostream>
#include <set>

namespace vitrine::cli {

namespace {

using namespace atomistic;

struct Wish {
  std::vector<std::string> files;
  std::string elements;
  std::string voronoi = "plain";
  std::string smallestFace = "0";
  std::string shortestEdge = "0";
  std::string reach = "0";
  std::string window = "taper";
  std::string wavelength;
  std::string out;
  LongRun run;
  bool json = false;
};

ReportSettings settingsOf(const Wish& wish) {
  ReportSettings settings;
  settings.voronoi.radical = oneOf(wish.voronoi, "--voronoi", {"plain", "radical"}) == "radical";
  settings.voronoi.smallestFace = number(wish.smallestFace, "--smallest-face");
  settings.voronoi.shortestEdgeA = number(wish.shortestEdge, "--shortest-edge");
  settings.pairs.reachA = number(wish.reach, "--reach");
  const auto window = oneOf(wish.window, "--window", {"taper", "lorch", "none"});
  for (const Window each : {Window::Taper, Window::Lorch, Window::None})
    if (windowName(each) == window)
      settings.factor.window = each;
  return settings;
}

Analysis analysisOf(const std::string& file, const Wish& wish, const ReportSettings& settings,
                    const RunContext& context) {
  const auto elements = elementsOfTypes(wish.elements, "--elements");
  DisplacementTrack track;
  std::optional<Structure> last;
  std::size_t frames = 0;
  bool identified = true;
  readFrames(
      file,
      [&](DumpFrame frame) {
        last = structureOf(std::move(frame.atoms), elements);
        identified = identified && frame.identified;
        if (frames++ == 0 || identified)
          track.add(frame.step, *last);
      },
      context.slice(0.0, 0.2));
  const auto report = [&] {
    try {
      return reportOf(*last, settings, context.slice(0.2, 1.0));
    } catch (const Error& error) {
      throw Error(error.code(), file + ": " + error.what(), error.detail());
    }
  };
  Analysis analysis{file, *last, settings, report(), frames, track.displacements(), {}, {}};
  if (frames > 1 && !identified) {
    analysis.displacements.clear();
    analysis.note =
        "There is no mean square displacement: the atoms of the frames have no id to follow them "
        "by; write the dump with a column id.";
  }
  if (!wish.wavelength.empty())
    analysis.wavelengthA = positive(wish.wavelength, "--wavelength");
  return analysis;
}

/// "glass" of "runs/glass.data.gz"; the second of one name is "glass-2".
std::string nameFor(const std::string& file, std::set<std::string>& taken) {
  std::filesystem::path path = std::filesystem::path(file).filename();
  if (path.extension() == ".gz")
    path = path.stem();
  const std::string stem = path.stem().string();
  std::string name = stem;
  for (int i = 2; !taken.insert(name).second; ++i)
    name = stem + "-" + std::to_string(i);
  return name;
}

}  // namespace

void analyse(const Call& call) {
  Wish wish;
  Options options(
      "analyse",
      "What simulated atoms are like: g(r) and coordination (distances in A), S(q) and the X-ray "
      "pattern (q in 1/A, intensity in electron units for each atom), Voronoi cells (A^3), "
      "icosahedra and their network, mean square displacement over the frames of a dump (A^2). "
      "Several files stand side by side.");
  options.app()
      .add_option("file", wish.files,
                  "LAMMPS data or dump, extended XYZ or POSCAR, plain or .gz; of a dump the last "
                  "frame (path)")
      ->required()
      ->type_name("FILE...");
  options.text("--elements", wish.elements, "EL,...",
               "Elements of the atom types in their order (symbols), where the file does not say");
  options.text("--voronoi", wish.voronoi, "plain|radical",
               "Planes halfway between atoms, or by their radii (word; default plain)");
  options.text("--smallest-face", wish.smallestFace, "X",
               "Leave out faces smaller than this share of a cell's mean face (fraction; "
               "default 0)");
  options.text("--shortest-edge", wish.shortestEdge, "A",
               "Do not count edges shorter than this (A; default 0)");
  options.text("--reach", wish.reach, "A",
               "How far g(r) goes (A; default 0: half the cell, from 10 to 20 A)");
  options.text("--window", wish.window, "taper|lorch|none",
               "What dampens g(r) before it becomes S(q) (word; default taper: half a "
               "cosine over its last third)");
  options.text("--wavelength", wish.wavelength, "L",
               "The pattern over 2 theta (degrees) too, for this wavelength (A)");
  options.text("--out", wish.out, "DIR",
               "Folder for tables of each file, and the atoms with their numbers (path)");
  options.text("--threads", wish.run.threads, "N", "Threads to use (count; 0 for all)");
  options.flag("--json", wish.json, "One JSON object; lengths in A, shares as fractions");
  options.flag("--json-progress", wish.run.progress,
               "JSON lines with the fraction done, the last one {\"result\": ...}");
  options.parse(call);

  const ReportSettings settings = settingsOf(wish);
  const RunContext context = wish.run.context(call);
  std::vector<Analysis> analyses;
  const auto count = static_cast<double>(wish.files.size());
  for (const std::string& file : wish.files) {
    const auto done = static_cast<double>(analyses.size());
    analyses.push_back(
        analysisOf(file, wish, settings, context.slice(done / count, (done + 1.0) / count)));
  }

  Json objects = Json::array();
  std::set<std::string> taken;
  std::vector<std::string> all;
  for (const Analysis& each : analyses) {
    const bool wantsJson = wish.json || wish.run.progress;
    if (wantsJson)
      objects.push_back(analysisJson(each));
    if (wish.out.empty())
      continue;
    const auto written = writeAnalysis(each, wish.out, nameFor(each.file, taken));
    if (wantsJson)
      objects.back()["written"] = written;
    all.insert(all.end(), written.begin(), written.end());
  }
  const Json result{{"files", std::move(objects)}};
  if (wish.run.progress)
    return writeLine(call.out, {{"result", result}});
  if (wish.json)
    return write(call.out, result);
  printAnalyses(call.out, analyses);
  for (const std::string& file : all)
    call.out << "wrote " << file << "\n";
}

}  // namespace vitrine::cli
