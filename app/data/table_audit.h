#pragma once

#include "app/data/table_desk.h"
#include "engine/dataset/audit.h"

#include <QObject>
#include <QString>

#include <memory>
#include <vector>

namespace vitrine::app {

class JobRunner;

/// What an audit looked at and what it found. Flaws count tables by their place in `tables`.
struct AuditReport {
  struct Audited {
    TableId id = 0;
    quint64 revision = 0;
    std::shared_ptr<const dataset::Table> table;
  };
  std::vector<Audited> tables;
  std::vector<dataset::Flaw> flaws;
};

/// Audits the current table of the desk on a worker, alone or against the others, and mends it.
class TableAudit : public QObject {
  Q_OBJECT

 public:
  TableAudit(TableDesk& desk, JobRunner& runner, QObject* parent = nullptr);
  ~TableAudit() override;

  /// @param withOthers  looks for nearly equal alloys in the other tables too, and audits them
  void start(bool withOthers);
  void cancel();

  [[nodiscard]] bool isRunning() const { return m_running; }
  /// 0 to 1; negative where nobody knows.
  [[nodiscard]] double fraction() const;
  /// Null before the first.
  [[nodiscard]] std::shared_ptr<const AuditReport> report() const { return m_report; }
  /// A table was edited or went since, or another one is current.
  [[nodiscard]] bool isStale() const;
  [[nodiscard]] const QString& failure() const { return m_failure; }

  /// Mends these flaws of the report, those of each table in one step of undo. Flaws without a fix
  /// are passed over. @throws Error (InvalidInput) where the tables have changed since
  void mend(const std::vector<std::size_t>& flaws);

 signals:
  void changed();

 private:
  TableDesk& m_desk;
  JobRunner& m_runner;
  bool m_running = false;
  std::shared_ptr<const AuditReport> m_report;
  QString m_failure;
};

}  // namespace vitrine::app
