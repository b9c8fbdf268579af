#include "app/actions/edit_actions.h"

#include "app/document/document.h"
#include "app/pages/views.h"
#include "widgets/alloy/alloy_editor.h"
#include "widgets/export/export_actions.h"
#include "widgets/theme/icons.h"

#include <QAction>
#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace vitrine::app {

EditActions::EditActions(Document& document, const Views& views, QMainWindow& window)
    : QObject(&window) {
  QMenu* menu = window.menuBar()->addMenu(tr("&Edit"));
  m_undo = document.undoStack()->createUndoAction(this, tr("&Undo"));
  m_undo->setShortcut(QKeySequence::Undo);
  m_undo->setIcon(widgets::icon(widgets::Icon::Undo));
  m_undo->setIconText(tr("Undo"));
  m_redo = document.undoStack()->createRedoAction(this, tr("&Redo"));
  m_redo->setShortcuts(
      {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(QKeySequence::Redo)});
  m_redo->setIcon(widgets::icon(widgets::Icon::Redo));
  m_redo->setIconText(tr("Redo"));
  QCoreApplication::instance()->installEventFilter(this);
  // The stack renames both with every step; the words on the tool bar stay.
  connect(m_undo, &QAction::changed, this, [this] { m_undo->setIconText(tr("Undo")); });
  connect(m_redo, &QAction::changed, this, [this] { m_redo->setIconText(tr("Redo")); });
  menu->addActions({m_undo, m_redo});
  menu->addSeparator();

  widgets::AlloyEditor* editor = views.alloyEditor();
  menu->addAction(tr("Edit the &formula"), QKeySequence(Qt::CTRL | Qt::Key_L), editor,
                  [editor] { editor->focusFormula(); });
  menu->addAction(tr("&Add an element…"), QKeySequence(Qt::CTRL | Qt::Key_E), editor,
                  [editor] { editor->pickElement(); });
  menu->addSeparator();
  menu->addAction(
      tr("Copy the f&ormula"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), this, [&document] {
        QGuiApplication::clipboard()->setText(QString::fromStdString(document.alloy().formula()));
      });
  QMenu* copies = menu->addMenu(tr("&Copy view"));
  for (const View& view : views.all()) {
    auto* actions = view.exportActions;
    copies->addAction(view.title, actions, [actions] { actions->copy(); });
  }
}

bool EditActions::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::ShortcutOverride)
    return false;
  const auto* field = qobject_cast<QLineEdit*>(watched);
  const auto* key = static_cast<QKeyEvent*>(event);
  const bool idleUndo =
      field != nullptr && key->matches(QKeySequence::Undo) && !field->isUndoAvailable();
  const bool idleRedo =
      field != nullptr && key->matches(QKeySequence::Redo) && !field->isRedoAvailable();
  // Fields take Ctrl+E for "end of line", which has a key of its own.
  const bool pick = field != nullptr && key->key() == Qt::Key_E &&
                    key->modifiers() == Qt::KeyboardModifiers(Qt::ControlModifier);
  if (!idleUndo && !idleRedo && !pick)
    return false;
  event->ignore();
  return true;
}

}  // namespace vitrine::app
