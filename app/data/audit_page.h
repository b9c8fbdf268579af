#pragma once

#include "app/data/table_audit.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QTableView;
class QTableWidget;

namespace vitrine::app {

class FlawTable;
struct Session;
class WorkRow;

/// What looks wrong in the current table, why, and what would mend it.
class AuditPage : public QWidget {
  Q_OBJECT

 public:
  explicit AuditPage(Session& session, QWidget* parent = nullptr);

  [[nodiscard]] const TableAudit& audit() const { return m_audit; }

 signals:
  /// Something could not be done: one sentence.
  void problem(const QString& sentence);

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  void build();
  void follow();
  void start();
  void showProgress();
  void showReport();
  void showKinds();
  void showFlaw();
  void showEndMembers(const dataset::Flaw& flaw);
  void showWords();
  void mendChosen();
  [[nodiscard]] std::vector<std::size_t> chosenFlaws() const;

  Session& m_session;
  TableAudit m_audit;
  FlawTable* m_flaws;
  QPushButton* m_start;
  QCheckBox* m_others;
  QComboBox* m_kinds;
  WorkRow* m_work;
  QLabel* m_failure;
  QLabel* m_summary;
  QTableView* m_view;
  QLabel* m_message;
  QTableWidget* m_endMembers;
  QPushButton* m_mend;
  std::shared_ptr<const AuditReport> m_shown;
};

}  // namespace vitrine::app
