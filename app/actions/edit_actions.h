#pragma once

#include <QList>
#include <QObject>

class QAction;
class QMainWindow;

namespace vitrine::app {

class Document;
class Views;

/// The Edit menu: undo and redo by the names of their steps, copies of every view, the formula.
class EditActions : public QObject {
  Q_OBJECT

 public:
  EditActions(Document& document, const Views& views, QMainWindow& window);

  /// What belongs on the tool bar.
  [[nodiscard]] QList<QAction*> toolActions() const { return {m_undo, m_redo}; }

 protected:
  /// Fields keep Ctrl+Z to themselves, also where they have nothing to undo; then it is the
  /// document's. Ctrl+E adds an element also while one types.
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QAction* m_undo;
  QAction* m_redo;
};

}  // namespace vitrine::app
