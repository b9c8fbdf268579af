#pragma once

#include "engine/core/run_context.h"
#include "engine/core/thread_pool.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <type_traits>
#include <utility>
#include <vector>

namespace vitrine::app {

/// What goes first when more jobs wait than threads are free.
enum class Priority {
  Interactive,  ///< answers a gesture the user is making
  Visible,      ///< refines something on screen
  Background,   ///< nobody looks at it yet
};

/// Names one job. Of all jobs with one key only the latest counts.
struct JobSpec {
  QString key;
  Priority priority = Priority::Interactive;
  QString title = {};  ///< for the job strip; a job without a title never shows there
  /// Much depends on it: users cannot stop it, and whoever misses its result says why. The failure
  /// of other titled jobs is told in the job strip.
  bool essential = false;
};

/// A titled job: at work, or failed and not dismissed yet.
struct JobReport {
  quint64 id = 0;
  QString title;
  double fraction = 0.0;  ///< 0 to 1; negative where the job does not know
  bool essential = false;
  QString failure;  ///< one sentence; empty while it is at work
};

/// The only place of the workbench with threads: runs pure functions of a snapshot on the shared
/// pool and hands their results to the GUI thread.
///
/// Starting a job stops an older one with the same key, and what the older one returns is dropped.
/// Interactive jobs go before visible before background ones, and one thread is kept free of the
/// latter two. Lives on the GUI thread; all members are called and all callbacks come there.
class JobRunner : public QObject {
  Q_OBJECT

 public:
  explicit JobRunner(ThreadPool& pool = ThreadPool::shared(), QObject* parent = nullptr);
  /// Stops every job and waits until each has noticed.
  ~JobRunner() override;

  /// Runs `work` on a worker. Then, unless the job was superseded or cancelled meanwhile, exactly
  /// one of the two is called: `onResult`, or `onFailure` with one sentence for people.
  template <class T>
  void start(const JobSpec& spec, std::function<T(const RunContext&)> work,
             std::type_identity_t<std::function<void(T)>> onResult,
             const std::function<void(QString)>& onFailure) {
    enqueue(
        spec,
        [work = std::move(work),
         onResult = std::move(onResult)](const RunContext& context) -> Delivery {
          auto result = std::make_shared<T>(work(context));
          return [result, onResult] { onResult(std::move(*result)); };
        },
        onFailure);
  }

  /// Stops the job of this key, waiting or running; nothing of it is delivered.
  void cancel(const QString& key);
  /// Stops the job of a JobReport because the user asked for it: its `onFailure` says so.
  void cancelById(quint64 id);
  /// Forgets a failure: somebody has read it.
  void dismiss(quint64 id);
  /// Stops all jobs and waits for the running ones. Further starts are ignored.
  void close();

  /// No job waits or runs.
  [[nodiscard]] bool isIdle() const;
  /// Failures not dismissed whose job was not started or cancelled since, then titled jobs at work;
  /// both oldest first.
  [[nodiscard]] std::vector<JobReport> reports() const;
  /// How far the job of this key is, 0 to 1; negative where nobody knows or none runs.
  [[nodiscard]] double fractionOf(const QString& key) const;

 signals:
  /// `reports()` has changed.
  void reportsChanged();

 protected:
  void timerEvent(QTimerEvent* event) override;

 private:
  using Delivery = std::function<void()>;
  using Work = std::function<Delivery(const RunContext&)>;
  struct Job;
  struct Inbox;

  void enqueue(const JobSpec& spec, Work work, std::function<void(QString)> onFailure);
  void startWaiting();
  void launch(const std::shared_ptr<Job>& job);
  void collect();
  void drop(const QString& key);
  void fail(const Job& job);

  ThreadPool& m_pool;
  std::shared_ptr<Inbox> m_inbox;
  std::vector<std::shared_ptr<Job>> m_waiting;
  std::vector<std::shared_ptr<Job>> m_running;
  std::vector<std::pair<QString, JobReport>> m_failures;  ///< by the key of their job
  quint64 m_lastId = 0;
  int m_reportTimer = 0;
  bool m_closed = false;
};

}  // namespace vitrine::app
