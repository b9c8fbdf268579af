#include "app/actions/view_actions.h"

#include "app/document/document.h"
#include "app/settings/settings.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QDockWidget>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace vitrine::app {

ViewActions::ViewActions(Document& document, Settings& settings, QMainWindow& window)
    : QObject(&window), m_document(document), m_settings(settings) {
  QMenu* menu = window.menuBar()->addMenu(tr("&View"));
  m_docks = menu->addMenu(tr("&Panels"));
  menu->addSeparator();
  addUnits(*menu);
  menu->addSeparator();
  addThemes(*menu->addMenu(tr("&Theme")));
  menu->addSeparator();
  menu->addAction(tr("&Reset layout"), this, &ViewActions::resetLayoutRequested);
}

void ViewActions::addDock(QDockWidget* dock) {
  QAction* toggle = dock->toggleViewAction();
  toggle->setShortcut(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + m_dockCount++)));
  m_docks->addAction(toggle);
}

template <class Choice>
void ViewActions::addUnit(QActionGroup& group, const QString& text, Choice ViewChoices::*choice,
                          Choice value) {
  QAction* action = group.addAction(text);
  action->setIconText(widgets::unitSymbol(value));
  action->setCheckable(true);
  connect(action, &QAction::triggered, this,
          [this, choice, value] { m_document.chooseView(choice, value); });
  const auto show = [this, action, choice, value] {
    action->setChecked(m_document.view().*choice == value);
  };
  connect(&m_document, &Document::viewChanged, action, show);
  show();
}

void ViewActions::addUnits(QMenu& menu) {
  using widgets::ContentUnit;
  using widgets::TemperatureUnit;
  auto* temperature = new QActionGroup(this);
  addUnit(*temperature, tr("Temperatures in &kelvin"), &ViewChoices::temperatureUnit,
          TemperatureUnit::Kelvin);
  addUnit(*temperature, tr("Temperatures in degrees &Celsius"), &ViewChoices::temperatureUnit,
          TemperatureUnit::Celsius);
  m_temperatureUnits = temperature->actions();
  auto* content = new QActionGroup(this);
  addUnit(*content, tr("Contents in &atomic per cent"), &ViewChoices::contentUnit,
          ContentUnit::AtomicPercent);
  addUnit(*content, tr("Contents in &weight per cent"), &ViewChoices::contentUnit,
          ContentUnit::WeightPercent);
  menu.addActions(temperature->actions());
  menu.addSeparator();
  menu.addActions(content->actions());
}

void ViewActions::addThemes(QMenu& menu) {
  using widgets::ThemeChoice;
  auto* group = new QActionGroup(this);
  const auto add = [&](const QString& text, ThemeChoice choice) {
    QAction* action = menu.addAction(text);
    action->setCheckable(true);
    action->setChecked(m_settings.theme() == choice);
    group->addAction(action);
    connect(action, &QAction::triggered, this, [this, choice] {
      m_settings.setTheme(choice);
      widgets::applyTheme(*qobject_cast<QApplication*>(QCoreApplication::instance()), choice);
    });
  };
  add(tr("Like the &system"), ThemeChoice::System);
  add(tr("&Light"), ThemeChoice::Light);
  add(tr("&Dark"), ThemeChoice::Dark);
}

}  // namespace vitrine::app
