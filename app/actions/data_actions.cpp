#include "app/actions/data_actions.h"

#include "app/data/data_window.h"

#include <QAction>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace vitrine::app {

DataActions::DataActions(Session& session, Settings& settings, QMainWindow& window)
    : QObject(&window), m_session(session), m_settings(settings) {
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

void DataActions::closeWindow() {
  if (m_data)
    m_data->close();
}

}  // namespace vitrine::app
