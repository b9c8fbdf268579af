// The real window, driven by real key and mouse events.

#include "app/document/document.h"
#include "app/main_window.h"
#include "app/pages/map_controls.h"
#include "engine/alloy/formula.h"
#include "tests/app/workbench_fixture.h"
#include "tests/support/cancel_time.h"
#include "widgets/alloy/alloy_editor.h"
#include "widgets/alloy/share_slider.h"
#include "widgets/cards/property_cards.h"
#include "widgets/export/export.h"
#include "widgets/export/export_actions.h"
#include "widgets/export/exportable.h"
#include "widgets/jobs/job_strip.h"
#include "widgets/parity/parity_plot.h"
#include "widgets/relaxation/free_energy_plot.h"
#include "widgets/relaxation/relaxation_plot.h"
#include "widgets/ternary/ternary_map.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDockWidget>
#include <QFileInfo>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTest>
#include <QThread>
#include <QToolBar>
#include <QToolButton>

#include <atomic>
#include <memory>

using namespace vitrine;
using test::WorkbenchFixture;

class TestMainWindow : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase();
  void showsBeforeModelsAreRead();
  void everythingIsFilled();
  void everyCardIsSeen();
  void typesAFormula();
  void dragsASlider();
  void clicksTheMap();
  void dragsOnTheMap();
  void choosesAQuantity();
  void badRemainderIsSaidInPlace();
  void switchesUnits();
  void undoIsNamed();
  void outsideTheDomain();
  void missingModelsAreSaidInPlace();
  void exportsEveryView();
  void remembersItsState();
  void closesWhileBusy();
  void cancelsTheMap();
  void tellsWhatWasCopied();
  void greysOnlyWhatIsLate();
  void picksAnElementWhileTyping();

 private:
  std::unique_ptr<WorkbenchFixture> m_workbench;
};

void TestMainWindow::initTestCase() {
  QVERIFY2(test::hasModels(), "The models that ship with the program are not in resources/models.");
  m_workbench = std::make_unique<WorkbenchFixture>();
  QVERIFY(m_workbench->settle());
}

void TestMainWindow::showsBeforeModelsAreRead() {
  WorkbenchFixture fresh;
  QVERIFY(QTest::qWaitForWindowExposed(fresh.window.get()));
  QVERIFY(!fresh.session.models.model(prediction::Property::Tg));
  QVERIFY(fresh.window->views().map()->model().message.contains(QLatin1String("load")));
}

void TestMainWindow::everythingIsFilled() {
  app::Views& views = m_workbench->window->views();
  const auto& cards = views.cards()->model().cards;
  QCOMPARE(cards.size(), std::size_t{5});
  for (const widgets::PropertyCard& card : cards) {
    QVERIFY2(card.value.has_value(), qPrintable(card.key + card.failure + card.reason));
    QVERIFY(!card.stale);
    QVERIFY(!card.citations.empty());
  }
  QVERIFY(views.relaxation()->model().curve.size() > 100);
  QVERIFY(!views.relaxation()->model().band.empty());
  QVERIFY(!views.relaxation()->model().stale);
  QVERIFY(views.freeEnergy()->model().barrier.has_value());
  QCOMPARE(views.map()->model().divisions, 100);
  QCOMPARE(views.map()->model().values.size(), std::size_t{5151});
  QVERIFY(!views.map()->model().markers.empty());
  QVERIFY(views.parity()->model().series.size() == 7);
  QVERIFY(views.parity()->model().formulas.size() > 1000);
  QCOMPARE(*cards[0].value, *views.relaxation()->model().tgK);
}

void TestMainWindow::everyCardIsSeen() {
  const QSize before = m_workbench->window->size();
  for (const QSize size : {QSize(1280, 800), QSize(1920, 1080)}) {
    m_workbench->window->resize(size);
    m_workbench->window->resetLayout();
    QTest::qWait(50);
    QCOMPARE(m_workbench->window->views().cards()->verticalScrollBar()->maximum(), 0);
  }
  m_workbench->window->resize(before);
  m_workbench->window->resetLayout();
}

void TestMainWindow::typesAFormula() {
  auto* field = m_workbench->control<QLineEdit>(QStringLiteral("Alloy formula"));
  QVERIFY(field != nullptr);
  const int steps = m_workbench->session.document.undoStack()->index();
  field->setFocus();
  field->selectAll();
  QTest::keyClicks(field, QStringLiteral("Pd40Ni40P20"));
  QTest::keyClick(field, Qt::Key_Return);
  QVERIFY(alloy::distancePercent(m_workbench->session.document.alloy(),
                                 alloy::compositionOf("Pd40Ni40P20")) < 1e-9);
  QCOMPARE(m_workbench->session.document.undoStack()->index(), steps + 1);
  QVERIFY(m_workbench->settle());
  QVERIFY(m_workbench->window->views().relaxation()->model().alloy.contains(QLatin1String("Pd40")));
  m_workbench->session.document.undoStack()->undo();
}

void TestMainWindow::dragsASlider() {
  app::Document& document = m_workbench->session.document;
  QVERIFY(m_workbench->settle());
  const double before = *m_workbench->window->views().cards()->model().cards[0].value;
  auto* slider = m_workbench->window->views().alloyEditor()->findChild<widgets::ShareSlider*>();
  QVERIFY(slider != nullptr);
  const int steps = document.undoStack()->index();
  const int y = slider->height() / 2;
  QTest::mousePress(slider, Qt::LeftButton, {}, {slider->width() / 2, y});
  for (int x = slider->width() / 2; x < slider->width() * 7 / 10; x += 3)
    QTest::mouseMove(slider, {x, y});
  QTest::mouseRelease(slider, Qt::LeftButton, {}, {slider->width() * 7 / 10, y});
  QCOMPARE(document.undoStack()->index(), steps + 1);
  QVERIFY(m_workbench->settle());
  const auto& card = m_workbench->window->views().cards()->model().cards[0];
  QVERIFY(!card.stale);
  QVERIFY(*card.value != before);
  document.undoStack()->undo();
  QVERIFY(m_workbench->settle());
  QCOMPARE(*m_workbench->window->views().cards()->model().cards[0].value, before);
}

void TestMainWindow::clicksTheMap() {
  app::Document& document = m_workbench->session.document;
  widgets::TernaryMap* map = m_workbench->window->views().map();
  const QPoint place = map->toPixels({0.55, 0.30, 0.15}).toPoint();
  QTest::mouseClick(map, Qt::LeftButton, {}, place);
  const auto weights = map->fromPixels(place);
  const alloy::TernarySection section(app::sectionPlane(document.state()).corners);
  QVERIFY(alloy::distancePercent(document.alloy(), section.at(weights)) < 0.2);
  document.undoStack()->undo();
}

void TestMainWindow::dragsOnTheMap() {
  app::Document& document = m_workbench->session.document;
  widgets::TernaryMap* map = m_workbench->window->views().map();
  const int steps = document.undoStack()->index();
  QTest::mousePress(map, Qt::LeftButton, {}, map->toPixels({0.5, 0.3, 0.2}).toPoint());
  for (double t = 0.0; t < 0.2; t += 0.02)
    QTest::mouseMove(map, map->toPixels({0.5 - t, 0.3 + t, 0.2}).toPoint());
  QTest::mouseRelease(map, Qt::LeftButton, {}, map->toPixels({0.3, 0.5, 0.2}).toPoint());
  QCOMPARE(document.undoStack()->index(), steps + 1);
  document.undoStack()->undo();
}

void TestMainWindow::choosesAQuantity() {
  auto* quantity = m_workbench->control<QComboBox>(QStringLiteral("Quantity of the map"));
  QVERIFY(quantity != nullptr);
  quantity->setFocus();
  for (int i = 0; i < quantity->count(); ++i) {
    QTest::keyClick(quantity, Qt::Key_Down);
    QVERIFY(m_workbench->settle());
    const widgets::TernaryMapModel& model = m_workbench->window->views().map()->model();
    const auto shown = m_workbench->session.document.state().section.quantity;
    if (app::neededModels(shown).generator) {
      // Nobody has measured the patterns of Zr-Cu-Al.
      QVERIFY2(model.message.contains(QLatin1String("Co-Ti-Zr")), qPrintable(model.message));
      continue;
    }
    QVERIFY2(model.message.isEmpty(), qPrintable(model.message));
    QCOMPARE(model.values.size(), std::size_t{5151});
    QVERIFY(widgets::valueRange(model.values).has_value());
  }
  while (m_workbench->session.document.undoStack()->canUndo())
    m_workbench->session.document.undoStack()->undo();
}

void TestMainWindow::badRemainderIsSaidInPlace() {
  auto* follows = m_workbench->control<QCheckBox>(QStringLiteral("The section follows the alloy"));
  auto* fixed = m_workbench->control<QLineEdit>(QStringLiteral("Fixed remainder in at.%"));
  QVERIFY(follows != nullptr && fixed != nullptr);
  QTest::mouseClick(follows, Qt::LeftButton, {}, QPoint(8, follows->height() / 2));
  QVERIFY(fixed->isEnabled());
  fixed->setFocus();
  QTest::keyClicks(fixed, QStringLiteral("Zr200"));
  QTest::keyClick(fixed, Qt::Key_Return);
  const auto labels = fixed->parentWidget()->findChildren<QLabel*>();
  QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
    return label->isVisible() && !label->text().isEmpty();
  }));
  fixed->selectAll();
  QTest::keyClicks(fixed, QStringLiteral("Ni5"));
  QTest::keyClick(fixed, Qt::Key_Return);
  QCOMPARE(m_workbench->session.document.state().section.fixedPercent.size(), std::size_t{1});
  QVERIFY(m_workbench->settle());
  QCOMPARE(m_workbench->window->views().map()->model().variablePercent, 95.0);
  while (m_workbench->session.document.undoStack()->canUndo())
    m_workbench->session.document.undoStack()->undo();
}

void TestMainWindow::switchesUnits() {
  const double kelvin =
      widgets::valueRange(m_workbench->window->views().map()->model().values)->low;
  for (QAction* action : m_workbench->window->findChildren<QAction*>()) {
    if (action->iconText() == widgets::unitSymbol(widgets::TemperatureUnit::Celsius))
      action->trigger();
  }
  QVERIFY(m_workbench->settle());
  app::Views& views = m_workbench->window->views();
  QCOMPARE(views.cards()->model().unit, widgets::TemperatureUnit::Celsius);
  QCOMPARE(views.relaxation()->model().unit, widgets::TemperatureUnit::Celsius);
  const double celsius = widgets::valueRange(views.map()->model().values)->low;
  QVERIFY(std::abs(kelvin - 273.15 - celsius) < 1e-9);
  app::ViewChoices view = m_workbench->session.document.view();
  view.temperatureUnit = widgets::TemperatureUnit::Kelvin;
  m_workbench->session.document.setView(view);
}

void TestMainWindow::undoIsNamed() {
  app::Document& document = m_workbench->session.document;
  document.setShare(40, 61.0);
  QAction* undo = nullptr;
  for (QAction* action : m_workbench->window->findChildren<QAction*>()) {
    if (action->shortcut() == QKeySequence(QKeySequence::Undo))
      undo = action;
  }
  QVERIFY(undo != nullptr);
  QVERIFY2(undo->text().contains(QStringLiteral("Set Zr to 61\u00a0at.%")),
           qPrintable(undo->text()));
  undo->trigger();
  QCOMPARE(document.alloy().percent(40), 50.0);

  // From the formula field, too, which has an undo of its own for what is typed there.
  document.setShare(40, 61.0);
  auto* field = m_workbench->control<QLineEdit>(QStringLiteral("Alloy formula"));
  m_workbench->window->activateWindow();
  field->setFocus();
  QVERIFY(QTest::qWaitForWindowActive(m_workbench->window.get()));
  QVERIFY(field->hasFocus());
  QVERIFY(!field->isUndoAvailable());
  QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier);
  QCOMPARE(document.alloy().percent(40), 50.0);
}

void TestMainWindow::outsideTheDomain() {
  app::Document& document = m_workbench->session.document;
  document.setAlloy(alloy::compositionOf("Pu50U50"));
  QVERIFY(m_workbench->settle());
  app::Views& views = m_workbench->window->views();
  const auto& tg = views.cards()->model().cards[0];
  QVERIFY(!tg.value);
  QCOMPARE(tg.domain, alloy::Domain::Outside);
  QVERIFY(!tg.reason.isEmpty());
  QVERIFY(!views.relaxation()->model().message.isEmpty());
  document.undoStack()->undo();
  QVERIFY(m_workbench->settle());
}

void TestMainWindow::missingModelsAreSaidInPlace() {
  const QTemporaryDir empty;
  const QTemporaryDir folder;
  app::Session session({empty.path().toStdString(), {}, {}});
  app::Settings settings(folder.filePath(QStringLiteral("s.ini")));
  app::MainWindow window(session, settings);
  window.show();
  QTRY_VERIFY(!session.models.failure(prediction::Property::Tg).isEmpty());
  QTRY_VERIFY(session.runner.isIdle());
  QVERIFY(!window.views().cards()->model().cards[0].failure.isEmpty());
  QVERIFY(!window.views().relaxation()->model().message.isEmpty());
  QVERIFY(!window.views().map()->model().message.isEmpty());
  QVERIFY(!window.views().parity()->model().message.isEmpty());
  // What else is missing is told across the window.
  const auto* notices = window.findChild<QToolBar*>(QStringLiteral("notices"));
  QVERIFY(notices != nullptr);
  QTRY_VERIFY(notices->isVisible());
  QTRY_VERIFY(notices->width() > window.width() * 9 / 10);
}

void TestMainWindow::exportsEveryView() {
  // An alloy whose diffraction pattern is known too.
  m_workbench->session.document.setAlloy(alloy::compositionOf("Co20Ti40Zr40"));
  QVERIFY(m_workbench->settle());
  const QTemporaryDir folder;
  for (const app::View& view : m_workbench->window->views().all()) {
    for (const QString& suffix : widgets::exportSuffixes()) {
      const QString path = folder.filePath(view.key + u'.' + suffix);
      widgets::exportTo(*view.exportable, path);
      QVERIFY2(QFileInfo(path).size() > 60, qPrintable(path));
    }
    QVERIFY(!view.exportable->data().rows.empty());
    const QImage image(folder.filePath(view.key + QStringLiteral(".png")));
    QVERIFY(!image.isNull());
    QVERIFY(image.pixelColor(2, 2).lightness() > 200);
  }
}

void TestMainWindow::remembersItsState() {
  WorkbenchFixture first;
  first.session.document.setAlloy(alloy::compositionOf("Pd40Ni40P20"));
  first.window->dock(QStringLiteral("parity"))->hide();
  first.window->close();
  app::Settings settings(first.folder.filePath(QStringLiteral("settings.ini")));
  QCOMPARE(QString::fromStdString(app::alloyOf(settings.state().rows).formula()),
           QStringLiteral("Ni40Pd40P20"));
  app::Session session(test::workbenchPlaces(first.folder));
  app::MainWindow window(session, settings);
  window.show();
  QVERIFY(!window.dock(QStringLiteral("parity"))->isVisible());
  QVERIFY(window.dock(QStringLiteral("map"))->isVisible());
}

void TestMainWindow::closesWhileBusy() {
  WorkbenchFixture fresh;
  for (int i = 0; i < 30; ++i) {
    fresh.session.document.setShare(40, 30.0 + i);
    QCoreApplication::processEvents();
  }
  fresh.window->close();
  QVERIFY(fresh.session.runner.isIdle());
}

void TestMainWindow::cancelsTheMap() {
  QVERIFY(m_workbench->settle());
  app::Document& document = m_workbench->session.document;
  app::JobRunner& runner = m_workbench->session.runner;
  widgets::TernaryMap* map = m_workbench->window->views().map();
  auto* strip = m_workbench->window->findChild<widgets::JobStrip*>();
  QVERIFY(strip != nullptr);
  strip->setDelay(0);
  const QRect place = map->geometry();
  document.setCorner(2, 28);
  const auto refining = [&] { return strip->isVisible() && !strip->model().rows.empty(); };
  QTRY_VERIFY(refining());
  const widgets::JobRow row = strip->model().rows[0];
  QVERIFY(row.cancellable);
  auto* cancel = m_workbench->control<QToolButton>(QStringLiteral("Cancel ") + row.title);
  QVERIFY(cancel != nullptr && cancel->isVisible());
  QCOMPARE(map->geometry(), place);  // the strip takes no room from the views
  QElapsedTimer clock;
  clock.start();
  QTest::mouseClick(cancel, Qt::LeftButton);
  QVERIFY(QTest::qWaitFor([&] { return runner.isIdle(); }, 5000));
  QVERIFY2(clock.elapsed() <= test::kCancelMs, qPrintable(QString::number(clock.elapsed())));
  QVERIFY(strip->isHidden());
  // The coarse map stays, and nobody is told what they asked for themselves.
  QVERIFY(map->model().divisions < 100);
  QVERIFY(map->model().message.isEmpty());
  QVERIFY(!map->model().values.empty());
  QVERIFY(!map->model().stale);
  // Asked for again, it is refined after all.
  document.setQuantity(app::MapQuantity::Fragility);
  QVERIFY(m_workbench->settle());
  QCOMPARE(map->model().divisions, 100);
  strip->setDelay(300);
  while (document.undoStack()->canUndo())
    document.undoStack()->undo();
}

void TestMainWindow::tellsWhatWasCopied() {
  const auto said = [this](const char* words) {
    return m_workbench->window->statusBar()->currentMessage().contains(QLatin1String(words));
  };
  auto* cards = m_workbench->window->views().cards();
  cards->setOpenCards({QStringLiteral("Tg")});
  auto* copy =
      m_workbench->control<QToolButton>(QStringLiteral("Copy the citation of Glass transition"));
  QVERIFY(copy != nullptr);
  copy->click();
  QVERIFY(said("Citation copied"));
  cards->setOpenCards({});
  const app::View& view = m_workbench->window->views().view(QStringLiteral("map"));
  view.exportActions->copy();
  QVERIFY(said("Composition triangle"));
  const QTemporaryDir folder;
  view.exportActions->writeTo(folder.filePath(QStringLiteral("map.csv")));
  QVERIFY(said("map.csv"));
}

void TestMainWindow::greysOnlyWhatIsLate() {
  QVERIFY(m_workbench->settle());
  app::Document& document = m_workbench->session.document;
  app::Views& views = m_workbench->window->views();
  const auto grey = [&] {
    return views.cards()->model().cards[0].stale || views.relaxation()->model().stale;
  };
  const QString before = views.cards()->model().alloy;
  const double tgK = *views.cards()->model().cards[0].value;
  // Every worker is busy, so no result can come.
  std::atomic<bool> open{false};
  for (int i = 0; i < ThreadPool::shared().workers(); ++i)
    m_workbench->session.runner.start<int>(
        {QStringLiteral("blocks %1").arg(i)},
        [&open](const RunContext& context) {
          while (!open) {
            context.tick();
            QThread::msleep(1);
          }
          return 0;
        },
        [](int) {}, {});
  document.setShare(40, 47.3);
  QVERIFY(!grey());
  QCOMPARE(views.cards()->model().alloy, before);  // all of it is still that of the alloy before
  QTRY_VERIFY(grey());
  QCOMPARE(*views.cards()->model().cards[0].value, tgK);
  open = true;
  QVERIFY(m_workbench->settle());
  QVERIFY(!grey());
  QVERIFY(views.cards()->model().alloy != before);
  document.undoStack()->undo();
  QVERIFY(m_workbench->settle());
}

void TestMainWindow::picksAnElementWhileTyping() {
  auto* field = m_workbench->control<QLineEdit>(QStringLiteral("Alloy formula"));
  m_workbench->window->activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(m_workbench->window.get()));
  field->setFocus();
  QTest::keyClick(field, Qt::Key_E, Qt::ControlModifier);
  QTRY_VERIFY(QApplication::activePopupWidget() != nullptr);
  QApplication::activePopupWidget()->close();
}

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
