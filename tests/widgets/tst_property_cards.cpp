#include "tests/support/widget_walk.h"
#include "widgets/cards/card_face.h"
#include "widgets/cards/card_face_view.h"
#include "widgets/cards/card_text.h"
#include "widgets/cards/flow_grid.h"
#include "widgets/cards/link_button.h"
#include "widgets/cards/model_strip.h"
#include "widgets/cards/property_card.h"
#include "widgets/cards/property_cards.h"
#include "widgets/export/export.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <memory>
#include <set>

using namespace vitrine;
using namespace vitrine::widgets;

namespace {

PropertyCard tgCard() {
  PropertyCard card;
  card.key = QStringLiteral("Tg");
  card.title = QStringLiteral("T<sub>g</sub>");
  card.caption = QStringLiteral("Glass transition");
  card.value = 688.0;
  card.interval90 = prediction::Interval{652.0, 719.0};
  card.models = {{"extra_trees", "Extra trees", 685.0},
                 {"random_forest", "Random forest", 692.0},
                 {"gradient_boosting", "Gradient boosting", 680.0},
                 {"support_vector", "Support vector", 699.0},
                 {"nearest_neighbours", "Nearest neighbours", std::nullopt},
                 {"decision_tree", "Decision tree", 672.0}};
  card.domain = alloy::Domain::Inside;
  card.neighbours = {{"Zr50Cu40Al10", 0.0, 690.0, "A source"}, {"Zr55Cu35Al10", 5.0, 685.0, "B"}};
  card.contributionBase = 645.0;
  card.contributions = {{"Zr", -12.4}, {"Cu", 21.7}};
  card.contributionMethod = QStringLiteral("Exact TreeSHAP");
  card.method = QStringLiteral("Blend of six models.");
  card.equation = QStringLiteral("Tg where tau = 100 s");
  card.citations = {{"que2025", "N. T. Que et al., Title, Source (2025)"}};
  return card;
}

PropertyCardsModel modelOf(std::vector<PropertyCard> cards) {
  PropertyCardsModel model;
  model.alloy = QStringLiteral("Zr50Cu40Al10");
  model.cards = std::move(cards);
  return model;
}

PropertyCard bare(const char* key) {
  PropertyCard card;
  card.key = QString::fromLatin1(key);
  card.title = card.key;
  card.value = 1.0;
  card.isTemperature = false;
  return card;
}

}  // namespace

class TestPropertyCards : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    m_cards = std::make_unique<PropertyCards>();
    m_cards->resize(600, 500);
    m_cards->setModel(modelOf({tgCard(), bare("m")}));
    m_cards->show();
    m_cards->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_cards.get()));
  }
  void cleanup() { m_cards.reset(); }

  void saysWhatTheModelSays() {
    QCOMPARE(face(0)->accessibleName(), QStringLiteral("Tg, Glass transition"));
    const QString spoken = face(0)->accessibleDescription();
    for (const char* part : {"688\u00a0K", "652–719", "inside"})
      QVERIFY2(spoken.contains(QString::fromUtf8(part)), qPrintable(spoken));
    QCOMPARE(card(0)->nearest()->text(), QStringLiteral("Zr50Cu40Al10"));
    QVERIFY(card(0)->nearest()->accessibleName().contains(QStringLiteral("690")));
  }

  void celsiusIsOneSettingAway() {
    PropertyCardsModel model = modelOf({tgCard()});
    model.unit = TemperatureUnit::Celsius;
    m_cards->setModel(model);
    const QString spoken = face(0)->accessibleDescription();
    QVERIFY2(spoken.contains(QStringLiteral("415\u00a0°C")), qPrintable(spoken));
    QVERIFY2(spoken.contains(QStringLiteral("379–446")), qPrintable(spoken));
    // A difference of temperatures has no zero to move.
    QCOMPARE(cardDelta(tgCard(), 21.7), QStringLiteral("+22\u00a0K"));
    QCOMPARE(cardDelta(tgCard(), -12.4), QStringLiteral("\u221212\u00a0K"));
  }

  void outsideSaysWhyInsteadOfANumber() {
    PropertyCard outside = tgCard();
    outside.value.reset();
    outside.interval90.reset();
    outside.models.clear();
    outside.neighbours.clear();
    outside.domain = alloy::Domain::Outside;
    outside.reason = QStringLiteral("No alloy of the training data contains argon.");
    const QImage before = shotOf(face(0));
    m_cards->setModel(modelOf({outside}));
    const QString spoken = face(0)->accessibleDescription();
    QVERIFY(spoken.contains(QLatin1String("no value")));
    QVERIFY(spoken.contains(QLatin1String("outside")));
    QVERIFY(spoken.contains(outside.reason));
    QVERIFY(!spoken.contains(QLatin1String("688")));
    QVERIFY(!card(0)->nearest()->isVisible());
    QVERIFY(shotOf(face(0)) != before);
  }

  void staleNumbersAreGrey() {
    const int fresh = darkest(shotOf(face(0)), valueArea());
    PropertyCard stale = tgCard();
    stale.stale = true;
    m_cards->setModel(modelOf({stale}));
    QVERIFY(darkest(shotOf(face(0)), valueArea()) > fresh + 40);
    QVERIFY(face(0)->accessibleDescription().contains(QLatin1String("being recomputed")));
  }

  void failuresStandInPlace() {
    PropertyCard failed = tgCard();
    failed.failure = QStringLiteral("The model file is damaged.");
    m_cards->setModel(modelOf({failed}));
    QCOMPARE(face(0)->accessibleDescription(), failed.failure);
  }

  void thePointerReadsTheModels() {
    const auto dot = face(0)->dot(3);
    QVERIFY(dot.has_value());
    QTest::mouseMove(face(0), dot->toPoint());
    QTRY_COMPARE(face(0)->chosenModel(), std::optional<std::size_t>(3));
    QCOMPARE(face(0)->accessibleDescription(), QStringLiteral("Support vector 699\u00a0K"));
    QVERIFY(!face(0)->dot(4).has_value());  // has no value
  }

  void arrowsReadTheModelsToo() {
    face(0)->setFocus();
    QTest::keyClick(face(0), Qt::Key_Right);
    QCOMPARE(face(0)->chosenModel(), std::optional<std::size_t>(0));
    for (int i = 0; i < 4; ++i)
      QTest::keyClick(face(0), Qt::Key_Right);
    // The fifth has no value and is passed over.
    QCOMPARE(face(0)->chosenModel(), std::optional<std::size_t>(5));
    QTest::keyClick(face(0), Qt::Key_Right);
    QCOMPARE(face(0)->chosenModel(), std::optional<std::size_t>(5));
  }

  void theStripOrdersItsDots() {
    const PropertyCard card = tgCard();
    const ModelStrip strip(card, QRectF(0, 0, 300, 40), TemperatureUnit::Kelvin);
    QVERIFY(strip.low() <= 652.0 && strip.high() >= 719.0);
    QVERIFY(strip.dot(5)->x() < strip.dot(2)->x());
    QVERIFY(strip.dot(2)->x() < strip.dot(3)->x());
    QCOMPARE(strip.modelAt(*strip.dot(5)), std::optional<std::size_t>(5));
    QVERIFY(!strip.modelAt(QPointF(1, 1)));
    PropertyCard nothing;
    QVERIFY(ModelStrip(nothing, QRectF(0, 0, 300, 40), TemperatureUnit::Kelvin).isEmpty());
    QCOMPARE(roundStep(67.0), 10.0);
    QCOMPARE(roundStep(0.107), 0.02);
    QCOMPARE(roundStep(320.0), 50.0);
  }

  void cardsOpenByMouseAndKeyboard() {
    QSignalSpy changed(m_cards.get(), &PropertyCards::openCardsChanged);
    QTest::mouseClick(card(0)->toggle(), Qt::LeftButton);
    QCOMPARE(changed.last().at(0).toStringList(), QStringList{"Tg"});
    QVERIFY(says("Exact TreeSHAP"));
    QVERIFY(says("645"));
    QVERIFY(says("Blend of six models."));
    QVERIFY(says("N. T. Que et al."));
    face(0)->setFocus();
    QTest::keyClick(face(0), Qt::Key_Space);
    QCOMPARE(m_cards->openCards(), QStringList{});
    m_cards->setOpenCards({"Tg"});
    QVERIFY(card(0)->isOpen());
    // It stays open for the next alloy.
    m_cards->setModel(modelOf({tgCard(), bare("m")}));
    QVERIFY(card(0)->isOpen());
  }

  void neighboursAreLinks() {
    QSignalSpy activated(m_cards.get(), &PropertyCards::neighbourActivated);
    QTest::mouseClick(card(0)->nearest(), Qt::LeftButton);
    QCOMPARE(activated.last().at(0).toString(), QStringLiteral("Zr50Cu40Al10"));
    m_cards->setOpenCards({"Tg"});
    QTest::qWait(1);
    auto links = card(0)->findChildren<LinkButton*>();
    links.removeIf([](const LinkButton* link) { return !link->isVisible(); });
    QCOMPARE(links.size(), 3);
    links.last()->setFocus();
    QTest::keyClick(links.last(), Qt::Key_Space);
    QCOMPARE(activated.last().at(0).toString(), QStringLiteral("Zr55Cu35Al10"));
  }

  void theCitationIsCopied() {
    QSignalSpy copied(m_cards.get(), &PropertyCards::citationCopied);
    m_cards->setOpenCards({"Tg"});
    QTest::qWait(1);
    QToolButton* copy = nullptr;
    for (QToolButton* each : card(0)->findChildren<QToolButton*>()) {
      if (each->text() == QStringLiteral("Copy citation"))
        copy = each;
    }
    QVERIFY(copy != nullptr);
    QTest::mouseClick(copy, Qt::LeftButton);
    QCOMPARE(copied.size(), 1);
    QCOMPARE(QGuiApplication::clipboard()->text(),
             QStringLiteral("N. T. Que et al., Title, Source (2025)"));
  }

  void theToolTipTellsMethodEquationAndSource() {
    const QString tip = cardToolTip(tgCard());
    for (const char* part : {"Blend of six models.", "tau = 100 s", "N. T. Que et al."})
      QVERIFY2(tip.contains(QLatin1String(part)), qPrintable(tip));
  }

  void columnsFollowTheWidth() {
    m_cards->setModel(modelOf({tgCard(), bare("a"), bare("b"), bare("c")}));
    auto* grid = m_cards->findChild<FlowGrid*>();
    const auto columns = [&] {
      QTest::qWait(1);
      std::set<int> lefts;
      for (int i = 0; i < grid->count(); ++i)
        lefts.insert(grid->itemAt(i)->geometry().left());
      return static_cast<int>(lefts.size());
    };
    m_cards->resize(260, 500);
    QCOMPARE(columns(), 1);
    m_cards->resize(3 * m_cards->fontMetrics().height() * 17 + 40, 500);
    QCOMPARE(columns(), 3);
    for (int i = 0; i < grid->count(); ++i) {
      for (int j = 0; j < i; ++j)
        QVERIFY(!grid->itemAt(i)->geometry().intersects(grid->itemAt(j)->geometry()));
      QVERIFY(grid->itemAt(i)->geometry().right() < m_cards->viewport()->width());
    }
  }

  void briefCardsTakeTwoLines() {
    const int whole = card(1)->sizeHint().height();
    PropertyCard brief = bare("m");
    brief.brief = true;
    brief.equation = QStringLiteral("m = slope");
    m_cards->setModel(modelOf({tgCard(), brief}));
    QTest::qWait(1);
    QVERIFY(3 * card(1)->sizeHint().height() < 2 * whole);
    QVERIFY(face(1)->geometry().bottom() < card(1)->height());
    // The toggle stands over the face, where the face leaves room for it.
    const CardFaceLayout parts(face(1)->geometry(), face(1)->font(), true);
    QVERIFY(!parts.value.intersects(card(1)->toggle()->geometry()));
    QVERIFY(!parts.head.intersects(card(1)->toggle()->geometry()));
    QTest::mouseClick(card(1)->toggle(), Qt::LeftButton);
    QVERIFY(card(1)->isOpen());
    QVERIFY(says("m = slope"));
    // Nothing is lost where there is no number: the details have room for all of the reason.
    brief.value.reset();
    brief.reason = QStringLiteral("No alloy of the training data contains argon.");
    m_cards->setModel(modelOf({tgCard(), brief}));
    QVERIFY(says("contains argon"));
    brief.brief = false;
    m_cards->setModel(modelOf({tgCard(), brief}));
    QVERIFY(card(1)->sizeHint().height() >= whole);
  }

  void everyControlHasANameAndIsReachedByTab() {
    m_cards->setOpenCards({"Tg", "m"});
    QTest::qWait(1);
    const QStringList faults = test::walkFaults(*m_cards);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
  }

  void exportsPictureAndNumbers() {
    const DataTable table = m_cards->data();
    QCOMPARE(table.rows.size(), std::size_t{2});
    QCOMPARE(table.headers.size(), static_cast<qsizetype>(table.rows[0].size()));
    QCOMPARE(std::get<double>(table.rows[0][2]), 688.0);
    QCOMPARE(std::get<QString>(table.rows[0][3]), QStringLiteral("K"));
    const qsizetype vector = table.headers.indexOf(QStringLiteral("support_vector"));
    QCOMPARE(std::get<double>(table.rows[0][static_cast<std::size_t>(vector)]), 699.0);
    const qsizetype nearest = table.headers.indexOf(QStringLiteral("nearest_neighbours"));
    QVERIFY(
        std::holds_alternative<std::monostate>(table.rows[0][static_cast<std::size_t>(nearest)]));
    QVERIFY(toCsv(table).contains("Zr50Cu40Al10,Tg,688,K,652,719"));
    const QImage image = toImage(*m_cards, 1.0);
    QVERIFY(image.width() > 400);
    QVERIFY(toSvg(*m_cards).size() > 2000);
    QVERIFY(toPdf(*m_cards).startsWith("%PDF"));
  }

 private:
  std::unique_ptr<PropertyCards> m_cards;

  PropertyCardView* card(int index) {
    return m_cards->findChildren<PropertyCardView*>().value(index);
  }
  CardFaceView* face(int index) { return card(index)->face(); }

  /// One pixel for each unit of the widget, whatever the scale of the screen.
  static QImage shotOf(QWidget* view) { return view->grab().toImage().scaled(view->size()); }

  /// Where the big number stands.
  QRect valueArea() {
    const int em = face(0)->fontMetrics().height();
    return {em / 2, 2 * em, 3 * em, em + em / 2};
  }
  static int darkest(const QImage& image, const QRect& area) {
    int least = 255;
    for (int y = area.top(); y <= area.bottom(); ++y) {
      for (int x = area.left(); x <= area.right(); ++x)
        least = std::min(least, qGray(image.pixel(x, y)));
    }
    return least;
  }

  bool says(const char* words) {
    for (const QLabel* label : m_cards->findChildren<QLabel*>()) {
      if (label->isVisible() && label->text().contains(QLatin1String(words)))
        return true;
    }
    return false;
  }
};

QTEST_MAIN(TestPropertyCards)
#include "tst_property_cards.moc"
