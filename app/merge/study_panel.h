#pragma once

#include "app/merge/study_run.h"

#include <QWidget>

#include <optional>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace vitrine::widgets {
class MergeStudyPlot;
}

namespace vitrine::app {

struct Session;
class MergeStudyTable;
class WorkRow;

/// What models learn from every subset of the chosen tables: the choices, the run, a plot, a table,
/// and sentences that say why.
class StudyPanel : public QWidget {
  Q_OBJECT

 public:
  explicit StudyPanel(Session& session, QWidget* parent = nullptr);
  ~StudyPanel() override;

  /// Which tables are chosen by now: a study of others is shown as out of date.
  void setMerge(const MergeRequest& merge);
  [[nodiscard]] const MergeStudyRun& run() const { return m_run; }
  [[nodiscard]] bool isStale() const;

  /// Writes the study as JSON; a failure is said in place.
  void saveTo(const QString& path);

 private:
  [[nodiscard]] QWidget* choices();
  [[nodiscard]] QWidget* results();
  [[nodiscard]] MergeStudyRequest request() const;
  void start();
  void chooseFile();
  void showState();
  void showStudy();
  void listTriedOn();
  void showScores();
  void showSentences();
  /// Index of the table whose test rows are shown; empty for those of the merged sets.
  [[nodiscard]] std::optional<std::size_t> triedOn() const;

  Session& m_session;
  MergeStudyRun m_run;
  MergeRequest m_merge;
  bool m_drawnStale = false;
  QComboBox* m_property;
  std::vector<QCheckBox*> m_models;  ///< by regression::kModelKinds
  QComboBox* m_splits;
  QSpinBox* m_seeds;
  QPushButton* m_start;
  QPushButton* m_save;
  WorkRow* m_work;
  QLabel* m_failure;
  QLabel* m_note;
  QComboBox* m_triedOn;
  QComboBox* m_quantity;
  widgets::MergeStudyPlot* m_plot;
  MergeStudyTable* m_table;
  QPlainTextEdit* m_sentences;
};

}  // namespace vitrine::app
