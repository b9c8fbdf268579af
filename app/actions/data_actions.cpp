#include "app/actions/data_actions.h"

#include "app/data/data_window.h"
#include "app/session.h"

#include <QAbstractButton>
#include <QAction>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QStringList>

namespace vitrine::app {

DataActions::DataActions(Session& session, Settings& settings, QMainWindow& window)
    : QObject(&window), m_session(session), m_settings(settings), m_window(window) {
  QMenu* menu = window.menuBar()->addMenu(tr("&Data"));
  QAction* action = menu->addAction(tr("&Data desk…"), QKeySequence(Qt::CTRL | Qt::Key_D), this,
                                    [this] { open(); });
  action->setToolTip(tr("Tables of alloys: read, audit, merge, train, compare"));
}

DataActions::~DataActions() = default;

void DataActions::open() {
  if (!m_data)
    m_data = std::make_unique<DataWindow>(m_session, m_settings);
  m_data->show();
  m_data->raise();
  m_data->activateWindow();
}

void DataActions::open(const QString& path) {
  open();
  m_data->open(path);
}

bool DataActions::mayClose() {
  const TableDesk& desk = m_session.desk;
  QStringList names;
  for (const TableId id : desk.tables())
    if (!desk.isSaved(id))
      names << QString::fromStdString(desk.table(id).name);
  if (names.isEmpty() || m_letGo)
    return true;
  auto* question = new QMessageBox(
      QMessageBox::Question, tr("Tables with changes"),
      tr("These tables were changed and stand in no file: %1.").arg(names.join(tr(", "))),
      QMessageBox::Cancel, &m_window);
  question->setAttribute(Qt::WA_DeleteOnClose);
  const QAbstractButton* look =
      question->addButton(tr("&Show the tables"), QMessageBox::ActionRole);
  const QAbstractButton* end =
      question->addButton(tr("&Close without them"), QMessageBox::DestructiveRole);
  connect(question, &QMessageBox::buttonClicked, this,
          [this, look, end](const QAbstractButton* button) {
            if (button == look)
              open();
            if (button != end)
              return;
            m_letGo = true;
            m_window.close();
          });
  question->open();
  return false;
}

void DataActions::closeWindow() {
  if (m_data)
    m_data->close();
}

}  // namespace vitrine::app
