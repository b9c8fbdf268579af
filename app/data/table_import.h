#pragma once

#include "app/jobs/job_group.h"
#include "engine/dataset/table_io.h"

#include <QObject>
#include <QString>

#include <memory>

class QWidget;

namespace vitrine::app {

class TableDesk;

/// From a file to a table of the desk: read its text on a worker, ask what the columns mean, read
/// the rows on a worker.
class TableImport : public QObject {
  Q_OBJECT

 public:
  /// @param parent  the dialogs are its
  TableImport(JobRunner& runner, TableDesk& desk, QWidget* parent);
  ~TableImport() override;

  void open(const QString& path);

  [[nodiscard]] bool isReading() const { return m_jobs.isRunning(); }
  /// 0 to 1 of the file that is read longest; negative where nobody knows.
  [[nodiscard]] double fraction() const { return m_jobs.fraction(); }
  void cancel() { m_jobs.cancel(); }

 signals:
  void changed();
  /// A file could not be read: one sentence.
  void failed(const QString& sentence);

 private:
  using Draft = std::shared_ptr<const dataset::TableDraft>;

  void ask(const Draft& draft);
  void read(const dataset::TableDraft& draft);

  TableDesk& m_desk;
  QWidget* m_parent;
  JobGroup m_jobs;
};

}  // namespace vitrine::app
