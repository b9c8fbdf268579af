#pragma once

#include <QLayout>
#include <QList>

namespace vitrine::widgets {

/// Lays its widgets out in as many equal columns as there is room for, row by row from the top.
class FlowGrid : public QLayout {
  Q_OBJECT

 public:
  explicit FlowGrid(QWidget* parent);
  ~FlowGrid() override;

  void setMinimumColumnWidth(int width);
  [[nodiscard]] int columnsFor(int width) const;

  void addItem(QLayoutItem* item) override;
  [[nodiscard]] int count() const override;
  [[nodiscard]] QLayoutItem* itemAt(int index) const override;
  QLayoutItem* takeAt(int index) override;
  [[nodiscard]] bool hasHeightForWidth() const override { return true; }
  [[nodiscard]] int heightForWidth(int width) const override;
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSize() const override;
  void setGeometry(const QRect& rect) override;

 private:
  int arrange(const QRect& rect, bool move) const;

  QList<QLayoutItem*> m_items;
  int m_minimumColumnWidth = 100;
};

}  // namespace vitrine::widgets
