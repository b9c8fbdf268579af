#pragma once

#include "app/jobs/job_runner.h"
#include "app/jobs/result_store.h"

#include <QTimer>

#include <functional>
#include <memory>
#include <string>
#include <utility>

namespace vitrine::app {

/// What stands on screen is one of these, and never silently old.
enum class Freshness { Empty, Current, Stale, Failed };

/// One derived result that follows its input: asked for by input, answered from the store or by a
/// job, stale in between. What was shown before stays available until the new result is there.
///
/// Most results come at once, and a view that went grey for each of them would flicker. So a view
/// stays as it is while its result is `pending`, and shows what it has in grey once it is
/// `overdue`.
template <class T>
class LiveResult {
 public:
  /// How long a stale result may stay on screen as if it were current.
  static constexpr int kPatienceMs = 100;

  /// `changed` is called whenever freshness, value or failure differ from before, and when the
  /// result becomes overdue.
  LiveResult(JobRunner& runner, ResultStore& store, JobSpec spec, std::function<void()> changed)
      : m_runner(runner), m_store(store), m_spec(std::move(spec)), m_changed(std::move(changed)) {
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatienceMs);
    QObject::connect(&m_patience, &QTimer::timeout, &m_patience, [this] {
      m_overdue = true;
      m_changed();
    });
  }
  LiveResult(const LiveResult&) = delete;
  LiveResult& operator=(const LiveResult&) = delete;
  ~LiveResult() { m_runner.cancel(m_spec.key); }

  /// Asks for the result of `input`, which names everything that `work` depends on. `bytes` is its
  /// rough size. Asking again for the same input does nothing, unless it had failed.
  void request(const std::string& input, std::function<T(const RunContext&)> work,
               std::size_t bytes = sizeof(T)) {
    if (input == m_input && (m_freshness == Freshness::Current || m_freshness == Freshness::Stale))
      return;
    if (recall(input))
      return;
    m_input = input;
    becomeStale();
    m_runner.start<T>(
        m_spec, std::move(work),
        [this, input, bytes](T value) {
          auto result = std::make_shared<const T>(std::move(value));
          m_store.insert<T>(m_spec.key.toStdString() + '|' + input, result, bytes);
          settle(Freshness::Current, std::move(result), {});
        },
        [this](const QString& failure) { settle(Freshness::Failed, m_value, failure); });
    m_changed();
  }

  /// Takes the result of `input` if the store has it; otherwise nothing happens.
  bool recall(const std::string& input) {
    auto known = m_store.find<T>(m_spec.key.toStdString() + '|' + input);
    if (!known)
      return false;
    m_runner.cancel(m_spec.key);
    m_input = input;
    settle(Freshness::Current, std::move(known), {});
    return true;
  }

  /// The input has changed and its result is not wanted yet: what there is becomes stale.
  void expire() {
    m_runner.cancel(m_spec.key);
    m_input.clear();
    m_failure.clear();
    if (m_value)
      becomeStale();
    else
      m_freshness = Freshness::Empty;
  }

  /// There is nothing to show for the present state.
  void reset() {
    m_runner.cancel(m_spec.key);
    m_input.clear();
    settle(Freshness::Empty, nullptr, {});
  }

  [[nodiscard]] Freshness freshness() const noexcept { return m_freshness; }
  /// Stale, though only since a moment ago.
  [[nodiscard]] bool isPending() const noexcept {
    return m_freshness == Freshness::Stale && !m_overdue;
  }
  /// Stale for so long that a view should say so.
  [[nodiscard]] bool isOverdue() const noexcept {
    return m_freshness == Freshness::Stale && m_overdue;
  }
  /// The latest result, of the present input or of an older one; null before the first.
  [[nodiscard]] const T* value() const noexcept { return m_value.get(); }
  [[nodiscard]] std::shared_ptr<const T> share() const noexcept { return m_value; }
  [[nodiscard]] const QString& failure() const noexcept { return m_failure; }

 private:
  /// Edits that follow each other do not begin the patience anew.
  void becomeStale() {
    if (m_freshness != Freshness::Stale) {
      m_overdue = false;
      m_patience.start();
    }
    m_freshness = Freshness::Stale;
  }

  void settle(Freshness freshness, std::shared_ptr<const T> value, const QString& failure) {
    m_patience.stop();
    m_freshness = freshness;
    m_value = std::move(value);
    m_failure = failure;
    m_changed();
  }

  JobRunner& m_runner;
  ResultStore& m_store;
  JobSpec m_spec;
  std::function<void()> m_changed;
  std::string m_input;
  std::shared_ptr<const T> m_value;
  Freshness m_freshness = Freshness::Empty;
  QString m_failure;
  QTimer m_patience;
  bool m_overdue = false;
};

}  // namespace vitrine::app
