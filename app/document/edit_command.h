#pragma once

#include "app/document/workbench_state.h"

#include <QString>
#include <QUndoCommand>

namespace vitrine::app {

class Document;

/// One step of undo: the state before and after. The state is small, so steps keep it whole and
/// every edit is undone by the same code.
class EditCommand : public QUndoCommand {
 public:
  /// `gesture`: equal non-empty names of consecutive steps make them one.
  EditCommand(Document& document, const QString& text, WorkbenchState before, WorkbenchState after,
              QString gesture);

  void undo() override;
  void redo() override;
  [[nodiscard]] int id() const override;
  bool mergeWith(const QUndoCommand* other) override;

 private:
  Document& m_document;
  WorkbenchState m_before;
  WorkbenchState m_after;
  QString m_gesture;
};

}  // namespace vitrine::app
