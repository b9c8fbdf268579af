#pragma once

#include "app/spectra/pattern_judge.h"
#include "app/spectra/training_run.h"

#include <QGroupBox>
#include <QString>

class QLabel;
class QPushButton;
class QTabWidget;

namespace vitrine::widgets {
class ErrorHistogram;
class LearningCurve;
class PatternExamples;
class PeakAgreement;
class TrainingCurves;
}  // namespace vitrine::widgets

namespace vitrine::app {

class ScoreTable;
class WorkRow;

/// The third step: how good the generator is for the patterns it did not learn from.
class JudgementPanel : public QGroupBox {
  Q_OBJECT

 public:
  JudgementPanel(PatternJudge& judge, TrainingRun& run, QWidget* parent = nullptr);

  /// What is chosen by now: a judgement of another training is shown as out of date.
  void setRequest(const TrainingRequest& request);
  /// Rings this pattern in the plots.
  void setSelected(const QString& id);

 signals:
  /// A pattern was clicked in a plot.
  void patternChosen(const QString& id);

 private:
  void build();
  [[nodiscard]] QWidget* learningPage();
  void showProgress();
  void showWords();
  void showPlots();
  void showPoints();
  void showTraining();
  void showLearning();
  [[nodiscard]] bool isStale() const;

  PatternJudge& m_judge;
  TrainingRun& m_run;
  TrainingRequest m_request;
  bool m_drawnStale = false;  ///< how the plots show the judgement
  QString m_selected;
  WorkRow* m_work;
  QLabel* m_failure;
  QLabel* m_note;
  QPushButton* m_again;
  ScoreTable* m_scores;
  QTabWidget* m_tabs;
  widgets::TrainingCurves* m_training;
  widgets::PatternExamples* m_examples;
  widgets::ErrorHistogram* m_errors;
  widgets::PeakAgreement* m_peaks;
  widgets::LearningCurve* m_learning;
  QPushButton* m_learn;
  WorkRow* m_learningWork;
  QLabel* m_learningFailure;
};

}  // namespace vitrine::app
