#include "app/jobs/job_runner.h"

#include "engine/core/error.h"

#include <QTimerEvent>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <new>
#include <stop_token>

namespace vitrine::app {

namespace {

constexpr int kReportEveryMs = 100;

}  // namespace

struct JobRunner::Job {
  quint64 id = 0;
  JobSpec spec;
  Work work;
  std::function<void(QString)> onFailure;
  std::stop_source stop;
  std::atomic<double> fraction{-1.0};
  bool dropped = false;  ///< superseded or cancelled; GUI thread only

  // Written by the worker before the job enters the inbox, read by the GUI thread after.
  Delivery delivery;
  QString failure;
};

/// Where workers lay finished jobs. It outlives the runner as long as a worker holds it.
struct JobRunner::Inbox {
  std::mutex mutex;
  std::condition_variable changed;
  JobRunner* owner = nullptr;  ///< null once the runner is gone
  std::vector<std::shared_ptr<Job>> finished;
  int atWork = 0;
};

JobRunner::JobRunner(ThreadPool& pool, QObject* parent)
    : QObject(parent), m_pool(pool), m_inbox(std::make_shared<Inbox>()) {
  m_inbox->owner = this;
}

JobRunner::~JobRunner() {
  close();
}

void JobRunner::close() {
  m_closed = true;
  m_waiting.clear();
  for (const auto& job : m_running) {
    job->dropped = true;
    job->stop.request_stop();
  }
  std::unique_lock lock(m_inbox->mutex);
  m_inbox->owner = nullptr;
  m_inbox->changed.wait(lock, [this] { return m_inbox->atWork == 0; });
  m_inbox->finished.clear();
  m_running.clear();
}

void JobRunner::enqueue(const JobSpec& spec, Work work, std::function<void(QString)> onFailure) {
  if (m_closed)
    return;
  drop(spec.key);
  auto job = std::make_shared<Job>();
  job->id = ++m_lastId;
  job->spec = spec;
  job->work = std::move(work);
  job->onFailure = std::move(onFailure);
  const auto behind = std::find_if(m_waiting.begin(), m_waiting.end(), [&](const auto& other) {
    return other->spec.priority > spec.priority;
  });
  m_waiting.insert(behind, std::move(job));
  startWaiting();
}

void JobRunner::startWaiting() {
  const auto patient = [](const std::shared_ptr<Job>& job) {
    return job->spec.priority != Priority::Interactive;
  };
  while (!m_waiting.empty()) {
    const auto places = static_cast<std::ptrdiff_t>(m_pool.workers());
    const auto patientPlaces = std::max<std::ptrdiff_t>(1, places - 1);
    if (std::ssize(m_running) >= places)
      return;
    const bool roomForPatient =
        std::count_if(m_running.begin(), m_running.end(), patient) < patientPlaces;
    // Sorted by priority: if the first may not start, none may.
    if (patient(m_waiting.front()) && !roomForPatient)
      return;
    const auto job = m_waiting.front();
    m_waiting.erase(m_waiting.begin());
    launch(job);
  }
}

void JobRunner::launch(const std::shared_ptr<Job>& job) {
  m_running.push_back(job);
  if (m_reportTimer == 0)
    m_reportTimer = startTimer(kReportEveryMs);
  {
    const std::scoped_lock lock(m_inbox->mutex);
    ++m_inbox->atWork;
  }
  // A patient job's loops leave one worker alone, so that an interactive job can start at once.
  const int threads = job->spec.priority == Priority::Interactive
                          ? m_pool.workers()
                          : std::max(1, m_pool.workers() - 1);
  m_pool.submit([job, inbox = m_inbox, threads] {
    const RunContext context({.stop = job->stop.get_token(),
                              .progress = [job](double fraction) { job->fraction = fraction; },
                              .threads = threads,
                              .seed = 0});
    try {
      context.tick();
      job->delivery = job->work(context);
    } catch (const Cancelled&) {
    } catch (const Error& error) {
      job->failure = QString::fromUtf8(error.what());
    } catch (const std::bad_alloc&) {
      job->failure = tr("There is not enough memory for this; close other programs and try again.");
    } catch (const std::exception& error) {
      job->failure = tr("This failed unexpectedly (%1); please report it.")
                         .arg(QString::fromUtf8(error.what()));
    } catch (...) {
      job->failure = tr("This failed unexpectedly; please report it.");
    }
    // The snapshot may be large and must not outlive the work.
    job->work = nullptr;
    const std::scoped_lock lock(inbox->mutex);
    --inbox->atWork;
    inbox->changed.notify_all();
    if (inbox->owner == nullptr)
      return;
    inbox->finished.push_back(job);
    if (inbox->finished.size() == 1)
      QMetaObject::invokeMethod(inbox->owner, &JobRunner::collect, Qt::QueuedConnection);
  });
}

void JobRunner::collect() {
  std::vector<std::shared_ptr<Job>> finished;
  {
    const std::scoped_lock lock(m_inbox->mutex);
    finished.swap(m_inbox->finished);
  }
  for (const auto& job : finished) {
    // While it is delivered it still counts as running: a delivery may drop the ones after it.
    if (!job->dropped && job->delivery)
      job->delivery();
    else if (!job->dropped && !job->failure.isEmpty())
      fail(*job);
    std::erase(m_running, job);
  }
  startWaiting();
  emit reportsChanged();
  if (isIdle() && m_reportTimer != 0)
    killTimer(std::exchange(m_reportTimer, 0));
}

void JobRunner::fail(const Job& job) {
  if (!job.spec.title.isEmpty() && !job.spec.essential)
    m_failures.push_back(
        {job.spec.key, {job.id, job.spec.title, job.fraction.load(), false, job.failure}});
  if (job.onFailure)
    job.onFailure(job.failure);
}

void JobRunner::drop(const QString& key) {
  std::erase_if(m_failures, [&](const auto& failure) { return failure.first == key; });
  std::erase_if(m_waiting, [&](const auto& job) { return job->spec.key == key; });
  for (const auto& job : m_running) {
    if (job->spec.key != key || job->dropped)
      continue;
    job->dropped = true;
    job->stop.request_stop();
  }
}

void JobRunner::cancel(const QString& key) {
  drop(key);
}

void JobRunner::cancelById(quint64 id) {
  for (const auto& job : m_running) {
    if (job->id != id || job->dropped)
      continue;
    job->dropped = true;
    job->stop.request_stop();
    const auto onFailure = job->onFailure;
    if (onFailure)
      onFailure(tr("Stopped on request."));
    emit reportsChanged();
    return;
  }
}

void JobRunner::dismiss(quint64 id) {
  std::erase_if(m_failures, [&](const auto& failure) { return failure.second.id == id; });
  emit reportsChanged();
}

bool JobRunner::isIdle() const {
  return m_waiting.empty() && m_running.empty();
}

std::vector<JobReport> JobRunner::reports() const {
  std::vector<JobReport> reports;
  for (const auto& [key, failure] : m_failures)
    reports.push_back(failure);
  for (const auto& job : m_running) {
    if (!job->dropped && !job->spec.title.isEmpty())
      reports.push_back({job->id, job->spec.title, job->fraction.load(), job->spec.essential, {}});
  }
  return reports;
}

double JobRunner::fractionOf(const QString& key) const {
  const auto job = std::find_if(m_running.begin(), m_running.end(), [&](const auto& each) {
    return each->spec.key == key && !each->dropped;
  });
  return job == m_running.end() ? -1.0 : (*job)->fraction.load();
}

void JobRunner::timerEvent(QTimerEvent* event) {
  if (event->timerId() == m_reportTimer)
    emit reportsChanged();
}

}  // namespace vitrine::app
