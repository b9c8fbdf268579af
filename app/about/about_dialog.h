#pragma once

#include "app/pages/workbench.h"

#include <QDialog>

namespace vitrine::app {

/// What the program is: version, licence, the libraries it stands on with theirs, its models.
class AboutDialog : public QDialog {
  Q_OBJECT

 public:
  explicit AboutDialog(const Workbench& workbench, QWidget* parent = nullptr);

 private:
  QWidget* programPage(const Workbench& workbench);
  QWidget* modelsPage(const Workbench& workbench);
  QWidget* librariesPage();
};

}  // namespace vitrine::app
