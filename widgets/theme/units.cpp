#include "widgets/theme/units.h"

#include <QLocale>

#include <cmath>

namespace vitrine::widgets {

namespace {

constexpr double kIceK = 273.15;
constexpr QChar kMinus(0x2212);
constexpr QChar kEnDash(0x2013);

QLocale displayLocale() {
  QLocale locale;
  locale.setNumberOptions(QLocale::OmitGroupSeparator);
  return locale;
}

QString withoutTrailingZeros(QString text) {
  const QString mark = displayLocale().decimalPoint();
  if (!text.contains(mark))
    return text;
  while (text.endsWith(QLatin1Char('0')))
    text.chop(1);
  if (text.endsWith(mark))
    text.chop(mark.size());
  return text;
}

}  // namespace

QString unitSymbol(TemperatureUnit unit) {
  return unit == TemperatureUnit::Celsius ? QStringLiteral("°C") : QStringLiteral("K");
}

QString unitSymbol(ContentUnit unit) {
  return unit == ContentUnit::WeightPercent ? QStringLiteral("wt.%") : QStringLiteral("at.%");
}

double toDisplay(double temperatureK, TemperatureUnit unit) {
  return unit == TemperatureUnit::Celsius ? temperatureK - kIceK : temperatureK;
}

double toKelvin(double displayed, TemperatureUnit unit) {
  return unit == TemperatureUnit::Celsius ? displayed + kIceK : displayed;
}

QString numberText(double value, int decimals) {
  // A value that rounds to zero is written without a sign.
  if (std::abs(value) < 0.5 * std::pow(10.0, -decimals))
    value = 0.0;
  QString text = displayLocale().toString(std::abs(value), 'f', decimals);
  if (value < 0.0)
    text.prepend(kMinus);
  return text;
}

QString rangeText(double low, double high, int decimals) {
  // A dash between signed numbers would read as one more sign.
  const QString join = low < 0.0 || high < 0.0 ? QStringLiteral(" … ") : QString(kEnDash);
  return numberText(low, decimals) + join + numberText(high, decimals);
}

QString temperatureText(double temperatureK, TemperatureUnit unit, int decimals) {
  return numberText(toDisplay(temperatureK, unit), decimals) + QChar(QChar::Nbsp) +
         unitSymbol(unit);
}

QString temperatureText(double temperatureK, double lowK, double highK, TemperatureUnit unit,
                        int decimals) {
  return temperatureText(temperatureK, unit, decimals) + QStringLiteral(" (") +
         rangeText(toDisplay(lowK, unit), toDisplay(highK, unit), decimals) + QLatin1Char(')');
}

QString percentNumber(double percent, int decimals) {
  return withoutTrailingZeros(numberText(percent, decimals));
}

QString percentText(double percent, ContentUnit unit, int decimals) {
  return percentNumber(percent, decimals) + QChar(QChar::Nbsp) + unitSymbol(unit);
}

std::optional<double> parseNumber(QStringView text) {
  QString plain = text.trimmed().toString();
  plain.replace(kMinus, QLatin1Char('-'));
  plain.replace(QLatin1Char(','), QLatin1Char('.'));
  int marks = 0;
  int digits = 0;
  for (qsizetype i = 0; i < plain.size(); ++i) {
    const ushort c = plain[i].unicode();
    if (c >= '0' && c <= '9')
      ++digits;
    else if (c == '.')
      ++marks;
    else if (c != '-' || i != 0)
      return std::nullopt;
  }
  if (digits == 0 || marks > 1)
    return std::nullopt;
  bool good = false;
  const double value = QLocale::c().toDouble(plain, &good);
  return good ? std::optional(value) : std::nullopt;
}

QString subscripted(QStringView formula) {
  QString text;
  bool amount = false;  // a number that stands right behind its element or group
  for (qsizetype i = 0; i < formula.size(); ++i) {
    const ushort c = formula[i].unicode();
    const bool digit = c >= '0' && c <= '9';
    amount = digit || c == '.' ? amount : c != ' ';
    text += digit && amount ? QChar(static_cast<ushort>(0x2080 + c - '0')) : QChar(c);
  }
  return text;
}

}  // namespace vitrine::widgets
