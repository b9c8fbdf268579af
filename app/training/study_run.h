#pragma once

#include "app/jobs/job_runner.h"
#include "app/training/study.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QTimer>

#include <memory>
#include <optional>

namespace vitrine::app {

/// One kind of long work of the page: at work or not, how far, and what came of it last.
template <class T>
struct StudyJob {
  bool running = false;
  QElapsedTimer clock;
  QString failure;                  ///< of the last one; one sentence
  std::shared_ptr<const T> result;  ///< of the last one that ended well
};

/// Runs studies and learning curves on workers, one of each at a time. What is cancelled or fails
/// leaves the earlier result.
class StudyRun : public QObject {
  Q_OBJECT

 public:
  explicit StudyRun(JobRunner& runner, QObject* parent = nullptr);
  ~StudyRun() override;

  void start(const StudyInput& input);
  void cancel();
  void computeLearningCurve(const StudyInput& input);
  void cancelLearningCurve();

  [[nodiscard]] const StudyJob<StudyResult>& study() const { return m_study; }
  [[nodiscard]] const StudyJob<StudyLearning>& learning() const { return m_learning; }
  /// 0 to 1; negative while it is not known.
  [[nodiscard]] double fraction() const;
  [[nodiscard]] double learningFraction() const;
  /// Until the study ends; empty while a guess would be worth nothing.
  [[nodiscard]] std::optional<double> secondsLeft() const;

 signals:
  /// Something began, ended or failed.
  void changed();
  /// It goes on.
  void progressed();
  /// A study has ended well.
  void finished();

 private:
  template <class T>
  void launch(StudyJob<T>& job, const QString& key, const QString& title,
              std::function<T(const RunContext&)> work, const std::function<void()>& done);
  template <class T>
  void stop(StudyJob<T>& job, const QString& key);
  void settle();

  JobRunner& m_runner;
  StudyJob<StudyResult> m_study;
  StudyJob<StudyLearning> m_learning;
  QTimer m_timer;
};

}  // namespace vitrine::app
