#pragma once

#include "app/jobs/job_runner.h"
#include "app/spectra/judgement.h"
#include "app/spectra/training_run.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>

namespace vitrine::app {

/// Judges trained generators on workers: by the patterns they did not learn from, and, where it is
/// asked for, by how the error falls with the number of patterns.
class PatternJudge : public QObject {
  Q_OBJECT

 public:
  explicit PatternJudge(JobRunner& runner, QObject* parent = nullptr);
  ~PatternJudge() override;

  void judge(const TrainedGenerator& trained);
  void computeLearningCurve(const TrainingRequest& request);
  void cancel();
  void cancelLearningCurve();

  /// Null before the first; that of an earlier generator until a new one is done.
  [[nodiscard]] std::shared_ptr<const Judgement> judgement() const { return m_judgement; }
  [[nodiscard]] bool isJudging() const { return m_judging; }
  [[nodiscard]] double fraction() const;
  [[nodiscard]] const QString& failure() const { return m_failure; }

  [[nodiscard]] const std::optional<LearningResult>& learning() const { return m_learning; }
  /// Whose the learning curve is.
  [[nodiscard]] const TrainingRequest& learningRequest() const { return m_learningRequest; }
  [[nodiscard]] bool isLearning() const { return m_isLearning; }
  [[nodiscard]] double learningFraction() const;
  [[nodiscard]] const QString& learningFailure() const { return m_learningFailure; }

 signals:
  void changed();
  void progressed();

 private:
  JobRunner& m_runner;
  std::shared_ptr<const Judgement> m_judgement;
  bool m_judging = false;
  QString m_failure;
  std::optional<LearningResult> m_learning;
  TrainingRequest m_learningRequest;
  bool m_isLearning = false;
  QString m_learningFailure;
};

}  // namespace vitrine::app
