#include "app/merge/merge_page.h"

#include "app/merge/conflict_table.h"
#include "app/merge/study_panel.h"
#include "app/session.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace vitrine::app {

using dataset::MergePolicy;

namespace {

constexpr int kLeftWidth = 300;
constexpr double kUsualPercent = 4.0;  // of a temperature, as dataset::usualDifference
/// Rough size of a row of a merged table with those it comes from.
constexpr std::size_t kBytesPerRow = 800;

}  // namespace

MergePage::MergePage(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_preview(session.runner, session.store, {QStringLiteral("merge tables"), Priority::Visible},
                [this] { present(); }),
      m_tables(new QListWidget(this)),
      m_policy(new QComboBox(this)),
      m_threshold(new QDoubleSpinBox(this)),
      m_summary(new QLabel(this)),
      m_make(new QPushButton(tr("&Make the merged table"), this)),
      m_conflicts(new ConflictTable(this)),
      m_view(new QTableView(this)),
      m_note(new QLabel(this)),
      m_study(new StudyPanel(session, this)) {
  auto* tabs = new QTabWidget(this);
  tabs->setDocumentMode(true);
  tabs->setAccessibleName(tr("Views of the merge"));
  tabs->tabBar()->setAccessibleName(tabs->accessibleName());
  tabs->addTab(conflicts(), tr("Contradictions"));
  tabs->addTab(m_study, tr("Study of all subsets"));
  auto* both = new QSplitter(Qt::Horizontal, this);
  both->addWidget(choices());
  both->addWidget(tabs);
  both->setStretchFactor(1, 1);
  both->setSizes({kLeftWidth, 4 * kLeftWidth});
  both->setChildrenCollapsible(false);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(4, 6, 4, 4);
  column->addWidget(both);
  const TableDesk& desk = session.desk;
  connect(&desk, &TableDesk::tablesChanged, this, &MergePage::listTables);
  connect(&desk, &TableDesk::tableChanged, this, &MergePage::refresh);
  connect(m_tables, &QListWidget::itemChanged, this, &MergePage::refresh);
  connect(m_policy, &QComboBox::currentIndexChanged, this, &MergePage::refresh);
  connect(m_threshold, &QDoubleSpinBox::valueChanged, this, &MergePage::refresh);
  connect(m_make, &QPushButton::clicked, this, &MergePage::makeTable);
  listTables();
}

QWidget* MergePage::choices() {
  auto* box = new QGroupBox(tr("Merge"), this);
  m_tables->setAccessibleName(tr("Tables to merge"));
  m_policy->setAccessibleName(tr("Where tables contradict each other"));
  m_policy->addItem(tr("take the median"), int(MergePolicy::Median));
  m_policy->addItem(tr("take the first table's value"), int(MergePolicy::First));
  m_policy->addItem(tr("drop what differs by more than"), int(MergePolicy::DropBeyond));
  m_threshold->setAccessibleName(tr("Largest difference that is kept"));
  m_threshold->setToolTip(tr("Of the mean of the values; temperatures count from absolute zero"));
  m_threshold->setRange(0.1, 100.0);
  m_threshold->setDecimals(1);
  m_threshold->setValue(kUsualPercent);
  m_threshold->setSuffix(QStringLiteral(" %"));
  m_threshold->setEnabled(false);
  m_summary->setWordWrap(true);
  m_make->setToolTip(tr("The merged table comes onto the desk; undo takes it away again"));
  auto* column = new QVBoxLayout(box);
  column->addWidget(new QLabel(tr("Tables, the first counting first:"), box));
  column->addWidget(m_tables, 1);
  column->addWidget(new QLabel(tr("Where they contradict each other:"), box));
  column->addWidget(m_policy);
  column->addWidget(m_threshold);
  column->addWidget(m_summary);
  column->addWidget(m_make);
  return box;
}

QWidget* MergePage::conflicts() {
  auto* page = new QWidget(this);
  m_view->setModel(m_conflicts);
  m_view->setAccessibleName(tr("Contradictions of the tables"));
  m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_view->setTabKeyNavigation(false);
  m_view->setAlternatingRowColors(true);
  m_view->setShowGrid(false);
  m_view->setWordWrap(false);
  m_view->verticalHeader()->hide();
  m_view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
  m_view->horizontalHeader()->setHighlightSections(false);
  m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  m_view->horizontalHeader()->setSectionResizeMode(ConflictTable::Reports, QHeaderView::Stretch);
  m_note->setWordWrap(true);
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(4, 4, 4, 0);
  column->addWidget(m_note);
  column->addWidget(m_view, 1);
  return page;
}

void MergePage::listTables() {
  std::vector<TableId> known;
  std::vector<TableId> chosen = chosenTables();
  for (int i = 0; i < m_tables->count(); ++i)
    known.push_back(m_tables->item(i)->data(Qt::UserRole).toULongLong());
  const auto isIn = [](const std::vector<TableId>& ids, TableId id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
  };
  {
    const QSignalBlocker quiet(m_tables);
    m_tables->clear();
    for (const TableId id : m_session.desk.tables()) {
      const dataset::Table& table = m_session.desk.table(id);
      auto* item = new QListWidgetItem(
          tr("%1 (%2)").arg(QString::fromStdString(table.name)).arg(table.rows.size()), m_tables);
      item->setData(Qt::UserRole, id);
      item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
      const bool wanted = isIn(known, id) ? isIn(chosen, id) : !isIn(m_made, id);
      item->setCheckState(wanted ? Qt::Checked : Qt::Unchecked);
    }
  }
  refresh();
}

std::vector<TableId> MergePage::chosenTables() const {
  std::vector<TableId> chosen;
  for (int i = 0; i < m_tables->count(); ++i) {
    if (m_tables->item(i)->checkState() == Qt::Checked)
      chosen.push_back(m_tables->item(i)->data(Qt::UserRole).toULongLong());
  }
  return chosen;
}

dataset::MergeOptions MergePage::options() const {
  dataset::MergeOptions options;
  options.policy = static_cast<MergePolicy>(m_policy->currentData().toInt());
  if (options.policy == MergePolicy::DropBeyond)
    options.threshold = m_threshold->value() / 100.0;
  return options;
}

void MergePage::refresh() {
  m_threshold->setEnabled(options().policy == MergePolicy::DropBeyond);
  const MergeRequest request = requestFor(m_session.desk, chosenTables(), options());
  m_study->setMerge(request);
  if (request.tables.size() < 2)
    return m_preview.reset();
  if (!isVisible())
    return m_preview.expire();
  std::size_t rows = 0;
  for (const auto& chosen : request.tables)
    rows += chosen.table->rows.size();
  m_preview.request(
      request.key(), [request](const RunContext& context) { return previewOf(request, context); },
      rows * kBytesPerRow);
}

void MergePage::present() {
  if (m_preview.isPending())
    return;
  const bool current = m_preview.freshness() == Freshness::Current;
  m_make->setEnabled(current);
  m_summary->setEnabled(!m_preview.isOverdue());
  m_view->setEnabled(!m_preview.isOverdue());
  m_conflicts->setPreview(m_preview.share());
  const MergePreview* preview = m_preview.value();
  if (preview == nullptr) {
    m_summary->setText(m_preview.freshness() == Freshness::Failed
                           ? m_preview.failure()
                           : tr("Choose at least two tables."));
    m_note->setText(tr("Where tables contradict each other stands here once two are chosen."));
    return;
  }
  const auto& merged = preview->merged;
  const auto dropped = std::count_if(merged.conflicts.begin(), merged.conflicts.end(),
                                     [](const auto& conflict) { return conflict.dropped; });
  m_summary->setText(tr("%1 alloys, %2 of them in more than one table; %3 contradictions, %4 "
                        "values dropped.")
                         .arg(merged.table.rows.size())
                         .arg(dataset::sharedRows(merged))
                         .arg(merged.conflicts.size())
                         .arg(dropped));
  m_note->setText(merged.conflicts.empty()
                      ? tr("The tables do not contradict each other: no reports of one alloy "
                           "differ by more than is usual (4 % of a temperature, a factor of two of "
                           "a length, else 10 %).")
                      : tr("Reports of one alloy that differ by more than is usual: 4 % of a "
                           "temperature, a factor of two of a length, else 10 %."));
}

void MergePage::makeTable() {
  if (m_preview.freshness() != Freshness::Current)
    return;
  const TableId id = m_session.desk.add(m_preview.value()->merged.table);
  m_made.push_back(id);
  // It was listed before its id was known.
  for (int i = 0; i < m_tables->count(); ++i) {
    if (m_tables->item(i)->data(Qt::UserRole).toULongLong() == id)
      m_tables->item(i)->setCheckState(Qt::Unchecked);
  }
}

void MergePage::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  refresh();
  present();
}

}  // namespace vitrine::app
