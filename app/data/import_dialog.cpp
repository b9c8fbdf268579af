#include "app/data/import_dialog.h"

#include "app/jobs/work_row.h"
#include "engine/alloy/element.h"
#include "engine/core/error.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace vitrine::app {

namespace {

using dataset::TableLayout;
using Role = TableLayout::Role;

constexpr QSize kFirstSize(760, 520);
constexpr std::size_t kShownValues = 6;
enum Column { kHeader, kRole, kName, kUnit, kValues, kColumns };

QString text(const std::string& words) {
  return QString::fromStdString(words);
}

}  // namespace

ImportDialog::ImportDialog(std::shared_ptr<const dataset::TableDraft> draft, QWidget* parent)
    : QDialog(parent),
      m_draft(std::move(draft)),
      m_name(new QLineEdit(text(m_draft->name), this)),
      m_basis(new QComboBox(this)),
      m_columns(new QTableWidget(this)),
      m_problem(addFailureLabel(tr("What is missing"), this)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this)) {
  setWindowTitle(tr("Read a table"));
  build();
  check();
  resize(kFirstSize);
}

void ImportDialog::build() {
  m_name->setAccessibleName(tr("Name of the table"));
  m_basis->setAccessibleName(tr("Unit of the amounts"));
  m_basis->addItem(tr("atomic per cent or atomic fractions"),
                   static_cast<int>(alloy::Basis::AtomicPercent));
  m_basis->addItem(tr("weight per cent or mass fractions"),
                   static_cast<int>(alloy::Basis::WeightPercent));
  m_basis->setCurrentIndex(m_basis->findData(static_cast<int>(m_draft->layout.basis)));
  m_basis->setToolTip(tr("Whether they are per cent or fractions is seen by their sum"));
  auto* form = new QFormLayout;
  form->addRow(tr("&Name"), m_name);
  form->addRow(tr("&Amounts are in"), m_basis);

  m_columns->setAccessibleName(tr("Columns of the file"));
  m_columns->setColumnCount(kColumns);
  m_columns->setHorizontalHeaderLabels(
      {tr("In the file"), tr("Use as"), tr("Name"), tr("Unit"), tr("First values")});
  m_columns->setWordWrap(false);
  m_columns->verticalHeader()->hide();
  m_columns->horizontalHeader()->setStretchLastSection(true);
  m_columns->setTabKeyNavigation(false);
  const int count = static_cast<int>(m_draft->layout.columns.size());
  m_columns->setRowCount(count);
  for (int row = 0; row < count; ++row)
    addColumn(row);
  m_columns->resizeColumnsToContents();
  connect(m_columns, &QTableWidget::itemChanged, this, &ImportDialog::check);

  auto* words = new QLabel(notes(), this);
  words->setWordWrap(true);
  m_buttons->button(QDialogButtonBox::Ok)->setText(tr("&Read"));
  connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* column = new QVBoxLayout(this);
  column->addLayout(form);
  column->addWidget(m_columns, 1);
  column->addWidget(words);
  column->addWidget(m_problem);
  column->addWidget(m_buttons);
}

void ImportDialog::addColumn(int row) {
  const auto& column = m_draft->layout.columns[static_cast<std::size_t>(row)];
  auto* header = new QTableWidgetItem(text(column.header));
  header->setFlags(Qt::ItemIsEnabled);
  m_columns->setItem(row, kHeader, header);
  auto* roles = new QComboBox(m_columns);
  roles->setAccessibleName(tr("Use of %1").arg(text(column.header)));
  roles->addItem(tr("nothing"), static_cast<int>(Role::Ignored));
  roles->addItem(tr("formula"), static_cast<int>(Role::Formula));
  roles->addItem(tr("element"), static_cast<int>(Role::Element));
  roles->addItem(tr("property"), static_cast<int>(Role::Property));
  roles->addItem(tr("source"), static_cast<int>(Role::Source));
  roles->setCurrentIndex(roles->findData(static_cast<int>(column.role)));
  m_columns->setCellWidget(row, kRole, roles);
  const bool element = column.role == Role::Element;
  m_columns->setItem(
      row, kName,
      new QTableWidgetItem(element ? text(std::string(alloy::element(column.atomicNumber).symbol))
                           : column.property.name.empty() ? text(column.header)
                                                          : text(column.property.name)));
  m_columns->setItem(row, kUnit, new QTableWidgetItem(text(column.property.unit)));
  auto* values = new QTableWidgetItem(firstValues(row));
  values->setFlags(Qt::ItemIsEnabled);
  m_columns->setItem(row, kValues, values);
  showColumn(row);
  connect(roles, &QComboBox::currentIndexChanged, this, [this, row] {
    showColumn(row);
    check();
  });
}

/// What has no use for a name or a unit offers none.
void ImportDialog::showColumn(int row) {
  const QSignalBlocker quiet(m_columns);
  const Role used = role(row);
  const auto offer = [&](Column column, bool offered) {
    const Qt::ItemFlags base =
        offered ? Qt::ItemIsEnabled | Qt::ItemIsEditable | Qt::ItemIsSelectable : Qt::NoItemFlags;
    m_columns->item(row, column)->setFlags(base);
  };
  offer(kName, used == Role::Element || used == Role::Property);
  offer(kUnit, used == Role::Property);
}

Role ImportDialog::role(int row) const {
  const auto* roles = qobject_cast<const QComboBox*>(m_columns->cellWidget(row, kRole));
  return static_cast<Role>(roles->currentData().toInt());
}

QString ImportDialog::firstValues(int column) const {
  QStringList values;
  for (std::size_t i = 0; i < std::min(kShownValues, m_draft->rows.size()); ++i) {
    const auto& cells = m_draft->rows[i].cells;
    if (static_cast<std::size_t>(column) < cells.size())
      values << text(cells[static_cast<std::size_t>(column)].empty()
                         ? "–"
                         : cells[static_cast<std::size_t>(column)]);
  }
  return values.join(QStringLiteral("  ·  "));
}

QString ImportDialog::notes() const {
  QStringList lines{tr("Rows: %1").arg(m_draft->rows.size())};
  for (const auto* findings : {&m_draft->findings, &m_draft->layout.findings})
    for (const Finding& finding : *findings)
      lines << text(finding.message);
  return lines.join(u' ');
}

TableLayout ImportDialog::layout() const {
  TableLayout layout = m_draft->layout;
  layout.basis = static_cast<alloy::Basis>(m_basis->currentData().toInt());
  std::set<int> elements;
  std::set<std::string> properties;
  int formulas = 0;
  const auto refuse = [](const QString& sentence) {
    throw Error(ErrorCode::InvalidInput, sentence.toStdString());
  };
  for (int row = 0; row < m_columns->rowCount(); ++row) {
    auto& column = layout.columns[static_cast<std::size_t>(row)];
    const QString name = m_columns->item(row, kName)->text().trimmed();
    column.role = role(row);
    if (column.role == Role::Element) {
      const auto* element = alloy::findElement(name.toStdString());
      if (element == nullptr)
        refuse(tr("\"%1\" is no element: give its symbol.").arg(name));
      if (!elements.insert(element->atomicNumber).second)
        refuse(tr("%1 has two columns: leave one of them out.").arg(name));
      column.atomicNumber = element->atomicNumber;
    } else if (column.role == Role::Property) {
      if (name.isEmpty())
        refuse(tr("The property in %1 needs a name.").arg(text(column.header)));
      column.property = {name.toStdString(),
                         m_columns->item(row, kUnit)->text().trimmed().toStdString()};
      if (!properties.insert(dataset::headerOf(column.property)).second)
        refuse(tr("Two properties are called %1: leave one of them out.").arg(name));
    } else if (column.role == Role::Formula) {
      ++formulas;
    }
  }
  if (formulas > 1)
    refuse(tr("There can be one column of formulas only."));
  if (formulas == 1 && !elements.empty())
    refuse(tr("Alloys come from the formulas or from columns of elements, not from both."));
  if (formulas == 0 && elements.size() < 2)
    refuse(tr("Say which column holds the formulas, or which hold the amounts of elements."));
  return layout;
}

void ImportDialog::check() {
  QString problem;
  try {
    std::ignore = layout();
  } catch (const Error& error) {
    problem = text(error.what());
  }
  showFailure(*m_problem, problem);
  m_buttons->button(QDialogButtonBox::Ok)->setEnabled(problem.isEmpty());
}

dataset::TableDraft ImportDialog::chosen() const {
  dataset::TableDraft draft = *m_draft;
  draft.layout = layout();
  if (const QString name = m_name->text().trimmed(); !name.isEmpty())
    draft.name = name.toStdString();
  return draft;
}

}  // namespace vitrine::app
