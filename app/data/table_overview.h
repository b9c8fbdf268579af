#pragma once

#include <QSplitter>

#include <cstddef>

namespace vitrine::widgets {
class PeriodicTable;
class ValueHistogram;
}  // namespace vitrine::widgets

namespace vitrine::app {

class TableDesk;

/// How the values and the elements of the current table are spread.
class TableOverview : public QSplitter {
  Q_OBJECT

 public:
  explicit TableOverview(const TableDesk& desk, QWidget* parent = nullptr);

  /// Values of a property, those of the selected rows among them.
  void showValues(std::size_t property);
  void showElements();

 signals:
  /// A click or Enter on the symbol of an element.
  void elementChosen(int atomicNumber);

 private:
  const TableDesk& m_desk;
  widgets::ValueHistogram* m_histogram;
  widgets::PeriodicTable* m_elements;
};

}  // namespace vitrine::app
