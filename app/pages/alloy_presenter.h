#pragma once

#include "app/pages/workbench.h"

#include <QObject>

namespace vitrine::widgets {
class AlloyEditor;
}

namespace vitrine::app {

/// Fills the alloy editor and turns its intentions into edits.
class AlloyPresenter : public QObject {
  Q_OBJECT

 public:
  AlloyPresenter(const Workbench& workbench, widgets::AlloyEditor& editor,
                 QObject* parent = nullptr);

 private:
  void show();

  Workbench m_workbench;
  widgets::AlloyEditor& m_editor;
};

}  // namespace vitrine::app
