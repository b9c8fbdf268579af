#include "app/actions/pattern_actions.h"

#include "app/spectra/spectra_window.h"

#include <QAction>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace vitrine::app {

PatternActions::PatternActions(Session& session, Settings& settings, QMainWindow& window)
    : QObject(&window), m_session(session), m_settings(settings) {
  QMenu* menu = window.menuBar()->addMenu(tr("&Patterns"));
  QAction* action =
      menu->addAction(tr("&Measured patterns and training…"), QKeySequence(Qt::CTRL | Qt::Key_M),
                      this, &PatternActions::open);
  action->setToolTip(tr("Train a generator of diffraction patterns on measured ones"));
}

PatternActions::~PatternActions() = default;

void PatternActions::open() {
  if (!m_patterns)
    m_patterns = std::make_unique<SpectraWindow>(m_session, m_settings);
  m_patterns->show();
  m_patterns->raise();
  m_patterns->activateWindow();
}

void PatternActions::closeWindow() {
  if (m_patterns)
    m_patterns->close();
}

}  // namespace vitrine::app
