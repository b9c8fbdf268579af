#include "app/training/study_run.h"

#include <utility>

namespace vitrine::app {

namespace {

constexpr int kProgressMs = 150;
/// Before that a guess of the time left is worth nothing.
constexpr double kLeastFraction = 0.03;

QString studyKey() {
  return QStringLiteral("study");
}
QString learningKey() {
  return QStringLiteral("study learning curve");
}

}  // namespace

StudyRun::StudyRun(JobRunner& runner, QObject* parent) : QObject(parent), m_runner(runner) {
  m_timer.setInterval(kProgressMs);
  connect(&m_timer, &QTimer::timeout, this, &StudyRun::progressed);
}

StudyRun::~StudyRun() {
  m_runner.cancel(studyKey());
  m_runner.cancel(learningKey());
}

template <class T>
void StudyRun::launch(StudyJob<T>& job, const QString& key, const QString& title,
                      std::function<T(const RunContext&)> work, const std::function<void()>& done) {
  job.running = true;
  job.failure.clear();
  job.clock.start();
  m_timer.start();
  m_runner.start<T>(
      {key, Priority::Background, title}, std::move(work),
      [this, &job, done](T result) {
        job.running = false;
        job.result = std::make_shared<const T>(std::move(result));
        settle();
        done();
      },
      [this, &job](const QString& failure) {
        job.running = false;
        job.failure = failure;
        settle();
      });
  emit changed();
}

template <class T>
void StudyRun::stop(StudyJob<T>& job, const QString& key) {
  m_runner.cancel(key);
  if (std::exchange(job.running, false))
    settle();
}

void StudyRun::settle() {
  if (!m_study.running && !m_learning.running)
    m_timer.stop();
  emit changed();
}

void StudyRun::start(const StudyInput& input) {
  launch<StudyResult>(
      m_study, studyKey(), tr("Training on tables"),
      [input](const RunContext& context) { return runStudy(input, context); },
      [this] { emit finished(); });
}

void StudyRun::cancel() {
  stop(m_study, studyKey());
}

void StudyRun::computeLearningCurve(const StudyInput& input) {
  launch<StudyLearning>(
      m_learning, learningKey(), tr("Learning curve"),
      [input](const RunContext& context) { return learn(input, context); }, [] {});
}

void StudyRun::cancelLearningCurve() {
  stop(m_learning, learningKey());
}

double StudyRun::fraction() const {
  return m_runner.fractionOf(studyKey());
}

double StudyRun::learningFraction() const {
  return m_runner.fractionOf(learningKey());
}

std::optional<double> StudyRun::secondsLeft() const {
  const double done = fraction();
  if (!m_study.running || done < kLeastFraction)
    return {};
  return static_cast<double>(m_study.clock.elapsed()) / 1000.0 * (1.0 - done) / done;
}

}  // namespace vitrine::app
