#include "widgets/cards/contribution_bars.h"

#include "widgets/cards/card_text.h"
#include "widgets/theme/theme.h"

#include <QPainter>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace vitrine::widgets {

ContributionBars::ContributionBars(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ContributionBars::setCard(const PropertyCard& card) {
  const bool resized = card.contributions.size() != m_card.contributions.size();
  m_card = card;
  QStringList spoken;
  for (const CardContribution& part : card.contributions)
    spoken += part.label + QLatin1Char(' ') + cardDelta(card, part.delta);
  setAccessibleName(tr("Contributions"));
  setAccessibleDescription(spoken.join(QStringLiteral(", ")));
  if (resized)
    updateGeometry();
  update();
}

QSize ContributionBars::sizeHint() const {
  const double line = 1.15 * fontMetrics().height();
  return {12 * fontMetrics().height(),
          static_cast<int>(std::ceil(line * static_cast<double>(m_card.contributions.size())))};
}

QSize ContributionBars::minimumSizeHint() const {
  return {6 * fontMetrics().height(), sizeHint().height()};
}

void ContributionBars::paintEvent(QPaintEvent*) {
  if (m_card.contributions.empty())
    return;
  const Theme& colours = themeOf(*this);
  const QFontMetricsF metrics(font());
  const double em = metrics.height();
  double largest = 0.0;
  double labels = 0.0;
  double numbers = 0.0;
  for (const CardContribution& part : m_card.contributions) {
    largest = std::max(largest, std::abs(part.delta));
    labels = std::max(labels, metrics.horizontalAdvance(part.label));
    numbers = std::max(numbers, metrics.horizontalAdvance(cardDelta(m_card, part.delta)));
  }
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QRectF bars(labels + 0.6 * em, 0, width() - labels - numbers - 1.2 * em, height());
  const double zero = bars.center().x();
  painter.setPen(QPen(colours.border, 1.0));
  painter.drawLine(QPointF(zero, 0), QPointF(zero, height()));
  const double line = height() / static_cast<double>(m_card.contributions.size());
  const bool stale = m_card.stale || m_card.contributionsStale;
  double y = 0.0;
  for (const CardContribution& part : m_card.contributions) {
    const QRectF row(0, y, width(), line);
    painter.setPen(stale ? colours.staleText : colours.text);
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, part.label);
    painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, cardDelta(m_card, part.delta));
    const double reach = largest > 0.0 ? part.delta / largest * bars.width() / 2 : 0.0;
    // Side, sign and colour say the same thing.
    const QColor colour = part.delta < 0.0 ? colours.models[0] : colours.models[2];
    painter.fillRect(
        QRectF(std::min(zero, zero + reach), y + 0.25 * line, std::abs(reach), 0.5 * line),
        stale ? colours.staleText : colour);
    y += line;
  }
}

}  // namespace vitrine::widgets
