// Quenching in the real window, by the real program and LAMMPS.

#include "app/glass/quench_page.h"
#include "tests/app/glass_fixture.h"
#include "widgets/glass/curves_plot.h"
#include "widgets/structure/structure_view.h"

#include <QComboBox>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardPaths>

#include <memory>

using namespace vitrine;

class TestGlassQuench : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    m_fixture = std::make_unique<test::GlassFixture>(VITRINE_PROGRAM);
    QVERIFY(m_fixture->window != nullptr);
    QVERIFY(m_fixture->showPage(QStringLiteral("Quench")));
    QVERIFY(m_fixture->workbench.settle());
    type(QStringLiteral("Folder for the runs"), m_fixture->workbench.folder.path());
  }
  void cleanup() { m_fixture.reset(); }

  void choicesBecomeArguments();
  void potentialsFollowTheAlloy();
  void withoutLammpsItSaysSo();
  void quenches();
  void whatWasStoppedIsKeptAndLabelled();

 private:
  app::QuenchPage& page() { return *m_fixture->window->quench(); }
  void type(const QString& name, const QString& text) {
    auto* field = m_fixture->control<QLineEdit>(name);
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, text);
    QTest::keyClick(field, Qt::Key_Return);
  }
  void choose(const QString& formula, const QString& rate, int atoms) {
    type(QStringLiteral("Alloy to quench"), formula);
    auto* rates = m_fixture->control<QComboBox>(QStringLiteral("Cooling rate"));
    rates->setCurrentIndex(rates->findData(rate));
    auto* count = m_fixture->control<QSpinBox>(QStringLiteral("Atoms"));
    count->setFocus();
    count->selectAll();
    QTest::keyClicks(count, QString::number(atoms));
    QTest::keyClick(count, Qt::Key_Return);
  }
  static bool hasLammps() {
    return !QStandardPaths::findExecutable(QStringLiteral("lmp")).isEmpty();
  }
  std::unique_ptr<test::GlassFixture> m_fixture;
};

void TestGlassQuench::choicesBecomeArguments() {
  const app::QuenchOrder order{
      QStringLiteral("Zr44Cu56"), QStringLiteral("zhou2004"), QStringLiteral("1e13"), 2000, 7,
      QStringLiteral("lmp"),      QStringLiteral("/runs/a")};
  QCOMPARE(app::nameOf(order), QStringLiteral("Zr44Cu56-1e13-2000-7"));
  QCOMPARE(
      app::argumentsFor(order),
      (QStringList{"quench", "Zr44Cu56", "--potential", "zhou2004", "--rate", "1e13", "--atoms",
                   "2000", "--seed", "7", "--lmp", "lmp", "--out", "/runs/a", "--json-progress"}));
}

void TestGlassQuench::potentialsFollowTheAlloy() {
  // The alloy of the editor is there.
  const auto* formula = m_fixture->control<QLineEdit>(QStringLiteral("Alloy to quench"));
  QCOMPARE(formula->text(),
           QString::fromStdString(m_fixture->workbench.session.document.alloy().formula(2)));
  const auto* potentials = m_fixture->control<QComboBox>(QStringLiteral("Interatomic potential"));
  QTRY_VERIFY(potentials->count() > 0);
  // The analytic one describes 16 metals, phosphorus is none of them.
  type(QStringLiteral("Alloy to quench"), QStringLiteral("Pd40Ni40P20"));
  QCOMPARE(potentials->count(), 0);
  auto* start = m_fixture->window->findChild<QPushButton*>();
  for (auto* button : m_fixture->window->findChildren<QPushButton*>())
    if (button->text().remove(u'&') == QLatin1String("Quench"))
      start = button;
  QVERIFY(!start->isEnabled());
  type(QStringLiteral("Alloy to quench"), QStringLiteral("Ni50Al50"));
  QVERIFY(potentials->findData(QStringLiteral("zhou2004")) >= 0);
  QVERIFY(start->isEnabled());
}

void TestGlassQuench::withoutLammpsItSaysSo() {
  type(QStringLiteral("Program LAMMPS"), QStringLiteral("/nowhere/lmp"));
  choose(QStringLiteral("Zr50Cu50"), QStringLiteral("1e15"), 100);
  QVERIFY(m_fixture->press(QStringLiteral("Quench")));
  auto* said = m_fixture->control<QLabel>(QStringLiteral("What went wrong with the quench"));
  QTRY_VERIFY_WITH_TIMEOUT(said->isVisible(), 60'000);
  QVERIFY2(said->text().contains(QLatin1String("lmp")), qPrintable(said->text()));
  QVERIFY(!page().run().isPartial());
}

void TestGlassQuench::quenches() {
  if (!hasLammps())
    QSKIP("LAMMPS (Debian package lammps) is not here.");
  choose(QStringLiteral("Ni80Al20"), QStringLiteral("1e15"), 108);
  QVERIFY(m_fixture->press(QStringLiteral("Quench")));
  QVERIFY(page().run().isRunning());
  // Frames and curves come while it runs.
  QTRY_VERIFY_WITH_TIMEOUT(page().view()->model().structure != nullptr, 120'000);
  QCOMPARE(page().view()->model().structure->size(), std::size_t{108});
  QTRY_VERIFY_WITH_TIMEOUT(!page().curves()->model().panels[0].curves.empty(), 120'000);
  QTRY_VERIFY_WITH_TIMEOUT(!page().run().isRunning(), 300'000);
  QVERIFY2(page().run().failure().isEmpty(), qPrintable(page().run().failure()));
  QVERIFY(page().run().result().has_value());
  // Volumes of a metal, energies that bind, cooled from the melt.
  const auto& points = page().run().points();
  QVERIFY(points.size() > 100);
  for (const auto& point : points) {
    QVERIFY(point.volumeA3 > 8.0 && point.volumeA3 < 25.0);
    QVERIFY(point.energyEV < -2.0);
  }
  QVERIFY(points.back().temperatureK < 600.0);
  QVERIFY(!page().curves()->model().panels[2].curves.empty());
  if (const QString folder = qEnvironmentVariable("VITRINE_PICTURES"); !folder.isEmpty()) {
    QTest::qWait(500);
    m_fixture->window->grab().save(folder + QStringLiteral("/quenched.png"));
  }
  // The glass is opened, and another quench of the same name is not offered.
  app::GlassDesk& desk = m_fixture->window->desk();
  QTRY_COMPARE_WITH_TIMEOUT(desk.glasses().size(), std::size_t{1}, 60'000);
  const auto& glass = desk.glass(desk.current());
  QVERIFY(glass.caveat.isEmpty());
  QCOMPARE(glass.structure->size(), std::size_t{108});
  QCOMPARE(std::count(glass.structure->species.begin(), glass.structure->species.end(), 13),
           std::ptrdiff_t{22});
  QVERIFY(QFileInfo::exists(page().run().order().folder + QStringLiteral("/run.json")));
  QVERIFY(!m_fixture->press(QStringLiteral("Quench")));
}

void TestGlassQuench::whatWasStoppedIsKeptAndLabelled() {
  if (!hasLammps())
    QSKIP("LAMMPS (Debian package lammps) is not here.");
  choose(QStringLiteral("Ni80Al20"), QStringLiteral("1e12"), 108);
  QVERIFY(m_fixture->press(QStringLiteral("Quench")));
  QTRY_VERIFY_WITH_TIMEOUT(!page().run().frame().isEmpty(), 120'000);
  auto* cancel = m_fixture->control<QAbstractButton>(QStringLiteral("Cancel the quench"));
  QTRY_VERIFY(cancel->isVisible());
  QTest::mouseClick(cancel, Qt::LeftButton);
  QVERIFY(!page().run().isRunning());
  QVERIFY(page().run().isPartial());
  QVERIFY(QFileInfo::exists(page().run().frame()));
  QVERIFY(m_fixture->press(QStringLiteral("Open what there is")));
  app::GlassDesk& desk = m_fixture->window->desk();
  QTRY_COMPARE_WITH_TIMEOUT(desk.glasses().size(), std::size_t{1}, 60'000);
  const auto& glass = desk.glass(desk.current());
  QVERIFY2(glass.caveat.startsWith(QStringLiteral("stopped at ")), qPrintable(glass.caveat));
  QCOMPARE(glass.structure->size(), std::size_t{108});
  // It goes on later than where it began.
  const std::size_t before = page().run().points().size();
  QVERIFY(m_fixture->press(QStringLiteral("Go on")));
  QTRY_VERIFY_WITH_TIMEOUT(page().run().points().size() > before || !page().run().isRunning(),
                           120'000);
  QVERIFY2(page().run().failure().isEmpty(), qPrintable(page().run().failure()));
  page().run().cancel();
}

QTEST_MAIN(TestGlassQuench)
#include "tst_glass_quench.moc"
