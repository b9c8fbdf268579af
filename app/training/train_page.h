#pragma once

#include "app/training/study_run.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace vitrine::app {

class ChoicePanel;
class KeptModelsPanel;
class ResultsPanel;
struct Session;

/// The page on which tables of the desk become models: choose, train, judge, keep, use. It
/// assembles; each part is a panel of its own.
class TrainPage : public QWidget {
  Q_OBJECT

 public:
  explicit TrainPage(Session& session, QWidget* parent = nullptr);
  ~TrainPage() override;

  [[nodiscard]] const StudyRun& run() const { return m_run; }
  /// Writes the study shown as .json or .csv.
  void exportStudy(const QString& path);

 private:
  void chooseFile();

  Session& m_session;
  StudyRun m_run;
  ChoicePanel* m_choices;
  ResultsPanel* m_results;
  QPushButton* m_export;
  QLabel* m_said;
  QLabel* m_failure;
};

}  // namespace vitrine::app
