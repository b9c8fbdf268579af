#include "app/actions/help_actions.h"

#include "app/about/about_dialog.h"
#include "app/about/citations_dialog.h"
#include "app/about/shortcuts_dialog.h"

#include <QAction>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace vitrine::app {

HelpActions::HelpActions(const Workbench& workbench, QMainWindow& window) : QObject(&window) {
  QMenu* menu = window.menuBar()->addMenu(tr("&Help"));
  menu->addAction(tr("&Keyboard and mouse"), QKeySequence::HelpContents, this, [&window] {
    ShortcutsDialog dialog(*window.menuBar(), &window);
    dialog.exec();
  });
  menu->addAction(tr("&Citations"), this, [workbench, &window] {
    CitationsDialog dialog(workbench.references, &window);
    dialog.exec();
  });
  menu->addSeparator();
  QAction* about = menu->addAction(tr("&About Vitrine"), this, [workbench, &window] {
    AboutDialog dialog(workbench, &window);
    dialog.exec();
  });
  about->setMenuRole(QAction::AboutRole);
}

}  // namespace vitrine::app
