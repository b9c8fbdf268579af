#include "app/training/train_page.h"
#include "engine/dataset/table_io.h"
#include "tests/app/data_fixture.h"
#include "widgets/theme/theme.h"
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>
#include "widgets/training/sheet.h"
using namespace vitrine;
class Shots : public QObject {
  Q_OBJECT
 private slots:
  void shoot() {
    test::DataFixture f;
    QVERIFY(f.workbench.settle());
    auto* w = f.window;
    w->resize(1180, 800);
    auto* page = w->findChild<app::TrainPage*>();
    w->showPage(page);
    QTest::qWait(200);
    w->grab().save("/tmp/vt/shot_empty_light.png");
    f.desk().add(dataset::readTable("/work/shared/data/thermal/thermal.csv"));
    auto press = [&](const QString& t) { for (auto* b : page->findChildren<QAbstractButton*>()) if (b->text().remove(u'&') == t && b->isVisible() && b->isEnabled()) { b->click(); return true; } return false; };
    for (auto* s : page->findChildren<QSpinBox*>()) if (s->accessibleName() == "Number of splits") s->setValue(2);
    for (auto* c : page->findChildren<QCheckBox*>()) if (c->text() == "One element left out" && qEnvironmentVariableIsSet("LOO")) c->setChecked(true);
    press("Train");
    QTest::qWait(4000);
    w->grab().save("/tmp/vt/shot_busy_light.png");
    QTRY_VERIFY_WITH_TIMEOUT(page->run().study().result != nullptr, 500000);
    f.desk().setSelection({page->run().study().result->reports[0].heldOut[20].tableRow});
    press("Compute the learning curves");
    QTabWidget* tabs = nullptr;
    for (auto* t : page->findChildren<QTabWidget*>()) tabs = t;
    tabs->setCurrentIndex(4);
    press("Compute the learning curves");
    QTest::qWait(500);
    QTRY_VERIFY_WITH_TIMEOUT(page->run().learning().result != nullptr, 500000);
    for (auto* l : page->findChildren<QLineEdit*>()) if (l->accessibleName() == "Name of the model") l->setText("thermal all six");
    tabs->setCurrentIndex(6);
    press("Keep");
    QTRY_COMPARE(f.workbench.session.models.own().size(), std::size_t{1});
    f.workbench.session.models.use(prediction::Property::Tg, "thermal all six");
    QVERIFY(f.workbench.settle());
    f.workbench.window->grab().save("/tmp/vt/shot_cards_light.png");
    for (bool dark : {false, true}) {
      widgets::applyTheme(*qApp, dark ? widgets::ThemeChoice::Dark : widgets::ThemeChoice::Light);
      for (int i = 0; i < tabs->count(); ++i) {
        tabs->setCurrentIndex(i);
        QTest::qWait(150);
        w->grab().save(QStringLiteral("/tmp/vt/shot_%1_%2.png").arg(i).arg(dark ? "dark" : "light"));
      }
    }
    f.workbench.window->grab().save("/tmp/vt/shot_cards_dark.png");
    widgets::applyTheme(*qApp, widgets::ThemeChoice::Light);
    for (auto* s : page->findChildren<QSpinBox*>()) if (s->accessibleName() == "Number of splits") s->setValue(3);
    for (int i : {0, 1, 2}) { tabs->setCurrentIndex(i); QTest::qWait(150); w->grab().save(QStringLiteral("/tmp/vt/shot_stale_%1.png").arg(i)); }
  }
};
QTEST_MAIN(Shots)
#include "tst_zz_shots.moc"
