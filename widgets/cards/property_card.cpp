#include "widgets/cards/property_card.h"

#include "widgets/cards/card_details.h"
#include "widgets/cards/card_face.h"
#include "widgets/cards/card_face_view.h"
#include "widgets/cards/card_text.h"
#include "widgets/cards/link_button.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/paint.h"
#include "widgets/theme/theme.h"

#include <QAction>
#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace vitrine::widgets {

PropertyCardView::PropertyCardView(QWidget* parent)
    : QWidget(parent),
      m_face(new CardFaceView),
      m_nearest(new LinkButton),
      m_badge(new LinkButton),
      m_others(new QLabel),
      m_toggle(new QToolButton),
      m_copy(new QAction(tr("Copy &citation"), this)),
      m_head(new QGridLayout),
      m_foot(new QHBoxLayout) {
  const int em = fontMetrics().height();
  m_toggle->setIcon(switchIcon(Icon::Expand, Icon::Collapse));
  m_toggle->setCheckable(true);
  m_toggle->setAutoRaise(true);
  m_toggle->setFocusPolicy(Qt::StrongFocus);
  m_toggle->setFixedSize(em + 8, em + 4);

  m_head->addWidget(m_face, 0, 0);
  m_foot->addWidget(m_nearest, 1);
  placeToggle();
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(1, 1, 1, 1);
  layout->setSpacing(0);
  layout->addLayout(m_head);
  auto* badge = new QHBoxLayout;
  badge->setContentsMargins(em / 2 - 2, 0, em / 2, 0);
  badge->addWidget(m_badge);
  layout->addLayout(badge);
  m_others->setWordWrap(true);
  m_others->setTextFormat(Qt::PlainText);
  m_others->setContentsMargins(em / 2, 0, em / 2, em / 4);
  m_others->setAccessibleName(tr("What other methods say"));
  m_others->hide();
  layout->addWidget(m_others);
  layout->addLayout(m_foot);
  m_badge->hide();
  m_badge->setFocusPolicy(Qt::StrongFocus);

  addAction(m_copy);
  connect(m_copy, &QAction::triggered, this, &PropertyCardView::copyCitation);
  connect(m_face, &CardFaceView::activated, this, &PropertyCardView::toggleOpen);
  connect(m_toggle, &QToolButton::clicked, this, &PropertyCardView::toggleOpen);
  connect(m_badge, &QAbstractButton::clicked, this, &PropertyCardView::badgeDismissed);
  connect(m_nearest, &QAbstractButton::clicked, this, [this] {
    if (!m_card.neighbours.empty())
      emit neighbourActivated(m_card.neighbours.front().formula);
  });
}

void PropertyCardView::placeToggle() {
  const int em = fontMetrics().height();
  const bool brief = m_card.brief;
  if (brief)
    m_head->addWidget(m_toggle, 0, 0, Qt::AlignRight | Qt::AlignBottom);
  else
    m_foot->addWidget(m_toggle, 0, Qt::AlignBottom);
  m_head->setContentsMargins(0, 0, 0, brief ? em / 8 : 0);
  m_foot->setContentsMargins(em / 2 - 2, 0, 0, brief ? 0 : em / 8);
  // A foot keeps its height while there is nothing in it.
  QSizePolicy keep = m_nearest->sizePolicy();
  keep.setRetainSizeWhenHidden(!brief);
  m_nearest->setSizePolicy(keep);
}

void PropertyCardView::setCard(const PropertyCard& card, TemperatureUnit unit) {
  const bool renamed = card.key != m_card.key || m_toggle->accessibleName().isEmpty();
  const bool moved = card.brief != m_card.brief;
  m_card = card;
  m_unit = unit;
  if (moved)
    placeToggle();
  m_face->setCard(card, unit);
  showNearest();
  showBadge();
  showOthers();
  m_copy->setEnabled(!card.citations.empty());
  if (renamed) {
    const QString name = tr("Details of %1").arg(withoutMarks(card.title));
    m_toggle->setAccessibleName(name);
    m_toggle->setToolTip(name);
  }
  if (m_open)
    m_details->setCard(card, unit);
}

void PropertyCardView::showNearest() {
  const bool known = !m_card.brief && !m_card.neighbours.empty();
  const bool remarks = !m_card.brief && !known && m_card.value && !m_card.reason.isEmpty();
  m_nearest->setVisible(known || remarks);
  m_nearest->setEnabled(known);
  m_nearest->setFocusPolicy(known ? Qt::StrongFocus : Qt::NoFocus);
  if (remarks) {
    m_nearest->setTexts(m_card.reason, {}, {});
    m_nearest->setToolTip(m_card.reason);
  }
  if (!known)
    return;
  const CardNeighbour& near = m_card.neighbours.front();
  const bool same = near.distancePercent < kSamePercent;
  m_nearest->setTexts(
      same ? tr("Measured: ") : tr("Nearest: "), near.formula,
      same ? QStringLiteral("  ") + cardValue(m_card, near.value, m_unit)
           : tr("  %1 away").arg(percentText(near.distancePercent, ContentUnit::AtomicPercent, 1)));
  m_nearest->setToolTip(
      tr("%1, %2, %3").arg(near.formula, cardValue(m_card, near.value, m_unit), near.source));
}

void PropertyCardView::showBadge() {
  m_badge->setVisible(!m_card.badge.isEmpty());
  m_badge->setTexts(m_card.badge + QStringLiteral("  "), tr("back to the shipped model"), {});
  m_badge->setAccessibleName(tr("%1: back to the shipped model").arg(m_card.badge));
  m_badge->setToolTip(m_badge->accessibleName());
}

void PropertyCardView::showOthers() {
  QStringList lines;
  QStringList hints;
  bool stale = false;
  for (const CardOpinion& other : m_card.others) {
    lines << cardOpinion(m_card, other, m_unit);
    hints << other.toolTip;
    stale = stale || other.stale;
  }
  m_others->setText(lines.join(u'\n'));
  m_others->setToolTip(hints.join(u'\n'));
  QPalette colours = palette();
  if (stale)
    colours.setColor(QPalette::WindowText, themeOf(*this).staleText);
  m_others->setPalette(colours);
  m_others->setVisible(!lines.isEmpty());
}

void PropertyCardView::toggleOpen() {
  setOpen(!m_open);
  emit openChanged();
}

void PropertyCardView::setOpen(bool open) {
  m_toggle->setChecked(open);
  if (open == m_open)
    return;
  m_open = open;
  if (open && m_details == nullptr) {
    m_details = new CardDetails;
    layout()->addWidget(m_details);
    connect(m_details, &CardDetails::neighbourActivated, this,
            &PropertyCardView::neighbourActivated);
    connect(m_details, &CardDetails::copyWanted, this, &PropertyCardView::copyCitation);
  }
  if (open)
    m_details->setCard(m_card, m_unit);
  if (m_details != nullptr)
    m_details->setVisible(open);
  updateGeometry();
}

void PropertyCardView::copyCitation() {
  const QString text = cardCitations(m_card);
  QGuiApplication::clipboard()->setText(text);
  emit citationCopied(text);
}

void PropertyCardView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paintCardGround(painter, rect(), themeOf(*this), fontMetrics().height());
}

}  // namespace vitrine::widgets
