#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <variant>
#include <vector>

namespace vitrine::widgets {

/// One cell of a table of numbers behind a picture: nothing, a number, or a word.
using DataCell = std::variant<std::monostate, double, QString>;

/// The numbers behind a picture. Units stand in the headers, e.g. "Tg_K".
struct DataTable {
  QStringList headers;
  std::vector<std::vector<DataCell>> rows;
};

/// RFC 4180 in UTF-8 with LF line ends: decimal points in every locale, shortest text that gives
/// the same number back, an empty cell for NaN.
QByteArray toCsv(const DataTable& table);

/// The same cells separated by tabs, as spreadsheets paste them.
QString toTabSeparated(const DataTable& table);

}  // namespace vitrine::widgets
