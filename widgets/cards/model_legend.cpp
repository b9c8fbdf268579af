#include "widgets/cards/model_legend.h"

#include "widgets/cards/card_text.h"
#include "widgets/theme/theme.h"

#include <QPainter>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace vitrine::widgets {

ModelLegend::ModelLegend(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ModelLegend::setCard(const PropertyCard& card, TemperatureUnit unit) {
  const bool resized = card.models.size() != m_card.models.size();
  m_card = card;
  m_unit = unit;
  QStringList spoken;
  for (const CardModelValue& model : card.models) {
    if (model.value)
      spoken += model.name + QLatin1Char(' ') + cardValue(card, *model.value, unit);
  }
  setAccessibleName(tr("Single models"));
  setAccessibleDescription(spoken.join(QStringLiteral(", ")));
  if (resized)
    updateGeometry();
  update();
}

QSize ModelLegend::sizeHint() const {
  const double line = 1.1 * fontMetrics().height();
  return {12 * fontMetrics().height(),
          static_cast<int>(std::ceil(line * static_cast<double>(m_card.models.size())))};
}

QSize ModelLegend::minimumSizeHint() const {
  return {6 * fontMetrics().height(), sizeHint().height()};
}

void ModelLegend::paintEvent(QPaintEvent*) {
  if (m_card.models.empty())
    return;
  const Theme& colours = themeOf(*this);
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const double line = height() / static_cast<double>(m_card.models.size());
  const double dot = 0.34 * fontMetrics().height();
  for (std::size_t i = 0; i < m_card.models.size(); ++i) {
    const CardModelValue& model = m_card.models[i];
    const QRectF row(0, static_cast<double>(i) * line, width(), line);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_card.stale ? colours.staleText
                                  : colours.models.at(std::min(i, colours.models.size() - 1)));
    painter.drawEllipse(QPointF(dot + 1, row.center().y()), dot, dot);
    painter.setPen(m_card.stale ? colours.staleText : colours.text);
    painter.drawText(row.adjusted(1.1 * fontMetrics().height(), 0, 0, 0),
                     Qt::AlignLeft | Qt::AlignVCenter, model.name);
    painter.drawText(
        row, Qt::AlignRight | Qt::AlignVCenter,
        model.value ? cardValue(m_card, *model.value, m_unit) : QString(QChar(0x2014)));
  }
}

}  // namespace vitrine::widgets
