#include "app/actions/glass_actions.h"

#include "app/glass/glass_window.h"
#include "app/session.h"

#include <QAction>
#include <QDir>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace vitrine::app {

namespace {

constexpr qsizetype kSuffixLength = 8;  ///< of ".data.gz"

}  // namespace

GlassActions::GlassActions(Session& session, Settings& settings, QMainWindow& window)
    : QObject(&window), m_session(session), m_settings(settings) {
  QMenu* menu = window.menuBar()->addMenu(tr("&Glasses"));
  QAction* action = menu->addAction(tr("&Glasses atom by atom…"),
                                    QKeySequence(Qt::CTRL | Qt::Key_G), this, [this] { open(); });
  action->setToolTip(tr("Atoms in space: open, quench, describe, compare"));

  const QDir folder(QString::fromStdString((session.places.resources / "glasses").string()));
  QMenu* samples = menu->addMenu(tr("&Computed samples"));
  for (const QString& file : folder.entryList({QStringLiteral("*.data.gz")}, QDir::Files))
    samples->addAction(tr("%1, inherent structure").arg(file.chopped(kSuffixLength)),
                       [this, path = folder.filePath(file)] { open(path); });
  samples->setEnabled(!samples->isEmpty());
}

GlassActions::~GlassActions() = default;

void GlassActions::open() {
  if (!m_glasses) {
    m_glasses = std::make_unique<GlassWindow>(m_session, m_settings);
    connect(m_glasses.get(), &GlassWindow::viewWanted, this, &GlassActions::viewWanted);
  }
  m_glasses->show();
  m_glasses->raise();
  m_glasses->activateWindow();
}

void GlassActions::open(const QString& path) {
  open();
  m_glasses->open(path);
}

void GlassActions::closeWindow() {
  if (m_glasses)
    m_glasses->close();
}

}  // namespace vitrine::app
