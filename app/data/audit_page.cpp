#include "app/data/audit_page.h"

#include "app/data/flaw_table.h"
#include "app/data/flaw_words.h"
#include "app/jobs/work_row.h"
#include "app/session.h"
#include "engine/alloy/element.h"
#include "engine/core/error.h"
#include "widgets/alloy/element_names.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

namespace vitrine::app {

namespace {

/// Tables up to this size are audited whenever somebody looks; larger ones take a while.
constexpr std::size_t kAtOnceRows = 5000;
constexpr int kProgressMs = 100;
constexpr int kEndMemberRows = 3;
constexpr int kDigits = 4;

}  // namespace

AuditPage::AuditPage(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_audit(session.desk, session.runner),
      m_flaws(new FlawTable(this)),
      m_start(new QPushButton(tr("&Audit"), this)),
      m_others(new QCheckBox(tr("Against the &other tables"), this)),
      m_kinds(new QComboBox(this)),
      m_work(new WorkRow(tr("the audit"), this)),
      m_failure(addFailureLabel(tr("What went wrong with the audit"), this)),
      m_summary(new QLabel(this)),
      m_view(new QTableView(this)),
      m_message(new QLabel(this)),
      m_endMembers(new QTableWidget(this)),
      m_mend(new QPushButton(this)) {
  build();
  connect(&session.desk, &TableDesk::currentChanged, this, &AuditPage::follow);
  connect(&session.desk, &TableDesk::tableChanged, this, &AuditPage::follow);
  connect(&session.desk, &TableDesk::tablesChanged, this, &AuditPage::showWords);
  connect(&m_audit, &TableAudit::changed, this, [this] {
    showProgress();
    showReport();
  });
  connect(m_work, &WorkRow::cancelled, &m_audit, &TableAudit::cancel);
  connect(m_start, &QPushButton::clicked, this, &AuditPage::start);
  connect(m_others, &QCheckBox::toggled, this, &AuditPage::start);
  connect(m_kinds, &QComboBox::activated, this, [this] {
    const int kind = m_kinds->currentData().toInt();
    m_flaws->setKind(kind < 0 ? std::nullopt : std::optional(static_cast<dataset::FlawKind>(kind)));
    m_view->selectRow(0);
  });
  connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
          &AuditPage::showFlaw);
  connect(m_mend, &QPushButton::clicked, this, &AuditPage::mendChosen);
  showReport();
}

void AuditPage::build() {
  m_others->setToolTip(tr("Nearly equal alloys in two tables, as in training and test data"));
  m_kinds->setAccessibleName(tr("Kind of finding"));
  m_kinds->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  m_view->setModel(m_flaws);
  m_view->setAccessibleName(tr("Findings"));
  m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_view->setTabKeyNavigation(false);
  m_view->setAlternatingRowColors(true);
  m_view->setCornerButtonEnabled(false);
  m_view->setShowGrid(false);
  m_view->setWordWrap(false);
  m_view->verticalHeader()->hide();
  m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  m_view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
  m_view->horizontalHeader()->setHighlightSections(false);
  m_view->horizontalHeader()->setStretchLastSection(true);
  m_message->setWordWrap(true);
  m_message->setTextFormat(Qt::PlainText);
  m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_endMembers->setAccessibleName(tr("Implied values of the pure elements"));
  m_endMembers->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_endMembers->setSelectionMode(QAbstractItemView::NoSelection);
  m_endMembers->setTabKeyNavigation(false);
  m_endMembers->setVerticalHeaderLabels({});
  auto* line = new QHBoxLayout;
  line->addWidget(m_start);
  line->addWidget(m_others);
  line->addWidget(m_summary, 1);
  line->addWidget(m_kinds);
  auto* foot = new QHBoxLayout;
  foot->addWidget(m_message, 1);
  foot->addWidget(m_mend);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(4, 6, 4, 4);
  column->addLayout(line);
  column->addWidget(m_work);
  column->addWidget(m_failure);
  column->addWidget(m_view, 1);
  column->addWidget(m_endMembers);
  column->addLayout(foot);
}

void AuditPage::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  follow();
}

/// What one looks at is kept up to date where that takes a moment only.
void AuditPage::follow() {
  const TableDesk& desk = m_session.desk;
  const bool small = desk.current() != 0 && desk.table(desk.current()).rows.size() <= kAtOnceRows;
  const bool old = !m_audit.report() || m_audit.isStale();
  if (isVisible() && small && old && !m_others->isChecked())
    start();
  showWords();
}

void AuditPage::start() {
  m_audit.start(m_others->isChecked());
}

void AuditPage::showProgress() {
  if (!m_audit.isRunning())
    return m_work->hide();
  m_work->tell(tr("Auditing"), m_audit.fraction());
  QTimer::singleShot(kProgressMs, this, &AuditPage::showProgress);
}

void AuditPage::showReport() {
  showFailure(*m_failure, m_audit.failure());
  if (m_audit.report() != m_shown) {
    m_shown = m_audit.report();
    m_flaws->setKind(std::nullopt);
    m_flaws->setReport(m_shown);
    m_view->resizeColumnsToContents();
    showKinds();
    m_view->selectRow(0);
  }
  showWords();
  showFlaw();
}

void AuditPage::showKinds() {
  std::map<dataset::FlawKind, int> counts;
  for (const auto& flaw : m_shown->flaws)
    ++counts[flaw.kind];
  m_kinds->clear();
  m_kinds->addItem(tr("all kinds (%1)").arg(m_shown->flaws.size()), -1);
  for (const auto& [kind, count] : counts)
    m_kinds->addItem(QStringLiteral("%1 (%2)").arg(flawText(kind)).arg(count),
                     static_cast<int>(kind));
}

void AuditPage::showWords() {
  const bool any = m_session.desk.current() != 0;
  const bool stale = m_audit.isStale();
  m_start->setEnabled(any && !m_audit.isRunning());
  m_others->setEnabled(m_session.desk.tables().size() > 1);
  m_view->setEnabled(!stale);
  m_kinds->setVisible(m_shown && !m_shown->flaws.empty());
  if (!any)
    return m_summary->setText(tr("Open a table to have it audited."));
  if (!m_shown)
    return m_summary->setText(tr("The table has not been audited yet."));
  if (stale)
    return m_summary->setText(m_audit.isRunning() ? tr("Auditing the table as it is now …")
                                                  : tr("The table has changed since the audit."));
  std::map<dataset::FlawSeverity, int> counts;
  for (const auto& flaw : m_shown->flaws)
    ++counts[flaw.severity];
  m_summary->setText(m_shown->flaws.empty() ? tr("Nothing looks wrong.")
                                            : tr("Errors: %1, warnings: %2, notes: %3")
                                                  .arg(counts[dataset::FlawSeverity::Error])
                                                  .arg(counts[dataset::FlawSeverity::Warning])
                                                  .arg(counts[dataset::FlawSeverity::Note]));
}

std::vector<std::size_t> AuditPage::chosenFlaws() const {
  std::vector<std::size_t> flaws;
  for (const QModelIndex& index : m_view->selectionModel()->selectedRows())
    flaws.push_back(m_flaws->flawOf(index.row()));
  std::sort(flaws.begin(), flaws.end());
  return flaws;
}

void AuditPage::showFlaw() {
  const auto chosen = chosenFlaws();
  const bool usable = m_shown && !m_audit.isStale();
  std::size_t mendable = 0;
  for (const std::size_t index : chosen)
    mendable += m_shown->flaws[index].fix.action != dataset::Fix::Action::None ? 1 : 0;
  m_mend->setText(chosen.size() > 1 ? tr("Apply %1 &fixes").arg(mendable) : tr("Apply the &fix"));
  m_mend->setEnabled(usable && mendable > 0);
  m_mend->setVisible(!chosen.empty());
  m_endMembers->hide();
  if (chosen.empty())
    return m_message->clear();
  if (chosen.size() > 1)
    return m_message->setText(tr("%1 findings are chosen.").arg(chosen.size()));

  const dataset::Flaw& flaw = m_shown->flaws[chosen.front()];
  const dataset::Table& table = *m_shown->tables[flaw.table].table;
  const QString fix = fixText(table, flaw.fix);
  const QString message = QString::fromStdString(flaw.message);
  m_message->setText(fix.isEmpty() ? tr("%1\nOnly you can know what is right here.").arg(message)
                                   : tr("%1\nSuggested: %2").arg(message, fix));
  if (!flaw.endMembers.empty())
    showEndMembers(flaw);
  if (!usable)
    return;
  // The rows it is about are those one looks at in every page.
  TableDesk& desk = m_session.desk;
  std::vector<std::size_t> rows;
  if (flaw.row)
    rows.push_back(*flaw.row);
  for (const auto& other : flaw.related)
    if (other.table == flaw.table)
      rows.push_back(other.row);
  desk.setCurrent(m_shown->tables[flaw.table].id);
  desk.setSelection(std::move(rows));
}

void AuditPage::showEndMembers(const dataset::Flaw& flaw) {
  const auto& members = flaw.endMembers;
  m_endMembers->clear();
  m_endMembers->setRowCount(kEndMemberRows - 1);
  m_endMembers->setColumnCount(static_cast<int>(members.size()));
  m_endMembers->setVerticalHeaderLabels({tr("implied"), tr("known")});
  QStringList symbols;
  for (std::size_t i = 0; i < members.size(); ++i) {
    const int column = static_cast<int>(i);
    symbols << widgets::elementSymbol(members[i].atomicNumber);
    const auto cell = [](const QString& words) {
      auto* item = new QTableWidgetItem(words);
      item->setTextAlignment(Qt::AlignCenter);
      return item;
    };
    m_endMembers->setItem(0, column, cell(QString::number(members[i].implied, 'g', kDigits)));
    m_endMembers->setItem(1, column,
                          cell(members[i].known ? QString::number(*members[i].known, 'g', kDigits)
                                                : QStringLiteral("–")));
  }
  m_endMembers->setHorizontalHeaderLabels(symbols);
  m_endMembers->setFixedHeight(kEndMemberRows * (fontMetrics().height() + 14));
  m_endMembers->show();
}

void AuditPage::mendChosen() {
  try {
    m_audit.mend(chosenFlaws());
  } catch (const Error& error) {
    emit problem(QString::fromStdString(error.what()));
  }
}

}  // namespace vitrine::app
