#pragma once

#include "app/spectra/pattern_collection.h"

#include <QAbstractTableModel>

#include <memory>

namespace vitrine::app {

/// The rows of a list of measured patterns: name and alloy.
class PatternTable : public QAbstractTableModel {
  Q_OBJECT

 public:
  using QAbstractTableModel::QAbstractTableModel;

  void setPatterns(std::shared_ptr<const PatternCollection> patterns);
  /// -1 where there is none of that name.
  [[nodiscard]] int rowOf(const QString& id) const;

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role) const override;

 private:
  std::shared_ptr<const PatternCollection> m_patterns;
};

}  // namespace vitrine::app
