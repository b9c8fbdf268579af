#include "widgets/cards/model_strip.h"

#include "widgets/cards/card_text.h"
#include "widgets/theme/paint.h"
#include "widgets/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <limits>

namespace vitrine::widgets {

double roundStep(double span) {
  const double power = std::pow(10.0, std::floor(std::log10(span)));
  const double lead = span / power;
  if (lead >= 5.0)
    return power;
  return lead >= 2.0 ? power / 2 : power / 5;
}

ModelStrip::ModelStrip(const PropertyCard& card, const QRectF& area, TemperatureUnit unit)
    : m_card(card), m_area(area), m_unit(unit) {
  double low = std::numeric_limits<double>::infinity();
  double high = -low;
  const auto take = [&](double held) {
    const double value = shown(held);
    low = std::min(low, value);
    high = std::max(high, value);
  };
  if (card.interval90) {
    take(card.interval90->lo);
    take(card.interval90->hi);
  }
  for (const CardModelValue& model : card.models) {
    if (model.value)
      take(*model.value);
  }
  if (!(low < high))
    return;
  if (card.value)
    take(*card.value);
  // Round ends stand still while the numbers move a little.
  const double step = roundStep(high - low);
  m_low = step * std::floor((low - 0.1 * step) / step);
  m_high = step * std::ceil((high + 0.1 * step) / step);
}

double ModelStrip::shown(double value) const {
  return m_card.isTemperature ? toDisplay(value, m_unit) : value;
}

double ModelStrip::xOf(double value) const {
  return m_area.left() + radius() +
         (shown(value) - m_low) / (m_high - m_low) * (m_area.width() - 2 * radius());
}

double ModelStrip::radius() const {
  return 0.17 * m_area.height();
}

std::optional<QPointF> ModelStrip::dot(std::size_t model) const {
  if (isEmpty() || model >= m_card.models.size() || !m_card.models[model].value)
    return std::nullopt;
  return QPointF(xOf(*m_card.models[model].value), m_area.top() + 0.34 * m_area.height());
}

std::optional<std::size_t> ModelStrip::modelAt(QPointF point) const {
  std::optional<std::size_t> nearest;
  double best = 1.8 * radius() + 2.0;
  for (std::size_t i = 0; i < m_card.models.size(); ++i) {
    const auto place = dot(i);
    if (!place)
      continue;
    const double distance = std::hypot(place->x() - point.x(), place->y() - point.y());
    if (distance <= best) {
      best = distance;
      nearest = i;
    }
  }
  return nearest;
}

void ModelStrip::paint(QPainter& painter, const Theme& colours, const QFont& font,
                       std::optional<std::size_t> chosen) const {
  if (isEmpty())
    return;
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  const double middle = m_area.top() + 0.34 * m_area.height();
  const double half = 0.26 * m_area.height();
  if (m_card.interval90) {
    const double from = xOf(m_card.interval90->lo);
    const double to = xOf(m_card.interval90->hi);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.band);
    painter.drawRoundedRect(QRectF(from, middle - half, to - from, 2 * half), 3, 3);
  }
  painter.setPen(QPen(colours.border, 1.0));
  painter.drawLine(QPointF(m_area.left(), middle), QPointF(m_area.right(), middle));
  for (std::size_t i = 0; i < m_card.models.size(); ++i) {
    const auto place = dot(i);
    if (!place)
      continue;
    QColor colour = colours.models.at(std::min(i, colours.models.size() - 1));
    if (m_card.stale)
      colour = colours.staleText;
    painter.setPen(QPen(colours.surface, 1.0));
    painter.setBrush(colour);
    painter.drawEllipse(*place, radius(), radius());
    if (chosen == i) {
      painter.setPen(QPen(colours.text, 1.5));
      painter.setBrush(Qt::NoBrush);
      painter.drawEllipse(*place, radius() + 2.5, radius() + 2.5);
    }
  }
  if (m_card.value) {
    const double x = xOf(*m_card.value);
    painter.setPen(QPen(m_card.stale ? colours.staleText : colours.blend, 2.0));
    painter.drawLine(QPointF(x, middle - half - 1), QPointF(x, middle + half + 1));
  }

  painter.setFont(scaledFont(font, 0.85));
  painter.setPen(colours.mutedText);
  const double top = m_area.top() + 0.62 * m_area.height();
  const QRectF legend(m_area.left(), top, m_area.width(), m_area.bottom() - top);
  painter.drawText(legend, Qt::AlignLeft | Qt::AlignBottom, numberText(m_low, m_card.decimals));
  painter.drawText(legend, Qt::AlignRight | Qt::AlignBottom, numberText(m_high, m_card.decimals));
  if (chosen && *chosen < m_card.models.size() && m_card.models[*chosen].value) {
    const CardModelValue& model = m_card.models[*chosen];
    painter.setPen(colours.text);
    painter.drawText(legend, Qt::AlignHCenter | Qt::AlignBottom,
                     model.name + QLatin1Char(' ') + cardNumber(m_card, *model.value, m_unit));
  }
  painter.restore();
}

}  // namespace vitrine::widgets
