#pragma once

#include "app/pages/workbench.h"

#include <QList>
#include <QObject>

class QAction;
class QMainWindow;

namespace vitrine::app {

class Views;

/// The File menu: samples, export of every view, quit.
class FileActions : public QObject {
  Q_OBJECT

 public:
  FileActions(const Workbench& workbench, const Views& views, QMainWindow& window);

  /// What belongs on the tool bar.
  [[nodiscard]] QList<QAction*> toolActions() const { return {m_gallery}; }

 private:
  void openGallery();

  Workbench m_workbench;
  QMainWindow& m_window;
  QAction* m_gallery;
};

}  // namespace vitrine::app
