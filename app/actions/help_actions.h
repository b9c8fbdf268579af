#pragma once

#include "app/pages/workbench.h"

#include <QObject>

class QMainWindow;

namespace vitrine::app {

/// The Help menu: shortcuts, citations, about.
class HelpActions : public QObject {
  Q_OBJECT

 public:
  HelpActions(const Workbench& workbench, QMainWindow& window);
};

}  // namespace vitrine::app
