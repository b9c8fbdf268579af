// The way from measured patterns to a generator in use, in the real window.

#include "app/spectra/use_panel.h"
#include "engine/alloy/formula.h"
#include "engine/generation/generator_file.h"
#include "tests/app/spectra_fixture.h"
#include "widgets/export/export.h"
#include "widgets/generation/error_histogram.h"
#include "widgets/generation/learning_curve.h"
#include "widgets/generation/pattern_examples.h"
#include "widgets/generation/pattern_preview.h"
#include "widgets/generation/peak_agreement.h"
#include "widgets/plot/plot.h"
#include "widgets/spectrum/spectrum_plot.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>

#include <algorithm>
#include <cmath>
#include <memory>

using namespace vitrine;

class TestSpectraWindow : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    m_fixture = std::make_unique<test::SpectraFixture>(VITRINE_PROGRAM);
    QVERIFY(m_fixture->window != nullptr);
    QVERIFY(m_fixture->workbench.settle());
  }
  void cleanupTestCase() { m_fixture.reset(); }

  void aBadChoiceIsSaidInPlace();
  void readsAndShowsThePatterns();
  void preparesInAnotherWay();
  void takesASubstrateOff();
  void trainsAndJudges();
  void aPointOfAPlotChoosesThePattern();
  void otherChoicesMakeItStale();
  void learningCurve();
  void everyPlotIsExported();
  void takesItIntoUseAndOutAgain();
  void savesACopy();
  void readsOneFile();

 private:
  app::SpectraWindow& window() { return *m_fixture->window; }
  template <class T>
  T* view() {
    return m_fixture->window->findChild<T*>();
  }
  std::unique_ptr<test::SpectraFixture> m_fixture;
};

void TestSpectraWindow::aBadChoiceIsSaidInPlace() {
  const std::filesystem::path empty =
      m_fixture->workbench.folder.filePath(QStringLiteral("empty")).toStdString();
  std::filesystem::create_directories(empty);
  QVERIFY(m_fixture->drop(empty));
  auto* said = m_fixture->control<QLabel>(QStringLiteral("What went wrong with the patterns"));
  QVERIFY(said->isVisible());
  QVERIFY2(said->text().contains(QLatin1String("index.csv")), qPrintable(said->text()));
  QVERIFY(!m_fixture->press(QStringLiteral("Train")));
}

void TestSpectraWindow::readsAndShowsThePatterns() {
  QVERIFY(m_fixture->drop(m_fixture->data()));
  QVERIFY(
      m_fixture->control<QLabel>(QStringLiteral("What went wrong with the patterns"))->isHidden());
  auto* list = m_fixture->control<QTableView>(QStringLiteral("Patterns"));
  QCOMPARE(list->model()->rowCount(), test::kMadeUpPatterns);
  QTRY_COMPARE(view<widgets::PatternPreview>()->model().id, QStringLiteral("W1/1"));
  // A click shows another one, as measured and prepared.
  const QRect cell = list->visualRect(list->model()->index(2, 1));
  QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, cell.center());
  QTRY_COMPARE(view<widgets::PatternPreview>()->model().id, QStringLiteral("W1/3"));
  const auto& shown = view<widgets::PatternPreview>()->model();
  QCOMPARE(shown.formula, QStringLiteral("Zr60Ti30Co10"));
  QCOMPARE(shown.positions.size(), static_cast<std::size_t>(test::kMadeUpPoints));
  QCOMPARE(shown.q.size(), std::size_t{3743});
  QCOMPARE(*std::max_element(shown.prepared.begin(), shown.prepared.end()), 100.0);
  QVERIFY(shown.mean.empty());
  // The workbench knows them too.
  QCOMPARE(m_fixture->workbench.session.measured.patterns()->patterns.size(),
           static_cast<std::size_t>(test::kMadeUpPatterns));
}

void TestSpectraWindow::preparesInAnotherWay() {
  const auto before = view<widgets::PatternPreview>()->model().prepared;
  auto* background = window().findChild<QCheckBox*>();
  QTest::mouseClick(background, Qt::LeftButton, {}, QPoint(8, background->height() / 2));
  QVERIFY(background->isChecked());
  QTRY_VERIFY(window().import().patterns()->recipe.subtractsBackground);
  QTRY_VERIFY(view<widgets::PatternPreview>()->model().prepared != before);
  QCOMPARE(view<widgets::PatternPreview>()->model().id, QStringLiteral("W1/3"));
  background->click();
  QTRY_VERIFY(view<widgets::PatternPreview>()->model().prepared == before);
}

void TestSpectraWindow::takesASubstrateOff() {
  const auto before = view<widgets::PatternPreview>()->model().prepared;
  const std::filesystem::path file =
      m_fixture->workbench.folder.filePath(QStringLiteral("substrate.xy")).toStdString();
  test::writeSubstrate(file);
  QVERIFY(m_fixture->press(QStringLiteral("Substrate…")));
  auto* dialog = window().findChild<QFileDialog*>();
  QVERIFY(dialog != nullptr);
  emit dialog->fileSelected(QString::fromStdString(file.string()));
  dialog->close();
  QTRY_VERIFY(view<widgets::PatternPreview>()->model().prepared != before);
  QCOMPARE(window().import().patterns()->substrate, file);
  // Training tells the other process.
  app::TrainingRequest request;
  request.patterns = window().import().patterns();
  QVERIFY(app::argumentsFor(request, "out").contains(QStringLiteral("--substrate")));
  auto* none = m_fixture->control<QToolButton>(QStringLiteral("Leave the substrate on"));
  QTest::mouseClick(none, Qt::LeftButton);
  QTRY_VERIFY(view<widgets::PatternPreview>()->model().prepared == before);
  QVERIFY(none->isHidden());
}

void TestSpectraWindow::trainsAndJudges() {
  m_fixture->choose(QStringLiteral("Radial"), 20);
  QVERIFY(m_fixture->press(QStringLiteral("Train")));
  QCOMPARE(window().training().state(), app::TrainingRun::State::Running);
  QTRY_VERIFY_WITH_TIMEOUT(window().judge().judgement() != nullptr, 120'000);
  const auto judgement = window().judge().judgement();
  QCOMPARE(judgement->request.count, 20);
  QCOMPARE(judgement->generator->card().rows, std::size_t{20});
  QCOMPARE(judgement->scores.patterns.size(), std::size_t{16});
  QCOMPARE(judgement->plainKind, generation::GeneratorKind::Nearest);
  QVERIFY(judgement->scores.mseMean < judgement->plainScores.mseMean);
  // It is judged by patterns that it did not learn from: no alloy of them is known to it.
  for (const auto& score : judgement->scores.patterns) {
    const auto rows = app::rowsOf(judgement->request).training;
    for (const std::size_t row : rows)
      QVERIFY(judgement->request.patterns->prepared->ids()[row] != score.id);
  }
  QCOMPARE(view<widgets::PatternExamples>()->model().examples.size(), std::size_t{6});
  QVERIFY(view<widgets::PatternExamples>()->model().examples[0].mse <=
          view<widgets::PatternExamples>()->model().examples[3].mse);
  QCOMPARE(view<widgets::ErrorHistogram>()->model().mse.size(), std::size_t{16});
  // The preview lays the generated pattern over the measured one.
  QTRY_COMPARE(view<widgets::PatternPreview>()->model().mean.size(), std::size_t{3743});
  // Only the trained generator is left.
  QTRY_COMPARE(m_fixture->leftFiles(), 1);
}

void TestSpectraWindow::aPointOfAPlotChoosesThePattern() {
  auto* tabs = view<QTabWidget>();
  auto* errors = view<widgets::ErrorHistogram>();
  tabs->setCurrentWidget(errors);
  QTRY_VERIFY(errors->isVisible() && errors->plots()[0]->width() > 100);
  const auto& dots = errors->plots()[0]->model().scatters[0].points;
  // The one furthest to the right stands alone.
  const auto last = std::max_element(dots.begin(), dots.end(),
                                     [](QPointF a, QPointF b) { return a.x() < b.x(); });
  QTest::mouseClick(errors->plots()[0], Qt::LeftButton, {},
                    errors->plots()[0]->toPixels(*last).toPoint());
  const QString id = errors->model().ids[last - dots.begin()];
  QTRY_COMPARE(view<widgets::PatternPreview>()->model().id, id);
  QCOMPARE(errors->model().selected, id);
  auto* list = m_fixture->control<QTableView>(QStringLiteral("Patterns"));
  QCOMPARE(list->currentIndex().siblingAtColumn(0).data().toString(), id);
}

void TestSpectraWindow::otherChoicesMakeItStale() {
  QVERIFY(!view<widgets::PeakAgreement>()->model().stale);
  m_fixture->choose(QStringLiteral("Radial"), 21);
  QVERIFY(view<widgets::PeakAgreement>()->model().stale);
  QVERIFY(view<widgets::ErrorHistogram>()->model().stale);
  m_fixture->choose(QStringLiteral("Radial"), 20);
  QVERIFY(!view<widgets::PeakAgreement>()->model().stale);
}

void TestSpectraWindow::learningCurve() {
  auto* curve = view<widgets::LearningCurve>();
  view<QTabWidget>()->setCurrentWidget(curve->parentWidget());
  QVERIFY(m_fixture->press(QStringLiteral("Compute the learning curve")));
  QTRY_VERIFY_WITH_TIMEOUT(!curve->model().points.empty(), 60'000);
  QCOMPARE(curve->model().points.size(), std::size_t{1});
  QCOMPARE(curve->model().points[0].patterns, 20);
  QCOMPARE(curve->model().judgedBy, 16);
}

void TestSpectraWindow::everyPlotIsExported() {
  const QTemporaryDir folder;
  int views = 0;
  for (QWidget* widget : window().findChildren<QWidget*>()) {
    const auto* exportable = dynamic_cast<widgets::Exportable*>(widget);
    if (exportable == nullptr)
      continue;
    ++views;
    for (const QString& suffix : widgets::exportSuffixes()) {
      const QString path = folder.filePath(exportable->exportName() + u'.' + suffix);
      widgets::exportTo(*exportable, path);
      QVERIFY2(QFileInfo(path).size() > 20, qPrintable(path));
    }
  }
  QCOMPARE(views, 6);
  widgets::copyToClipboard(*view<widgets::PatternExamples>());
  QCOMPARE(view<widgets::PatternExamples>()->data().rows.size(), std::size_t{6 * 3743});
}

void TestSpectraWindow::takesItIntoUseAndOutAgain() {
  app::Document& document = m_fixture->workbench.session.document;
  const auto* pattern = m_fixture->workbench.window->views().spectrum();
  document.setAlloy(alloy::compositionOf("Co20Ti40Zr40"));
  QVERIFY(m_fixture->workbench.settle());
  const auto shipped = pattern->model();
  QVERIFY(!shipped.generator.contains(QLatin1String("your own")));
  QVERIFY(m_fixture->press(QStringLiteral("Use in the workbench")));
  QTRY_VERIFY(pattern->model().generator.contains(QLatin1String("your own")));
  QVERIFY(m_fixture->workbench.settle());
  QCOMPARE(pattern->model().mean.size(), std::size_t{3743});
  QVERIFY(pattern->model().mean != shipped.mean);
  // The made-up patterns say q1 = 2.4 + 0.4 x(Co).
  QVERIFY(std::abs(pattern->model().peak->direct.shape.q1 - 2.48) < 0.03);
  const QString file =
      m_fixture->workbench.folder.filePath(QStringLiteral("generators/Co-Ti-Zr.safetensors"));
  QVERIFY(QFileInfo::exists(file));
  QVERIFY(m_fixture->press(QStringLiteral("Remove")));
  QVERIFY(m_fixture->workbench.settle());
  QVERIFY(!QFileInfo::exists(file));
  QVERIFY(!pattern->model().generator.contains(QLatin1String("your own")));
  QCOMPARE(pattern->model().mean, shipped.mean);
}

void TestSpectraWindow::savesACopy() {
  const QString path = m_fixture->workbench.folder.filePath(QStringLiteral("mine.safetensors"));
  window().findChild<app::UsePanel*>()->saveTo(path);
  QTRY_VERIFY(QFileInfo::exists(path));
  QCOMPARE(generation::loadGenerator(path.toStdString())->card().rows, std::size_t{20});
}

void TestSpectraWindow::readsOneFile() {
  const std::filesystem::path file =
      m_fixture->workbench.folder.filePath(QStringLiteral("angles.xy")).toStdString();
  {
    std::ofstream angles(file);
    angles << "# 2theta intensity\n";
    for (int i = 0; i <= 900; ++i)
      angles << 10.0 + 0.1 * i << ' ' << 100 + i % 7 << '\n';
  }
  QVERIFY(m_fixture->drop(file));
  // Its wavelength is that of the field, at once.
  QTRY_VERIFY(window().import().patterns()->recipe.wavelengthA.has_value());
  QTRY_VERIFY(view<widgets::PatternPreview>()->model().axis == diffraction::AxisKind::TwoTheta);
  QTRY_COMPARE(view<widgets::PatternPreview>()->model().prepared.size(), std::size_t{3743});
  // Nothing can be learned from a pattern of an unknown alloy.
  QVERIFY(
      m_fixture->control<QLabel>(QStringLiteral("What went wrong with the patterns"))->isVisible());
  QVERIFY(!m_fixture->press(QStringLiteral("Train")));
}

QTEST_MAIN(TestSpectraWindow)
#include "tst_spectra_window.moc"
