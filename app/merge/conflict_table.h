#pragma once

#include "app/merge/merge_request.h"

#include <QAbstractTableModel>

#include <memory>

namespace vitrine::app {

/// Where merged tables contradict each other: the alloy, the property, what each table says with
/// its source, and what is taken.
class ConflictTable : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column { Alloy, Property, Reports, Difference, Taken, ColumnCount };

  using QAbstractTableModel::QAbstractTableModel;

  /// @param preview  may be null
  void setPreview(std::shared_ptr<const MergePreview> preview);

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role) const override;

 private:
  [[nodiscard]] QString textOf(const dataset::MergeConflict& conflict, int column) const;
  [[nodiscard]] QString reportsOf(const dataset::MergeConflict& conflict) const;

  std::shared_ptr<const MergePreview> m_preview;
};

}  // namespace vitrine::app
