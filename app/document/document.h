#pragma once

#include "app/document/workbench_state.h"
#include "engine/alloy/composition.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <functional>
#include <type_traits>

namespace vitrine::app {

/// Whether a gesture (a drag, a held key) goes on or has come to its end.
enum class Gesture { Going, Finished };

/// The alloy and the section being worked on: the one gate for every change of them, each a named
/// step of undo, all steps of one drag together. GUI thread only.
class Document : public QObject {
  Q_OBJECT

 public:
  explicit Document(QObject* parent = nullptr);

  [[nodiscard]] const WorkbenchState& state() const noexcept { return m_state; }
  [[nodiscard]] const ViewChoices& view() const noexcept { return m_view; }
  [[nodiscard]] alloy::Composition alloy() const { return alloyOf(m_state.rows); }
  /// Rises with every change of `state()`, undo and redo included.
  [[nodiscard]] quint64 revision() const noexcept { return m_revision; }
  [[nodiscard]] QUndoStack* undoStack() noexcept { return &m_undo; }

  // Edits of the alloy. What cannot be done leaves everything as it was.

  /// Another alloy altogether; locks of elements that stay are kept.
  void setAlloy(const alloy::Composition& alloy, Gesture gesture = Gesture::Finished);
  /// Wants an element at `percent` of the unit of contents that is shown; the elements that are not
  /// locked give way.
  void setShare(int atomicNumber, double percent, Gesture gesture = Gesture::Finished);
  void setLocked(int atomicNumber, bool locked);
  /// A new row, at zero.
  void addElement(int atomicNumber);
  /// The row goes, and what it held is shared out among the elements that are not locked.
  void removeElement(int atomicNumber);
  /// The alloy at a place of the triangle. @throws Error (InvalidInput) for a section with nothing
  /// to vary
  void chooseInSection(const std::array<double, 3>& weights, Gesture gesture = Gesture::Finished);

  // Edits of the section.

  /// An element that is another corner already changes places with it.
  void setCorner(int corner, int atomicNumber);
  void setFollowsAlloy(bool follows);
  /// The remainder that stays, in at.%; the section then no longer follows the alloy.
  /// @throws Error (InvalidInput) for a remainder that is no good with the corners
  void setFixedPercent(const std::vector<alloy::Share>& fixed);
  void setQuantity(MapQuantity quantity);
  /// Empty unlocks.
  void setLockedRange(std::optional<widgets::ValueRange> range);
  void setColourMap(widgets::ColourMap map);
  void setClockwise(bool clockwise);
  void setContours(bool contours);

  /// Takes over another way of showing things; no step of undo.
  void setView(const ViewChoices& view);
  /// The same for one choice, e.g. `chooseView(&ViewChoices::overlays, false)`.
  template <class T>
  void chooseView(T ViewChoices::*choice, const std::type_identity_t<T>& value) {
    ViewChoices changed = view();
    changed.*choice = value;
    setView(changed);
  }
  /// Starts from a remembered state: nothing to undo.
  void restore(const WorkbenchState& state);

  /// Takes back what the gesture that goes on has changed, and ends it; leaves no step of undo.
  void withdrawGesture();
  /// Ends a gesture that nobody finished, so that the next edit is a step of its own.
  void endGesture();

 signals:
  void alloyChanged();
  void sectionChanged();
  void viewChanged();
  /// After any of the three.
  void changed();

 private:
  friend class EditCommand;

  /// Pushes the change from the present state to `after`; none where they are equal. Steps with
  /// the same non-empty `gestureKey` become one until the gesture ends.
  void edit(const QString& text, WorkbenchState after, const QString& gestureKey = {},
            Gesture gesture = Gesture::Finished);
  void apply(const WorkbenchState& state);
  /// The rows that a step of this drag starts from: those before its first step.
  const std::vector<alloy::EditRow>& dragRows(const QString& drag);
  [[nodiscard]] WorkbenchState withRows(std::vector<alloy::EditRow> rows) const;

  WorkbenchState m_state;
  ViewChoices m_view;
  QUndoStack m_undo;
  quint64 m_revision = 0;
  quint64 m_gesture = 0;
  /// The state before the drag that goes on, and which drag that is.
  WorkbenchState m_dragStart;
  QString m_drag;
};

}  // namespace vitrine::app
