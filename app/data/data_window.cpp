#include "app/data/data_window.h"

#include "app/calphad/calphad_page.h"
#include "app/correlations/correlations_page.h"
#include "app/data/audit_page.h"
#include "app/data/tables_page.h"
#include "app/dropped_files.h"
#include "app/merge/merge_page.h"
#include "app/notice_bar.h"
#include "app/session.h"
#include "app/settings/settings.h"
#include "app/training/train_page.h"
#include "widgets/theme/icons.h"

#include <QAction>
#include <QCloseEvent>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace vitrine::app {

namespace {

constexpr QSize kFirstSize(1180, 800);
constexpr int kNameCharacters = 24;

/// A button for an action whose own text follows the last step of undo.
QToolButton* stepButton(QAction* action, widgets::Icon icon, const QString& name, QWidget* parent) {
  auto* button = new QToolButton(parent);
  button->setAutoRaise(true);
  button->setFocusPolicy(Qt::StrongFocus);
  button->setAccessibleName(name);
  action->setIcon(widgets::icon(icon));
  button->setDefaultAction(action);
  button->setToolButtonStyle(Qt::ToolButtonIconOnly);
  return button;
}

}  // namespace

DataWindow::DataWindow(Session& session, Settings& settings)
    : m_session(session), m_settings(settings) {
  setObjectName(QStringLiteral("data"));
  setWindowTitle(tr("Data desk – Vitrine"));
  takeDroppedFiles(*this, [this](const QStringList& paths) {
    for (const QString& path : paths)
      open(path);
  });
  build();
  resize(kFirstSize);
  if (const QByteArray geometry = settings.dataGeometry(); !geometry.isEmpty())
    restoreGeometry(geometry);
  connect(&session.desk, &TableDesk::tablesChanged, this, &DataWindow::showTables);
  connect(&session.desk, &TableDesk::currentChanged, this, &DataWindow::showTables);
  showTables();
}

DataWindow::~DataWindow() = default;

void DataWindow::build() {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(6, 6, 6, 6);
  m_notices = new NoticeBar(this);
  m_notices->hide();
  m_pages = new QTabWidget(this);
  m_pages->setDocumentMode(true);
  m_pages->tabBar()->setAccessibleName(tr("Pages of the data desk"));
  m_tables = new TablesPage(m_session, m_settings, this);
  m_pages->addTab(m_tables, tr("Tables"));
  auto* audit = new AuditPage(m_session, this);
  m_pages->addTab(audit, tr("Audit"));
  m_pages->addTab(new MergePage(m_session, this), tr("Merge"));
  m_pages->addTab(new TrainPage(m_session, this), tr("Train"));
  m_pages->addTab(new CorrelationsPage(m_session, this), tr("Correlations"));
  m_calphad = new CalphadPage(m_session, m_settings, this);
  m_pages->addTab(m_calphad, tr("Phase diagrams"));
  column->addWidget(header());
  column->addWidget(m_notices);
  column->addWidget(m_pages, 1);
  connect(audit, &AuditPage::problem, m_notices, &NoticeBar::add);
  connect(m_tables, &TablesPage::problem, m_notices, &NoticeBar::add);
}

QWidget* DataWindow::header() {
  auto* bar = new QWidget(this);
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(0, 0, 0, 0);
  auto* words = new QLabel(tr("Ta&ble"), bar);
  m_current = new QComboBox(bar);
  m_current->setAccessibleName(tr("Current table"));
  m_current->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  m_current->setMinimumContentsLength(kNameCharacters);
  words->setBuddy(m_current);
  connect(m_current, &QComboBox::activated, this, [this](int index) {
    m_session.desk.setCurrent(m_current->itemData(index).toULongLong());
  });
  QAction* undo = m_session.desk.undoStack()->createUndoAction(this, tr("&Undo"));
  undo->setShortcut(QKeySequence::Undo);
  QAction* redo = m_session.desk.undoStack()->createRedoAction(this, tr("&Redo"));
  redo->setShortcuts(
      {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(QKeySequence::Redo)});
  addActions({undo, redo});
  row->addWidget(words);
  row->addWidget(m_current);
  row->addStretch(1);
  row->addWidget(stepButton(undo, widgets::Icon::Undo, tr("Undo"), bar));
  row->addWidget(stepButton(redo, widgets::Icon::Redo, tr("Redo"), bar));
  return bar;
}

void DataWindow::showTables() {
  const TableDesk& desk = m_session.desk;
  m_current->clear();
  for (const TableId id : desk.tables()) {
    const QString name = QString::fromStdString(desk.table(id).name);
    m_current->addItem(desk.isSaved(id) ? name : tr("%1 (edited)").arg(name),
                       QVariant::fromValue(id));
  }
  m_current->setCurrentIndex(m_current->findData(QVariant::fromValue(desk.current())));
  m_current->setEnabled(m_current->count() > 0);
}

void DataWindow::showPage(QWidget* page) {
  m_pages->setCurrentWidget(page);
}

void DataWindow::open(const QString& path) {
  if (CalphadPage::isDatabase(path)) {
    m_pages->setCurrentWidget(m_calphad);
    m_calphad->open(path);
    return;
  }
  m_pages->setCurrentWidget(m_tables);
  m_tables->open(path);
}

void DataWindow::closeEvent(QCloseEvent* event) {
  m_settings.setDataGeometry(saveGeometry());
  QWidget::closeEvent(event);
}

}  // namespace vitrine::app
