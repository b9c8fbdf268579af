#include "widgets/alloy/element_row.h"

#include "widgets/alloy/element_names.h"
#include "widgets/alloy/percent_box.h"
#include "widgets/alloy/share_slider.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/paint.h"
#include "widgets/theme/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QPainter>
#include <QToolButton>

#include <cmath>

namespace vitrine::widgets {

namespace {

constexpr int kSettleMs = 500;

QToolButton* smallButton(const QIcon& drawing) {
  auto* button = new QToolButton;
  button->setIcon(drawing);
  button->setAutoRaise(true);
  button->setFocusPolicy(Qt::StrongFocus);
  return button;
}

}  // namespace

ElementRow::ElementRow(QWidget* parent)
    : QWidget(parent),
      m_slider(new ShareSlider),
      m_box(new PercentBox),
      m_lock(smallButton(switchIcon(Icon::Unlock, Icon::Lock))),
      m_remove(smallButton(icon(Icon::Remove))),
      m_chip(new QWidget),
      m_caption(new QWidget) {
  m_lock->setCheckable(true);
  m_caption->setFixedHeight(fontMetrics().height());
  m_box->setFixedWidth(m_box->fontMetrics().horizontalAdvance(QStringLiteral("100.00")) +
                       3 * fontMetrics().height() / 2);

  const int em = fontMetrics().height();
  auto* layout = new QGridLayout(this);
  layout->setContentsMargins(0, em / 5, 0, em / 5);
  layout->setHorizontalSpacing(em / 4);
  layout->setVerticalSpacing(0);
  m_chip->setFixedSize(2 * em + em / 4, 2 * em);
  layout->addWidget(m_chip, 0, 0, 2, 1, Qt::AlignVCenter);
  layout->addWidget(m_caption, 0, 1);
  layout->addWidget(m_slider, 1, 1);
  layout->addWidget(m_box, 0, 2, 2, 1, Qt::AlignVCenter);
  layout->addWidget(m_lock, 0, 3, 2, 1, Qt::AlignVCenter);
  layout->addWidget(m_remove, 0, 4, 2, 1, Qt::AlignVCenter);
  layout->setColumnStretch(1, 1);

  m_settling.setSingleShot(true);
  m_settling.setInterval(kSettleMs);
  connect(&m_settling, &QTimer::timeout, this, &ElementRow::settle);
  connect(m_slider, &ShareSlider::moved, this, &ElementRow::step);
  connect(m_slider, &ShareSlider::released, this, &ElementRow::settle);
  connect(m_box, &QDoubleSpinBox::valueChanged, this, &ElementRow::step);
  connect(m_box, &QAbstractSpinBox::editingFinished, this, &ElementRow::settle);
  connect(m_lock, &QToolButton::clicked, this,
          [this](bool on) { emit lockToggled(m_model.atomicNumber, on); });
  connect(m_remove, &QToolButton::clicked, this, [this] { emit removed(m_model.atomicNumber); });
}

ElementRow::~ElementRow() {
  m_box->disconnect(this);  // it loses the focus after this object is gone
}

void ElementRow::step(double percent) {
  m_last = percent;
  if (m_slider->isSliderDown())
    m_settling.stop();
  m_open = true;
  emit dragged(m_model.atomicNumber, percent, false);
  if (!m_slider->isSliderDown())
    m_settling.start();
}

void ElementRow::settle() {
  m_settling.stop();
  if (!m_open)
    return;
  m_open = false;
  emit dragged(m_model.atomicNumber, m_last, true);
}

void ElementRow::setModel(const ElementRowModel& model) {
  const bool renamed = model.atomicNumber != m_model.atomicNumber ||
                       model.untrained != m_model.untrained || model.unit != m_model.unit ||
                       model.removable != m_model.removable || m_slider->accessibleName().isEmpty();
  const bool relocked = model.locked != m_model.locked || renamed;
  const bool repaint = renamed || model.colourIndex != m_model.colourIndex;
  if (model.atomicNumber != m_model.atomicNumber) {
    m_slider->setSliderDown(false);
    m_settling.stop();
    m_open = false;
  }
  m_model = model;
  m_slider->setReach(model.reach.lowest, model.reach.highest);
  m_slider->setColour(themeOf(*this).elements.at(static_cast<std::size_t>(model.colourIndex)));
  if (!m_slider->isSliderDown())
    m_slider->setPercent(model.percent);
  m_box->showPercent(model.percent);
  m_lock->setChecked(model.locked);
  if (renamed)
    name();
  if (relocked) {
    m_lock->setToolTip(model.locked ? tr("Locked: keeps its content while others change")
                                    : tr("Lock: keep this content while others change"));
  }
  if (repaint)
    update();
}

void ElementRow::name() {
  const QString element = elementName(m_model.atomicNumber);
  const QString unit = unitSymbol(m_model.unit);
  m_slider->setAccessibleName(tr("Content of %1, %2").arg(element, unit));
  m_box->setAccessibleName(tr("%1, %2").arg(element, unit));
  m_lock->setAccessibleName(tr("Lock %1").arg(element));
  m_remove->setAccessibleName(tr("Remove %1").arg(element));
  m_remove->setToolTip(tr("Remove %1; the others share its content").arg(element));
  m_remove->setEnabled(m_model.removable);
  m_slider->setToolTip(tr("Arrow keys 1 %, + and − 0.1 %, Page keys 5 %"));
  setAccessibleName(element);
  setAccessibleDescription(m_model.untrained);
  m_caption->setToolTip(m_model.untrained);
}

void ElementRow::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange && m_model.atomicNumber != 0) {
    m_slider->setColour(themeOf(*this).elements.at(static_cast<std::size_t>(m_model.colourIndex)));
    update();
  }
  QWidget::changeEvent(event);
}

void ElementRow::paintEvent(QPaintEvent*) {
  if (m_model.atomicNumber == 0)
    return;
  const Theme& colours = themeOf(*this);
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const double em = fontMetrics().height();
  QRectF chip(0, 0, 2 * em, 2 * em);
  const QRect room = m_chip->geometry();
  const bool mirrored = layoutDirection() == Qt::RightToLeft;
  chip.moveTop(room.center().y() - em);
  chip.moveLeft(mirrored ? room.right() - 2 * em : room.left());
  const QRectF caption = m_caption->geometry();
  paintChip(painter, chip, elementSymbol(m_model.atomicNumber),
            colours.elements.at(static_cast<std::size_t>(m_model.colourIndex)), font());

  const bool flagged = !m_model.untrained.isEmpty();
  const double flag = flagged ? 0.95 * em : 0.0;
  const QString name =
      fontMetrics().elidedText(elementName(m_model.atomicNumber), Qt::ElideRight,
                               static_cast<int>(caption.width() - flag - 0.3 * em));
  painter.setPen(colours.mutedText);
  painter.drawText(caption, Qt::AlignLeft | Qt::AlignVCenter, name);
  if (flagged) {
    const double x = caption.left() + fontMetrics().horizontalAdvance(name) + 0.3 * em;
    paintIcon(painter, Icon::Outside, QRectF(x, caption.center().y() - flag / 2, flag, flag),
              colours.error);
  }
}

}  // namespace vitrine::widgets
