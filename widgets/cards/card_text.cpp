#include "widgets/cards/card_text.h"

#include "widgets/theme/paint.h"

#include <QCoreApplication>
#include <QStringList>

namespace vitrine::widgets {

namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("PropertyCards", text);
}

double shown(const PropertyCard& card, double value, TemperatureUnit unit) {
  return card.isTemperature ? toDisplay(value, unit) : value;
}

QString withUnit(const QString& number, const QString& unit) {
  return unit.isEmpty() ? number : number + QChar(QChar::Nbsp) + unit;
}

}  // namespace

QString cardNumber(const PropertyCard& card, double value, TemperatureUnit unit) {
  return numberText(shown(card, value, unit), card.decimals);
}

QString cardUnit(const PropertyCard& card, TemperatureUnit unit) {
  return card.isTemperature ? unitSymbol(unit) : card.unit;
}

QString cardValue(const PropertyCard& card, double value, TemperatureUnit unit) {
  return withUnit(cardNumber(card, value, unit), cardUnit(card, unit));
}

QString cardInterval(const PropertyCard& card, TemperatureUnit unit) {
  if (!card.interval90)
    return {};
  const QString range = rangeText(shown(card, card.interval90->lo, unit),
                                  shown(card, card.interval90->hi, unit), card.decimals);
  return tr("90 %: %1").arg(withUnit(range, cardUnit(card, unit)));
}

QString cardDelta(const PropertyCard& card, double delta) {
  QString number = numberText(delta, card.decimals);
  if (delta > 0.0)
    number.prepend(QLatin1Char('+'));
  return withUnit(number, cardUnit(card, TemperatureUnit::Kelvin));
}

QString domainText(alloy::Domain domain) {
  switch (domain) {
    case alloy::Domain::Inside:
      return tr("inside");
    case alloy::Domain::Edge:
      return tr("edge");
    case alloy::Domain::Outside:
      break;
  }
  return tr("outside");
}

QString cardSpoken(const PropertyCard& card, TemperatureUnit unit) {
  QStringList parts;
  if (!card.failure.isEmpty())
    return card.failure;
  if (card.value)
    parts += cardValue(card, *card.value, unit);
  else
    parts += tr("no value");
  if (card.interval90)
    parts += cardInterval(card, unit);
  if (card.domain)
    parts += tr("%1 the domain of the models").arg(domainText(*card.domain));
  if (!card.reason.isEmpty())
    parts += card.reason;
  for (const CardOpinion& other : card.others)
    parts += cardOpinion(card, other, unit);
  if (card.stale)
    parts += tr("being recomputed");
  return parts.join(QStringLiteral(", "));
}

QString cardOpinion(const PropertyCard& card, const CardOpinion& opinion, TemperatureUnit unit) {
  QStringList words;
  for (const auto& [name, value] : opinion.values)
    words << name + QChar(QChar::Nbsp) + cardValue(card, value, unit);
  if (words.empty())
    words << (opinion.failure.isEmpty() ? QString(QChar(0x2026)) : opinion.failure);
  return tr("%1: %2").arg(opinion.method, words.join(QStringLiteral(", ")));
}

QString cardToolTip(const PropertyCard& card) {
  QString text = QStringLiteral("<b>%1</b>").arg(card.title);
  if (!card.caption.isEmpty())
    text += QStringLiteral(" – ") + card.caption.toHtmlEscaped();
  for (const QString& line : {card.method, card.equation}) {
    if (!line.isEmpty())
      text += QStringLiteral("<p>") + line.toHtmlEscaped() + QStringLiteral("</p>");
  }
  if (!card.citations.empty()) {
    QStringList lines;
    for (const CardCitation& citation : card.citations)
      lines += citation.text.toHtmlEscaped();
    text += QStringLiteral("<p>") + lines.join(QStringLiteral("<br>")) + QStringLiteral("</p>");
  }
  return text;
}

QString cardCitations(const PropertyCard& card) {
  QStringList lines;
  for (const CardCitation& citation : card.citations)
    lines += citation.text;
  return lines.join(QLatin1Char('\n'));
}

}  // namespace vitrine::widgets
