#include "engine/campaign/run_campaign.h"

#include "engine/atomistic/structure_file.h"
#include "engine/atomistic/typed_structure.h"
#include "engine/campaign/glass_row.h"
#include "engine/core/error.h"
#include "engine/core/parallel.h"
#include "engine/simulation/lammps_input.h"
#include "engine/simulation/quench.h"
#include "engine/simulation/treatment.h"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <numeric>
#include <utility>
#include <vector>

namespace vitrine::campaign {

namespace {

/// Adds up how far tasks at work are.
class SharedProgress {
 public:
  SharedProgress(const RunContext& context, std::size_t tasks)
      : m_context(context), m_fractions(tasks, 0.0) {}

  /// What one task is given: its own progress, the common stop, one thread.
  [[nodiscard]] RunContext contextOf(std::size_t task) {
    RunContext::Options options;
    options.stop = m_context.stopToken();
    options.progress = [this, task](double fraction) { set(task, fraction); };
    options.threads = 1;
    return RunContext(std::move(options));
  }
  void set(std::size_t task, double fraction) {
    const std::scoped_lock lock(m_mutex);
    m_fractions[task] = fraction;
    m_context.tick(std::accumulate(m_fractions.begin(), m_fractions.end(), 0.0) /
                   static_cast<double>(m_fractions.size()));
  }

 private:
  const RunContext& m_context;
  std::mutex m_mutex;
  std::vector<double> m_fractions;
};

simulation::QuenchRequest requestOf(const CampaignRun& run, const Task& task) {
  simulation::QuenchRequest request(task.alloy);
  request.potential = run.potential;
  request.citation = run.citation;
  request.settings.rateKPerS = task.rateKPerS;
  request.settings.meltPs = run.plan.meltPs.value_or(simulation::usualMeltPs(task.rateKPerS));
  request.settings.holdPs = run.plan.holdPs;
  request.settings.snapshots = static_cast<int>(run.plan.snapshots);
  request.settings.frames = 0;
  request.atoms = run.plan.atoms;
  request.seed = task.seed;
  request.lmp = run.lmp;
  request.folder = run.folder.run(task);
  request.program = run.program;
  request.resume = true;
  return request;
}

/// States of a glass for the mean of its g(r), so far apart that atoms have swung back, ps.
constexpr double kStatesApartPs = 0.1;

simulation::RunRequest samplingOf(double timePs, double temperatureK, atomistic::Structure glass) {
  simulation::Anneal stay;
  stay.temperatureK = temperatureK;
  stay.timePs = timePs;
  stay.frames = std::max(1, static_cast<int>(std::lround(timePs / kStatesApartPs)));
  return simulation::treatmentOf(stay, std::move(glass));
}

/// Files of the frames that a finished run has written.
std::vector<std::filesystem::path> framesOf(const simulation::RunRequest& run) {
  std::vector<std::filesystem::path> files;
  for (long long step = 0; step <= run.schedule.steps(); step += run.schedule.frameSteps)
    files.push_back(run.folder / simulation::frameFile(step));
  return files;
}

/// Quenches a glass, treats it in each way of the plan, and keeps what came of it.
void make(const CampaignRun& run, const Task& task, const RunContext& context) {
  const auto quench = requestOf(run, task);
  const Plan& plan = run.plan;
  const auto parts = static_cast<double>(1 + (plan.samplingPs > 0.0 ? 1 : 0) + plan.anneals.size() +
                                         plan.shears.size());
  double done = 0.0;
  const auto next = [&] {
    const RunContext slice = context.slice(done / parts, (done + 1.0) / parts);
    done += 1.0;
    return slice;
  };
  const auto result = simulation::quench(quench, {}, next());
  GlassRow row = rowOf(task, plan, result, quench.folder, context.silent());
  const auto glass =
      atomistic::withElements(atomistic::readStructure(quench.folder / "glass.data"));
  const auto treat = [&](simulation::RunRequest& request, const std::string& name) {
    request.potential = run.potential;
    request.citation = run.citation;
    request.origin = task.id;
    request.seed = task.seed;
    request.lmp = run.lmp;
    request.folder = quench.folder / name;
    request.program = run.program;
    request.resume = true;
    return simulation::runSimulation(request, {}, next());
  };
  const auto sample = [&](simulation::RunRequest request, const char* kind, std::size_t number) {
    const auto name = std::string(kind).append("_").append(std::to_string(number));
    addSamples(row, treat(request, name), name, quench.folder);
  };
  if (plan.samplingPs > 0.0) {
    auto request = samplingOf(plan.samplingPs, quench.settings.toK, glass);
    treat(request, "sampling");
    averagePairs(row, framesOf(request), context.silent());
  }
  for (std::size_t i = 0; i < plan.anneals.size(); ++i)
    sample(simulation::treatmentOf(plan.anneals[i], glass), "anneal", i + 1);
  for (std::size_t i = 0; i < plan.shears.size(); ++i)
    sample(simulation::treatmentOf(plan.shears[i], glass), "shear", i + 1);
  run.folder.finish(task, toJson(row));
}

}  // namespace

CampaignSummary runCampaign(const CampaignRun& run, const TaskSink& sink,
                            const RunContext& context) {
  std::vector<const Task*> tasks;
  for (std::size_t i = 0; i < run.plan.tasks.size(); ++i)
    if (run.shard.takes(i))
      tasks.push_back(&run.plan.tasks[i]);

  CampaignSummary summary;
  std::mutex mutex;
  const auto count = [&](std::size_t CampaignSummary::*which) {
    const std::scoped_lock lock(mutex);
    ++(summary.*which);
  };
  const auto tell = [&](const Task& task, const std::string& sentence) {
    const std::scoped_lock lock(mutex);
    if (sink)
      sink(task, sentence);
  };
  SharedProgress progress(context, tasks.size());
  parallelFor(context.silent(), tasks.size(), [&](std::size_t i) {
    const Task& task = *tasks[i];
    const auto claim = run.folder.claim(task);
    if (!claim)
      return count(&CampaignSummary::elsewhere);
    if (run.folder.finished(task)) {
      count(&CampaignSummary::finishedBefore);
      return progress.set(i, 1.0);
    }
    try {
      make(run, task, progress.contextOf(i));
      count(&CampaignSummary::made);
      tell(task, {});
    } catch (const Error& error) {
      // Nothing can be kept of any task then.
      if (error.code() == ErrorCode::CannotWrite)
        throw;
      run.folder.fail(task, error.what());
      count(&CampaignSummary::failed);
      tell(task, error.what());
    }
    progress.set(i, 1.0);
  });
  return summary;
}

}  // namespace vitrine::campaign
