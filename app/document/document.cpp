#include "app/document/document.h"

#include "app/document/edit_command.h"
#include "engine/alloy/grid.h"
#include "widgets/alloy/element_names.h"

#include <algorithm>
#include <utility>

namespace vitrine::app {

Document::Document(QObject* parent) : QObject(parent), m_state(firstState()) {}

WorkbenchState Document::withRows(std::vector<alloy::EditRow> rows) const {
  WorkbenchState after = m_state;
  after.rows = std::move(rows);
  if (after.section.followsAlloy)
    after.section.corners = cornersFor(after.rows, after.section.corners);
  return after;
}

void Document::setAlloy(const alloy::Composition& alloy, Gesture gesture) {
  edit(tr("Set alloy to %1").arg(QString::fromStdString(alloy.formula())),
       withRows(rowsFor(alloy, dragRows(QStringLiteral("formula")))), QStringLiteral("formula"),
       gesture);
}

void Document::setShare(int atomicNumber, double percent, Gesture gesture) {
  const bool weight = m_view.contentUnit == widgets::ContentUnit::WeightPercent;
  const auto basis = weight ? alloy::Basis::WeightPercent : alloy::Basis::AtomicPercent;
  const QString drag = QStringLiteral("share %1").arg(atomicNumber);
  alloy::Balanced wish = alloy::setPercent(dragRows(drag), atomicNumber, percent, basis);
  if (wish.outcome == alloy::Balanced::Outcome::Refused)
    wish.rows = m_state.rows;
  const QString text = tr("Set %1 to %2")
                           .arg(widgets::elementSymbol(atomicNumber),
                                widgets::percentText(percent, m_view.contentUnit));
  edit(text, withRows(std::move(wish.rows)), drag, gesture);
}

void Document::setLocked(int atomicNumber, bool locked) {
  WorkbenchState after = m_state;
  for (alloy::EditRow& row : after.rows) {
    if (row.atomicNumber == atomicNumber)
      row.locked = locked;
  }
  edit(locked ? tr("Lock %1").arg(widgets::elementSymbol(atomicNumber))
              : tr("Unlock %1").arg(widgets::elementSymbol(atomicNumber)),
       std::move(after));
}

void Document::addElement(int atomicNumber) {
  const alloy::Balanced wish = alloy::addRow(m_state.rows, atomicNumber);
  if (wish.outcome != alloy::Balanced::Outcome::Refused)
    edit(tr("Add %1").arg(widgets::elementSymbol(atomicNumber)), withRows(wish.rows));
}

void Document::removeElement(int atomicNumber) {
  const bool weight = m_view.contentUnit == widgets::ContentUnit::WeightPercent;
  const alloy::Balanced wish =
      alloy::removeRow(m_state.rows, atomicNumber,
                       weight ? alloy::Basis::WeightPercent : alloy::Basis::AtomicPercent);
  if (wish.outcome != alloy::Balanced::Outcome::Refused)
    edit(tr("Remove %1").arg(widgets::elementSymbol(atomicNumber)), withRows(wish.rows));
}

void Document::chooseInSection(const std::array<double, 3>& weights, Gesture gesture) {
  const QString drag = QStringLiteral("section");
  const SectionPlane plane = sectionPlane(m_state);
  const alloy::TernarySection section(plane.corners, plane.fixedPercent);
  std::vector<alloy::EditRow> rows = rowsAtPlace(dragRows(drag), section, weights);
  const QString formula = QString::fromStdString(alloyOf(rows).formula());
  WorkbenchState after = m_state;
  after.rows = std::move(rows);
  edit(tr("Move alloy to %1").arg(formula), std::move(after), drag, gesture);
}

void Document::setCorner(int corner, int atomicNumber) {
  WorkbenchState after = m_state;
  auto& corners = after.section.corners;
  const auto place = static_cast<std::size_t>(corner);
  const auto other = std::find(corners.begin(), corners.end(), atomicNumber);
  if (other != corners.end())
    *other = corners[place];
  corners[place] = atomicNumber;
  std::erase_if(after.section.fixedPercent,
                [&](const alloy::Share& share) { return share.atomicNumber == atomicNumber; });
  edit(tr("Set map corner to %1").arg(widgets::elementSymbol(atomicNumber)), std::move(after));
}

void Document::setFollowsAlloy(bool follows) {
  WorkbenchState after = m_state;
  after.section.followsAlloy = follows;
  if (follows)
    after.section.corners = cornersFor(after.rows, after.section.corners);
  else
    after.section.fixedPercent = sectionPlane(m_state).fixedPercent;
  edit(follows ? tr("Let the map follow the alloy") : tr("Hold the map's remainder"),
       std::move(after));
}

void Document::setFixedPercent(const std::vector<alloy::Share>& fixed) {
  WorkbenchState after = m_state;
  after.section.followsAlloy = false;
  after.section.fixedPercent = fixed;
  // Refuses overlaps with the corners and remainders that leave nothing.
  const alloy::TernarySection checked(after.section.corners, fixed);
  QStringList parts;
  for (const alloy::Share& share : checked.fixedPercent())
    parts << widgets::elementSymbol(share.atomicNumber) + QLatin1Char(' ') +
                 widgets::percentNumber(share.amount);
  edit(parts.isEmpty() ? tr("Hold nothing on the map")
                       : tr("Hold %1 at.% on the map").arg(parts.join(QStringLiteral(", "))),
       std::move(after));
}

void Document::setQuantity(MapQuantity quantity) {
  WorkbenchState after = m_state;
  after.section.quantity = quantity;
  after.section.lockedRange.reset();
  edit(tr("Change the map's quantity"), std::move(after));
}

void Document::setLockedRange(std::optional<widgets::ValueRange> range) {
  WorkbenchState after = m_state;
  after.section.lockedRange = range;
  edit(range ? tr("Lock the colour range") : tr("Unlock the colour range"), std::move(after));
}

void Document::setColourMap(widgets::ColourMap map) {
  WorkbenchState after = m_state;
  after.section.colourMap = map;
  edit(tr("Change the colour map"), std::move(after));
}

void Document::setClockwise(bool clockwise) {
  WorkbenchState after = m_state;
  after.section.clockwise = clockwise;
  edit(clockwise ? tr("Count the map's axes clockwise")
                 : tr("Count the map's axes counter-clockwise"),
       std::move(after));
}

void Document::setContours(bool contours) {
  WorkbenchState after = m_state;
  after.section.contours = contours;
  edit(contours ? tr("Show contour lines") : tr("Hide contour lines"), std::move(after));
}

void Document::setView(const ViewChoices& view) {
  if (view == m_view)
    return;
  m_view = view;
  emit viewChanged();
  emit changed();
}

void Document::restore(const WorkbenchState& state) {
  m_undo.clear();
  endGesture();
  apply(state);
}

void Document::withdrawGesture() {
  if (!m_drag.isEmpty())
    edit({}, m_dragStart, m_drag);
}

void Document::endGesture() {
  ++m_gesture;
  m_drag.clear();
}

const std::vector<alloy::EditRow>& Document::dragRows(const QString& drag) {
  if (m_drag != drag) {
    endGesture();
    m_drag = drag;
    m_dragStart = m_state;
  }
  return m_dragStart.rows;
}

void Document::edit(const QString& text, WorkbenchState after, const QString& gestureKey,
                    Gesture gesture) {
  if (gestureKey.isEmpty())
    endGesture();
  if (!(after == m_state)) {
    const QString key =
        gestureKey.isEmpty() ? QString() : QStringLiteral("%1 #%2").arg(gestureKey).arg(m_gesture);
    m_undo.push(new EditCommand(*this, text, m_state, std::move(after), key));
  }
  if (gesture == Gesture::Finished)
    endGesture();
}

void Document::apply(const WorkbenchState& state) {
  const WorkbenchState before = std::exchange(m_state, state);
  const bool alloy = before.rows != m_state.rows;
  const bool section = before.section != m_state.section;
  if (!alloy && !section)
    return;
  ++m_revision;
  if (alloy)
    emit alloyChanged();
  if (section)
    emit sectionChanged();
  emit changed();
}

}  // namespace vitrine::app
