#pragma once

#include "widgets/alloy/periodic_table.h"

#include <QAbstractTableModel>
#include <QStyledItemDelegate>

namespace vitrine::widgets {

/// The elements in their places: 18 groups, seven periods, and below a gap the lanthanides and the
/// actinides.
class PeriodicCells : public QAbstractTableModel {
  Q_OBJECT

 public:
  static constexpr int kColumns = 18;
  static constexpr int kGapRow = 7;
  static constexpr int kRows = 10;
  enum Role { AtomicNumberRole = Qt::UserRole, ChosenRole, UntrainedRole, ShadeRole };

  void take(const PeriodicTableModel& model);
  [[nodiscard]] QModelIndex indexOf(int atomicNumber) const;

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

 private:
  PeriodicTableModel m_model;
};

class PeriodicCellPainter : public QStyledItemDelegate {
  Q_OBJECT

 public:
  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override;
};

}  // namespace vitrine::widgets
