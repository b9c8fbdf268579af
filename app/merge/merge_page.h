#pragma once

#include "app/jobs/live_result.h"
#include "app/merge/merge_request.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QListWidget;
class QPushButton;
class QTableView;

namespace vitrine::app {

class ConflictTable;
struct Session;
class StudyPanel;

/// Several tables become one: choose them and what is taken where they contradict each other, see
/// at once what that gives, and study what models learn from each subset of them.
class MergePage : public QWidget {
  Q_OBJECT

 public:
  explicit MergePage(Session& session, QWidget* parent = nullptr);

  [[nodiscard]] const LiveResult<MergePreview>& preview() const { return m_preview; }
  [[nodiscard]] const StudyPanel& study() const { return *m_study; }

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  [[nodiscard]] QWidget* choices();
  [[nodiscard]] QWidget* conflicts();
  void listTables();
  /// What is chosen has changed.
  void refresh();
  void present();
  void makeTable();
  [[nodiscard]] std::vector<TableId> chosenTables() const;
  [[nodiscard]] dataset::MergeOptions options() const;

  Session& m_session;
  LiveResult<MergePreview> m_preview;
  QListWidget* m_tables;
  QComboBox* m_policy;
  QDoubleSpinBox* m_threshold;
  QLabel* m_summary;
  QPushButton* m_make;
  ConflictTable* m_conflicts;
  QTableView* m_view;
  QLabel* m_note;
  StudyPanel* m_study;
  std::vector<TableId> m_made;  ///< merged here; not chosen by themselves
};

}  // namespace vitrine::app
