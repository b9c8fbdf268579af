#include "app/data/flaw_words.h"

#include "engine/files/number_text.h"

#include <QCoreApplication>

namespace vitrine::app {

namespace {

using dataset::Fix;
using dataset::FlawKind;
using dataset::FlawSeverity;
using dataset::Table;

struct Words {
  Q_DECLARE_TR_FUNCTIONS(vitrine::app::FlawWords)
};

QString number(double value) {
  return QString::fromStdString(files::formatNumber(value));
}

QString header(const Table& table, std::size_t column) {
  return QString::fromStdString(dataset::headerOf(table.columns[column]));
}

QString formula(const Table& table, std::size_t row) {
  return QString::fromStdString(table.rows[row].formula);
}

QString valuesText(const Table& table, const Fix& fix) {
  if (fix.values.size() > 1)
    return Words::tr("Set %1 values.").arg(fix.values.size());
  const Fix::CellValue& cell = fix.values.front();
  const QString column = header(table, cell.column);
  const QString alloy = formula(table, cell.row);
  return cell.value ? Words::tr("Set %1 of %2 to %3.").arg(column, alloy, number(*cell.value))
                    : Words::tr("Empty %1 of %2.").arg(column, alloy);
}

}  // namespace

QString flawText(FlawKind kind) {
  switch (kind) {
    case FlawKind::UnreadableFormula:
      return Words::tr("unreadable formula");
    case FlawKind::UnreadableValue:
      return Words::tr("unreadable value");
    case FlawKind::SumOff:
      return Words::tr("sum off 100");
    case FlawKind::Duplicate:
      return Words::tr("duplicate");
    case FlawKind::ContradictingDuplicate:
      return Words::tr("contradicting duplicate");
    case FlawKind::ImpossibleOrder:
      return Words::tr("impossible order");
    case FlawKind::DecimalPoint:
      return Words::tr("decimal point");
    case FlawKind::UnitSlip:
      return Words::tr("wrong unit");
    case FlawKind::CopiedColumn:
      return Words::tr("copied column");
    case FlawKind::CopiedValues:
      return Words::tr("copied values");
    case FlawKind::ScrambledTarget:
      return Words::tr("scrambled values");
    case FlawKind::LinearTarget:
      return Words::tr("rule of mixtures");
    case FlawKind::MassAtomic:
      return Words::tr("weight for atomic per cent");
    case FlawKind::NearDuplicate:
      return Words::tr("near duplicate");
    case FlawKind::Outlier:
      return Words::tr("outlier");
  }
  return {};
}

QString severityText(FlawSeverity severity) {
  switch (severity) {
    case FlawSeverity::Note:
      return Words::tr("note");
    case FlawSeverity::Warning:
      return Words::tr("warning");
    case FlawSeverity::Error:
      return Words::tr("error");
  }
  return {};
}

QString fixText(const Table& table, const Fix& fix) {
  switch (fix.action) {
    case Fix::Action::None:
      return {};
    case Fix::Action::SetValues:
      return valuesText(table, fix);
    case Fix::Action::RemoveRows:
      return fix.rows.size() == 1
                 ? Words::tr("Delete the row of %1.").arg(formula(table, fix.rows.front()))
                 : Words::tr("Delete %1 rows.").arg(fix.rows.size());
    case Fix::Action::RemoveColumn:
      return Words::tr("Delete the column %1.").arg(header(table, fix.column));
    case Fix::Action::RescaleColumn:
      return Words::tr("Turn every value x of %1 into %2 x + %3.")
          .arg(header(table, fix.column), number(fix.factor), number(fix.offset));
    case Fix::Action::SetFormula:
      return Words::tr("Write %1 instead of %2.")
          .arg(QString::fromStdString(fix.formula), formula(table, fix.rows.front()));
    case Fix::Action::RestoreRow:
      return Words::tr("Read the row as %1.").arg(QString::fromStdString(fix.formula));
    case Fix::Action::ReadByWeight:
      return Words::tr("Read all amounts as weight per cent.");
  }
  return {};
}

}  // namespace vitrine::app
