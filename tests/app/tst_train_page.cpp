// From a table of the desk to a model that speaks in the workbench, in the real windows.

#include "app/training/kept_models_panel.h"
#include "app/training/train_page.h"
#include "engine/prediction/property_model.h"
#include "tests/app/data_fixture.h"
#include "tests/engine/prediction/synthetic.h"
#include "widgets/cards/link_button.h"
#include "widgets/cards/property_card.h"
#include "widgets/cards/property_cards.h"
#include "widgets/export/export.h"
#include "widgets/parity/parity_plot.h"
#include "widgets/plot/plot.h"
#include "widgets/training/calibration_plot.h"
#include "widgets/training/contribution_chart.h"
#include "widgets/training/error_curves.h"
#include "widgets/training/residual_plot.h"
#include "widgets/training/sheet.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>
#include <cmath>
#include <memory>

using namespace vitrine;

class TestTrainPage : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    if (!test::hasModels())
      QSKIP("the shipped models are not there");
    m_fixture = std::make_unique<test::DataFixture>();
    QVERIFY(m_fixture->window != nullptr);
    QVERIFY(m_fixture->workbench.settle());
  }
  void cleanupTestCase() { m_fixture.reset(); }

  void saysWhatIsMissing();
  void trainsAndShowsResults();
  void pointsAndRowsFollowEachOther();
  void learningCurves();
  void everythingIsExported();
  void otherChoicesMakeItStale();
  void keepsAndUsesAModel();
  void oneClickLeadsBack();
  void renamesExportsAndDeletes();
  void leavesElementsOut();
  void severalTablesAreMerged();
  void anotherColumn();
  void cancelsWhileBusy();
  void closesWhileBusy();

 private:
  template <class T>
  T* control(const QString& name) {
    for (T* widget : page()->findChildren<T*>())
      if (widget->accessibleName() == name)
        return widget;
    return nullptr;
  }
  template <class T>
  T* view() {
    return page()->findChild<T*>();
  }
  app::TrainPage* page() { return m_fixture->window->findChild<app::TrainPage*>(); }
  app::TableDesk& desk() { return m_fixture->desk(); }
  bool press(const QString& text) {
    for (auto* button : page()->findChildren<QAbstractButton*>())
      if (button->text().remove(u'&') == text && button->isVisible() && button->isEnabled()) {
        QTest::mouseClick(button, Qt::LeftButton);
        return true;
      }
    return false;
  }
  bool toggle(const QString& text) {
    for (auto* box : page()->findChildren<QCheckBox*>())
      if (box->text() == text) {
        const bool before = box->isChecked();
        QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
        return box->isChecked() != before;
      }
    return false;
  }
  void showResults(const QString& tab) {
    for (auto* tabs : page()->findChildren<QTabWidget*>())
      for (int i = 0; i < tabs->count(); ++i)
        if (tabs->tabText(i) == tab)
          QTest::mouseClick(tabs->tabBar(), Qt::LeftButton, {},
                            tabs->tabBar()->tabRect(i).center());
  }
  void setSplits(int count) {
    auto* box = control<QSpinBox>(QStringLiteral("Number of splits"));
    box->setFocus();
    box->selectAll();
    QTest::keyClicks(box, QString::number(count));
    QTest::keyClick(box, Qt::Key_Return);
  }
  bool train() {
    QSignalSpy finished(&page()->run(), &app::StudyRun::finished);
    return press(QStringLiteral("Train")) &&
           (finished.count() > 0 || finished.wait(120'000) || finished.count() > 0);
  }
  const widgets::PropertyCard& tgCard() {
    const auto* cards = m_fixture->workbench.window->findChild<widgets::PropertyCards*>();
    return cards->model().cards.front();
  }

  std::unique_ptr<test::DataFixture> m_fixture;
  app::TableId m_table = 0;
};

void TestTrainPage::saysWhatIsMissing() {
  auto* tabs = m_fixture->window->pages();
  for (int i = 0; i < tabs->count(); ++i)
    if (tabs->tabText(i) == QLatin1String("Train"))
      QTest::mouseClick(tabs->tabBar(), Qt::LeftButton, {}, tabs->tabBar()->tabRect(i).center());
  QVERIFY(page()->isVisible());
  QVERIFY(!press(QStringLiteral("Train")));
  QVERIFY(!view<widgets::ParityPlot>()->model().message.isEmpty());
  m_table = desk().add(test::syntheticTable(24, 5));
  auto* tables = control<QListWidget>(QStringLiteral("Tables to learn from"));
  QCOMPARE(tables->count(), 1);
  QCOMPARE(tables->item(0)->checkState(), Qt::Checked);
}

void TestTrainPage::trainsAndShowsResults() {
  for (const char* slow : {"Extra trees", "Random forest", "Gradient boosting"})
    QVERIFY(toggle(QLatin1String(slow)));
  setSplits(3);
  QVERIFY(train());
  const auto& result = *page()->run().study().result;
  QCOMPARE(result.request.seeds, 3);
  QCOMPARE(result.reports.size(), std::size_t{2});
  QCOMPARE(result.request.tables, std::vector<app::TableId>{m_table});

  const auto& scores = control<widgets::Sheet>(QStringLiteral("Scores"))->model();
  // Three models, their blend, the line; R², RMSE and MAE of two splits.
  QCOMPARE(scores.rows.size(), std::size_t{5});
  QCOMPARE(scores.headers.size(), 7);
  QCOMPARE(scores.strongRow, 3);
  QCOMPARE(std::get<double>(scores.numbers.rows[3][3]),
           result.reports[0].models.at("blend").rmseK.mean);
  QCOMPARE(std::get<double>(scores.numbers.rows[4][3]), result.reports[0].linear.rmseK.mean);
  // The paper's table stands below it, with its source.
  QTRY_COMPARE(control<widgets::Sheet>(QStringLiteral("Published models of the melting "
                                                      "temperature"))
                   ->model()
                   .rows.size(),
               std::size_t{10});

  showResults(QStringLiteral("Predicted and measured"));
  const auto& parity = view<widgets::ParityPlot>()->model();
  QCOMPARE(parity.series.size(), std::size_t{4});
  QCOMPARE(parity.formulas.size(), result.reports[0].heldOut.size());
  QVERIFY(!parity.stale);
  QCOMPARE(view<widgets::CalibrationPlot>()->model().points.size(), std::size_t{10});
  QCOMPARE(view<widgets::ContributionChart>()->model().bars.size(), std::size_t{9});

  // The plots follow the split.
  auto* split = control<QComboBox>(QStringLiteral("Judged by"));
  split->setFocus();
  QTest::keyClick(split, Qt::Key_Down);
  QCOMPARE(view<widgets::ParityPlot>()->model().split, widgets::ParitySplit::Grouped);
  QCOMPARE(view<widgets::ParityPlot>()->model().formulas.size(), result.reports[1].heldOut.size());
}

void TestTrainPage::pointsAndRowsFollowEachOther() {
  showResults(QStringLiteral("Residuals"));
  auto* residuals = view<widgets::ResidualPlot>();
  const auto& model = residuals->model();
  QVERIFY(!model.percent.empty());
  auto* plot = residuals->plots().front();
  QTest::mouseClick(plot, Qt::LeftButton, {},
                    plot->toPixels({model.percent[4], model.residualK[4]}).toPoint());
  QVERIFY(!desk().selection().empty());
  const std::size_t row = desk().selection().front();
  const auto& composition = desk().table(m_table).rows[row].composition;
  QVERIFY(residuals->model().selected >= 0);
  const auto at = static_cast<std::size_t>(residuals->model().selected);
  QCOMPARE(residuals->model().formulas[static_cast<qsizetype>(at)],
           QString::fromStdString(composition.formula()));
  QCOMPARE(view<widgets::ParityPlot>()->model().selectedFormula,
           QString::fromStdString(composition.formula()));

  // The other way: a row of the table is ringed in the plots.
  const auto& heldOut = page()->run().study().result->reports[1].heldOut;
  desk().setSelection({heldOut.back().tableRow});
  QCOMPARE(view<widgets::ParityPlot>()->model().selectedFormula,
           QString::fromStdString(heldOut.back().formula));
  emit view<widgets::ParityPlot>()->alloySelected(QString::fromStdString(heldOut[0].formula));
  QVERIFY(std::ranges::find(desk().selection(), heldOut[0].tableRow) != desk().selection().end());
}

void TestTrainPage::learningCurves() {
  showResults(QStringLiteral("Learning curves"));
  QVERIFY(press(QStringLiteral("Compute the learning curves")));
  QTRY_VERIFY_WITH_TIMEOUT(page()->run().learning().result != nullptr, 120'000);
  const auto& model = view<widgets::ErrorCurves>()->model();
  QCOMPARE(model.series.size(), std::size_t{4});  // three models and the line
  for (const auto& series : model.series)
    QCOMPARE(series.points.size(), std::size_t{5});
  QVERIFY(!model.stale);
}

void TestTrainPage::everythingIsExported() {
  const auto folder = m_fixture->workbench.folder.filePath(QStringLiteral("exports"));
  QVERIFY(QDir().mkpath(folder));
  const std::vector<const widgets::Exportable*> views{
      view<widgets::ParityPlot>(),        view<widgets::ResidualPlot>(),
      view<widgets::CalibrationPlot>(),   view<widgets::ErrorCurves>(),
      view<widgets::ContributionChart>(), control<widgets::Sheet>(QStringLiteral("Scores"))};
  for (const auto* each : views) {
    QVERIFY(!each->exportName().isEmpty());
    for (const char* suffix : {"svg", "csv"}) {
      const QString file = folder + u'/' + each->exportName() + u'.' + QLatin1String(suffix);
      widgets::exportTo(*each, file);
      QVERIFY(QFile(file).size() > 100);
    }
  }
  const auto& result = *page()->run().study().result;
  const QString json = folder + QStringLiteral("/study.json");
  page()->exportStudy(json);
  QTRY_VERIFY(QFile::exists(json));
  QFile text(json);
  QVERIFY(text.open(QIODevice::ReadOnly));
  const auto study = QJsonDocument::fromJson(text.readAll()).object();
  const auto random =
      study["splits"].toObject()["random"].toObject()["models"].toObject()["blend"].toObject();
  QCOMPARE(random["rmse_K"].toDouble(), result.reports[0].models.at("blend").rmseK.mean);
  QVERIFY(study["card"].toObject().contains(QStringLiteral("scores")));
  const QString csv = folder + QStringLiteral("/study.csv");
  page()->exportStudy(csv);
  QTRY_VERIFY(QFile::exists(csv));
  QFile rows(csv);
  QVERIFY(rows.open(QIODevice::ReadOnly));
  QCOMPARE(static_cast<std::size_t>(rows.readAll().count('\n')),
           1 + result.reports[0].heldOut.size() + result.reports[1].heldOut.size());
}

void TestTrainPage::otherChoicesMakeItStale() {
  setSplits(4);
  QVERIFY(view<widgets::ParityPlot>()->model().stale);
  QVERIFY(view<widgets::ErrorCurves>()->model().stale);
  QVERIFY(control<widgets::Sheet>(QStringLiteral("Scores"))->model().stale);
  setSplits(3);
  QVERIFY(!view<widgets::ParityPlot>()->model().stale);
  // A cell of the table is edited: what was computed is stale, and rows are not selected by it.
  desk().edit(m_table, dataset::setValue(desk().table(m_table), 0, 0, 600.0),
              QStringLiteral("Set Tg"));
  QVERIFY(view<widgets::ParityPlot>()->model().stale);
  bool said = false;
  for (auto* label : page()->findChildren<QLabel*>())
    said = said || (label->isVisible() && label->text().startsWith(QLatin1String("Stale")));
  QVERIFY(said);
  desk().setSelection({1});
  emit view<widgets::ParityPlot>()->alloySelected(
      view<widgets::ParityPlot>()->model().formulas.back());
  QCOMPARE(desk().selection(), std::vector<std::size_t>{1});
  desk().undoStack()->undo();
  QVERIFY(train());
  QVERIFY(!view<widgets::ParityPlot>()->model().stale);
}

void TestTrainPage::keepsAndUsesAModel() {
  showResults(QStringLiteral("Models kept"));
  const auto before = tgCard();
  QVERIFY(before.badge.isEmpty());
  auto* name = control<QLineEdit>(QStringLiteral("Name of the model"));
  QVERIFY(!press(QStringLiteral("Keep")));  // without a name
  name->setFocus();
  QTest::keyClicks(name, QStringLiteral("made up: 24/5"));
  QVERIFY(press(QStringLiteral("Keep")));
  auto& models = m_fixture->workbench.session.models;
  QTRY_COMPARE(models.own().size(), std::size_t{1});
  QCOMPARE(models.own()[0].name, QStringLiteral("made up: 24/5"));
  QCOMPARE(models.own()[0].card.rows, std::size_t{120});
  // The same name again is refused in one sentence.
  QVERIFY(press(QStringLiteral("Keep")));
  QVERIFY(control<QLabel>(QStringLiteral("What went wrong with the models"))
              ->text()
              .contains(QLatin1String("already")));

  auto* sheet = control<widgets::Sheet>(QStringLiteral("Kept models"));
  QCOMPARE(sheet->rowCount(), 3);  // with the two shipped ones
  QTest::mouseClick(sheet->viewport(), Qt::LeftButton, {},
                    sheet->visualItemRect(sheet->item(0, 0)).center());
  const std::string generation = models.generation();
  QVERIFY(press(QStringLiteral("Use in the workbench")));
  QTRY_VERIFY(models.generation() != generation);
  QVERIFY(m_fixture->workbench.settle());
  QVERIFY2(tgCard().badge.contains(QLatin1String("made up: 24/5")), qPrintable(tgCard().badge));
  QVERIFY(tgCard().method.contains(QLatin1String("synthetic.csv")));
  QVERIFY(tgCard().value && before.value);
  QVERIFY(std::abs(*tgCard().value - *before.value) > 1.0);
  // It is what the model says.
  const auto model = models.model(prediction::Property::Tg);
  const auto estimate =
      model->estimate(m_fixture->workbench.session.document.alloy(), RunContext());
  QCOMPARE(*tgCard().value, *estimate.valueK);
  QCOMPARE(m_fixture->workbench.settings.ownModel(prediction::Property::Tg),
           QStringLiteral("made up: 24/5"));
}

void TestTrainPage::oneClickLeadsBack() {
  widgets::PropertyCardView* card = nullptr;
  for (auto* each : m_fixture->workbench.window->findChildren<widgets::PropertyCardView*>())
    if (each->card().key == QLatin1String("Tg"))
      card = each;
  QVERIFY(card != nullptr);
  QVERIFY(card->badge()->isVisible());
  QTest::mouseClick(card->badge(), Qt::LeftButton);
  QTRY_VERIFY(tgCard().badge.isEmpty());
  QVERIFY(m_fixture->workbench.settle());
  QVERIFY(!card->badge()->isVisible());
  const auto shipped = prediction::loadPropertyModel(test::modelFile(prediction::Property::Tg))
                           ->estimate(m_fixture->workbench.session.document.alloy(), RunContext());
  QCOMPARE(*tgCard().value, *shipped.valueK);
  QVERIFY(m_fixture->workbench.settings.ownModel(prediction::Property::Tg).isEmpty());
}

void TestTrainPage::renamesExportsAndDeletes() {
  m_fixture->window->activateWindow();
  auto& models = m_fixture->workbench.session.models;
  auto* sheet = control<widgets::Sheet>(QStringLiteral("Kept models"));
  const auto choose = [&] {
    QTest::mouseClick(sheet->viewport(), Qt::LeftButton, {},
                      sheet->visualItemRect(sheet->item(0, 0)).center());
  };
  auto* name = control<QLineEdit>(QStringLiteral("Name of the model"));
  choose();
  name->clear();
  QTest::keyClicks(name, QStringLiteral("other"));
  QVERIFY(press(QStringLiteral("Rename")));
  QTRY_COMPARE(models.own().at(0).name, QStringLiteral("other"));
  choose();
  const auto file = m_fixture->workbench.folder.filePath(QStringLiteral("mine.vitrine-model"));
  page()->findChild<app::KeptModelsPanel*>()->exportTo(file);
  QTRY_VERIFY(QFile::exists(file));
  QCOMPARE(prediction::loadPropertyModel(file.toStdString())->card().rows, std::size_t{120});
  choose();
  QVERIFY(press(QStringLiteral("Delete")));
  QTRY_VERIFY(models.own().empty());
}

void TestTrainPage::leavesElementsOut() {
  QVERIFY(toggle(QStringLiteral("Random rows")));
  QVERIFY(toggle(QStringLiteral("Whole alloy systems")));
  QVERIFY(!press(QStringLiteral("Train")));
  QVERIFY(toggle(QStringLiteral("One element left out")));
  QVERIFY(train());
  showResults(QStringLiteral("Scores"));
  const auto& report = page()->run().study().result->reports.at(0);
  const auto& sheet =
      control<widgets::Sheet>(QStringLiteral("Scores of the elements left out"))->model();
  QCOMPARE(sheet.rows.size(), report.elements.size());
  QCOMPARE(report.elements.size() + report.notLeft.size(), std::size_t{9});
  QCOMPARE(view<widgets::ParityPlot>()->model().split, widgets::ParitySplit::ElementLeftOut);
}

void TestTrainPage::severalTablesAreMerged() {
  QVERIFY(toggle(QStringLiteral("One element left out")));
  QVERIFY(toggle(QStringLiteral("Random rows")));
  auto second = test::syntheticTable(16, 5, 2);
  second.name = "second.csv";
  second.rows.push_back(desk().table(m_table).rows.front());  // one alloy stands in both
  const auto other = desk().add(std::move(second));
  auto* tables = control<QListWidget>(QStringLiteral("Tables to learn from"));
  QCOMPARE(tables->count(), 2);
  tables->setCurrentRow(1);
  QTest::keyClick(tables, Qt::Key_Space);
  QCOMPARE(tables->item(1)->checkState(), Qt::Checked);
  QVERIFY(train());
  const auto& data = page()->run().study().result->data;
  QCOMPARE(data.origins.front().size(), std::size_t{2});
  QCOMPARE(data.origins.front()[1].table, other);
  QCOMPARE(data.origins.front()[1].row, std::size_t{80});
  QCOMPARE(page()->run().study().result->model->card().dataName,
           std::string("synthetic.csv + second.csv"));
  desk().remove(other);
  QVERIFY(view<widgets::ParityPlot>()->model().stale);
}

// A column without a unit, named otherwise, and a straight line of the contents: the page says what
// that means.
void TestTrainPage::anotherColumn() {
  auto table = test::syntheticTable(24, 5);
  table.name = "mixture.csv";
  table.columns[1] = {"MP", ""};
  for (auto& row : table.rows)
    row.values[1] = 900.0 + 4.0 * row.composition.percent(40) - 2.0 * row.composition.percent(29);
  desk().remove(m_table);
  m_table = desk().add(std::move(table));
  auto* column = control<QComboBox>(QStringLiteral("Column to learn"));
  column->setFocus();
  QTest::keyClicks(column, QStringLiteral("MP"));
  QCOMPARE(column->currentText(), QStringLiteral("MP"));
  QVERIFY(train());
  QCOMPARE(page()->run().study().result->request.column, std::string("MP"));
  QVERIFY(page()->run().study().result->reports[0].linear.rmseK.mean < 1e-6);
  bool said = false;
  for (auto* label : page()->findChildren<QLabel*>())
    said = said || label->text().contains(QLatin1String("plain linear regression"));
  QVERIFY(said);
}

void TestTrainPage::cancelsWhileBusy() {
  for (const char* slow : {"Extra trees", "Random forest", "Gradient boosting"})
    QVERIFY(toggle(QLatin1String(slow)));
  setSplits(50);
  const auto before = page()->run().study().result;
  QVERIFY(press(QStringLiteral("Train")));
  QVERIFY(page()->run().study().running);
  QTRY_VERIFY_WITH_TIMEOUT(page()->run().fraction() > 0.0, 60'000);
  QVERIFY(!press(QStringLiteral("Train")));
  auto* cancel = control<QToolButton>(QStringLiteral("Cancel the training"));
  QTRY_VERIFY(cancel->isVisible());
  QTest::mouseClick(cancel, Qt::LeftButton);
  QVERIFY(!page()->run().study().running);
  QTRY_VERIFY(m_fixture->workbench.session.runner.isIdle());
  QVERIFY(page()->run().study().result == before);
  QTRY_VERIFY(!cancel->isVisible());
}

void TestTrainPage::closesWhileBusy() {
  QVERIFY(press(QStringLiteral("Train")));
  QTRY_VERIFY_WITH_TIMEOUT(page()->run().fraction() > 0.0, 60'000);
  desk().setSaved(m_table);  // or closing would ask
  m_fixture->workbench.window->close();
  QVERIFY(m_fixture->workbench.session.runner.isIdle());
}

QTEST_MAIN(TestTrainPage)
#include "tst_train_page.moc"
