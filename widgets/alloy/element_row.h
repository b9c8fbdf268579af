#pragma once

#include "engine/alloy/balance.h"
#include "widgets/theme/units.h"

#include <QString>
#include <QTimer>
#include <QWidget>

class QToolButton;

namespace vitrine::widgets {

class PercentBox;
class ShareSlider;

/// What one row of the alloy editor shows. Amounts in percent of the content unit.
struct ElementRowModel {
  int atomicNumber = 0;
  double percent = 0.0;
  bool locked = false;
  alloy::Reach reach;
  ContentUnit unit = ContentUnit::AtomicPercent;
  QString untrained;  ///< why the models know nothing of the element; empty where they do
  bool removable = true;
  int colourIndex = 0;  ///< into Theme::elements
};

/// One element of the alloy: its chip and name, a slider, the number, a lock.
class ElementRow : public QWidget {
  Q_OBJECT

 public:
  explicit ElementRow(QWidget* parent = nullptr);

  ~ElementRow() override;

  void setModel(const ElementRowModel& model);
  [[nodiscard]] const ElementRowModel& model() const { return m_model; }

  [[nodiscard]] ShareSlider* slider() const { return m_slider; }
  [[nodiscard]] PercentBox* box() const { return m_box; }
  [[nodiscard]] QToolButton* lock() const { return m_lock; }
  [[nodiscard]] QToolButton* remove() const { return m_remove; }

 signals:
  void dragged(int atomicNumber, double percent, bool finished);
  void lockToggled(int atomicNumber, bool locked);
  void removed(int atomicNumber);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void name();
  void step(double percent);
  void settle();

  ElementRowModel m_model;
  ShareSlider* m_slider;
  PercentBox* m_box;
  QToolButton* m_lock;
  QToolButton* m_remove;
  QWidget* m_chip;     ///< room for the painted symbol
  QWidget* m_caption;  ///< room for the painted name
  QTimer m_settling;   ///< keys and wheel have no release: a pause ends their drag
  double m_last = 0.0;
  bool m_open = false;  ///< a drag has begun and is not finished
};

}  // namespace vitrine::widgets
