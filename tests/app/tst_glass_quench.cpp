// Quenching in the real window, by the real program and LAMMPS.

#include "app/glass/potential_choice.h"
#include "app/glass/quench_page.h"
#include "app/glass/run_orders.h"
#include "app/glass/treat_page.h"
#include "engine/alloy/formula.h"
#include "engine/simulation/potential_library.h"
#include "tests/app/glass_fixture.h"
#include "widgets/glass/curves_plot.h"
#include "widgets/structure/structure_view.h"
#include "widgets/theme/theme.h"

#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFileInfo>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
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
  void costsWhatItsScheduleTakes();
  void withoutLammpsItSaysSo();
  void quenches();
  void whatWasStoppedIsKeptAndLabelled();
  void treatmentsBecomeArguments();
  void withoutAGlassNothingIsTreated();
  void treatsTheCurrentGlass();
  void aStoppedTreatmentIsLabelled();

 private:
  app::TreatPage& treat() { return *m_fixture->window->treat(); }
  /// Chooses by name of the page that is seen.
  template <class T>
  T* seen(const QString& name) {
    for (T* widget : m_fixture->window->pages()->currentWidget()->findChildren<T*>())
      if (widget->accessibleName() == name)
        return widget;
    return nullptr;
  }
  /// A made-up glass on the desk, and its page of treatments.
  bool showTreatments() {
    return m_fixture->read(m_fixture->file(QStringLiteral("made.data"), 5)) &&
           m_fixture->showPage(QStringLiteral("Treat")) && QTest::qWaitFor([this] {
             return seen<QComboBox>(QStringLiteral("Interatomic potential"))->count() > 0;
           });
  }
  app::QuenchPage& page() { return *m_fixture->window->quench(); }
  void type(const QString& name, const QString& text) {
    auto* field = seen<QLineEdit>(name);
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, text);
    QTest::keyClick(field, Qt::Key_Return);
  }
  void choose(const QString& formula, const QString& rate, int atoms) {
    type(QStringLiteral("Alloy to quench"), formula);
    auto* rates = seen<QComboBox>(QStringLiteral("Cooling rate"));
    rates->setCurrentIndex(rates->findData(rate));
    auto* count = seen<QSpinBox>(QStringLiteral("Atoms"));
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
  const auto run = app::runOf(order);
  QCOMPARE(run.name, QStringLiteral("a"));
  QCOMPARE(run.folder, QStringLiteral("/runs/a"));
  QCOMPARE(run.arguments, (QStringList{"quench", "Zr44Cu56", "--rate", "1e13", "--atoms", "2000",
                                       "--potential", "zhou2004", "--seed", "7", "--lmp", "lmp",
                                       "--out", "/runs/a", "--json-progress"}));
}

void TestGlassQuench::potentialsFollowTheAlloy() {
  // The alloy of the editor is there.
  const auto* formula = seen<QLineEdit>(QStringLiteral("Alloy to quench"));
  QCOMPARE(formula->text(),
           QString::fromStdString(m_fixture->workbench.session.document.alloy().formula(2)));
  const auto* potentials = seen<QComboBox>(QStringLiteral("Interatomic potential"));
  QTRY_VERIFY(potentials->count() > 0);
  // Each alloy has its best until somebody chooses.
  type(QStringLiteral("Alloy to quench"), QStringLiteral("Zr50Cu50"));
  QCOMPARE(potentials->currentData().toString().toStdString(),
           simulation::bestPotential(alloy::compositionOf("Zr50Cu50")).name);
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
  // A table that does not describe the alloy is not taken, and it is said why.
  const QString table = QStringLiteral("/usr/share/lammps/potentials/AlCu.eam.alloy");
  if (!QFileInfo::exists(table))
    QSKIP("The potentials of LAMMPS (Debian package lammps-data) are not here.");
  const QString before = potentials->currentData().toString();
  auto* choice = page().findChild<app::PotentialChoice*>();
  const auto says = [choice](const QString& words) {
    const auto labels = choice->findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(),
                       [&](const QLabel* label) { return label->text().contains(words); });
  };
  choice->open(table);
  QCOMPARE(potentials->currentData().toString(), before);
  QVERIFY(says(QStringLiteral("but not Ni")));
  type(QStringLiteral("Alloy to quench"), QStringLiteral("Al50Cu50"));
  QVERIFY(!says(QStringLiteral("but not Ni")));
  choice->open(table);
  QCOMPARE(potentials->currentData().toString(), table);
  // It comes back where it fits again.
  type(QStringLiteral("Alloy to quench"), QStringLiteral("Zr50Cu50"));
  type(QStringLiteral("Alloy to quench"), QStringLiteral("Al30Cu70"));
  QCOMPARE(potentials->currentData().toString(), table);
}

/// 2.5e5 atoms times steps of 2 fs in a second: 16 ps of melt and hold, 30 ps at 3e13 K/s and
/// slower, and the time that 1700 K take.
void TestGlassQuench::costsWhatItsScheduleTakes() {
  const auto cost = [this] {
    for (const auto* label : page().findChildren<QLabel*>())
      if (label->text().contains(QLatin1String("on one core")))
        return label->text();
    return QString();
  };
  choose(QStringLiteral("Zr50Cu50"), QStringLiteral("1e15"), 2000);
  QCOMPARE(cost(), QStringLiteral("Roughly 71 s on one core."));
  choose(QStringLiteral("Zr50Cu50"), QStringLiteral("1e13"), 2000);
  QCOMPARE(cost(), QStringLiteral("Roughly 13 min on one core."));
}

void TestGlassQuench::withoutLammpsItSaysSo() {
  type(QStringLiteral("Program LAMMPS"), QStringLiteral("/nowhere/lmp"));
  choose(QStringLiteral("Zr50Cu50"), QStringLiteral("1e15"), 100);
  QVERIFY(m_fixture->press(QStringLiteral("Quench")));
  auto* said = seen<QLabel>(QStringLiteral("What went wrong with the quench"));
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
  // The Tg is that of the run; where it found none, none is told.
  const QJsonObject transition =
      page().run().result()->value(QLatin1String("transition")).toObject();
  const QString title = page().curves()->model().panels[0].title;
  const QString tg =
      QStringLiteral("Tg %1 K").arg(qRound(transition.value(QLatin1String("tg_K")).toDouble()));
  QVERIFY2(transition.isEmpty() ? title.isEmpty() : title.startsWith(tg), qPrintable(title));
  QTest::qWait(500);
  test::keepPicture(*m_fixture->window, QStringLiteral("quenched"));
  // The glass is opened.
  app::GlassDesk& desk = m_fixture->window->desk();
  QTRY_COMPARE_WITH_TIMEOUT(desk.glasses().size(), std::size_t{1}, 60'000);
  const auto& glass = desk.glass(desk.current());
  QVERIFY(glass.caveat.isEmpty());
  QCOMPARE(glass.structure->size(), std::size_t{108});
  QCOMPARE(std::count(glass.structure->species.begin(), glass.structure->species.end(), 13),
           std::ptrdiff_t{22});
  QVERIFY(QFileInfo::exists(page().run().order().folder + QStringLiteral("/run.json")));
  // The same once more takes a folder of its own.
  const QString before = page().run().order().folder;
  QVERIFY(m_fixture->press(QStringLiteral("Quench")));
  QCOMPARE(page().run().order().folder, before + QStringLiteral("-2"));
  page().run().cancel();
}

void TestGlassQuench::whatWasStoppedIsKeptAndLabelled() {
  if (!hasLammps())
    QSKIP("LAMMPS (Debian package lammps) is not here.");
  choose(QStringLiteral("Ni80Al20"), QStringLiteral("1e12"), 108);
  QVERIFY(m_fixture->press(QStringLiteral("Quench")));
  QTRY_VERIFY_WITH_TIMEOUT(!page().run().frame().isEmpty(), 120'000);
  auto* cancel = seen<QAbstractButton>(QStringLiteral("Cancel the quench"));
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

void TestGlassQuench::treatmentsBecomeArguments() {
  app::TreatOrder order;
  order.glass = QStringLiteral("slow");
  order.file = QStringLiteral("/runs/slow-start.data");
  order.potential = QStringLiteral("zhou2004");
  order.timePs = 12.5;
  order.strainRate = QStringLiteral("1e10");
  order.seed = 3;
  order.lmp = QStringLiteral("lmp");
  order.folder = QStringLiteral("/runs/b");
  const QStringList place{"--potential", "zhou2004", "--seed",         "3", "--lmp", "lmp",
                          "--out",       "/runs/b",  "--json-progress"};
  QCOMPARE(app::runOf(order).arguments, (QStringList{"treat", "anneal", "/runs/slow-start.data",
                                                     "--temperature", "600", "--time", "12.5"} +
                                         place));
  QCOMPARE(app::nameOf(order), QStringLiteral("slow-anneal-600K-12.5ps-3"));
  order.treatment = app::Treatment::Shear;
  order.temperatureK = 300.0;
  QCOMPARE(app::runOf(order).arguments,
           (QStringList{"treat", "shear", "/runs/slow-start.data", "--temperature", "300", "--rate",
                        "1e10", "--strain", "0.2"} +
            place));
  order.treatment = app::Treatment::Minimise;
  QCOMPARE(app::runOf(order).arguments,
           (QStringList{"treat", "minimise", "/runs/slow-start.data"} + place));
  QCOMPARE(app::nameOf(order), QStringLiteral("slow-inherent"));
  // The name of a run is that of its folder, which takes the next free one.
  QCOMPARE(app::runOf(order).name, QStringLiteral("b"));
  const QTemporaryDir folder;
  for (const char* free : {"slow-inherent", "slow-inherent-2", "slow-inherent-3"}) {
    QCOMPARE(app::freeName(folder.path(), app::nameOf(order)), QString::fromLatin1(free));
    QVERIFY(QDir(folder.path()).mkdir(QString::fromLatin1(free)));
  }
}

void TestGlassQuench::withoutAGlassNothingIsTreated() {
  QVERIFY(m_fixture->showPage(QStringLiteral("Treat")));
  QCOMPARE(seen<QLabel>(QStringLiteral("Glass to treat"))->text(), QStringLiteral("none"));
  QVERIFY(!m_fixture->press(QStringLiteral("Treat")));
  // The program and the folder are those of the other page.
  QCOMPARE(seen<QLineEdit>(QStringLiteral("Folder for the runs"))->text(),
           m_fixture->workbench.folder.path());
}

void TestGlassQuench::treatsTheCurrentGlass() {
  if (!hasLammps())
    QSKIP("LAMMPS (Debian package lammps) is not here.");
  QVERIFY(showTreatments());
  app::GlassDesk& desk = m_fixture->window->desk();
  auto* what = seen<QComboBox>(QStringLiteral("What is done to the glass"));
  auto* time = seen<QDoubleSpinBox>(QStringLiteral("Time of the anneal"));
  QVERIFY(time->isVisible());
  what->setCurrentIndex(what->findText(QStringLiteral("minimise")));
  QVERIFY(!time->isVisible());
  QVERIFY(m_fixture->press(QStringLiteral("Treat")));
  QTRY_COMPARE_WITH_TIMEOUT(desk.glasses().size(), std::size_t{2}, 120'000);
  QVERIFY2(treat().run().failure().isEmpty(), qPrintable(treat().run().failure()));
  QCOMPARE(desk.glass(desk.current()).name, QStringLiteral("made-inherent"));
  // A minimisation has no frames: what came of it is shown.
  QTRY_VERIFY_WITH_TIMEOUT(treat().view()->model().structure != nullptr, 60'000);
  QVERIFY(!treat().curves()->model().panels[2].curves.empty());
  QVERIFY(treat().run().result()->value(QLatin1String("inherent_energy_eV")).toDouble() < -3.0);

  what->setCurrentIndex(what->findText(QStringLiteral("anneal")));
  seen<QDoubleSpinBox>(QStringLiteral("Temperature of the treatment"))->setValue(300.0);
  time->setValue(4.0);
  QVERIFY(m_fixture->press(QStringLiteral("Treat")));
  QTRY_COMPARE_WITH_TIMEOUT(desk.glasses().size(), std::size_t{3}, 240'000);
  QCOMPARE(desk.glass(desk.current()).name, QStringLiteral("made-inherent-anneal-300K-4ps-0"));
  const auto& panels = treat().curves()->model().panels;
  QCOMPARE(panels.size(), std::size_t{3});
  // At the end the atoms rattle above the minimum that is found from there.
  const double endEV =
      treat().run().result()->value(QLatin1String("inherent_energy_eV")).toDouble();
  QVERIFY(endEV < -3.0);
  QVERIFY(!panels[0].curves.empty() && !panels[0].curves.back().y.empty());
  QVERIFY2(panels[0].curves.back().y.back() > endEV,
           qPrintable(QString::number(panels[0].curves.back().y.back() - endEV)));
  // The atoms rattle in their cages: all of them the mean of both kinds.
  QCOMPARE(panels[1].curves.size(), std::size_t{3});
  const auto& species = desk.glass(desk.current()).structure->species;
  const auto copper = static_cast<double>(std::count(species.begin(), species.end(), 29));
  const auto all = static_cast<double>(species.size());
  for (std::size_t i = 0; i < panels[1].curves[0].y.size(); ++i) {
    const double mean =
        (copper * panels[1].curves[1].y[i] + (all - copper) * panels[1].curves[2].y[i]) / all;
    QVERIFY(std::abs(panels[1].curves[0].y[i] - mean) < 1e-9);
    QVERIFY(i == 0 ? mean == 0.0 : (mean > 0.0 && mean < 5.0));
  }
  for (const bool dark : {false, true}) {
    widgets::applyTheme(*qobject_cast<QApplication*>(qApp),
                        dark ? widgets::ThemeChoice::Dark : widgets::ThemeChoice::Light);
    m_fixture->window->resize(1280, 800);
    QTest::qWait(300);
    test::keepPicture(*m_fixture->window,
                      dark ? QStringLiteral("treated-dark") : QStringLiteral("treated-light"));
  }
  // The same once more, or another glass of that name, takes a folder of its own.
  desk.setCurrent(desk.glasses()[0]);
  what->setCurrentIndex(what->findText(QStringLiteral("minimise")));
  QVERIFY(m_fixture->press(QStringLiteral("Treat")));
  QTRY_COMPARE_WITH_TIMEOUT(desk.glasses().size(), std::size_t{4}, 120'000);
  QCOMPARE(desk.glass(desk.current()).name, QStringLiteral("made-inherent-2"));
}

void TestGlassQuench::aStoppedTreatmentIsLabelled() {
  if (!hasLammps())
    QSKIP("LAMMPS (Debian package lammps) is not here.");
  QVERIFY(showTreatments());
  auto* what = seen<QComboBox>(QStringLiteral("What is done to the glass"));
  what->setCurrentIndex(what->findText(QStringLiteral("shear")));
  auto* rate = seen<QComboBox>(QStringLiteral("Shear rate"));
  rate->setCurrentIndex(rate->findData(QStringLiteral("1e9")));
  QVERIFY(m_fixture->press(QStringLiteral("Treat")));
  QTRY_VERIFY_WITH_TIMEOUT(!treat().run().frame().isEmpty(), 120'000);
  auto* cancel = seen<QAbstractButton>(QStringLiteral("Cancel the treatment"));
  QTRY_VERIFY(cancel->isVisible());
  QTest::mouseClick(cancel, Qt::LeftButton);
  QTRY_VERIFY_WITH_TIMEOUT(!treat().run().isRunning(), 20'000);
  QVERIFY(m_fixture->press(QStringLiteral("Open what there is")));
  app::GlassDesk& desk = m_fixture->window->desk();
  QTRY_COMPARE_WITH_TIMEOUT(desk.glasses().size(), std::size_t{2}, 60'000);
  QVERIFY(desk.glass(desk.current()).caveat.contains(QLatin1String("stopped at")));
}

QTEST_MAIN(TestGlassQuench)
#include "tst_glass_quench.moc"
