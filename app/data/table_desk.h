#pragma once

#include "engine/dataset/table.h"
#include "engine/dataset/table_edit.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <cstddef>
#include <memory>
#include <vector>

namespace vitrine::app {

/// Names a table of the desk for as long as the program runs; never used again. 0 names none.
using TableId = quint64;

/// The tables being worked on, which of them is current, and which of its rows are selected: the
/// one gate for every change of a table, each a named step of undo. GUI thread only.
class TableDesk : public QObject {
  Q_OBJECT

 public:
  explicit TableDesk(QObject* parent = nullptr);
  ~TableDesk() override;

  /// In the order on screen.
  [[nodiscard]] std::vector<TableId> tables() const;
  [[nodiscard]] bool has(TableId id) const;
  [[nodiscard]] const dataset::Table& table(TableId id) const;
  /// For jobs: later edits do not change it.
  [[nodiscard]] std::shared_ptr<const dataset::Table> snapshot(TableId id) const;
  /// Rises with every edit of the table, undo and redo included: what was computed from an older
  /// one is stale.
  [[nodiscard]] quint64 revision(TableId id) const;

  [[nodiscard]] TableId current() const noexcept { return m_current; }
  void setCurrent(TableId id);

  /// Indices of rows of the current table, rising.
  [[nodiscard]] const std::vector<std::size_t>& selection() const noexcept { return m_selection; }
  void setSelection(std::vector<std::size_t> rows);

  // Steps of undo.

  /// At the end; becomes current.
  TableId add(dataset::Table table);
  void remove(TableId id);
  void rename(TableId id, const QString& name);
  /// @param text  names the step, e.g. "Set Tg of Zr50Cu50"
  /// @throws Error (InvalidInput) where the edit does not fit the table; nothing has changed then
  void edit(TableId id, dataset::TableEdit edit, const QString& text);

  [[nodiscard]] QUndoStack* undoStack() noexcept { return &m_undo; }
  /// Says that the table stands in a file as it is now.
  void setSaved(TableId id);
  /// Was edited, or made here, since it was read or written.
  [[nodiscard]] bool isSaved(TableId id) const;

 signals:
  /// Tables came, went or were renamed.
  void tablesChanged();
  /// The content of one did.
  void tableChanged(quint64 id);
  void currentChanged();
  void selectionChanged();

 private:
  friend class PresenceCommand;
  friend class TableCommand;
  struct Entry;

  [[nodiscard]] const Entry& entry(TableId id) const;
  [[nodiscard]] Entry& entry(TableId id);
  void insert(std::size_t place, std::shared_ptr<Entry> entry);
  [[nodiscard]] std::shared_ptr<Entry> take(std::size_t place);
  /// Does the edit; returns its opposite.
  dataset::TableEdit exchange(TableId id, dataset::TableEdit edit);

  std::vector<std::shared_ptr<Entry>> m_entries;
  TableId m_lastId = 0;
  TableId m_current = 0;
  std::vector<std::size_t> m_selection;
  QUndoStack m_undo;
};

}  // namespace vitrine::app
