#include "widgets/export/data_table.h"

#include <QLocale>

#include <cmath>

namespace vitrine::widgets {

namespace {

QString cellText(const DataCell& cell) {
  if (const auto* number = std::get_if<double>(&cell))
    return std::isnan(*number)
               ? QString()
               : QLocale::c().toString(*number, 'g', QLocale::FloatingPointShortest);
  if (const auto* text = std::get_if<QString>(&cell))
    return *text;
  return {};
}

QString quoted(QString text) {
  static const QString special = QStringLiteral(",\"\n\r");
  for (const QChar c : text)
    if (special.contains(c)) {
      text.replace(u'"', QStringLiteral("\"\""));
      return u'"' + text + u'"';
    }
  return text;
}

QString flat(QString text) {
  for (QChar& c : text)
    if (c == u'\t' || c == u'\n' || c == u'\r')
      c = u' ';
  return text;
}

template <class Word>
QString joined(const DataTable& table, QChar separator, Word word) {
  QString text;
  const auto line = [&](const auto& cells, auto toText) {
    bool first = true;
    for (const auto& cell : cells) {
      if (!first)
        text += separator;
      first = false;
      text += word(toText(cell));
    }
    text += u'\n';
  };
  line(table.headers, [](const QString& header) { return header; });
  for (const auto& row : table.rows)
    line(row, cellText);
  return text;
}

}  // namespace

QByteArray toCsv(const DataTable& table) {
  return joined(table, u',', quoted).toUtf8();
}

QString toTabSeparated(const DataTable& table) {
  return joined(table, u'\t', flat);
}

}  // namespace vitrine::widgets
