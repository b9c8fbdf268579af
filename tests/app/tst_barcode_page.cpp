// Barcodes in the real window of glasses, by a model trained here on crystals of known energy.

#include "app/glass/barcode_page.h"
#include "app/glass/barcode_words.h"
#include "app/glass/structure_page.h"
#include "app/settings/settings.h"
#include "engine/barcode/barcode_file.h"
#include "engine/barcode/barcode_training.h"
#include "tests/app/glass_fixture.h"
#include "tests/engine/barcode/ordered_crystals.h"
#include "widgets/plot/plot.h"
#include "widgets/structure/structure_view.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/units.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTextBrowser>
#include <QToolButton>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <memory>

using namespace vitrine;

namespace {

constexpr std::size_t kSide = 4;
constexpr std::size_t kGlasses = 24;

atomistic::Structure crystal(std::size_t i) {
  return test::orderedCrystal(kSide, 3 * (i % 6), 100 + i);
}

atomistic::Structure unseenCrystal() {
  return test::orderedCrystal(kSide, 6, 900);
}

std::shared_ptr<const barcode::BarcodeModel> trained() {
  static const auto once = [] {
    barcode::TrainingGlasses glasses{
        [](std::size_t i, const RunContext&) { return crystal(i); }, {}, {}};
    for (std::size_t i = 0; i < kGlasses; ++i) {
      glasses.energyEvPerAtom.push_back(test::bondEnergyEvPerAtom(crystal(i), kSide));
      glasses.groups.push_back(std::string("crystal ").append(std::to_string(i / 6)));
    }
    barcode::BarcodeTrainingSettings settings;
    settings.environments = {{29, 40}, {}, 0.75};
    settings.energy.bars = 12;
    settings.energy.budget = 1;
    settings.energy.mostRounds = 60;
    barcode::BarcodeCard card;
    card.source = "crystals with bonds";
    card.potentials = {"bonds"};
    return barcode::trainBarcode(glasses, settings, card, RunContext().withSeed(1)).model;
  }();
  return once;
}

std::size_t mostCommon(const std::vector<double>& shares) {
  return static_cast<std::size_t>(std::max_element(shares.begin(), shares.end()) - shares.begin());
}

}  // namespace

class TestBarcodePage : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    m_fixture = std::make_unique<test::GlassFixture>();
    QVERIFY(m_fixture->window != nullptr);
    QVERIFY(m_fixture->showPage(QStringLiteral("Barcode")));
  }
  void cleanup() { m_fixture.reset(); }

  void numbersAreThoseOfTheEngine();
  void aBarIsShownAndItsAtoms();
  void atomsAreColouredByBar();
  void aKnownEnergyIsHeldAgainst();
  void anotherElementIsSaid();
  void withoutAModelOneSentence();
  void aDamagedModelIsNamed();
  void readingIsStoppedAndGoesOn();
  void theCardIsShown();
  void anotherModelReadsAnew();
  void whatIsTypedStaysWithItsGlass();
  void whatIsTypedBeforeTheModelIsKept();
  void shippedModelReadsShippedGlasses();

 private:
  app::GlassWindow& window() { return *m_fixture->window; }
  app::BarcodePage& page() { return *window().barcode(); }
  QString text(const char* name) {
    return m_fixture->control<QLabel>(QString::fromUtf8(name))->text();
  }
  QString modelFile(const char* name = "crystals.vitrine-barcode") {
    const QString path = m_fixture->workbench.folder.filePath(QString::fromUtf8(name));
    barcode::saveBarcode(path.toStdString(), *trained());
    return path;
  }
  std::filesystem::path glassFile(const QString& name, const atomistic::Structure& structure) {
    const std::filesystem::path path = m_fixture->workbench.folder.filePath(name).toStdString();
    atomistic::writeStructure(structure, path);
    return path;
  }
  /// A crystal on the desk, read by the model.
  std::shared_ptr<const app::GlassBarcode> readCrystal() {
    if (!m_fixture->read(glassFile(QStringLiteral("crystal.data"), unseenCrystal())))
      return nullptr;
    window().barcodes().models().open(modelFile());
    const auto done = [this] { return window().barcodes().barcode(window().desk().current()); };
    static_cast<void>(QTest::qWaitFor([&] { return done() != nullptr; }, 60'000));
    return done();
  }

  std::unique_ptr<test::GlassFixture> m_fixture;
};

void TestBarcodePage::numbersAreThoseOfTheEngine() {
  const auto shown = readCrystal();
  QVERIFY(shown != nullptr);
  const auto& structure = *window().desk().glass(window().desk().current()).structure;
  const auto& model = *shown->with->model;
  const auto reading = barcode::readBarcode(model, structure, std::nullopt, RunContext());
  const auto& chart = page().chart()->model();
  QVERIFY(chart.message.isEmpty() && chart.hasGlass);
  QCOMPARE(chart.bars.size(), model.bars().size());
  for (std::size_t k = 0; k < chart.bars.size(); ++k) {
    QCOMPARE(chart.bars[k].share, reading.bars[k]);
    QCOMPARE(chart.bars[k].difference, reading.contrast.difference[k]);
    QCOMPARE(chart.bars[k].byChance, reading.byChance[k]);
    QCOMPARE(chart.bars[k].importance, model.bars()[k].importance);
    QCOMPARE(chart.bars[k].kasper, model.bars()[k].kasper);
  }
  const QString facts = text("What the barcode says");
  for (const QString& number :
       {widgets::numberText(reading.energyBars, 4), widgets::numberText(reading.energyAll, 4),
        widgets::numberText(model.card().barScores.rmse, 4),
        widgets::numberText(1000.0 * reading.contrast.sdGroup2, 3),
        widgets::numberText(1000.0 * reading.contrast.sdGroup2ByChance, 3),
        widgets::numberText(100.0 * static_cast<double>(reading.inBars) / 128.0, 1)})
    QVERIFY2(facts.contains(number), qPrintable(number + u'\n' + facts));
  QVERIFY(facts.contains(QLatin1String("potential bonds")));
  // All four measures, by their buttons.
  for (const char* measure : {"Difference δs", "Correlation", "Importance", "Barcode"})
    QVERIFY(m_fixture->press(QString::fromUtf8(measure)));
  QCOMPARE(page().chart()->model().measure, widgets::BarcodeMeasure::Share);
}

void TestBarcodePage::aBarIsShownAndItsAtoms() {
  const auto shown = readCrystal();
  QVERIFY(shown != nullptr);
  const auto& bars = shown->reading.barOfAtom;
  const std::size_t bar = mostCommon(shown->reading.bars);
  widgets::Plot* plot = page().chart()->plots().front();
  QTest::mouseClick(plot, Qt::LeftButton, {},
                    plot->toPixels({page().chart()->placeOf(bar), 0.5}).toPoint());
  std::vector<std::uint32_t> expected;
  for (std::size_t atom = 0; atom < bars.size(); ++atom)
    if (bars[atom] == static_cast<int>(bar))
      expected.push_back(static_cast<std::uint32_t>(atom));
  QVERIFY(!expected.empty());
  // Its environment: 8 + 6 neighbours of a body-centred lattice share a face with the centre.
  const auto& kernel = page().kernel()->model();
  QCOMPARE(kernel.structure->size(), std::size_t{27});
  QCOMPARE(kernel.highlighted.size(), std::size_t{15});
  QCOMPARE(kernel.highlighted.front(), 0U);
  const QString words = text("The chosen bar");
  QVERIFY2(words.contains(app::kernelText(*shown->with->model, bar)), qPrintable(words));
  QVERIFY(m_fixture->press(QStringLiteral("Show its atoms in the glass")));
  QCOMPARE(window().pages()->currentWidget(), static_cast<QWidget*>(window().structure()));
  const auto& glass = window().structure()->view()->model();
  QCOMPARE(glass.highlighted, expected);
  QVERIFY(glass.fadesOthers);
  // And back, from there.
  QVERIFY(m_fixture->press(QStringLiteral("bar %1: %2 atoms").arg(bar + 1).arg(expected.size())));
  QVERIFY(!window().structure()->view()->model().fadesOthers);
  QVERIFY(!page().chart()->model().chosen);
  // By the keyboard: the first bar of group 1, which is on the left.
  QVERIFY(m_fixture->showPage(QStringLiteral("Barcode")));
  QTest::keyClick(plot, Qt::Key_Right);
  QVERIFY(page().chart()->model().chosen);
  QCOMPARE(page().chart()->placeOf(*page().chart()->model().chosen), 0.0);
}

void TestBarcodePage::atomsAreColouredByBar() {
  const auto shown = readCrystal();
  QVERIFY(shown != nullptr);
  QVERIFY(m_fixture->showPage(QStringLiteral("Atoms")));
  window().structure()->colourBy({app::AtomQuantity::Kind::BarcodeBar});
  const auto& colours = window().structure()->view()->model().colours;
  QCOMPARE(colours.kind, widgets::AtomColours::Kind::Classes);
  const std::size_t bar = mostCommon(shown->reading.bars);
  QVERIFY(colours.classNames.front().startsWith(QString::number(bar + 1)));
  for (std::size_t atom = 0; atom < shown->reading.barOfAtom.size(); ++atom)
    QCOMPARE((*colours.classes)[atom] == 0,
             shown->reading.barOfAtom[atom] == static_cast<int>(bar));
}

void TestBarcodePage::aKnownEnergyIsHeldAgainst() {
  const auto before = readCrystal();
  QVERIFY(before != nullptr);
  auto* field = m_fixture->control<QLineEdit>(
      QStringLiteral("Known energy of the inherent structure, eV/atom"));
  const auto type = [&](const QString& words) {
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, words);
    QTest::keyClick(field, Qt::Key_Return);
  };
  const auto now = [this] {
    return window().barcodes().barcode(window().desk().current())->reading;
  };
  type(QStringLiteral("-4.12"));
  const auto& structure = *window().desk().glass(window().desk().current()).structure;
  const auto& model = *before->with->model;
  const auto reading = barcode::readBarcode(model, structure, -4.12, RunContext());
  QCOMPARE(now().contrast.energyEvPerAtom, -4.12);
  QCOMPARE(now().contrast.sdGroup2, reading.contrast.sdGroup2);
  QCOMPARE(page().chart()->model().bars[0].difference, reading.contrast.difference[0]);
  QVERIFY(text("What takes away from it").isEmpty());
  type(QStringLiteral("-3"));
  QVERIFY2(text("What takes away from it").contains(QStringLiteral("outside that")),
           qPrintable(text("What takes away from it")));
  auto* failure = m_fixture->control<QLabel>(QStringLiteral("Why there is no barcode"));
  QVERIFY(!failure->isVisible());
  type(QStringLiteral("low"));
  QVERIFY2(failure->isVisible() && failure->text().contains(QStringLiteral("“low”")),
           qPrintable(failure->text()));
  QCOMPARE(now().contrast.energyEvPerAtom, model.card().highestEvPerAtom);
  field->selectAll();
  QTest::keyClick(field, Qt::Key_Delete);
  QTest::keyClick(field, Qt::Key_Return);
  QVERIFY(!failure->isVisible());
  QCOMPARE(now().contrast.energyEvPerAtom, before->reading.contrast.energyEvPerAtom);
}

void TestBarcodePage::anotherElementIsSaid() {
  auto structure = crystal(1);
  structure.species[5] = 13;
  QVERIFY(m_fixture->read(glassFile(QStringLiteral("alien.data"), structure)));
  window().barcodes().models().open(modelFile());
  auto* said = m_fixture->control<QLabel>(QStringLiteral("Why there is no barcode"));
  QTRY_VERIFY_WITH_TIMEOUT(said->text().contains(QLatin1String("holds Al")), 60'000);
  QVERIFY(said->isVisible() && said->text().contains(QLatin1String("Cu, Zr")));
  QVERIFY(page().chart()->model().message.contains(QLatin1String("holds Al")));
  QVERIFY(page().chart()->plots().front()->model().bands.empty());
  QVERIFY(text("What the barcode says").isEmpty());
}

void TestBarcodePage::withoutAModelOneSentence() {
  app::GlassDesk desk;
  app::BarcodeModels models(m_fixture->workbench.session.runner, "/nowhere");
  app::BarcodeReadings readings(m_fixture->workbench.session.runner, desk, models);
  app::BarcodePage alone(desk, readings, m_fixture->workbench.settings);
  alone.QWidget::show();
  desk.add({QStringLiteral("made up"), {}, {}, test::madeUpAtoms(4)});
  auto* said = test::controlOf<QLabel>(alone, QStringLiteral("Why there is no barcode"));
  QVERIFY(said->isVisible());
  QVERIFY2(said->text().contains(QLatin1String("vitrine barcode train")), qPrintable(said->text()));
  QCOMPARE(alone.chart()->model().message, said->text());
  QVERIFY(!test::controlOf<QComboBox>(alone, QStringLiteral("Barcode model"))->isEnabled());
  QVERIFY(!test::pressIn(alone, QStringLiteral("About this model")));
  QVERIFY(!readings.isRunning(desk.current()));
}

void TestBarcodePage::aDamagedModelIsNamed() {
  const QString path = m_fixture->workbench.folder.filePath(QStringLiteral("bad.vitrine-barcode"));
  std::ofstream(path.toStdString()) << "nothing of the kind";
  QVERIFY(m_fixture->read(m_fixture->file(QStringLiteral("made.data"), 4)));
  window().barcodes().models().open(path);
  window().barcodes().models().want();
  auto* said = m_fixture->control<QLabel>(QStringLiteral("Why there is no barcode"));
  QTRY_VERIFY_WITH_TIMEOUT(said->text().contains(QLatin1String("bad.vitrine-barcode")), 60'000);
  QVERIFY(said->isVisible());
}

void TestBarcodePage::readingIsStoppedAndGoesOn() {
  QVERIFY(m_fixture->read(m_fixture->file(QStringLiteral("large.data"), 30)));
  window().barcodes().models().open(modelFile());
  const app::GlassId id = window().desk().current();
  auto* cancel = m_fixture->control<QAbstractButton>(QStringLiteral("Cancel the barcode"));
  QTRY_VERIFY_WITH_TIMEOUT(window().barcodes().models().model() != nullptr, 60'000);
  QTRY_VERIFY(window().barcodes().isRunning(id) && cancel->isVisible());
  QTest::mouseClick(cancel, Qt::LeftButton);
  QVERIFY(!window().barcodes().isRunning(id));
  QVERIFY(window().barcodes().isStopped(id));
  auto* said = m_fixture->control<QLabel>(QStringLiteral("Why there is no barcode"));
  QVERIFY(said->isVisible() && said->text().contains(QLatin1String("stopped")));
  QTRY_VERIFY_WITH_TIMEOUT(m_fixture->workbench.session.runner.isIdle(), 20'000);
  QVERIFY(window().barcodes().barcode(id) == nullptr);
  // Being looked at again does not start it behind the user's back.
  QVERIFY(m_fixture->showPage(QStringLiteral("Atoms")));
  QVERIFY(m_fixture->showPage(QStringLiteral("Barcode")));
  QVERIFY(!window().barcodes().isRunning(id));
  QVERIFY(m_fixture->press(QStringLiteral("Go on reading")));
  QTRY_VERIFY_WITH_TIMEOUT(window().barcodes().barcode(id) != nullptr, 120'000);
  // Atoms at random places are nothing that a crystal has taught.
  const QString cautions = text("What takes away from it");
  QVERIFY2(cautions.contains(QStringLiteral("unknown to the model")), qPrintable(cautions));
}

void TestBarcodePage::theCardIsShown() {
  QVERIFY(readCrystal() != nullptr);
  QVERIFY(m_fixture->press(QStringLiteral("About this model")));
  const auto* card = m_fixture->control<QTextBrowser>(QStringLiteral("Card of the barcode model"));
  QVERIFY(card != nullptr && card->isVisible());
  const QString words = card->toPlainText();
  QVERIFY2(words.contains(QStringLiteral("crystals with bonds")), qPrintable(words));
  QVERIFY(words.contains(QStringLiteral("24 inherent structures in 4 groups")));
  QVERIFY(words.contains(widgets::numberText(1000.0 * trained()->card().barScores.rmse, 2)));
}

void TestBarcodePage::anotherModelReadsAnew() {
  const auto before = readCrystal();
  QVERIFY(before != nullptr);
  page().chooseBar(0);
  QVERIFY(window().desk().highlight());
  window().barcodes().models().open(modelFile("again.vitrine-barcode"));
  QVERIFY(window().barcodes().barcode(window().desk().current()) == nullptr);
  QVERIFY(!window().desk().highlight());
  QTRY_VERIFY_WITH_TIMEOUT(window().barcodes().barcode(window().desk().current()) != nullptr,
                           60'000);
  QCOMPARE(window().barcodes().barcode(window().desk().current())->reading.bars,
           before->reading.bars);
  // A glass that is closed takes its reading with it.
  const app::GlassId id = window().desk().current();
  window().desk().remove(id);
  QVERIFY(window().barcodes().barcode(id) == nullptr);
  QVERIFY(page().chart()->model().message.contains(QLatin1String("Open a glass")));
}

void TestBarcodePage::whatIsTypedStaysWithItsGlass() {
  const auto before = readCrystal();
  QVERIFY(before != nullptr);
  auto* field = m_fixture->control<QLineEdit>(
      QStringLiteral("Known energy of the inherent structure, eV/atom"));
  field->setFocus();
  QTest::keyClicks(field, QStringLiteral("-4.12"));
  // Another glass comes in meanwhile.
  QVERIFY(m_fixture->read(glassFile(QStringLiteral("other.data"), crystal(1))));
  const app::GlassId other = window().desk().current();
  QVERIFY(field->text().isEmpty());
  QTest::keyClick(field, Qt::Key_Return);
  QVERIFY(!window().barcodes().energy(other));
  // The model has learned from this one, and says so.
  QTRY_VERIFY_WITH_TIMEOUT(window().barcodes().barcode(other) != nullptr, 60'000);
  QVERIFY2(text("What takes away from it").contains(QStringLiteral("this very glass")),
           qPrintable(text("What takes away from it")));
}

void TestBarcodePage::whatIsTypedBeforeTheModelIsKept() {
  QVERIFY(m_fixture->read(glassFile(QStringLiteral("crystal.data"), unseenCrystal())));
  const app::GlassId id = window().desk().current();
  window().barcodes().models().open(modelFile());
  QVERIFY(window().barcodes().models().model() == nullptr);
  window().barcodes().setEnergy(id, -4.12);
  QTRY_VERIFY_WITH_TIMEOUT(window().barcodes().barcode(id) != nullptr, 60'000);
  QCOMPARE(window().barcodes().energy(id), std::optional<double>(-4.12));
  QCOMPARE(window().barcodes().barcode(id)->reading.contrast.energyEvPerAtom, -4.12);
}

/// The sheared glass was not learned: resources/glasses/README.md tells its energy as LAMMPS
/// minimised it, and the model must not be further off than four times what its card says. The
/// glass it was sheared from was learned.
void TestBarcodePage::shippedModelReadsShippedGlasses() {
  QVERIFY(!window().barcodes().models().entries().empty());
  const auto glasses = test::workbenchResources() / "glasses";
  const auto done = [this] { return window().barcodes().barcode(window().desk().current()); };
  QVERIFY(m_fixture->read(glasses / "Zr44Cu56-1e13-seed1.data.gz"));
  QTRY_VERIFY_WITH_TIMEOUT(done() != nullptr, 120'000);
  QVERIFY(done()->reading.contrast.isReference);
  QVERIFY(m_fixture->read(glasses / "Zr44Cu56-1e13-seed1-sheared.data.gz"));
  QTRY_VERIFY_WITH_TIMEOUT(done() != nullptr, 120'000);
  QVERIFY(!done()->reading.contrast.isReference);
  const double error = std::abs(done()->reading.energyBars + 4.6579);
  QVERIFY2(error < 4.0 * done()->with->model->card().barScores.rmse,
           qPrintable(QString::number(error)));
  page().chooseBar(mostCommon(done()->reading.bars));
  window().resize(1280, 800);
  for (const bool dark : {false, true}) {
    widgets::applyTheme(*qobject_cast<QApplication*>(qApp),
                        dark ? widgets::ThemeChoice::Dark : widgets::ThemeChoice::Light);
    const QString suffix = dark ? QStringLiteral("-dark") : QStringLiteral("-light");
    for (const auto measure :
         {widgets::BarcodeMeasure::Share, widgets::BarcodeMeasure::Difference,
          widgets::BarcodeMeasure::Correlation, widgets::BarcodeMeasure::Importance}) {
      page().showMeasure(measure);
      QTest::qWait(300);
      test::keepPicture(window(),
                        QStringLiteral("barcode-%1").arg(static_cast<int>(measure)) + suffix);
    }
    QVERIFY(m_fixture->showPage(QStringLiteral("Atoms")));
    window().structure()->colourBy({app::AtomQuantity::Kind::BarcodeBar});
    QTest::qWait(400);
    test::keepPicture(window(), QStringLiteral("barcode-atoms") + suffix);
    QVERIFY(m_fixture->showPage(QStringLiteral("Barcode")));
  }
}

QTEST_MAIN(TestBarcodePage)
#include "tst_barcode_page.moc"
