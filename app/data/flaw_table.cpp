#include "app/data/flaw_table.h"

#include "app/data/flaw_words.h"
#include "widgets/theme/theme.h"

#include <QApplication>

#include <algorithm>
#include <utility>

namespace vitrine::app {

using dataset::Flaw;
using dataset::FlawSeverity;

void FlawTable::setReport(std::shared_ptr<const AuditReport> report) {
  beginResetModel();
  m_report = std::move(report);
  arrange();
  endResetModel();
}

void FlawTable::setKind(std::optional<dataset::FlawKind> kind) {
  beginResetModel();
  m_kind = kind;
  arrange();
  endResetModel();
}

/// What is worse stands above; otherwise the order of the audit.
void FlawTable::arrange() {
  m_shown.clear();
  if (!m_report)
    return;
  const auto& flaws = m_report->flaws;
  for (std::size_t i = 0; i < flaws.size(); ++i)
    if (!m_kind || flaws[i].kind == *m_kind)
      m_shown.push_back(i);
  std::stable_sort(m_shown.begin(), m_shown.end(), [&](std::size_t a, std::size_t b) {
    return flaws[a].severity > flaws[b].severity;
  });
}

int FlawTable::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int FlawTable::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QString FlawTable::textOf(const Flaw& flaw, int column) const {
  const dataset::Table& table = *m_report->tables[flaw.table].table;
  switch (column) {
    case Severity:
      return severityText(flaw.severity);
    case Kind:
      return flawText(flaw.kind);
    case Place: {
      const QString line = flaw.line ? QString::number(*flaw.line) : tr("whole table");
      return m_report->tables.size() == 1
                 ? line
                 : QStringLiteral("%1: %2").arg(QString::fromStdString(table.name), line);
    }
    case Property:
      return flaw.column ? QString::fromStdString(dataset::headerOf(table.columns[*flaw.column]))
                         : QString();
    default:
      return QString::fromStdString(flaw.message);
  }
}

QVariant FlawTable::data(const QModelIndex& index, int role) const {
  const Flaw& flaw = m_report->flaws[flawOf(index.row())];
  if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
    return textOf(flaw, index.column());
  if (role == Qt::ForegroundRole && index.column() == Severity) {
    const auto& colours = widgets::theme(widgets::isDark(QApplication::palette()));
    return flaw.severity == FlawSeverity::Error     ? colours.error
           : flaw.severity == FlawSeverity::Warning ? colours.warning
                                                    : colours.mutedText;
  }
  return {};
}

QVariant FlawTable::headerData(int section, Qt::Orientation orientation, int role) const {
  if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
    return {};
  switch (section) {
    case Severity:
      return tr("Severity");
    case Kind:
      return tr("What");
    case Place:
      return tr("Row");
    case Property:
      return tr("Column");
    default:
      return tr("Why");
  }
}

}  // namespace vitrine::app
