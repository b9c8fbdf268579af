#include "app/data/table_import.h"

#include "app/data/import_dialog.h"
#include "app/data/table_desk.h"
#include "app/jobs/job_runner.h"

#include <utility>

namespace vitrine::app {

TableImport::TableImport(JobRunner& runner, TableDesk& desk, QWidget* parent)
    : QObject(parent), m_runner(runner), m_desk(desk), m_parent(parent) {}

TableImport::~TableImport() {
  for (const QString& job : std::as_const(m_jobs))
    m_runner.cancel(job);
}

QString TableImport::begin() {
  m_jobs << QStringLiteral("table file %1").arg(++m_count);
  emit changed();
  return m_jobs.back();
}

void TableImport::end(const QString& job) {
  m_jobs.removeOne(job);
  emit changed();
}

void TableImport::cancel() {
  for (const QString& job : std::exchange(m_jobs, {}))
    m_runner.cancel(job);
  emit changed();
}

double TableImport::fraction() const {
  return m_jobs.isEmpty() ? -1.0 : m_runner.fractionOf(m_jobs.front());
}

void TableImport::open(const QString& path) {
  const QString job = begin();
  m_runner.start<Draft>(
      {job},
      [file = std::filesystem::path(path.toStdString())](const RunContext& context) {
        return std::make_shared<const dataset::TableDraft>(dataset::draftTable(file, context));
      },
      [this, job](const Draft& draft) {
        end(job);
        ask(draft);
      },
      [this, job](const QString& sentence) {
        end(job);
        emit failed(sentence);
      });
}

void TableImport::ask(const Draft& draft) {
  auto* dialog = new ImportDialog(draft, m_parent);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &QDialog::accepted, this, [this, dialog] { read(dialog->chosen()); });
  dialog->open();
}

void TableImport::read(const dataset::TableDraft& draft) {
  const QString job = begin();
  auto chosen = std::make_shared<const dataset::TableDraft>(draft);
  m_runner.start<dataset::Table>(
      {job}, [chosen](const RunContext& context) { return dataset::readDraft(*chosen, context); },
      [this, job](dataset::Table table) {
        end(job);
        const TableId id = m_desk.add(std::move(table));
        m_desk.setSaved(id);
      },
      [this, job](const QString& sentence) {
        end(job);
        emit failed(sentence);
      });
}

}  // namespace vitrine::app
