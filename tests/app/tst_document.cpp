// Every edit is one named step of undo; a drag is one; undo and redo bring states back exactly.

#include "app/document/document.h"
#include "engine/alloy/formula.h"
#include "engine/core/error.h"

#include <QSignalSpy>
#include <QTest>

#include <functional>

using namespace vitrine;
using app::Document;
using app::Gesture;
using app::WorkbenchState;

namespace {

using Edit = std::function<void(Document&)>;

double percentOf(const Document& document, int atomicNumber) {
  return document.alloy().percent(atomicNumber);
}

}  // namespace

Q_DECLARE_METATYPE(Edit)

class TestDocument : public QObject {
  Q_OBJECT

 private slots:
  void everyEditIsOneNamedStep_data();
  void everyEditIsOneNamedStep();
  void dragIsOneStep();
  void dragBackLeavesNoStep();
  void dragsOfTwoElementsAreTwoSteps();
  void dragKeepsTheRatiosOfTheOthers();
  void twoDragsOfOneElementAreTwoSteps();
  void typingAFormulaIsOneStep();
  void withdrawnTypingLeavesNoStep();
  void mapDragIsOneStep();
  void undoEndsADrag();
  void weightPercent();
  void lockedElementsStay();
  void zeroRowsStay();
  void lastRowCannotBeRemoved();
  void cornersFollowTheAlloy();
  void badRemainderChangesNothing();
  void viewIsNoStep();
  void restoreStartsAfresh();
};

void TestDocument::everyEditIsOneNamedStep_data() {
  QTest::addColumn<Edit>("edit");
  QTest::addColumn<QString>("name");
  const auto row = [](const char* tag, const Edit& edit, const char* name) {
    QTest::newRow(tag) << edit << QString::fromUtf8(name);
  };
  row(
      "alloy", [](Document& d) { d.setAlloy(alloy::compositionOf("Pd40Ni40P20")); },
      "Set alloy to Ni40Pd40P20");
  row(
      "share", [](Document& d) { d.setShare(40, 52.0); }, "Set Zr to 52\u00A0at.%");
  row(
      "lock", [](Document& d) { d.setLocked(29, true); }, "Lock Cu");
  row(
      "add", [](Document& d) { d.addElement(28); }, "Add Ni");
  row(
      "remove", [](Document& d) { d.removeElement(13); }, "Remove Al");
  row(
      "map",
      [](Document& d) {
        d.chooseInSection({0.2, 0.3, 0.5});
      },
      "Move alloy to Al50Cu30Zr20");
  row(
      "corner", [](Document& d) { d.setCorner(2, 28); }, "Set map corner to Ni");
  row(
      "hold", [](Document& d) { d.setFollowsAlloy(false); }, "Hold the map's remainder");
  row(
      "fixed",
      [](Document& d) {
        d.setFixedPercent({{28, 5.0}});
      },
      "Hold Ni 5 at.% on the map");
  row(
      "quantity", [](Document& d) { d.setQuantity(app::MapQuantity::Tm); },
      "Change the map's quantity");
  row(
      "range",
      [](Document& d) {
        d.setLockedRange(widgets::ValueRange{600.0, 800.0});
      },
      "Lock the colour range");
  row(
      "colours", [](Document& d) { d.setColourMap(widgets::ColourMap::Cividis); },
      "Change the colour map");
  row(
      "clockwise", [](Document& d) { d.setClockwise(true); }, "Count the map's axes clockwise");
  row(
      "contours", [](Document& d) { d.setContours(false); }, "Hide contour lines");
}

void TestDocument::everyEditIsOneNamedStep() {
  QFETCH(Edit, edit);
  QFETCH(QString, name);
  Document document;
  const WorkbenchState before = document.state();
  const quint64 revision = document.revision();
  QSignalSpy changed(&document, &Document::changed);
  edit(document);
  const WorkbenchState after = document.state();
  QVERIFY(!(after == before));
  QCOMPARE(document.undoStack()->count(), 1);
  QCOMPARE(document.undoStack()->undoText(), name);
  QCOMPARE(changed.count(), 1);
  QVERIFY(document.revision() > revision);

  document.undoStack()->undo();
  QVERIFY(document.state() == before);
  QCOMPARE(document.undoStack()->redoText(), name);
  document.undoStack()->redo();
  QVERIFY(document.state() == after);
  QVERIFY(document.revision() >= revision + 3);

  // The same edit once more changes nothing, so it is no step.
  if (name.startsWith(QLatin1String("Set")) || name.startsWith(QLatin1String("Lock"))) {
    edit(document);
    QCOMPARE(document.undoStack()->count(), 1);
  }
}

void TestDocument::dragIsOneStep() {
  Document document;
  const WorkbenchState before = document.state();
  for (int percent = 51; percent <= 60; ++percent)
    document.setShare(40, percent, Gesture::Going);
  document.setShare(40, 60.0, Gesture::Finished);
  QCOMPARE(document.undoStack()->count(), 1);
  QCOMPARE(document.undoStack()->undoText(), QStringLiteral("Set Zr to 60\u00A0at.%"));
  document.undoStack()->undo();
  QVERIFY(document.state() == before);
}

void TestDocument::dragBackLeavesNoStep() {
  Document document;
  document.setShare(40, 55.0, Gesture::Going);
  document.setShare(40, 50.0, Gesture::Finished);
  QCOMPARE(document.undoStack()->count(), 0);
}

void TestDocument::dragsOfTwoElementsAreTwoSteps() {
  Document document;
  document.setShare(40, 55.0, Gesture::Going);
  document.setShare(29, 30.0, Gesture::Going);
  document.setShare(29, 31.0, Gesture::Finished);
  QCOMPARE(document.undoStack()->count(), 2);
}

void TestDocument::dragKeepsTheRatiosOfTheOthers() {
  Document document;
  document.setShare(40, 100.0, Gesture::Going);
  document.setShare(40, 50.0, Gesture::Finished);
  QCOMPARE(percentOf(document, 29), 40.0);
  QCOMPARE(percentOf(document, 13), 10.0);
}

void TestDocument::twoDragsOfOneElementAreTwoSteps() {
  Document document;
  document.setShare(40, 55.0, Gesture::Going);
  document.setShare(40, 56.0, Gesture::Finished);
  document.setShare(40, 57.0, Gesture::Going);
  document.setShare(40, 58.0, Gesture::Finished);
  QCOMPARE(document.undoStack()->count(), 2);
  document.undoStack()->undo();
  QCOMPARE(percentOf(document, 40), 56.0);
}

void TestDocument::typingAFormulaIsOneStep() {
  Document document;
  for (const char* typed : {"P", "Pd4", "Pd40", "Pd40Ni", "Pd40Ni40", "Pd40Ni40P2"})
    document.setAlloy(alloy::compositionOf(typed), Gesture::Going);
  document.setAlloy(alloy::compositionOf("Pd40Ni40P20"), Gesture::Finished);
  QCOMPARE(document.undoStack()->count(), 1);
  document.undoStack()->undo();
  QCOMPARE(percentOf(document, 40), 50.0);
}

void TestDocument::withdrawnTypingLeavesNoStep() {
  Document document;
  document.setAlloy(alloy::compositionOf("Zr33.333Cu66.667"));
  const WorkbenchState before = document.state();
  for (const char* typed : {"Ni", "Ni50Nb", "Ni50Nb50"})
    document.setAlloy(alloy::compositionOf(typed), Gesture::Going);
  document.withdrawGesture();
  QVERIFY(document.state() == before);
  QCOMPARE(document.undoStack()->count(), 1);
  document.withdrawGesture();  // nothing goes on
  QVERIFY(document.state() == before);
  document.setAlloy(alloy::compositionOf("Ni50Nb50"));
  QCOMPARE(document.undoStack()->count(), 2);
  document.withdrawGesture();  // finished: nothing to take back
  QCOMPARE(document.undoStack()->count(), 2);
}

void TestDocument::mapDragIsOneStep() {
  Document document;
  const WorkbenchState before = document.state();
  for (double zirconium = 0.4; zirconium < 0.65; zirconium += 0.02)
    document.chooseInSection({zirconium, 0.9 - zirconium, 0.1}, Gesture::Going);
  document.chooseInSection({0.65, 0.25, 0.1}, Gesture::Finished);
  QCOMPARE(document.undoStack()->count(), 1);
  QCOMPARE(percentOf(document, 40), 65.0);
  document.undoStack()->undo();
  QVERIFY(document.state() == before);
}

void TestDocument::undoEndsADrag() {
  Document document;
  document.setShare(40, 55.0, Gesture::Going);
  document.undoStack()->undo();
  document.setShare(40, 60.0, Gesture::Going);
  QCOMPARE(document.undoStack()->count(), 1);
  document.undoStack()->undo();
  QCOMPARE(percentOf(document, 40), 50.0);
}

void TestDocument::weightPercent() {
  Document document;
  app::ViewChoices view = document.view();
  view.contentUnit = widgets::ContentUnit::WeightPercent;
  document.setView(view);
  document.setShare(40, 60.0);
  QCOMPARE(document.undoStack()->undoText(), QStringLiteral("Set Zr to 60\u00A0wt.%"));
  const alloy::Composition alloy = document.alloy();
  for (std::size_t i = 0; i < alloy.shares().size(); ++i) {
    if (alloy.shares()[i].atomicNumber == 40)
      QVERIFY(std::abs(alloy.weightPercent()[i] - 60.0) < 1e-9);
  }
}

void TestDocument::lockedElementsStay() {
  Document document;
  document.setLocked(13, true);
  document.setShare(40, 70.0);
  QCOMPARE(percentOf(document, 13), 10.0);
  QVERIFY(std::abs(percentOf(document, 29) - 20.0) < 1e-9);
  document.setLocked(29, true);
  const WorkbenchState before = document.state();
  document.setShare(40, 30.0);  // nothing can give way
  QVERIFY(document.state() == before);
}

void TestDocument::zeroRowsStay() {
  Document document;
  document.addElement(28);
  QCOMPARE(document.state().rows.size(), std::size_t{4});
  QCOMPARE(percentOf(document, 28), 0.0);
  document.setShare(28, 5.0);
  document.setShare(28, 0.0);
  QCOMPARE(document.state().rows.size(), std::size_t{4});
  document.addElement(28);  // it is there already
  QCOMPARE(document.state().rows.size(), std::size_t{4});
}

void TestDocument::lastRowCannotBeRemoved() {
  Document document;
  document.setAlloy(alloy::compositionOf("Zr"));
  document.removeElement(40);
  QCOMPARE(document.state().rows.size(), std::size_t{1});
}

void TestDocument::cornersFollowTheAlloy() {
  Document document;
  document.setAlloy(alloy::compositionOf("Pd40Ni40P20"));
  std::array<int, 3> corners = document.state().section.corners;
  std::sort(corners.begin(), corners.end());
  QCOMPARE(corners[0], 15);
  QCOMPARE(corners[1], 28);
  QCOMPARE(corners[2], 46);
  // Ti is no corner of the five-element alloy below, so it is part of the remainder.
  document.setAlloy(alloy::compositionOf("Zr41.2Ti13.8Cu12.5Ni10Be22.5"));
  const app::SectionPlane plane = app::sectionPlane(document.state());
  double fixed = 0.0;
  for (const alloy::Share& share : plane.fixedPercent)
    fixed += share.amount;
  QVERIFY(std::abs(fixed - 22.5) < 1e-9);
}

void TestDocument::badRemainderChangesNothing() {
  Document document;
  const WorkbenchState before = document.state();
  QVERIFY_THROWS_EXCEPTION(Error, document.setFixedPercent({{40, 5.0}}));
  QVERIFY_THROWS_EXCEPTION(Error, document.setFixedPercent({{28, 100.0}}));
  QVERIFY(document.state() == before);
  QCOMPARE(document.undoStack()->count(), 0);
}

void TestDocument::viewIsNoStep() {
  Document document;
  QSignalSpy changed(&document, &Document::viewChanged);
  app::ViewChoices view = document.view();
  view.temperatureUnit = widgets::TemperatureUnit::Celsius;
  document.setView(view);
  document.setView(view);
  QCOMPARE(changed.count(), 1);
  QCOMPARE(document.undoStack()->count(), 0);
}

void TestDocument::restoreStartsAfresh() {
  Document document;
  document.setShare(40, 60.0);
  WorkbenchState state = document.state();
  state.rows = app::rowsFor(alloy::compositionOf("Pd40Ni40P20"), {});
  document.restore(state);
  QCOMPARE(document.undoStack()->count(), 0);
  QCOMPARE(percentOf(document, 46), 40.0);
}

QTEST_GUILESS_MAIN(TestDocument)
#include "tst_document.moc"
