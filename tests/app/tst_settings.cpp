// What is remembered comes back; what is damaged falls back with a notice.

#include "app/settings/settings.h"
#include "app/settings/settings_keys.h"
#include "engine/alloy/formula.h"

#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace vitrine;
using app::Settings;

class TestSettings : public QObject {
  Q_OBJECT

 private slots:
  void comesBack();
  void nothingThere();
  void damagedFileIsPutAside();
  void badValuesFallBack();

 private:
  QString file(const char* name) { return m_folder.filePath(QString::fromLatin1(name)); }
  QTemporaryDir m_folder;
};

void TestSettings::comesBack() {
  app::WorkbenchState state;
  state.rows = app::rowsFor(alloy::compositionOf("Zr41.2Ti13.8Cu12.5Ni10Be22.5"), {});
  state.rows[1].locked = true;
  state.section.corners = {40, 4, 22};
  state.section.followsAlloy = false;
  state.section.fixedPercent = {{28, 10.0}, {29, 12.5}};
  state.section.quantity = app::MapQuantity::ReducedTg;
  state.section.lockedRange = widgets::ValueRange{0.55, 0.62};
  state.section.colourMap = widgets::ColourMap::Cividis;
  state.section.clockwise = true;
  state.section.contours = false;
  app::ViewChoices view;
  view.contentUnit = widgets::ContentUnit::WeightPercent;
  view.temperatureUnit = widgets::TemperatureUnit::Celsius;
  view.temperatureAxis = widgets::TemperatureAxis::Linear;
  view.paperBand = true;
  view.overlays = false;
  view.parityProperty = QStringLiteral("Tm");
  view.paritySplit = widgets::ParitySplit::Grouped;
  view.paritySeries = QStringLiteral("extra_trees");
  {
    Settings settings(file("all.ini"));
    settings.setState(state);
    settings.setView(view);
    settings.setTheme(widgets::ThemeChoice::Dark);
    settings.setWindow("geometry", "layout");
  }
  Settings settings(file("all.ini"));
  const app::WorkbenchState again = settings.state();
  QCOMPARE(again.rows.size(), state.rows.size());
  for (std::size_t i = 0; i < state.rows.size(); ++i) {
    QCOMPARE(again.rows[i].atomicNumber, state.rows[i].atomicNumber);
    QVERIFY(std::abs(again.rows[i].percent - state.rows[i].percent) < 1e-5);
    QCOMPARE(again.rows[i].locked, state.rows[i].locked);
  }
  QVERIFY(again.section == state.section);
  QVERIFY(settings.view() == view);
  QVERIFY(settings.theme() == widgets::ThemeChoice::Dark);
  QCOMPARE(settings.windowGeometry(), QByteArray("geometry"));
  QCOMPARE(settings.windowLayout(), QByteArray("layout"));
  QVERIFY(settings.notices().isEmpty());
}

void TestSettings::nothingThere() {
  Settings settings(file("none.ini"));
  QVERIFY(settings.state() == app::firstState());
  QVERIFY(settings.view() == app::ViewChoices());
  QVERIFY(settings.theme() == widgets::ThemeChoice::System);
  QVERIFY(settings.notices().isEmpty());
}

void TestSettings::damagedFileIsPutAside() {
  {
    QFile damaged(file("damaged.ini"));
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write("[alloy\nformula Zr50");
  }
  Settings settings(file("damaged.ini"));
  QCOMPARE(settings.notices().size(), 1);
  QVERIFY(QFile::exists(file("damaged.ini.damaged")));
  QVERIFY(settings.state() == app::firstState());
}

void TestSettings::badValuesFallBack() {
  {
    QSettings raw(file("bad.ini"), QSettings::IniFormat);
    raw.setValue(QLatin1String(app::keys::kAlloyFormula), QStringLiteral("Zq50"));
    raw.setValue(QLatin1String(app::keys::kMapCorners), QStringList{"Zr", "Zr", "Zq"});
    raw.setValue(QLatin1String(app::keys::kTheme), QStringLiteral("mauve"));
    raw.setValue(QLatin1String(app::keys::kMapQuantity), QStringLiteral("price"));
  }
  Settings settings(file("bad.ini"));
  QVERIFY(settings.state() == app::firstState());
  QVERIFY(settings.theme() == widgets::ThemeChoice::System);
  QCOMPARE(settings.notices().size(), 2);
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
