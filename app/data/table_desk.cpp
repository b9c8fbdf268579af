#include "app/data/table_desk.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace vitrine::app {

using dataset::Table;
using dataset::TableEdit;

struct TableDesk::Entry {
  static constexpr auto kNever = std::numeric_limits<quint64>::max();
  TableId id = 0;
  std::shared_ptr<Table> table;
  quint64 revision = 0;
  quint64 savedRevision = kNever;
  /// Somebody holds `table`: it is copied before the next edit.
  mutable bool shared = false;
};

/// A table comes or goes.
class PresenceCommand : public QUndoCommand {
 public:
  PresenceCommand(TableDesk& desk, const QString& text, std::shared_ptr<TableDesk::Entry> entry,
                  std::size_t place, bool adds)
      : QUndoCommand(text), m_desk(desk), m_entry(std::move(entry)), m_place(place), m_adds(adds) {}

  void undo() override { put(!m_adds); }
  void redo() override { put(m_adds); }

 private:
  void put(bool present) {
    if (present)
      m_desk.insert(m_place, m_entry);
    else
      m_entry = m_desk.take(m_place);
  }

  TableDesk& m_desk;
  std::shared_ptr<TableDesk::Entry> m_entry;
  std::size_t m_place;
  bool m_adds;
};

/// An edit of one table. Done and undone alike: what it holds is always the opposite of what was
/// done last.
class TableCommand : public QUndoCommand {
 public:
  TableCommand(TableDesk& desk, TableId id, TableEdit edit, const QString& text)
      : QUndoCommand(text), m_desk(desk), m_id(id), m_edit(std::move(edit)) {}

  void undo() override { m_edit = m_desk.exchange(m_id, std::move(m_edit)); }
  void redo() override {
    // The desk did it before this step was pushed, so that an edit which does not fit leaves none.
    if (std::exchange(m_done, true))
      undo();
  }

 private:
  TableDesk& m_desk;
  TableId m_id;
  TableEdit m_edit;
  bool m_done = false;
};

TableDesk::TableDesk(QObject* parent) : QObject(parent) {}

TableDesk::~TableDesk() = default;

std::vector<TableId> TableDesk::tables() const {
  std::vector<TableId> ids;
  ids.reserve(m_entries.size());
  for (const auto& each : m_entries)
    ids.push_back(each->id);
  return ids;
}

const TableDesk::Entry& TableDesk::entry(TableId id) const {
  const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                  [id](const auto& each) { return each->id == id; });
  Q_ASSERT(found != m_entries.end());
  return **found;
}

TableDesk::Entry& TableDesk::entry(TableId id) {
  return const_cast<Entry&>(std::as_const(*this).entry(id));
}

bool TableDesk::has(TableId id) const {
  return std::any_of(m_entries.begin(), m_entries.end(),
                     [id](const auto& each) { return each->id == id; });
}

const Table& TableDesk::table(TableId id) const {
  return *entry(id).table;
}

std::shared_ptr<const Table> TableDesk::snapshot(TableId id) const {
  const Entry& of = entry(id);
  of.shared = true;
  return of.table;
}

quint64 TableDesk::revision(TableId id) const {
  return entry(id).revision;
}

void TableDesk::setCurrent(TableId id) {
  if (id == m_current || (id != 0 && !has(id)))
    return;
  m_current = id;
  m_selection.clear();
  emit currentChanged();
  emit selectionChanged();
}

void TableDesk::setSelection(std::vector<std::size_t> rows) {
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  if (rows == m_selection)
    return;
  m_selection = std::move(rows);
  emit selectionChanged();
}

TableId TableDesk::add(Table table) {
  auto made = std::make_shared<Entry>();
  made->id = ++m_lastId;
  const QString text = tr("Add the table %1").arg(QString::fromStdString(table.name));
  made->table = std::make_shared<Table>(std::move(table));
  const TableId id = made->id;
  m_undo.push(new PresenceCommand(*this, text, std::move(made), m_entries.size(), true));
  return id;
}

void TableDesk::remove(TableId id) {
  const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                  [id](const auto& each) { return each->id == id; });
  Q_ASSERT(found != m_entries.end());
  m_undo.push(new PresenceCommand(
      *this, tr("Remove the table %1").arg(QString::fromStdString((*found)->table->name)), nullptr,
      static_cast<std::size_t>(found - m_entries.begin()), false));
}

void TableDesk::rename(TableId id, const QString& name) {
  TableEdit renamed;
  renamed.action = TableEdit::Action::ReplaceTable;
  renamed.table = table(id);
  renamed.table.name = name.toStdString();
  edit(id, std::move(renamed), tr("Rename the table to %1").arg(name));
}

void TableDesk::edit(TableId id, TableEdit edit, const QString& text) {
  m_undo.push(new TableCommand(*this, id, exchange(id, std::move(edit)), text));
}

void TableDesk::setSaved(TableId id) {
  entry(id).savedRevision = entry(id).revision;
  emit tablesChanged();
}

bool TableDesk::isSaved(TableId id) const {
  return entry(id).savedRevision == entry(id).revision;
}

void TableDesk::insert(std::size_t place, std::shared_ptr<Entry> entry) {
  const TableId id = entry->id;
  m_entries.insert(m_entries.begin() + static_cast<std::ptrdiff_t>(place), std::move(entry));
  emit tablesChanged();
  setCurrent(id);
}

std::shared_ptr<TableDesk::Entry> TableDesk::take(std::size_t place) {
  auto taken = m_entries[place];
  m_entries.erase(m_entries.begin() + static_cast<std::ptrdiff_t>(place));
  if (taken->id == m_current)
    setCurrent(m_entries.empty() ? 0 : m_entries[std::min(place, m_entries.size() - 1)]->id);
  emit tablesChanged();
  return taken;
}

TableEdit TableDesk::exchange(TableId id, TableEdit edit) {
  Entry& of = entry(id);
  const TableEdit::Action action = edit.action;
  std::vector<std::size_t> rows = edit.rows;
  const bool renames =
      action == TableEdit::Action::ReplaceTable && edit.table.name != of.table->name;
  if (std::exchange(of.shared, false))
    of.table = std::make_shared<Table>(*of.table);
  TableEdit opposite = dataset::exchange(*of.table, std::move(edit));
  ++of.revision;
  if (id == m_current) {
    // What was edited is what one wants to see; rows that went, or may have, are not selected.
    const bool stays =
        action == TableEdit::Action::ReplaceRows || action == TableEdit::Action::InsertRows;
    m_selection = stays ? std::move(rows) : std::vector<std::size_t>();
  }
  emit tableChanged(id);
  if (renames)
    emit tablesChanged();
  if (id == m_current)
    emit selectionChanged();
  return opposite;
}

}  // namespace vitrine::app
