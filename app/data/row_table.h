#pragma once

#include "app/data/table_desk.h"

#include <QAbstractTableModel>

#include <cstddef>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace vitrine::app {

/// The current table of the desk for a view: formula, properties, source; filtered, sorted and
/// edited in place. Sorting changes what is shown and not the table.
class RowTable : public QAbstractTableModel {
  Q_OBJECT

 public:
  explicit RowTable(TableDesk& desk, QObject* parent = nullptr);

  /// Shows the rows that dataset::RowFilter wants. Returns why the text is no filter, and leaves
  /// what is shown then; empty where all is well.
  QString setFilter(const QString& text);

  /// Index into the rows of the table.
  [[nodiscard]] std::size_t rowOf(int viewRow) const {
    return m_order[static_cast<std::size_t>(viewRow)];
  }
  /// Where a row of the table stands; empty while it is filtered away.
  [[nodiscard]] std::optional<int> viewRow(std::size_t row) const;
  /// The property in a column; empty for formula and source.
  [[nodiscard]] std::optional<std::size_t> propertyOf(int column) const;

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role) const override;
  [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
  bool setData(const QModelIndex& index, const QVariant& value, int role) override;
  void sort(int column, Qt::SortOrder order) override;

 signals:
  /// Something typed was not taken, and why.
  void refused(const QString& sentence);

 private:
  [[nodiscard]] const dataset::Table* table() const;
  [[nodiscard]] QString textAt(std::size_t row, int column) const;
  [[nodiscard]] QString unreadAt(std::size_t row, std::size_t property) const;
  void takeTable();
  void takeContent();
  void arrange();
  /// The edit that a text asks for. @throws Error (InvalidInput)
  [[nodiscard]] dataset::TableEdit editOf(std::size_t row, int column, const QString& text) const;

  TableDesk& m_desk;
  QString m_filter;
  int m_sortColumn = -1;  ///< -1: as in the table
  Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
  std::vector<std::size_t> m_order;  ///< rows of the table, as shown
  std::vector<int> m_places;         ///< of each row in m_order; -1 where it is not there
  std::map<std::pair<std::size_t, std::size_t>, QString> m_unread;  ///< by row and property
  std::size_t m_rows = 0;                                           ///< of the table when arranged
};

}  // namespace vitrine::app
