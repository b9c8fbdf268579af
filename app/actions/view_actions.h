#pragma once

#include "app/document/workbench_state.h"
#include "widgets/theme/theme.h"

#include <QList>
#include <QObject>

class QAction;
class QActionGroup;
class QDockWidget;
class QMainWindow;
class QMenu;

namespace vitrine::app {

class Document;
class Settings;

/// The View menu: which views are open, units, theme, layout.
class ViewActions : public QObject {
  Q_OBJECT

 public:
  ViewActions(Document& document, Settings& settings, QMainWindow& window);

  void addDock(QDockWidget* dock);
  /// What belongs on the tool bar: K and °C. (Those of contents stand in the alloy editor.)
  [[nodiscard]] QList<QAction*> toolActions() const { return m_temperatureUnits; }

 signals:
  void resetLayoutRequested();

 private:
  void addUnits(QMenu& menu);
  void addThemes(QMenu& menu);
  template <class Choice>
  void addUnit(QActionGroup& group, const QString& text, Choice ViewChoices::*choice, Choice value);

  Document& m_document;
  Settings& m_settings;
  QMenu* m_docks;
  QList<QAction*> m_temperatureUnits;
  int m_dockCount = 0;
};

}  // namespace vitrine::app
