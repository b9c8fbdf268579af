#pragma once

#include "app/pages/workbench.h"

#include <QObject>

namespace vitrine::app {

class MapControls;

/// Fills the controls of the composition triangle and turns them into edits of the section.
class MapControlsPresenter : public QObject {
  Q_OBJECT

 public:
  MapControlsPresenter(const Workbench& workbench, MapControls& controls,
                       QObject* parent = nullptr);

 private:
  void show();
  void readFixed(const QString& text);

  Workbench m_workbench;
  MapControls& m_controls;
};

}  // namespace vitrine::app
