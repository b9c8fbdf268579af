#include "app/merge/conflict_table.h"

#include "widgets/theme/units.h"

#include <array>
#include <cmath>

namespace vitrine::app {

namespace {

QString numberOf(double value) {
  return widgets::numberText(value, std::abs(value) < 100.0 ? 2 : 0);
}

}  // namespace

void ConflictTable::setPreview(std::shared_ptr<const MergePreview> preview) {
  if (m_preview == preview)
    return;
  beginResetModel();
  m_preview = std::move(preview);
  endResetModel();
}

int ConflictTable::rowCount(const QModelIndex& parent) const {
  return parent.isValid() || !m_preview ? 0 : static_cast<int>(m_preview->merged.conflicts.size());
}

int ConflictTable::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QString ConflictTable::reportsOf(const dataset::MergeConflict& conflict) const {
  QStringList texts;
  for (const auto& report :
       dataset::reportsOf(m_preview->tables, m_preview->merged, conflict.row, conflict.column)) {
    const dataset::Table& table = m_preview->tables[report.origin.table];
    const dataset::Row& row = table.rows[report.origin.row];
    const QString name = QString::fromStdString(table.name);
    texts << (row.source.empty()
                  ? tr("%1: %2").arg(name, numberOf(report.value))
                  : tr("%1 (%2): %3")
                        .arg(name, QString::fromStdString(row.source), numberOf(report.value)));
  }
  return texts.join(QStringLiteral("; "));
}

QString ConflictTable::textOf(const dataset::MergeConflict& conflict, int column) const {
  const dataset::MergedTable& merged = m_preview->merged;
  switch (column) {
    case Alloy:
      return QString::fromStdString(merged.table.rows[conflict.row].composition.formula());
    case Property: {
      const auto& property = merged.table.columns[conflict.column];
      return property.unit.empty() ? QString::fromStdString(property.name)
                                   : tr("%1 (%2)").arg(QString::fromStdString(property.name),
                                                       QString::fromStdString(property.unit));
    }
    case Reports:
      return reportsOf(conflict);
    case Difference:
      return numberOf(conflict.highest - conflict.lowest);
    default: {
      const auto& taken = merged.table.rows[conflict.row].values[conflict.column];
      return taken ? numberOf(*taken) : tr("none");
    }
  }
}

QVariant ConflictTable::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || !m_preview)
    return {};
  const auto& conflict = m_preview->merged.conflicts[static_cast<std::size_t>(index.row())];
  if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
    return textOf(conflict, index.column());
  if (role == Qt::TextAlignmentRole && index.column() >= Difference)
    return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
  return {};
}

QVariant ConflictTable::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
    return {};
  const std::array<QString, ColumnCount> heads{tr("Alloy"), tr("Property"), tr("What is said"),
                                               tr("Difference"), tr("Taken")};
  return heads.at(static_cast<std::size_t>(section));
}

}  // namespace vitrine::app
