#include "widgets/cards/flow_grid.h"

#include <QWidget>

#include <algorithm>

namespace vitrine::widgets {

FlowGrid::FlowGrid(QWidget* parent) : QLayout(parent) {}

FlowGrid::~FlowGrid() {
  while (!m_items.isEmpty())
    delete m_items.takeLast();
}

void FlowGrid::setMinimumColumnWidth(int width) {
  m_minimumColumnWidth = std::max(1, width);
  invalidate();
}

int FlowGrid::columnsFor(int width) const {
  const QMargins around = contentsMargins();
  const int room = width - around.left() - around.right() + spacing();
  return std::max(1, room / (m_minimumColumnWidth + spacing()));
}

void FlowGrid::addItem(QLayoutItem* item) {
  m_items.append(item);
}

int FlowGrid::count() const {
  return static_cast<int>(m_items.size());
}

QLayoutItem* FlowGrid::itemAt(int index) const {
  return m_items.value(index);
}

QLayoutItem* FlowGrid::takeAt(int index) {
  return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowGrid::heightForWidth(int width) const {
  return arrange({0, 0, width, 0}, false);
}

QSize FlowGrid::sizeHint() const {
  const QMargins around = contentsMargins();
  const int width = m_minimumColumnWidth + around.left() + around.right();
  return {width, heightForWidth(width)};
}

QSize FlowGrid::minimumSize() const {
  const QMargins around = contentsMargins();
  return {m_minimumColumnWidth + around.left() + around.right(), 0};
}

void FlowGrid::setGeometry(const QRect& rect) {
  QLayout::setGeometry(rect);
  arrange(rect, true);
}

int FlowGrid::arrange(const QRect& rect, bool move) const {
  const QMargins around = contentsMargins();
  const QRect inner = rect.marginsRemoved(around);
  const int columns = std::min(columnsFor(rect.width()), std::max(1, count()));
  const int gap = spacing();
  const int width = (inner.width() - (columns - 1) * gap) / columns;
  int y = inner.top();
  int rowHeight = 0;
  for (int i = 0; i < count(); ++i) {
    QLayoutItem* item = m_items[i];
    const int column = i % columns;
    if (column == 0 && i > 0) {
      y += rowHeight + gap;
      rowHeight = 0;
    }
    const int height =
        item->hasHeightForWidth() ? item->heightForWidth(width) : item->sizeHint().height();
    rowHeight = std::max(rowHeight, height);
    if (move) {
      const QRect place(inner.left() + column * (width + gap), y, width, height);
      const bool mirrored =
          parentWidget() != nullptr && parentWidget()->layoutDirection() == Qt::RightToLeft;
      item->setGeometry(
          mirrored ? QRect(inner.right() + inner.left() - place.right(), y, place.width(), height)
                   : place);
    }
  }
  return y + rowHeight - rect.top() + around.bottom();
}

}  // namespace vitrine::widgets
