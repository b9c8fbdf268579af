#include "widgets/alloy/periodic_table.h"

#include "engine/alloy/element.h"
#include "widgets/alloy/element_names.h"
#include "widgets/alloy/periodic_cells.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>

namespace vitrine::widgets {

PeriodicTable::PeriodicTable(QWidget* parent)
    : QTableView(parent),
      m_cells(std::make_unique<PeriodicCells>()),
      m_painter(std::make_unique<PeriodicCellPainter>()) {
  QTableView::setModel(m_cells.get());
  setItemDelegate(m_painter.get());
  setAccessibleName(tr("Periodic table"));
  horizontalHeader()->hide();
  verticalHeader()->hide();
  horizontalHeader()->setMinimumSectionSize(1);
  verticalHeader()->setMinimumSectionSize(1);
  setShowGrid(false);
  setFrameShape(QFrame::NoFrame);
  setSelectionMode(QAbstractItemView::NoSelection);
  setEditTriggers(QAbstractItemView::NoEditTriggers);
  setTabKeyNavigation(false);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setMouseTracking(true);
  viewport()->setAutoFillBackground(false);
  connect(this, &QAbstractItemView::clicked, this, &PeriodicTable::choose);
  connect(selectionModel(), &QItemSelectionModel::currentChanged, this,
          [this] { emit currentElementChanged(currentElement()); });
}

PeriodicTable::~PeriodicTable() {
  QTableView::setModel(nullptr);
}

void PeriodicTable::setModel(const PeriodicTableModel& model) {
  m_cells->take(model);
}

int PeriodicTable::currentElement() const {
  return currentIndex().data(PeriodicCells::AtomicNumberRole).toInt();
}

void PeriodicTable::setCurrentElement(int atomicNumber) {
  setCurrentIndex(m_cells->indexOf(atomicNumber));
}

void PeriodicTable::choose(const QModelIndex& index) {
  const int atomicNumber = index.data(PeriodicCells::AtomicNumberRole).toInt();
  if (atomicNumber > 0)
    emit elementChosen(atomicNumber);
}

void PeriodicTable::keyboardSearch(const QString& search) {
  // Letters in quick succession make a word: an exact symbol first, then the beginning of a name.
  if (!m_sinceLetter.isValid() || m_sinceLetter.elapsed() > kWordMs)
    m_word.clear();
  m_sinceLetter.start();
  m_word += search;
  int found = 0;
  for (int z = 1; z <= alloy::kElementCount && found == 0; ++z) {
    if (elementSymbol(z).compare(m_word, Qt::CaseInsensitive) == 0)
      found = z;
  }
  for (int z = 1; z <= alloy::kElementCount && found == 0; ++z) {
    if (elementName(z).startsWith(m_word, Qt::CaseInsensitive) ||
        elementSymbol(z).startsWith(m_word, Qt::CaseInsensitive))
      found = z;
  }
  if (found != 0)
    setCurrentElement(found);
}

void PeriodicTable::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter ||
      (event->key() == Qt::Key_Space)) {
    choose(currentIndex());
    return;
  }
  if (event->key() == Qt::Key_Escape) {
    event->ignore();
    return;
  }
  QTableView::keyPressEvent(event);
}

void PeriodicTable::mouseMoveEvent(QMouseEvent* event) {
  const QModelIndex index = indexAt(event->position().toPoint());
  if (index.flags().testFlag(Qt::ItemIsEnabled))
    setCurrentIndex(index);
  QTableView::mouseMoveEvent(event);
}

QSize PeriodicTable::sizeHint() const {
  const int cell = 2 * fontMetrics().height() + fontMetrics().height() / 4;
  return {PeriodicCells::kColumns * cell, PeriodicCells::kRows * cell - cell / 2};
}

void PeriodicTable::resizeEvent(QResizeEvent* event) {
  QTableView::resizeEvent(event);
  const int cell = std::max(1, std::min(viewport()->width() / PeriodicCells::kColumns,
                                        2 * viewport()->height() / (2 * PeriodicCells::kRows - 1)));
  horizontalHeader()->setDefaultSectionSize(cell);
  verticalHeader()->setDefaultSectionSize(cell);
  verticalHeader()->resizeSection(PeriodicCells::kGapRow, cell / 2);
}

}  // namespace vitrine::widgets
