#include "app/data/table_overview.h"

#include "app/data/table_desk.h"
#include "widgets/alloy/periodic_table.h"
#include "widgets/data/value_histogram.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <map>

namespace vitrine::app {

TableOverview::TableOverview(const TableDesk& desk, QWidget* parent)
    : QSplitter(Qt::Vertical, parent),
      m_desk(desk),
      m_histogram(new widgets::ValueHistogram(this)),
      m_elements(new widgets::PeriodicTable(this)) {
  auto* coverage = new QWidget(this);
  auto* column = new QVBoxLayout(coverage);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(new QLabel(tr("Elements of the rows; a click filters"), coverage));
  column->addWidget(m_elements, 1);
  m_elements->setAccessibleName(tr("Elements of the rows"));
  addWidget(m_histogram);
  addWidget(coverage);
  setChildrenCollapsible(false);
  connect(m_elements, &widgets::PeriodicTable::elementChosen, this, &TableOverview::elementChosen);
}

void TableOverview::showValues(std::size_t property) {
  widgets::ValueHistogramModel model;
  const auto* table = m_desk.current() == 0 ? nullptr : &m_desk.table(m_desk.current());
  if (table == nullptr || property >= table->columns.size()) {
    model.message = tr("The values of a property are shown here.");
    return m_histogram->setModel(model);
  }
  const auto& column = table->columns[property];
  model.property = QString::fromStdString(column.name);
  if (!column.unit.empty())
    model.property += QStringLiteral(" (%1)").arg(QString::fromStdString(column.unit));
  for (const auto& row : table->rows)
    if (row.values[property])
      model.values.push_back(*row.values[property]);
  for (const std::size_t row : m_desk.selection())
    if (table->rows[row].values[property])
      model.chosen.push_back(*table->rows[row].values[property]);
  if (model.values.empty())
    model.message = tr("No row has a value of %1.").arg(model.property);
  m_histogram->setModel(model);
}

void TableOverview::showElements() {
  widgets::PeriodicTableModel model;
  std::map<int, int> counts;
  if (m_desk.current() != 0)
    for (const auto& row : m_desk.table(m_desk.current()).rows)
      for (const alloy::Share& share : row.composition.shares())
        ++counts[share.atomicNumber];
  int most = 1;
  for (const auto& [element, count] : counts)
    most = std::max(most, count);
  for (const auto& [element, count] : counts) {
    model.shades[element] = std::sqrt(static_cast<double>(count) / most);
    model.facts[element] = tr("in %1 rows").arg(count);
  }
  m_elements->setModel(model);
}

}  // namespace vitrine::app
