#pragma once

#include "app/jobs/job_runner.h"
#include "app/merge/merge_request.h"
#include "engine/prediction/merge_study.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>

#include <memory>
#include <optional>

namespace vitrine::app {

/// What is to be studied. The rules of merging are those of the request.
struct MergeStudyRequest {
  MergeRequest merge;
  prediction::MergeStudyOptions options;

  /// Names everything that the study depends on.
  [[nodiscard]] std::string key() const;
};

struct FinishedStudy {
  std::string key;  ///< of its request
  prediction::MergeStudy study;
};

/// Runs merge studies on workers, one at a time, when somebody asks for one.
class MergeStudyRun : public QObject {
  Q_OBJECT

 public:
  explicit MergeStudyRun(JobRunner& runner, QObject* parent = nullptr);
  ~MergeStudyRun() override;

  void start(const MergeStudyRequest& request);
  void cancel();

  [[nodiscard]] bool isRunning() const { return m_running; }
  /// 0 to 1; negative where nobody knows.
  [[nodiscard]] double fraction() const;
  /// A guess from the time so far; empty before it is worth anything.
  [[nodiscard]] std::optional<double> secondsLeft() const;
  /// Null before the first; the last one until a new one is done.
  [[nodiscard]] std::shared_ptr<const FinishedStudy> finished() const { return m_finished; }
  [[nodiscard]] const QString& failure() const { return m_failure; }

 signals:
  void changed();
  void progressed();

 private:
  JobRunner& m_runner;
  bool m_running = false;
  QElapsedTimer m_clock;
  std::shared_ptr<const FinishedStudy> m_finished;
  QString m_failure;
};

}  // namespace vitrine::app
