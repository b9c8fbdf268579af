#include "app/data/tables_page.h"

#include "app/data/row_table.h"
#include "app/data/table_import.h"
#include "app/data/table_overview.h"
#include "app/jobs/work_row.h"
#include "app/session.h"
#include "app/settings/settings.h"
#include "engine/core/error.h"
#include "engine/dataset/table_io.h"
#include "engine/dataset/table_layout.h"
#include "widgets/alloy/element_names.h"

#include <QAction>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace vitrine::app {

namespace {

constexpr int kFilterMs = 150;
constexpr int kProgressMs = 100;
constexpr int kFormulaLetters = 24;
constexpr int kNumberLetters = 12;
constexpr int kTableWidth = 720;
constexpr int kSideWidth = 440;

}  // namespace

TablesPage::TablesPage(Session& session, Settings& settings, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_settings(settings),
      m_import(new TableImport(session.runner, session.desk, this)),
      m_rows(new RowTable(session.desk, this)),
      m_view(new QTableView(this)),
      m_filter(new QLineEdit(this)),
      m_filterProblem(addFailureLabel(tr("What is wrong with the filter"), this)),
      m_count(new QLabel(this)),
      m_notes(new QLabel(this)),
      m_reading(new WorkRow(tr("reading"), this)),
      m_overview(new TableOverview(session.desk, this)) {
  build();
  TableDesk& desk = session.desk;
  connect(m_import, &TableImport::failed, this, &TablesPage::problem);
  connect(m_import, &TableImport::changed, this, &TablesPage::showReading);
  connect(m_reading, &WorkRow::cancelled, m_import, &TableImport::cancel);
  connect(m_rows, &RowTable::refused, this, &TablesPage::problem);
  connect(m_rows, &QAbstractItemModel::modelReset, this, &TablesPage::showAll);
  connect(&desk, &TableDesk::currentChanged, this, &TablesPage::fitColumns);
  connect(m_rows, &QAbstractItemModel::dataChanged, this, &TablesPage::showAll);
  connect(&desk, &TableDesk::selectionChanged, this, &TablesPage::showSelection);
  connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
          &TablesPage::takeSelection);
  connect(m_view->selectionModel(), &QItemSelectionModel::currentColumnChanged, this,
          &TablesPage::showDistribution);
  connect(m_overview, &TableOverview::elementChosen, this, [this](int element) {
    const QString symbol = widgets::elementSymbol(element);
    QStringList words = m_filter->text().split(u' ', Qt::SkipEmptyParts);
    if (!words.removeOne(symbol))
      words << symbol;
    m_filter->setText(words.join(u' '));
  });
  showAll();
}

TablesPage::~TablesPage() = default;

void TablesPage::build() {
  m_filter->setAccessibleName(tr("Filter of the rows"));
  m_filter->setPlaceholderText(tr("Filter: Zr -Be Tg>700 inoue"));
  m_filter->setToolTip(
      tr("Rows with an element (Zr), without one (-Be), by a value (Tg>700, Tl_K<=1100, Tg= for "
         "none), or with a word in formula or source"));
  m_filter->setClearButtonEnabled(true);
  m_notes->setTextFormat(Qt::PlainText);
  // Long notes must not widen the window; the whole is in the tip.
  m_notes->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  m_notes->hide();
  auto* pause = new QTimer(this);
  pause->setSingleShot(true);
  pause->setInterval(kFilterMs);
  connect(m_filter, &QLineEdit::textChanged, pause, qOverload<>(&QTimer::start));
  connect(pause, &QTimer::timeout, this, &TablesPage::filter);
  setUpView();

  auto* left = new QWidget(this);
  auto* rows = new QVBoxLayout(left);
  rows->setContentsMargins(0, 0, 0, 0);
  auto* line = new QHBoxLayout;
  line->addWidget(m_filter, 1);
  line->addWidget(m_count);
  rows->addLayout(line);
  rows->addWidget(m_filterProblem);
  rows->addWidget(m_notes);
  rows->addWidget(m_view, 1);
  auto* both = new QSplitter(Qt::Horizontal, this);
  both->addWidget(left);
  both->addWidget(m_overview);
  both->setStretchFactor(0, 1);
  both->setSizes({kTableWidth, kSideWidth});
  both->setChildrenCollapsible(false);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(4, 6, 4, 4);
  column->addWidget(tools());
  column->addWidget(m_reading);
  column->addWidget(both, 1);
}

QWidget* TablesPage::tools() {
  auto* bar = new QWidget(this);
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(0, 0, 0, 0);
  const auto add = [&](const QString& words, const QString& tip, void (TablesPage::*act)()) {
    auto* button = new QPushButton(words, bar);
    button->setToolTip(tip);
    connect(button, &QPushButton::clicked, this, act);
    row->addWidget(button);
    return button;
  };
  add(tr("&Open…"), tr("Read a table: CSV, TSV or XLSX; it can be dropped here, too"),
      &TablesPage::chooseFile);
  auto* samples = new QPushButton(tr("Sa&mples"), bar);
  samples->setToolTip(tr("Open a table that comes with the program"));
  samples->setMenu(new QMenu(samples));
  connect(samples->menu(), &QMenu::aboutToShow, this,
          [this, menu = samples->menu()] { fillSamples(*menu); });
  row->addWidget(samples);
  row->addSpacing(fontMetrics().height());
  m_needTable = {
      add(tr("&Save as…"), tr("Write the table as CSV"), &TablesPage::chooseTarget),
      add(tr("Add &row"), tr("A row with the alloy of the workbench"), &TablesPage::addRow),
      add(tr("Add &column…"), tr("A property, for example Tx_K"), &TablesPage::addColumn),
      add(tr("&Delete rows"), tr("Take the selected rows out (Del)"), &TablesPage::removeRows),
      add(tr("Show in the &workbench"),
          tr("Make the first selected row the alloy of the workbench"),
          &TablesPage::useInWorkbench)};
  auto* close = new QPushButton(tr("Close &table"), bar);
  close->setToolTip(tr("Take the table off the desk; undo brings it back"));
  connect(close, &QPushButton::clicked, this,
          [this] { m_session.desk.remove(m_session.desk.current()); });
  m_needTable.push_back(close);
  row->addStretch(1);
  row->addWidget(close);
  return bar;
}

void TablesPage::fillSamples(QMenu& menu) {
  menu.clear();
  menu.setToolTipsVisible(true);
  for (const SampleTable& sample : m_session.references.content().tables) {
    QAction* action =
        menu.addAction(sample.title, this, [this, path = sample.path] { open(path); });
    action->setToolTip(QStringLiteral("%1\n%2").arg(sample.description, sample.source));
  }
  if (menu.isEmpty())
    menu.addAction(tr("No tables were found"))->setEnabled(false);
}

void TablesPage::setUpView() {
  m_view->setModel(m_rows);
  m_view->setAccessibleName(tr("Rows"));
  m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_view->setTabKeyNavigation(false);
  m_view->setAlternatingRowColors(true);
  m_view->setCornerButtonEnabled(false);
  m_view->setWordWrap(false);
  // Rows of one height: a hundred thousand are laid out at once.
  m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  m_view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
  m_view->verticalHeader()->setToolTip(tr("Row of the file"));
  m_view->horizontalHeader()->setHighlightSections(false);
  m_view->horizontalHeader()->setStretchLastSection(true);
  m_view->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
  m_view->horizontalHeader()->setSortIndicatorClearable(true);
  m_view->setSortingEnabled(true);
  m_view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                          QAbstractItemView::AnyKeyPressed);
  auto* remove = new QAction(tr("Delete the selected rows"), m_view);
  remove->setShortcut(QKeySequence::Delete);
  remove->setShortcutContext(Qt::WidgetShortcut);
  connect(remove, &QAction::triggered, this, &TablesPage::removeRows);
  auto* show = new QAction(tr("Show in the workbench"), m_view);
  connect(show, &QAction::triggered, this, &TablesPage::useInWorkbench);
  m_view->addActions({show, remove});
  m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void TablesPage::open(const QString& path) {
  m_settings.setDataFolder(QFileInfo(path).absolutePath());
  m_import->open(QFileInfo(path).absoluteFilePath());
}

void TablesPage::chooseFile() {
  auto* dialog = new QFileDialog(this, tr("Read a table"), m_settings.dataFolder(),
                                 tr("Tables (*.csv *.tsv *.txt *.xlsx);;All (*)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFiles);
  connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList& paths) {
    for (const QString& path : paths)
      open(path);
  });
  dialog->open();
}

void TablesPage::chooseTarget() {
  auto* dialog =
      new QFileDialog(this, tr("Write the table"), m_settings.dataFolder(), tr("CSV (*.csv)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(QStringLiteral("csv"));
  dialog->selectFile(QString::fromStdString(m_session.desk.table(m_session.desk.current()).name) +
                     QStringLiteral(".csv"));
  connect(dialog, &QFileDialog::fileSelected, this, &TablesPage::saveTo);
  dialog->open();
}

void TablesPage::saveTo(const QString& path) {
  const TableId id = m_session.desk.current();
  m_settings.setDataFolder(QFileInfo(path).absolutePath());
  const auto table = m_session.desk.snapshot(id);
  const quint64 revision = m_session.desk.revision(id);
  m_session.runner.start<bool>(
      {QStringLiteral("write table ") + path, Priority::Interactive, tr("Writing the table")},
      [table, file = std::filesystem::path(path.toStdString())](const RunContext& context) {
        context.tick();
        dataset::writeTable(*table, file);
        return true;
      },
      [this, id, revision](bool) {
        if (m_session.desk.has(id) && m_session.desk.revision(id) == revision)
          m_session.desk.setSaved(id);
      },
      [this](const QString& sentence) { emit problem(sentence); });
}

void TablesPage::addRow() {
  TableDesk& desk = m_session.desk;
  const auto& table = desk.table(desk.current());
  const std::string formula = m_session.document.alloy().formula();
  desk.edit(desk.current(), dataset::insertRow(table, table.rows.size(), formula),
            tr("Add %1").arg(QString::fromStdString(formula)));
}

void TablesPage::removeRows() {
  TableDesk& desk = m_session.desk;
  if (desk.selection().empty())
    return;
  const auto count = desk.selection().size();
  desk.edit(desk.current(), dataset::removeRows(desk.table(desk.current()), desk.selection()),
            count == 1 ? tr("Delete a row") : tr("Delete %1 rows").arg(count));
}

void TablesPage::addColumn() {
  auto* dialog = new QInputDialog(this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setWindowTitle(tr("Add a column"));
  dialog->setLabelText(tr("Name and unit of the property, for example Tx_K:"));
  connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString& name) {
    TableDesk& desk = m_session.desk;
    try {
      desk.edit(desk.current(),
                dataset::addColumn(desk.table(desk.current()),
                                   dataset::splitUnit(name.trimmed().toStdString())),
                tr("Add the column %1").arg(name.trimmed()));
    } catch (const Error& error) {
      emit problem(QString::fromStdString(error.what()));
    }
  });
  dialog->open();
}

void TablesPage::useInWorkbench() {
  const TableDesk& desk = m_session.desk;
  if (!desk.selection().empty())
    m_session.document.setAlloy(
        desk.table(desk.current()).rows[desk.selection().front()].composition);
}

void TablesPage::filter() {
  showFailure(*m_filterProblem, m_rows->setFilter(m_filter->text()));
}

void TablesPage::showReading() {
  if (!m_import->isReading())
    return m_reading->hide();
  m_reading->tell(tr("Reading"), m_import->fraction());
  QTimer::singleShot(kProgressMs, this, &TablesPage::showReading);
}

void TablesPage::showAll() {
  const bool any = m_session.desk.current() != 0;
  for (QPushButton* button : m_needTable)
    button->setEnabled(any);
  showSelection();
  m_overview->showElements();
  showNotes();
  showCount();
}

/// How the file was read: the unit of the amounts, rows that could not be read, and the like.
void TablesPage::showNotes() {
  QStringList notes;
  if (m_session.desk.current() != 0)
    for (const Finding& finding : m_session.desk.table(m_session.desk.current()).findings)
      notes << QString::fromStdString(finding.message);
  m_notes->setVisible(!notes.isEmpty());
  if (notes.isEmpty())
    return;
  m_notes->setToolTip(notes.join(u'\n'));
  m_notes->setText(notes.size() == 1
                       ? tr("Note: %1").arg(notes.first())
                       : tr("Note: %1 (and %2 more)").arg(notes.first()).arg(notes.size() - 1));
}

void TablesPage::fitColumns() {
  const int letter = fontMetrics().averageCharWidth();
  for (int column = 0; column < m_rows->columnCount(); ++column) {
    const bool number = m_rows->propertyOf(column).has_value();
    m_view->setColumnWidth(column, (number ? kNumberLetters : kFormulaLetters) * letter);
  }
  m_view->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
  const QSignalBlocker quiet(m_filter);
  m_filter->clear();
  showFailure(*m_filterProblem, {});
}

void TablesPage::showCount() {
  const TableDesk& desk = m_session.desk;
  if (desk.current() == 0)
    return m_count->setText(tr("No table yet: open one, or drop a file here."));
  const auto rows = desk.table(desk.current()).rows.size();
  const auto shown = static_cast<std::size_t>(m_rows->rowCount());
  QString words =
      shown == rows ? tr("%1 rows").arg(rows) : tr("%1 of %2 rows").arg(shown).arg(rows);
  if (!desk.selection().empty())
    words += tr(", %1 selected").arg(desk.selection().size());
  m_count->setText(words);
}

/// The view shows what the desk says is selected.
void TablesPage::showSelection() {
  if (!m_selecting && m_session.desk.current() != 0) {
    const QScopedValueRollback quiet(m_selecting, true);
    QItemSelection selection;
    std::optional<int> first;
    for (const std::size_t row : m_session.desk.selection()) {
      if (const auto place = m_rows->viewRow(row)) {
        selection.select(m_rows->index(*place, 0),
                         m_rows->index(*place, m_rows->columnCount() - 1));
        first = std::min(first.value_or(*place), *place);
      }
    }
    m_view->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    if (first)
      m_view->scrollTo(m_rows->index(*first, 0));
  }
  showDistribution();
  showCount();
}

/// The desk takes over what is selected in the view.
void TablesPage::takeSelection() {
  if (m_selecting)
    return;
  const QScopedValueRollback quiet(m_selecting, true);
  std::vector<std::size_t> rows;
  for (const QItemSelectionRange& range : m_view->selectionModel()->selection())
    for (int row = range.top(); row <= range.bottom(); ++row)
      rows.push_back(m_rows->rowOf(row));
  m_session.desk.setSelection(std::move(rows));
}

/// The property one looks at; the first one otherwise.
void TablesPage::showDistribution() {
  m_overview->showValues(m_rows->propertyOf(m_view->currentIndex().column()).value_or(0));
}

}  // namespace vitrine::app
