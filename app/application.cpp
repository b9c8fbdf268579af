#include "app/application.h"

#include <QApplication>
#include <QMainWindow>

namespace vitrine::app {

int runWorkbench(int argc, char** argv, const std::filesystem::path& resources) {
  QApplication application(argc, argv);
  QMainWindow window;
  window.setWindowTitle(QString::fromStdString(resources.string()));
  window.show();
  return QApplication::exec();
}

}  // namespace vitrine::app
