#include "app/document/edit_command.h"

#include "app/document/document.h"

#include <utility>

namespace vitrine::app {

namespace {

constexpr int kEditCommandId = 1;

}  // namespace

EditCommand::EditCommand(Document& document, const QString& text, WorkbenchState before,
                         WorkbenchState after, QString gesture)
    : QUndoCommand(text),
      m_document(document),
      m_before(std::move(before)),
      m_after(std::move(after)),
      m_gesture(std::move(gesture)) {}

void EditCommand::undo() {
  m_document.endGesture();
  m_document.apply(m_before);
}

void EditCommand::redo() {
  m_document.apply(m_after);
}

int EditCommand::id() const {
  return m_gesture.isEmpty() ? -1 : kEditCommandId;
}

bool EditCommand::mergeWith(const QUndoCommand* other) {
  const auto* next = static_cast<const EditCommand*>(other);
  if (next->m_gesture != m_gesture)
    return false;
  m_after = next->m_after;
  setText(next->text());
  // A drag that came back to where it began leaves no step.
  setObsolete(m_after == m_before);
  return true;
}

}  // namespace vitrine::app
