#include "app/merge/study_run.h"

namespace vitrine::app {

namespace {

/// Before that a guess of the time left is worth nothing.
constexpr double kLeastFraction = 0.05;

QString jobKey() {
  return QStringLiteral("merge study");
}

prediction::MergeStudy studyOf(const MergeStudyRequest& request, const RunContext& context) {
  std::vector<dataset::Table> tables;
  for (const auto& chosen : request.merge.tables) {
    context.tick();
    tables.push_back(*chosen.table);
  }
  prediction::MergeStudyOptions options = request.options;
  options.merge = request.merge.options;
  return prediction::mergeStudy(tables, options, context);
}

}  // namespace

std::string MergeStudyRequest::key() const {
  std::string key = merge.key() + " |" + std::to_string(static_cast<int>(options.property)) + ' ' +
                    std::to_string(options.seeds) + " m";
  for (const auto model : options.models)
    key += ' ' + std::to_string(static_cast<int>(model));
  key += " s";
  for (const auto split : options.splits)
    key += ' ' + std::to_string(static_cast<int>(split));
  return key;
}

MergeStudyRun::MergeStudyRun(JobRunner& runner, QObject* parent)
    : QObject(parent), m_runner(runner) {
  connect(&runner, &JobRunner::reportsChanged, this, [this] {
    if (m_running)
      emit progressed();
  });
}

MergeStudyRun::~MergeStudyRun() {
  m_runner.cancel(jobKey());
}

double MergeStudyRun::fraction() const {
  return m_runner.fractionOf(jobKey());
}

std::optional<double> MergeStudyRun::secondsLeft() const {
  const double done = fraction();
  if (!m_running || done < kLeastFraction)
    return std::nullopt;
  return static_cast<double>(m_clock.elapsed()) / 1000.0 * (1.0 - done) / done;
}

void MergeStudyRun::start(const MergeStudyRequest& request) {
  m_running = true;
  m_failure.clear();
  m_clock.start();
  m_runner.start<FinishedStudy>(
      {jobKey(), Priority::Background},
      [request](const RunContext& context) {
        return FinishedStudy{request.key(), studyOf(request, context)};
      },
      [this](FinishedStudy study) {
        m_finished = std::make_shared<const FinishedStudy>(std::move(study));
        m_running = false;
        emit changed();
      },
      [this](const QString& failure) {
        m_failure = failure;
        m_running = false;
        emit changed();
      });
  emit changed();
}

void MergeStudyRun::cancel() {
  m_runner.cancel(jobKey());
  m_running = false;
  emit changed();
}

}  // namespace vitrine::app
