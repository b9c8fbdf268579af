#include "app/data/table_import.h"

#include "app/data/import_dialog.h"
#include "app/data/table_desk.h"

#include <utility>

namespace vitrine::app {

TableImport::TableImport(JobRunner& runner, TableDesk& desk, QWidget* parent)
    : QObject(parent),
      m_desk(desk),
      m_parent(parent),
      m_jobs(runner, QStringLiteral("table file")) {
  connect(&m_jobs, &JobGroup::changed, this, &TableImport::changed);
}

TableImport::~TableImport() = default;

void TableImport::open(const QString& path) {
  m_jobs.start<Draft>(
      [file = std::filesystem::path(path.toStdString())](const RunContext& context) {
        return std::make_shared<const dataset::TableDraft>(dataset::draftTable(file, context));
      },
      [this](const Draft& draft) { ask(draft); },
      [this](const QString& sentence) { emit failed(sentence); });
}

void TableImport::ask(const Draft& draft) {
  auto* dialog = new ImportDialog(draft, m_parent);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &QDialog::accepted, this, [this, dialog] { read(dialog->chosen()); });
  dialog->open();
}

void TableImport::read(const dataset::TableDraft& draft) {
  auto chosen = std::make_shared<const dataset::TableDraft>(draft);
  m_jobs.start<dataset::Table>(
      [chosen](const RunContext& context) { return dataset::readDraft(*chosen, context); },
      [this](dataset::Table table) {
        const TableId id = m_desk.add(std::move(table));
        m_desk.setSaved(id);
      },
      [this](const QString& sentence) { emit failed(sentence); });
}

}  // namespace vitrine::app
