#include "app/data/row_table.h"

#include "engine/core/error.h"
#include "engine/dataset/row_filter.h"
#include "engine/files/number_text.h"
#include "widgets/theme/theme.h"

#include <QApplication>

#include <algorithm>
#include <numeric>

namespace vitrine::app {

namespace {

using dataset::Row;
using dataset::Table;

constexpr int kFormula = 0;

QString text(const std::string& words) {
  return QString::fromStdString(words);
}

}  // namespace

RowTable::RowTable(TableDesk& desk, QObject* parent) : QAbstractTableModel(parent), m_desk(desk) {
  connect(&desk, &TableDesk::currentChanged, this, &RowTable::takeTable);
  connect(&desk, &TableDesk::tableChanged, this, [this](quint64 id) {
    if (id == m_desk.current())
      takeContent();
  });
  takeTable();
}

const Table* RowTable::table() const {
  return m_desk.current() == 0 ? nullptr : &m_desk.table(m_desk.current());
}

void RowTable::takeTable() {
  beginResetModel();
  m_filter.clear();
  m_sortColumn = -1;
  arrange();
  endResetModel();
}

void RowTable::takeContent() {
  // Rows stay where they are while somebody edits, whatever the order says of the new values.
  if (table()->rows.size() == m_rows &&
      columnCount() == static_cast<int>(table()->columns.size()) + 2 && !m_order.empty()) {
    m_unread.clear();
    for (const auto& cell : table()->unread)
      m_unread[{cell.row, cell.column}] = text(cell.text);
    emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    return;
  }
  beginResetModel();
  arrange();
  endResetModel();
}

void RowTable::arrange() {
  m_order.clear();
  m_places.clear();
  m_unread.clear();
  const Table* of = table();
  m_rows = of == nullptr ? 0 : of->rows.size();
  if (of == nullptr)
    return;
  for (const auto& cell : of->unread)
    m_unread[{cell.row, cell.column}] = text(cell.text);
  const dataset::RowFilter filter(m_filter.toStdString(), *of);
  for (std::size_t i = 0; i < m_rows; ++i)
    if (filter.wants(of->rows[i]))
      m_order.push_back(i);
  if (m_sortColumn >= 0 && m_sortColumn < columnCount()) {
    const bool rising = m_sortOrder == Qt::AscendingOrder;
    const auto property = propertyOf(m_sortColumn);
    const auto wordOf = [&](std::size_t row) -> const std::string& {
      return m_sortColumn == kFormula ? of->rows[row].formula : of->rows[row].source;
    };
    std::stable_sort(m_order.begin(), m_order.end(), [&](std::size_t a, std::size_t b) {
      if (!property)
        return rising ? wordOf(a) < wordOf(b) : wordOf(b) < wordOf(a);
      const auto& first = of->rows[a].values[*property];
      const auto& second = of->rows[b].values[*property];
      // Rows without a value come last, whichever way.
      if (!first || !second)
        return first.has_value() && !second.has_value();
      return rising ? *first < *second : *second < *first;
    });
  }
  m_places.assign(m_rows, -1);
  for (std::size_t i = 0; i < m_order.size(); ++i)
    m_places[m_order[i]] = static_cast<int>(i);
}

QString RowTable::setFilter(const QString& wanted) {
  if (wanted == m_filter || table() == nullptr)
    return {};
  try {
    const dataset::RowFilter checked(wanted.toStdString(), *table());
  } catch (const Error& error) {
    return text(error.what());
  }
  beginResetModel();
  m_filter = wanted;
  arrange();
  endResetModel();
  return {};
}

void RowTable::sort(int column, Qt::SortOrder order) {
  if (column == m_sortColumn && order == m_sortOrder)
    return;
  emit layoutAboutToBeChanged();
  const QModelIndexList before = persistentIndexList();
  std::vector<std::size_t> rows;
  for (const QModelIndex& each : before)
    rows.push_back(rowOf(each.row()));
  m_sortColumn = column;
  m_sortOrder = order;
  arrange();
  QModelIndexList after;
  for (qsizetype i = 0; i < before.size(); ++i)
    after << index(m_places[rows[static_cast<std::size_t>(i)]], before[i].column());
  changePersistentIndexList(before, after);
  emit layoutChanged();
}

std::optional<int> RowTable::viewRow(std::size_t row) const {
  if (row >= m_places.size() || m_places[row] < 0)
    return std::nullopt;
  return m_places[row];
}

std::optional<std::size_t> RowTable::propertyOf(int column) const {
  if (column <= kFormula || column >= columnCount() - 1)
    return std::nullopt;
  return static_cast<std::size_t>(column - 1);
}

int RowTable::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

int RowTable::columnCount(const QModelIndex& parent) const {
  return parent.isValid() || table() == nullptr ? 0 : static_cast<int>(table()->columns.size()) + 2;
}

QString RowTable::unreadAt(std::size_t row, std::size_t property) const {
  const auto found = m_unread.find({row, property});
  return found == m_unread.end() ? QString() : found->second;
}

QString RowTable::textAt(std::size_t row, int column) const {
  const Row& of = table()->rows[row];
  if (column == kFormula)
    return text(of.formula);
  const auto property = propertyOf(column);
  if (!property)
    return text(of.source);
  const auto& value = of.values[*property];
  return value ? text(files::formatNumber(*value)) : unreadAt(row, *property);
}

QVariant RowTable::data(const QModelIndex& index, int role) const {
  const std::size_t row = rowOf(index.row());
  const auto property = propertyOf(index.column());
  switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
      return textAt(row, index.column());
    case Qt::TextAlignmentRole:
      return QVariant(property ? Qt::AlignRight | Qt::AlignVCenter
                               : Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::ForegroundRole:
      if (property && !unreadAt(row, *property).isEmpty())
        return widgets::theme(widgets::isDark(QApplication::palette())).error;
      return {};
    case Qt::ToolTipRole:
      if (property && !unreadAt(row, *property).isEmpty())
        return tr("\"%1\" is no number; the cell counts as empty.").arg(unreadAt(row, *property));
      return {};
    default:
      return {};
  }
}

QVariant RowTable::headerData(int section, Qt::Orientation orientation, int role) const {
  if (role != Qt::DisplayRole || table() == nullptr)
    return {};
  if (orientation == Qt::Vertical) {
    const std::size_t line = table()->rows[rowOf(section)].line;
    return line > 0 ? QVariant(static_cast<qulonglong>(line)) : QVariant(QStringLiteral("–"));
  }
  if (section == kFormula)
    return tr("Formula");
  const auto property = propertyOf(section);
  if (!property)
    return tr("Source");
  const auto& column = table()->columns[*property];
  return column.unit.empty() ? text(column.name)
                             : QStringLiteral("%1 (%2)").arg(text(column.name), text(column.unit));
}

Qt::ItemFlags RowTable::flags(const QModelIndex& /*index*/) const {
  return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable | Qt::ItemNeverHasChildren;
}

dataset::TableEdit RowTable::editOf(std::size_t row, int column, const QString& typed) const {
  const QString words = typed.trimmed();
  if (column == kFormula)
    return dataset::setFormula(*table(), row, words.toStdString());
  const auto property = propertyOf(column);
  if (!property)
    return dataset::setSource(*table(), row, words.toStdString());
  if (words.isEmpty())
    return dataset::setValue(*table(), row, *property, std::nullopt);
  const char mark = words.contains(u',') ? ',' : '.';
  const auto value = files::parseNumber(words.toStdString(), mark);
  if (!value)
    throw Error(ErrorCode::InvalidInput,
                tr("\"%1\" is no number; the cell stays as it was.").arg(words).toStdString());
  return dataset::setValue(*table(), row, *property, value);
}

bool RowTable::setData(const QModelIndex& index, const QVariant& value, int role) {
  const std::size_t row = rowOf(index.row());
  if (role != Qt::EditRole || value.toString() == textAt(row, index.column()))
    return false;
  try {
    const QString what = headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString();
    m_desk.edit(m_desk.current(), editOf(row, index.column(), value.toString()),
                tr("Set %1 of %2").arg(what, text(table()->rows[row].formula)));
    return true;
  } catch (const Error& error) {
    emit refused(text(error.what()));
    return false;
  }
}

}  // namespace vitrine::app
