#pragma once

#include <QDialog>

class QMenuBar;

namespace vitrine::app {

/// What the keyboard and the mouse do: every shortcut of the menus, and the gestures of the views.
class ShortcutsDialog : public QDialog {
  Q_OBJECT

 public:
  explicit ShortcutsDialog(const QMenuBar& menus, QWidget* parent = nullptr);
};

}  // namespace vitrine::app
