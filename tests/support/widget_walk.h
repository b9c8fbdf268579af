#pragma once

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QButtonGroup>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QScrollBar>
#include <QSet>
#include <QStringList>
#include <QTest>
#include <QWidget>

namespace vitrine::test {

/// "QToolButton 'Remove copper'": names a widget in a message.
inline QString describe(const QWidget* widget) {
  const QString name = !widget->accessibleName().isEmpty() ? widget->accessibleName()
                       : !widget->objectName().isEmpty()   ? widget->objectName()
                                                           : QStringLiteral("without a name");
  const QString parent =
      widget->parentWidget() != nullptr
          ? QString::fromLatin1(widget->parentWidget()->metaObject()->className())
          : QStringLiteral("nothing");
  return QStringLiteral("%1 '%2' in %3")
      .arg(QString::fromLatin1(widget->metaObject()->className()), name, parent);
}

/// Something a user works with, as opposed to what only frames or shows. Parts that Qt adds by
/// itself (scroll bars, the line inside a number field, title buttons of docks) are left out: what
/// they do can be done by the control they belong to, or by a menu.
inline bool isControl(const QWidget* widget) {
  static const QSet<QByteArray> kParts{"QDockWidgetTitleButton", "QLineEditIconButton",
                                       "QTableCornerButton", "QToolBarExtension"};
  if (!widget->isVisible() || !widget->isEnabled())
    return false;
  if (kParts.contains(widget->metaObject()->className()) ||
      qobject_cast<const QScrollBar*>(widget) != nullptr ||
      qobject_cast<const QHeaderView*>(widget) != nullptr ||
      qobject_cast<const QMenu*>(widget) != nullptr ||
      qobject_cast<const QMenuBar*>(widget) != nullptr)
    return false;
  if (qobject_cast<const QLineEdit*>(widget) != nullptr &&
      (qobject_cast<const QAbstractSpinBox*>(widget->parentWidget()) != nullptr ||
       qobject_cast<const QComboBox*>(widget->parentWidget()) != nullptr))
    return false;
  return qobject_cast<const QAbstractButton*>(widget) != nullptr ||
         qobject_cast<const QAbstractSlider*>(widget) != nullptr ||
         qobject_cast<const QAbstractSpinBox*>(widget) != nullptr ||
         qobject_cast<const QComboBox*>(widget) != nullptr ||
         qobject_cast<const QLineEdit*>(widget) != nullptr ||
         qobject_cast<const QAbstractItemView*>(widget) != nullptr ||
         (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus;
}

/// The controls of a window, in no order.
inline QList<QWidget*> controlsOf(QWidget& window) {
  QList<QWidget*> controls;
  for (QWidget* widget : window.findChildren<QWidget*>()) {
    if (widget->window() == window.window() && isControl(widget))
      controls += widget;
  }
  return controls;
}

/// Every widget that gets the focus by pressing Tab again and again, with real key events.
inline QSet<QWidget*> reachedByTab(QWidget& window, int most = 1000) {
  QSet<QWidget*> reached;
  window.activateWindow();
  if (!QTest::qWaitForWindowActive(&window))
    return reached;
  for (int i = 0; i < most; ++i) {
    QWidget* focus = QApplication::focusWidget();
    QTest::keyClick(focus != nullptr ? focus : &window, Qt::Key_Tab);
    focus = QApplication::focusWidget();
    if (focus == nullptr || reached.contains(focus))
      break;
    reached += focus;
  }
  return reached;
}

/// One sentence for each control of a shown window that has no accessible name or that Tab does not
/// reach. Of buttons that exclude each other one is enough: the arrow keys walk the others.
inline QStringList walkFaults(QWidget& window) {
  QStringList faults;
  const QSet<QWidget*> reached = reachedByTab(window);
  for (QWidget* control : controlsOf(window)) {
    QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(control);
    if (spoken == nullptr || spoken->text(QAccessible::Name).trimmed().isEmpty())
      faults += describe(control) + QStringLiteral(" has no accessible name");
    bool found = reached.contains(control) || reached.contains(control->focusProxy());
    if (auto* button = qobject_cast<QAbstractButton*>(control);
        button != nullptr && !found && button->group() != nullptr && button->group()->exclusive()) {
      for (QAbstractButton* other : button->group()->buttons())
        found = found || reached.contains(other);
    }
    if (!found)
      faults += describe(control) + QStringLiteral(" is not reached by Tab");
  }
  return faults;
}

}  // namespace vitrine::test
