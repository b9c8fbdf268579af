#pragma once

#include "widgets/alloy/periodic_table.h"

#include <QWidget>

class QLabel;

namespace vitrine::widgets {

/// The periodic table in a window that closes by itself, with the element under the cursor spelled
/// out below.
class ElementPicker : public QWidget {
  Q_OBJECT

 public:
  explicit ElementPicker(QWidget* parent);

  /// Opens below (or above) a place of the screen, wholly on it.
  void open(const PeriodicTableModel& model, const QRect& anchor);

  [[nodiscard]] PeriodicTable* table() const { return m_table; }

 signals:
  void elementChosen(int atomicNumber);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void describe(int atomicNumber);
  void take(int atomicNumber);

  PeriodicTableModel m_model;
  PeriodicTable* m_table;
  QLabel* m_what;
};

}  // namespace vitrine::widgets
