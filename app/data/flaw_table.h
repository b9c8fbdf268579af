#pragma once

#include "app/data/table_audit.h"

#include <QAbstractTableModel>

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

namespace vitrine::app {

/// The flaws of an audit as a list, all of them or those of one kind.
class FlawTable : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column { Severity, Kind, Place, Property, Message, ColumnCount };

  using QAbstractTableModel::QAbstractTableModel;

  void setReport(std::shared_ptr<const AuditReport> report);
  /// Empty: all kinds.
  void setKind(std::optional<dataset::FlawKind> kind);

  /// Index into the flaws of the report.
  [[nodiscard]] std::size_t flawOf(int row) const { return m_shown[static_cast<std::size_t>(row)]; }

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role) const override;

 private:
  void arrange();
  [[nodiscard]] QString textOf(const dataset::Flaw& flaw, int column) const;

  std::shared_ptr<const AuditReport> m_report;
  std::optional<dataset::FlawKind> m_kind;
  std::vector<std::size_t> m_shown;
};

}  // namespace vitrine::app
