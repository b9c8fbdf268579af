#include "app/actions/file_actions.h"

#include "app/document/document.h"
#include "app/gallery/gallery_dialog.h"
#include "app/pages/views.h"
#include "app/services/reference_library.h"
#include "engine/alloy/formula.h"
#include "widgets/export/export_actions.h"

#include <QAction>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace vitrine::app {

FileActions::FileActions(const Workbench& workbench, const Views& views, QMainWindow& window)
    : QObject(&window), m_workbench(workbench), m_window(window) {
  QMenu* menu = window.menuBar()->addMenu(tr("&File"));
  m_gallery =
      menu->addAction(tr("&Sample gallery…"), QKeySequence::Open, this, &FileActions::openGallery);
  m_gallery->setIconText(tr("Samples"));
  m_gallery->setToolTip(tr("Start from a published alloy"));
  QMenu* exports = menu->addMenu(tr("&Export"));
  for (const View& view : views.all()) {
    auto* actions = view.exportActions;
    exports->addAction(tr("%1…").arg(view.title), actions, [actions] { actions->exportAs(); });
  }
  menu->addSeparator();
  QAction* quit = menu->addAction(tr("&Quit"), QKeySequence::Quit, &window, &QWidget::close);
  quit->setMenuRole(QAction::QuitRole);
}

void FileActions::openGallery() {
  GalleryDialog gallery(m_workbench.references.content().samples, &m_window);
  if (gallery.exec() != QDialog::Accepted)
    return;
  const auto parsed = alloy::parseFormula(gallery.formula().toStdString());
  if (parsed.composition)
    m_workbench.document.setAlloy(*parsed.composition);
}

}  // namespace vitrine::app
