#include "app/cli/json_output.h"
#include "app/cli/long_run.h"
#include "app/cli/options.h"
#include "app/cli/simulation_run.h"
#include "app/cli/stop_signals.h"
#include "app/cli/tasks.h"
#include "app/cli/verb.h"
#include "engine/campaign/curve_table.h"
#include "engine/campaign/row_file.h"
#include "engine/campaign/run_campaign.h"
#include "engine/campaign/sample_table.h"
#include "engine/campaign/slurm.h"
#include "engine/core/error.h"
#include "engine/files/atomic_file.h"
#include "engine/files/text_file.h"
#include "engine/simulation/potential_library.h"

#include <array>
#include <ostream>

namespace vitrine::cli {

namespace {

using campaign::CampaignFolder;

void runPart(const Call& call);
void submitParts(const Call& call);
void showStatus(const Call& call);
void collect(const Call& call);

constexpr std::array kTasks{
    Task{"run", "Makes the glasses of a plan, or of one part of it", runPart},
    Task{"submit", "Hands a plan to Slurm as a job array", submitParts},
    Task{"status", "How far a campaign is", showStatus},
    Task{"collect", "One table of all samples, of g(r), or of X-ray patterns", collect},
};

constexpr const char* kPlanHelp =
    "The plan (path of a JSON file with potential, alloys, rates_K_per_s, seeds, atoms, snapshots)";

CLI::Option* addFolder(Options& options, std::string& folder) {
  return options.text("--out", folder, "DIR", "Folder of the campaign (path)")->required();
}

Json stateJson(const campaign::CampaignState& state) {
  return {{"finished", state.finished},
          {"running", state.running},
          {"failed", state.failed},
          {"waiting", state.waiting}};
}

Json queueJson(const campaign::QueuedParts& queue) {
  if (!queue.unknown.empty())
    return {
        {"job", queue.job}, {"running", nullptr}, {"waiting", nullptr}, {"unknown", queue.unknown}};
  return {{"job", queue.job}, {"running", queue.running}, {"waiting", queue.waiting}};
}

void runPart(const Call& call) {
  std::string plan;
  std::string folder;
  std::string shard = "1/1";
  std::string lmp = "lmp";
  bool resume = false;
  bool json = false;
  LongRun longRun;
  Options options(
      "campaign run",
      "Makes the glasses of a plan, several at once, each as vitrine quench does. After "
      "a stop or a kill the same command with --resume goes on where it was.");
  options.text("PLAN", plan, "", kPlanHelp)->required();
  addFolder(options, folder);
  options.text("--shard", shard, "I/N", "The I-th of N parts only (default 1/1)");
  options.text("--lmp", lmp, "PATH", "The program LAMMPS (path or name; default lmp)");
  options.flag("--resume", resume, "Go on with what was begun in the folder");
  options.flag("--json", json, "One JSON object with the numbers of glasses");
  longRun.addTo(options);
  options.parse(call);

  const auto wanted = campaign::readPlan(plan);
  const auto potential = simulation::potentialNamed(wanted.potential);
  const campaign::CampaignRun run{wanted,
                                  CampaignFolder(folder),
                                  campaign::parseShard(shard),
                                  potential,
                                  citationOf(potential, referencesOf(options, call)),
                                  simulation::lammpsProgram(lmp),
                                  "vitrine " + std::string(version())};
  if (!resume && run.folder.begun())
    throw Error(ErrorCode::InvalidInput,
                folder + " holds a campaign already; --resume goes on with it.");
  run.folder.begin(files::readText(plan));
  const auto sink = [&](const campaign::Task& task, const std::string& sentence) {
    if (longRun.progress)
      writeLine(call.environment.out,
                {{"glass", task.id}, {"failure", sentence.empty() ? Json() : Json(sentence)}});
  };
  const StopSignals signals;
  const auto summary = campaign::runCampaign(run, sink, longRun.context(call, signals.token()));
  if (summary.failed > 0)
    throw Error(ErrorCode::Failed,
                std::to_string(summary.failed) +
                    " glasses could not be made; vitrine campaign status --out " + folder +
                    " says why.");
  const Json object{{"out", folder},
                    {"made", summary.made},
                    {"finished_before", summary.finishedBefore},
                    {"elsewhere", summary.elsewhere}};
  if (longRun.progress)
    writeLine(call.out, {{"result", object}});
  else if (json)
    write(call.out, object);
  else
    call.out << summary.made << " glasses made, " << summary.finishedBefore
             << " were there before, " << summary.elsewhere << " are with another process.\n";
}

void submitParts(const Call& call) {
  std::string plan;
  std::string folder;
  std::string parts = "1";
  bool slurm = false;
  bool json = false;
  campaign::SlurmArray array;
  Options options("campaign submit",
                  "Hands a plan to a workload manager as an array of jobs, each of them vitrine "
                  "campaign run on a part of it. The nodes must see the same files.");
  options.text("PLAN", plan, "", kPlanHelp)->required();
  addFolder(options, folder);
  options.flag("--slurm", slurm, "To Slurm, by sbatch (the only one there is)");
  options.text("--parts", parts, "N", "How many jobs (count; default 1)");
  options.text("--partition", array.partition, "NAME", "Partition of the cluster");
  options.text("--time", array.timeLimit, "HH:MM:SS", "Time limit of each job");
  options.flag("--json", json, "One JSON object with the number of the job");
  options.parse(call);
  if (!slurm)
    throw Error(ErrorCode::InvalidInput, "campaign submit needs --slurm.");

  constexpr int kMostParts = 10'000;
  const CampaignFolder place(folder);
  static_cast<void>(campaign::readPlan(plan));
  place.begin(files::readText(plan));
  array.program = std::filesystem::read_symlink("/proc/self/exe");
  array.plan = plan;
  array.folder = folder;
  array.parts = static_cast<std::size_t>(wholeNumber(parts, "--parts", 1, kMostParts));
  const std::string job = campaign::submit(array, RunContext());
  if (json)
    write(call.out, {{"job", job}, {"parts", array.parts}, {"out", folder}});
  else
    call.out << "Slurm took it as job " << job << " in " << array.parts << " parts.\n";
}

void showStatus(const Call& call) {
  std::string folder;
  bool json = false;
  Options options("campaign status",
                  "How many glasses of a campaign are finished, at work, failed "
                  "and waiting; of a submitted one also the jobs in Slurm.");
  addFolder(options, folder);
  options.flag("--json", json, "One JSON object; why glasses failed stands in failures");
  options.parse(call);

  const CampaignFolder place(folder);
  const auto plan = place.plan();
  const auto state = campaign::stateOf(place, plan);
  const auto queue = campaign::queuedParts(folder, RunContext());
  Json failures = Json::object();
  for (const auto& task : plan.tasks)
    if (const auto sentence = place.failure(task); !sentence.empty())
      failures[task.id] = sentence;
  if (json) {
    Json object = stateJson(state);
    object["failures"] = std::move(failures);
    if (!queue.job.empty())
      object["slurm"] = queueJson(queue);
    return write(call.out, object);
  }
  call.out << state.finished << " of " << plan.tasks.size() << " glasses finished, "
           << state.running << " at work, " << state.failed << " failed, " << state.waiting
           << " waiting.\n";
  if (!queue.unknown.empty())
    call.out << "Slurm job " << queue.job << ": its queue is unknown. " << queue.unknown << "\n";
  else if (!queue.job.empty())
    call.out << "Slurm job " << queue.job << ": " << queue.running << " parts running, "
             << queue.waiting << " waiting.\n";
  for (const auto& [id, sentence] : failures.items())
    call.out << id << ": " << sentence.get<std::string>() << "\n";
}

/// The table that was asked for, and how its file is named by default.
struct Collected {
  std::string text;
  std::string name;
};

Collected tableOf(const std::vector<campaign::GlassRow>& rows, const std::string& spectra,
                  const std::string& axis, const RunContext& context) {
  if (axis != "q" && axis != "2theta")
    throw Error(ErrorCode::InvalidInput, "--axis is q or 2theta, not \"" + axis + "\".");
  if (spectra.empty())
    return {campaign::sampleTable(rows), "samples.csv"};
  if (spectra == "rdf")
    return {campaign::radialTable(rows, context), "rdf.csv"};
  if (spectra == "xray")
    return {
        campaign::xrayTable(
            rows, axis == "q" ? std::nullopt : std::optional<double>(diffraction::kCopperKAlphaA),
            context),
        "xray.csv"};
  throw Error(ErrorCode::InvalidInput, "--spectra is rdf or xray, not \"" + spectra + "\".");
}

void collect(const Call& call) {
  std::string place;
  std::string file;
  std::string spectra;
  std::string axis = "q";
  bool wantsRows = false;
  bool json = false;
  Options options("campaign collect",
                  "One table of all samples (inherent structures) of the finished glasses: energy "
                  "(eV) and volume (Å^3) for each atom, and which glass they come from. Or one of "
                  "the glasses' g(r) or X-ray patterns, for vitrine spectra train.");
  options
      .text("--out", place, "DIR|FILE",
            "Folder of the campaign, or a file of its rows, plain or .gz (path)")
      ->required();
  options.text("--spectra", spectra, "rdf|xray",
               "g(r) over r in A, or X-ray patterns in electron units, of each glass (word)");
  options.text("--axis", axis, "q|2theta",
               "Of X-ray patterns: q in 1/A, or 2 theta in degrees for copper K-alpha (word; "
               "default q)");
  auto* rowsOnly = options.flag("--rows", wantsRows,
                                "All rows in one file instead: enough to collect from again");
  rowsOnly->excludes(options.app().get_option("--spectra"));
  options.text("--table", file, "FILE",
               "Where to (path; default samples.csv, rdf.csv, xray.csv or rows.jsonl in the folder "
               "of the campaign, or beside the file)");
  options.flag("--json", json, "One JSON object with the number of glasses");
  options.parse(call);

  const auto rows = campaign::readRows(place, RunContext());
  const Collected made = wantsRows ? Collected{campaign::rowLines(rows), "rows.jsonl"}
                                   : tableOf(rows, spectra, axis, RunContext());
  std::error_code ignored;
  const std::filesystem::path source(place);
  const auto path =
      file.empty()
          ? (std::filesystem::is_directory(source, ignored) ? source : source.parent_path()) /
                made.name
          : std::filesystem::path(file);
  files::writeAtomically(path, made.text);
  if (json)
    write(call.out, {{"table", path.string()}, {"glasses", rows.size()}});
  else
    call.out << "Wrote " << path.string() << " from " << rows.size() << " glasses.\n";
}

}  // namespace

void campaign(const Call& call) {
  runTask("campaign", kTasks, call);
}

}  // namespace vitrine::cli
