#include "widgets/cards/card_face.h"

#include "widgets/cards/card_text.h"
#include "widgets/cards/model_strip.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/paint.h"
#include "widgets/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace vitrine::widgets {

namespace {

constexpr double kHead = 1.2;  // heights in lines of text
constexpr double kValue = 1.9;
constexpr double kGap = 0.15;
constexpr double kBody = 2.1;
constexpr double kToggle = 1.7;  // width of a brief card's toggle, which stands beside the number

double lineHeight(const QFont& font) {
  return QFontMetricsF(font).height();
}

/// Text that may wrap, shortened in its last line where there is too much of it.
void paintWrapped(QPainter& painter, const QRectF& area, const QString& text, const QFont& font,
                  Qt::Alignment vertical = Qt::AlignTop) {
  const QFontMetricsF metrics(font);
  painter.setFont(font);
  const int flags = Qt::AlignLeft | vertical | Qt::TextWordWrap;
  QString shown = text;
  while (shown.size() > 8 && metrics.boundingRect(area, flags, shown).height() > area.height() + 1)
    shown = shown.left(std::max<qsizetype>(8, shown.size() * 9 / 10 - 1)).trimmed() + QChar(0x2026);
  painter.drawText(area, flags, shown);
}

/// The flag at the right end of the head; returns where it begins.
double paintDomain(QPainter& painter, const QRectF& head, const PropertyCard& card,
                   const Theme& colours, const QFont& font) {
  if (!card.domain || !card.failure.isEmpty())
    return head.right();
  const double em = lineHeight(font);
  const QString word = domainText(*card.domain);
  const double wide = QFontMetricsF(font).horizontalAdvance(word);
  const QColor colour = card.stale ? colours.staleText : domainColour(colours, *card.domain);
  painter.setFont(font);
  painter.setPen(colour);
  painter.drawText(head, Qt::AlignRight | Qt::AlignVCenter, word);
  const double side = 0.85 * em;
  const double left = head.right() - wide - 0.25 * em - side;
  paintIcon(painter, domainIcon(*card.domain),
            QRectF(left, head.center().y() - side / 2, side, side), colour);
  return left;
}

void paintHead(QPainter& painter, const QRectF& head, const PropertyCard& card,
               const Theme& colours, const QFont& font) {
  const QFont title = scaledFont(font, 1.05, true);
  const QFontMetricsF metrics(title);
  const double base = head.center().y() + (metrics.ascent() - metrics.descent()) / 2;
  const double until = paintDomain(painter, head, card, colours, scaledFont(font, 0.9));
  painter.setPen(colours.text);
  const double used = paintMarked(painter, QPointF(head.left(), base), card.title, title);
  const double gap = 0.5 * metrics.height();
  const double room = until - gap - (head.left() + used + gap);
  if (room <= 0)
    return;
  painter.setFont(font);
  painter.setPen(colours.mutedText);
  painter.drawText(QPointF(head.left() + used + gap, base),
                   QFontMetricsF(font).elidedText(card.caption, Qt::ElideRight, room));
}

void paintValue(QPainter& painter, const QRectF& area, const PropertyCard& card,
                TemperatureUnit unit, const Theme& colours, const QFont& font) {
  const QFont big = scaledFont(font, 1.9);
  const QFontMetricsF metrics(big);
  const double base = area.center().y() + (metrics.ascent() - metrics.descent()) / 2;
  const QColor ink = card.stale ? colours.staleText : colours.text;
  double x = area.left();
  const QString number = card.value ? cardNumber(card, *card.value, unit) : QString(QChar(0x2014));
  painter.setFont(big);
  painter.setPen(card.value ? ink : colours.mutedText);
  painter.drawText(QPointF(x, base), number);
  x += metrics.horizontalAdvance(number);
  const QString symbol = card.value ? cardUnit(card, unit) : QString();
  if (!symbol.isEmpty()) {
    const QFont middle = scaledFont(font, 1.15);
    x += 0.25 * lineHeight(font);
    painter.setFont(middle);
    painter.setPen(card.stale ? colours.staleText : colours.mutedText);
    painter.drawText(QPointF(x, base), symbol);
    x += QFontMetricsF(middle).horizontalAdvance(symbol);
  }
  const double left = x + 0.6 * lineHeight(font);
  painter.setFont(font);
  if (card.brief && !card.value) {
    const QRectF rest(left, area.top(), area.right() - left, area.height());
    painter.setPen(colours.text);
    paintWrapped(painter, rest, card.reason, scaledFont(font, 0.9), Qt::AlignVCenter);
    return;
  }
  painter.setPen(card.stale ? colours.staleText : colours.mutedText);
  QString aside = cardInterval(card, unit);
  if (card.brief && aside.isEmpty())
    aside = card.equation;
  const double wide = QFontMetricsF(font).horizontalAdvance(aside);
  painter.drawText(QPointF(std::max(left, area.right() - wide), base), aside);
}

void paintBody(QPainter& painter, const QRectF& body, const PropertyCard& card,
               TemperatureUnit unit, const Theme& colours, const QFont& font,
               std::optional<std::size_t> chosenModel) {
  const ModelStrip strip(card, body, unit);
  if (card.value && !strip.isEmpty()) {
    strip.paint(painter, colours, font, chosenModel);
    return;
  }
  const bool explains = !card.reason.isEmpty();
  painter.setPen(explains && !card.stale ? colours.text : colours.mutedText);
  paintWrapped(painter, body, explains ? card.reason : card.equation, font);
}

}  // namespace

CardFaceLayout::CardFaceLayout(const QRectF& area, const QFont& font, bool brief) {
  const double em = lineHeight(font);
  head = QRectF(area.left(), area.top(), area.width(), kHead * em);
  value =
      QRectF(area.left(), head.bottom(), area.width() - (brief ? kToggle * em : 0.0), kValue * em);
  if (!brief)
    body = QRectF(area.left(), value.bottom() + kGap * em, area.width(), kBody * em);
}

double CardFaceLayout::height(const QFont& font, bool brief) {
  return (kHead + kValue + (brief ? 0.0 : kGap + kBody)) * lineHeight(font);
}

void paintCardFace(QPainter& painter, const QRectF& area, const PropertyCard& card,
                   TemperatureUnit unit, const Theme& colours, const QFont& font,
                   std::optional<std::size_t> chosenModel) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  const CardFaceLayout parts(area, font, card.brief);
  paintHead(painter, parts.head, card, colours, font);
  if (!card.failure.isEmpty()) {
    const double em = lineHeight(font);
    const QRectF rest = parts.value.united(parts.body).adjusted(0, 0.25 * em, 0, 0);
    paintIcon(painter, Icon::Failed, QRectF(rest.left(), rest.top(), 1.1 * em, 1.1 * em),
              colours.error);
    painter.setPen(colours.error);
    paintWrapped(painter, rest.adjusted(1.5 * em, 0, 0, 0), card.failure, font);
  } else {
    paintValue(painter, parts.value, card, unit, colours, font);
    if (!card.brief)
      paintBody(painter, parts.body, card, unit, colours, font, chosenModel);
  }
  painter.restore();
}

void paintCardGround(QPainter& painter, const QRectF& area, const Theme& colours, double em) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(colours.border, 1.0));
  painter.setBrush(colours.surface);
  painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 0.4 * em, 0.4 * em);
  painter.restore();
}

}  // namespace vitrine::widgets
