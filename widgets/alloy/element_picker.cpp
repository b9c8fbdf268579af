#include "widgets/alloy/element_picker.h"

#include "widgets/alloy/element_names.h"
#include "widgets/theme/theme.h"

#include <QLabel>
#include <QPainter>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace vitrine::widgets {

ElementPicker::ElementPicker(QWidget* parent)
    : QWidget(parent, Qt::Popup), m_table(new PeriodicTable), m_what(new QLabel) {
  setAccessibleName(tr("Add an element"));
  setAutoFillBackground(true);
  auto* title = new QLabel(tr("Add an element"));
  QFont bold(title->font());
  bold.setBold(true);
  title->setFont(bold);
  auto* help =
      new QLabel(tr("Arrow keys or letters find it, Enter or a click adds it. "
                    "Dotted: unknown to the models."));
  help->setForegroundRole(QPalette::PlaceholderText);
  m_what->setTextFormat(Qt::PlainText);
  m_what->setWordWrap(true);
  m_what->setMinimumHeight(2 * m_what->fontMetrics().height());
  m_what->setAlignment(Qt::AlignLeft | Qt::AlignTop);

  auto* layout = new QVBoxLayout(this);
  layout->addWidget(title);
  layout->addWidget(m_table, 1);
  layout->addWidget(m_what);
  layout->addWidget(help);
  setFocusProxy(m_table);
  connect(m_table, &PeriodicTable::currentElementChanged, this, &ElementPicker::describe);
  connect(m_table, &PeriodicTable::elementChosen, this, &ElementPicker::take);
}

void ElementPicker::open(const PeriodicTableModel& model, const QRect& anchor) {
  m_model = model;
  m_table->setModel(model);
  if (m_table->currentElement() == 0)
    m_table->setCurrentElement(26);
  describe(m_table->currentElement());
  adjustSize();
  const QRect screen =
      (parentWidget() != nullptr ? parentWidget()->screen() : this->screen())->availableGeometry();
  resize(size().boundedTo(screen.size()));
  QPoint place = anchor.bottomLeft() + QPoint(0, 1);
  if (place.y() + height() > screen.bottom())
    place.setY(anchor.top() - height());
  place.setX(
      std::clamp(place.x(), screen.left(), std::max(screen.left(), screen.right() - width())));
  place.setY(
      std::clamp(place.y(), screen.top(), std::max(screen.top(), screen.bottom() - height())));
  move(place);
  show();
  m_table->setFocus(Qt::PopupFocusReason);
}

void ElementPicker::describe(int atomicNumber) {
  if (atomicNumber == 0) {
    m_what->clear();
    return;
  }
  QString text = tr("%1 %2, number %3")
                     .arg(elementSymbol(atomicNumber), elementName(atomicNumber))
                     .arg(atomicNumber);
  const auto untrained = m_model.untrained.find(atomicNumber);
  if (untrained != m_model.untrained.end())
    text += QLatin1Char('\n') + untrained->second;
  else if (m_model.chosen.contains(atomicNumber))
    text += QLatin1Char('\n') + tr("In the alloy already.");
  m_what->setText(text);
  m_table->setAccessibleDescription(text);
}

void ElementPicker::take(int atomicNumber) {
  close();
  emit elementChosen(atomicNumber);
}

/// The style's own frame cannot be told from the window below it in the dark theme.
void ElementPicker::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.setPen(themeOf(*this).axis);
  painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

}  // namespace vitrine::widgets
