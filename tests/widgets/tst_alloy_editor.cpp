#include "engine/alloy/formula.h"
#include "tests/support/widget_walk.h"
#include "widgets/alloy/alloy_editor.h"
#include "widgets/alloy/element_row.h"
#include "widgets/alloy/error_bubble.h"
#include "widgets/alloy/formula_edit.h"
#include "widgets/alloy/percent_box.h"
#include "widgets/alloy/share_slider.h"
#include "widgets/export/export.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace vitrine;
using namespace vitrine::widgets;

namespace {

constexpr int kAl = 13;
constexpr int kCu = 29;
constexpr int kZr = 40;

AlloyEditorModel modelOf(const char* formula) {
  AlloyEditorModel model;
  const alloy::Composition alloy = alloy::compositionOf(formula);
  model.rows = alloy::rowsOf(alloy);
  model.formula = QString::fromStdString(alloy.formula());
  model.untrained[18] = QStringLiteral("No alloy of the training data contains it.");
  return model;
}

/// What an application does with a wish: each step of a drag starts from the rows before it.
class Follower : public QObject {
 public:
  Follower(AlloyEditor& editor, AlloyEditorModel model) : m_editor(editor), m_model(model) {
    m_before = m_model.rows;
    editor.setModel(m_model);
    connect(
        &editor, &AlloyEditor::shareDragged, this, [this](int z, double percent, bool finished) {
          const auto basis = m_model.contentUnit == ContentUnit::WeightPercent
                                 ? alloy::Basis::WeightPercent
                                 : alloy::Basis::AtomicPercent;
          m_model.rows = alloy::setPercent(m_before, z, percent, basis).rows;
          if (finished)
            m_before = m_model.rows;
          m_model.formula = QString::fromStdString(alloy::compositionOf(m_model.rows)->formula());
          m_editor.setModel(m_model);
        });
  }
  [[nodiscard]] double percent(std::size_t row) const { return m_model.rows[row].percent; }

 private:
  AlloyEditor& m_editor;
  AlloyEditorModel m_model;
  std::vector<alloy::EditRow> m_before;
};

}  // namespace

class TestAlloyEditor : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    m_editor = std::make_unique<AlloyEditor>();
    m_editor->resize(300, 480);
    m_editor->setModel(modelOf("Zr50Cu40Al10"));
    m_editor->show();
    m_editor->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_editor.get()));
  }
  void cleanup() { m_editor.reset(); }

  void showsTheAlloy() {
    QCOMPARE(edit()->text(), QStringLiteral("Zr50Cu40Al10"));
    QCOMPARE(rows().size(), 3);
    QCOMPARE(row(0)->box()->text(), QStringLiteral("50"));
    QCOMPARE(row(2)->slider()->percent(), 10.0);
    QVERIFY(says("give way in proportion"));
    QVERIFY(says("Total 100"));
  }

  void aGoodFormulaGoesOutWhenTheTypingPauses() {
    QSignalSpy entered(m_editor.get(), &AlloyEditor::formulaEntered);
    type("Zr55Cu45");
    QCOMPARE(entered.size(), 0);
    QTRY_COMPARE(entered.size(), 1);
    QCOMPARE(entered.last().at(0).toString(), QStringLiteral("Zr55Cu45"));
    QCOMPARE(entered.last().at(1).toBool(), false);
    QTest::keyClick(edit(), Qt::Key_Return);
    QCOMPARE(entered.size(), 2);
    QCOMPARE(entered.last().at(0).toString(), QStringLiteral("Zr55Cu45"));
    QCOMPARE(entered.last().at(1).toBool(), true);
    QTest::keyClick(edit(), Qt::Key_Return);
    QCOMPARE(entered.size(), 2);
  }

  void enterDoesNotWaitForThePause() {
    QSignalSpy entered(m_editor.get(), &AlloyEditor::formulaEntered);
    type("Zr55Cu45");
    QTest::keyClick(edit(), Qt::Key_Return);
    QCOMPARE(entered.size(), 1);
    QCOMPARE(entered.last().at(1).toBool(), true);
  }

  void aTextThatTurnsBadWithdrawsWhatWentOut() {
    QSignalSpy entered(m_editor.get(), &AlloyEditor::formulaEntered);
    QSignalSpy withdrawn(m_editor.get(), &AlloyEditor::formulaWithdrawn);
    type("Zr50C");
    QTRY_COMPARE(entered.size(), 1);  // zirconium and carbon
    m_editor->setModel(modelOf("Zr50C"));
    QTest::keyClicks(edit(), QStringLiteral("q50"));
    QTRY_COMPARE(withdrawn.size(), 1);
    m_editor->setModel(modelOf("Zr50Cu40Al10"));
    QCOMPARE(edit()->text(), QStringLiteral("Zr50Cq50"));
    QVERIFY(!m_editor->formulaError().isEmpty());
    QTest::keyClick(edit(), Qt::Key_Return);
    QCOMPARE(withdrawn.size(), 1);
    QCOMPARE(entered.size(), 1);
    QTest::keyClick(edit(), Qt::Key_Escape);
    QCOMPARE(edit()->text(), QStringLiteral("Zr50Cu40Al10"));
  }

  void aBadFormulaStandsUnderItsCharacterAndGoesNoFurther() {
    edit()->setText(QString());
    QSignalSpy entered(m_editor.get(), &AlloyEditor::formulaEntered);
    QTest::keyClicks(edit(), QStringLiteral("Zr50Zq"));
    for (const auto& call : entered)
      QVERIFY2(!call.at(0).toString().contains(QLatin1String("Zq")), "a bad formula went out");
    QVERIFY2(m_editor->formulaError().contains(QLatin1String("Zq is not an element")),
             qPrintable(m_editor->formulaError()));
    // The point of the message stands below the fifth character, seen from the same window.
    auto* bubble = m_editor->findChild<ErrorBubble*>();
    const double point = bubble->mapTo(m_editor.get(), QPointF(bubble->pointX(), 0)).x();
    const double from = edit()->mapTo(m_editor.get(), QPointF(edit()->xOf(4), 0)).x();
    const double to = edit()->mapTo(m_editor.get(), QPointF(edit()->xOf(5), 0)).x();
    QVERIFY2(point >= from - 0.5 && point <= to + 0.5,
             qPrintable(QStringLiteral("%1 not in %2..%3").arg(point).arg(from).arg(to)));
    const QFontMetricsF metrics(edit()->font());
    QVERIFY(std::abs(edit()->xOf(5) - edit()->xOf(4) - metrics.horizontalAdvance(u'Z')) < 0.51);
    QVERIFY(bubble->mapTo(m_editor.get(), QPoint()).y() >=
            edit()->mapTo(m_editor.get(), QPoint(0, edit()->height())).y());
    // The alloy is the old one.
    QCOMPARE(m_editor->model().formula, QStringLiteral("Zr50Cu40Al10"));
    QCOMPARE(rows().size(), 3);
    // A model for the same alloy leaves the text to be mended.
    m_editor->setModel(m_editor->model());
    QCOMPARE(edit()->text(), QStringLiteral("Zr50Zq"));
    QVERIFY(!m_editor->formulaError().isEmpty());
  }

  void mendingTheFormulaClearsTheMessage() {
    type("Zr50Zq");
    QVERIFY(!m_editor->formulaError().isEmpty());
    QTest::keyClick(edit(), Qt::Key_Backspace);
    QTest::keyClick(edit(), Qt::Key_Backspace);
    QTest::keyClicks(edit(), QStringLiteral("Cu50"));
    QVERIFY(m_editor->formulaError().isEmpty());
  }

  void escapeBringsTheAlloyBack() {
    QSignalSpy entered(m_editor.get(), &AlloyEditor::formulaEntered);
    QSignalSpy withdrawn(m_editor.get(), &AlloyEditor::formulaWithdrawn);
    type("Ni50Nb");
    QTRY_COMPARE(entered.size(), 1);
    QTest::keyClick(edit(), Qt::Key_Escape);
    QCOMPARE(edit()->text(), QStringLiteral("Zr50Cu40Al10"));
    QVERIFY(m_editor->formulaError().isEmpty());
    QCOMPARE(withdrawn.size(), 1);
  }

  void anotherAlloyReplacesTheText() {
    type("Zr50Zq");
    m_editor->setModel(modelOf("Pd40Ni40P20"));
    QCOMPARE(edit()->text(), QStringLiteral("Ni40Pd40P20"));
    QVERIFY(m_editor->formulaError().isEmpty());
  }

  void aNormalisedSumIsSaid() {
    type("Zr45Cu45");
    QVERIFY(m_editor->formulaError().isEmpty());
    QVERIFY(m_editor->findChild<ErrorBubble*>()->message().contains(QLatin1String("90")));
  }

  void dragEmitsASequenceAndEndsIt() {
    Follower follower(*m_editor, modelOf("Zr50Cu40Al10"));
    QSignalSpy dragged(m_editor.get(), &AlloyEditor::shareDragged);
    ShareSlider* slider = row(0)->slider();
    const int y = slider->height() / 2;
    const int half = slider->width() / 2;
    QTest::mousePress(slider, Qt::LeftButton, {}, {half, y});
    for (int x = half; x < half + 30; x += 5) {
      QTest::mouseMove(slider, {x, y});
      // The model that comes back does not move the handle away from under the pointer.
      QVERIFY(std::abs(slider->percent() - follower.percent(0)) < 1e-9);
    }
    QVERIFY(dragged.size() >= 4);
    for (const auto& call : dragged) {
      QCOMPARE(call.at(0).toInt(), kZr);
      QCOMPARE(call.at(2).toBool(), false);
    }
    QVERIFY(dragged.last().at(1).toDouble() > 60.0);
    QTest::mouseRelease(slider, Qt::LeftButton, {}, {half + 30, y});
    QCOMPARE(dragged.last().at(2).toBool(), true);
    QCOMPARE(std::count_if(dragged.begin(), dragged.end(),
                           [](const auto& call) { return call.at(2).toBool(); }),
             1);
    QCOMPARE(row(0)->box()->value(), dragged.last().at(1).toDouble());
    // The others gave way 4 : 1.
    QVERIFY(std::abs(follower.percent(1) / follower.percent(2) - 4.0) < 1e-9);
  }

  void aModelDuringADragDoesNotFightTheHandle() {
    ShareSlider* slider = row(0)->slider();
    const QPoint start(slider->width() / 2, slider->height() / 2);
    QTest::mousePress(slider, Qt::LeftButton, {}, start);
    QTest::mouseMove(slider, start + QPoint(20, 0));
    const double held = slider->percent();
    QVERIFY(held > 55.0);
    m_editor->setModel(modelOf("Zr50Cu40Al10"));  // a late answer
    QCOMPARE(slider->percent(), held);
    QTest::mouseRelease(slider, Qt::LeftButton, {}, start + QPoint(20, 0));
    m_editor->setModel(modelOf("Zr50Cu40Al10"));
    QCOMPARE(slider->percent(), 50.0);
  }

  void escapeEndsADragWhereItBegan() {
    QSignalSpy dragged(m_editor.get(), &AlloyEditor::shareDragged);
    ShareSlider* slider = row(1)->slider();
    slider->setFocus();
    const QPoint start(slider->width() / 3, slider->height() / 2);
    QTest::mousePress(slider, Qt::LeftButton, {}, start);
    QTest::mouseMove(slider, start + QPoint(25, 0));
    QTest::keyClick(slider, Qt::Key_Escape);
    QCOMPARE(dragged.last().at(1).toDouble(), 40.0);
    QCOMPARE(dragged.last().at(2).toBool(), true);
    QTest::mouseRelease(slider, Qt::LeftButton, {}, start + QPoint(25, 0));
    QCOMPARE(dragged.last().at(1).toDouble(), 40.0);
  }

  void keysMoveASliderAndAPauseEndsTheStep() {
    Follower follower(*m_editor, modelOf("Zr50Cu40Al10"));
    QSignalSpy dragged(m_editor.get(), &AlloyEditor::shareDragged);
    ShareSlider* slider = row(0)->slider();
    slider->setFocus();
    QTest::keyClick(slider, Qt::Key_Right);
    QTest::keyClick(slider, Qt::Key_Right);
    QTest::keyClick(slider, Qt::Key_Minus);
    QCOMPARE(dragged.size(), 3);
    QVERIFY(std::abs(slider->percent() - 51.9) < 1e-9);
    QTRY_COMPARE(dragged.size(), 4);
    QCOMPARE(dragged.last().at(2).toBool(), true);
    QVERIFY(std::abs(dragged.last().at(1).toDouble() - 51.9) < 1e-9);
  }

  void numbersAreTypedWithCommaOrPoint_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("comma") << "42,5";
    QTest::newRow("point") << "42.5";
  }
  void numbersAreTypedWithCommaOrPoint() {
    QFETCH(QString, text);
    QSignalSpy dragged(m_editor.get(), &AlloyEditor::shareDragged);
    PercentBox* box = row(0)->box();
    box->setFocus();
    box->selectAll();
    QTest::keyClicks(box, text);
    QCOMPARE(dragged.size(), 0);
    QTest::keyClick(box, Qt::Key_Return);
    QCOMPARE(dragged.last().at(0).toInt(), kZr);
    QCOMPARE(dragged.last().at(1).toDouble(), 42.5);
    QCOMPARE(dragged.last().at(2).toBool(), true);
  }

  void lettersAndTooMuchAreNotTaken() {
    PercentBox* box = row(0)->box();
    box->setFocus();
    box->selectAll();
    QTest::keyClicks(box, QStringLiteral("1a2e.5"));
    QCOMPARE(box->text(), QStringLiteral("12.5"));
    box->selectAll();
    QTest::keyClicks(box, QStringLiteral("123"));
    QCOMPARE(box->text(), QStringLiteral("12"));
  }

  void locksAreToggledAndLimitTheOthers() {
    QSignalSpy toggled(m_editor.get(), &AlloyEditor::lockToggled);
    QTest::mouseClick(row(1)->lock(), Qt::LeftButton);
    QCOMPARE(toggled.size(), 1);
    QCOMPARE(toggled.first().at(0).toInt(), kCu);
    QCOMPARE(toggled.first().at(1).toBool(), true);
    AlloyEditorModel model = m_editor->model();
    model.rows[1].locked = true;
    m_editor->setModel(model);
    QVERIFY(row(1)->lock()->isChecked());
    // Forty are locked, so zirconium ends at sixty however far the pointer goes.
    QSignalSpy dragged(m_editor.get(), &AlloyEditor::shareDragged);
    ShareSlider* slider = row(0)->slider();
    const QPoint start(slider->width() / 2, slider->height() / 2);
    QTest::mousePress(slider, Qt::LeftButton, {}, start);
    QTest::mouseMove(slider, {slider->width() - 1, start.y()});
    QTest::mouseRelease(slider, Qt::LeftButton, {}, {slider->width() - 1, start.y()});
    QCOMPARE(dragged.last().at(1).toDouble(), 60.0);
    model.rows[0].locked = true;
    m_editor->setModel(model);
    QVERIFY(says("Only Aluminium is not locked"));
  }

  void elementsAreRemoved() {
    QSignalSpy removed(m_editor.get(), &AlloyEditor::elementRemoved);
    QTest::mouseClick(row(2)->remove(), Qt::LeftButton);
    QCOMPARE(removed.first().at(0).toInt(), kAl);
    m_editor->setModel(modelOf("Zr100"));
    QCOMPARE(rows().size(), 1);
    QVERIFY(!row(0)->remove()->isEnabled());
  }

  void contentsInWeightPercent() {
    QSignalSpy chosen(m_editor.get(), &AlloyEditor::contentUnitChosen);
    auto* weight = button(QStringLiteral("wt.%"));
    QVERIFY(weight != nullptr);
    QTest::mouseClick(weight, Qt::LeftButton);
    QCOMPARE(chosen.size(), 1);
    AlloyEditorModel model = m_editor->model();
    model.contentUnit = ContentUnit::WeightPercent;
    m_editor->setModel(model);
    // Zr50Cu40Al10: 45.612, 25.418 and 2.698 of 73.729 g/mol.
    QVERIFY(std::abs(row(0)->box()->value() - 100.0 * 45.612 / 73.729) < 0.02);
    QVERIFY(weight->isChecked());
  }

  void longAlloysScrollAndStayWhole() {
    m_editor->setModel(modelOf("Zr30Ti10Cu10Ni10Be10Al5Nb5Ag5Y5Ar10"));
    QTRY_COMPARE(rows().size(), 10);
    for (ElementRow* each : rows()) {
      QTRY_VERIFY(each->height() >= each->fontMetrics().height() * 2);
      QVERIFY(each->width() <= m_editor->width());
      QVERIFY(each->box()->geometry().right() < each->lock()->geometry().left());
      QVERIFY(each->remove()->geometry().right() <= each->width());
    }
    QVERIFY(m_editor->minimumSizeHint().width() <= 300);
  }

  void unknownElementsAreFlaggedWithTheReason() {
    m_editor->setModel(modelOf("Zr90Ar10"));
    QCOMPARE(row(1)->model().atomicNumber, 18);
    QCOMPARE(row(1)->accessibleDescription(),
             QStringLiteral("No alloy of the training data contains it."));
  }

  void everyControlHasANameAndIsReachedByTab() {
    const QStringList faults = test::walkFaults(*m_editor);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    QVERIFY(test::controlsOf(*m_editor).size() >= 3 * 4 + 4);
  }

  void exportsPictureAndNumbers() {
    const DataTable table = m_editor->data();
    QCOMPARE(table.rows.size(), std::size_t{3});
    QCOMPARE(std::get<QString>(table.rows[0][0]), QStringLiteral("Zr"));
    QCOMPARE(std::get<double>(table.rows[0][2]), 50.0);
    QVERIFY(std::abs(std::get<double>(table.rows[0][3]) - 61.865) < 0.02);
    QCOMPARE(m_editor->exportName(), QStringLiteral("alloy-Zr50Cu40Al10"));
    const QImage image = toImage(*m_editor, 1.0);
    QVERIFY(image.width() > 200);
    QVERIFY(image.pixelColor(image.width() / 2, 56) != QColor(Qt::white));  // the bar
    QVERIFY(toSvg(*m_editor).contains("<svg"));
  }

 private:
  std::unique_ptr<AlloyEditor> m_editor;

  FormulaEdit* edit() { return m_editor->findChild<FormulaEdit*>(); }

  QList<ElementRow*> rows() {
    QList<ElementRow*> shown;
    for (ElementRow* each : m_editor->findChildren<ElementRow*>()) {
      if (!each->isHidden())
        shown += each;
    }
    return shown;
  }
  ElementRow* row(int index) { return rows().value(index); }

  QToolButton* button(const QString& text) {
    for (QToolButton* each : m_editor->findChildren<QToolButton*>()) {
      if (each->text() == text)
        return each;
    }
    return nullptr;
  }

  bool says(const char* words) {
    for (const QLabel* label : m_editor->findChildren<QLabel*>()) {
      if (label->text().contains(QLatin1String(words)))
        return true;
    }
    return false;
  }

  void type(const char* text) {
    m_editor->focusFormula();
    QTest::keyClicks(edit(), QString::fromLatin1(text));
  }
};

QTEST_MAIN(TestAlloyEditor)
#include "tst_alloy_editor.moc"
