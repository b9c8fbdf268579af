#include "engine/alloy/formula.h"
#include "engine/prediction/training.h"
#include "tests/support/paths.h"

#include <QTest>

#include <cmath>
#include <filesystem>

using namespace vitrine;
using namespace vitrine::prediction;

namespace {

std::filesystem::path fileOf(Property property) {
  return test::resourceDir() / "models" / modelFileName(property);
}

}  // namespace

class TestShippedModels : public QObject {
  Q_OBJECT

 private slots:
  void areSmall() {
    std::uintmax_t bytes = 0;
    for (const Property property : {Property::Tg, Property::Tm})
      bytes += std::filesystem::file_size(fileOf(property));
    QVERIFY2(bytes < 20'000'000, qPrintable(QString::number(bytes)));
  }

  // Table I of Que et al. 2025: measured Tg and Tm (liquidus) in K. These alloys are in the
  // training data, so the interval has to hold them.
  void tableOneOfThePaper_data() {
    QTest::addColumn<QString>("formula");
    QTest::addColumn<double>("tgK");
    QTest::addColumn<double>("tmK");
    QTest::addRow("1") << "Cu60Zr33Ti7" << 740.0 << 1191.0;
    QTest::addRow("2") << "Cu54Ag6Zr33Ti7" << 709.0 << 1135.0;
    QTest::addRow("3") << "Cu46.4Ag11.6Zr35Ti7" << 689.0 << 1119.0;
    QTest::addRow("4") << "Cu44.25Ag14.75Zr35Ti6" << 693.0 << 1112.0;
    QTest::addRow("5") << "Cu44.25Ag14.75Zr36Ti5" << 700.0 << 1115.0;
  }
  void tableOneOfThePaper() {
    QFETCH(QString, formula);
    QFETCH(double, tgK);
    QFETCH(double, tmK);
    const auto alloy = alloy::compositionOf(formula.toStdString());
    for (const Property property : {Property::Tg, Property::Tm}) {
      const auto model = loadPropertyModel(fileOf(property));
      const auto estimate = model->estimate(alloy, RunContext());
      const double measured = property == Property::Tg ? tgK : tmK;
      QVERIFY2(estimate.interval90->lo <= measured && measured <= estimate.interval90->hi,
               qPrintable(QString("%1: %2 to %3, measured %4")
                              .arg(formula)
                              .arg(estimate.interval90->lo)
                              .arg(estimate.interval90->hi)
                              .arg(measured)));
      for (const auto& value : estimate.modelsK)
        QVERIFY(value.has_value());
    }
  }

  void knowTheirQuality() {
    for (const Property property : {Property::Tg, Property::Tm}) {
      const auto model = loadPropertyModel(fileOf(property));
      const auto& card = model->card();
      QCOMPARE(card.property, property);
      QVERIFY(card.rows > 1000);
      QCOMPARE(card.rows, model->outOfFold().size());
      QVERIFY(card.groupedScores.at("blend").rmseK < (property == Property::Tg ? 23.0 : 52.0));
      QVERIFY(card.coverage90 > 0.86 && card.coverage90 < 0.94);
      // The card's score is that of the stored rows (32-bit floats there).
      double square = 0.0;
      for (const auto& row : model->outOfFold())
        square += std::pow(row.measuredK - row.groupedK[kBlend], 2);
      const double rmse = std::sqrt(square / static_cast<double>(model->outOfFold().size()));
      QVERIFY(std::abs(rmse - card.groupedScores.at("blend").rmseK) < 1e-3);
      QVERIFY(!card.dataSources.empty());
    }
  }

  void contributionsAddUp() {
    const auto alloy = alloy::compositionOf("Zr50Cu40Al10");
    for (const Property property : {Property::Tg, Property::Tm}) {
      const auto model = loadPropertyModel(fileOf(property));
      const auto contributions = model->contributions(alloy, RunContext());
      double sum = contributions.baseK + contributions.othersK;
      for (const auto& element : contributions.elements)
        sum += element.deltaK;
      QVERIFY(std::abs(sum - *model->estimate(alloy, RunContext()).valueK) < 0.01);
    }
  }

  void meltHigherThanTheyVitrify() {
    const auto tg = loadPropertyModel(fileOf(Property::Tg));
    const auto tm = loadPropertyModel(fileOf(Property::Tm));
    for (const char* formula : {"Zr50Cu50", "Pd40Ni40P20", "La60Ni15Al25", "Fe80B20",
                                "Zr41.2Ti13.8Cu12.5Ni10Be22.5", "Mg65Cu25Y10"}) {
      const auto alloy = alloy::compositionOf(formula);
      const double ratio =
          *tg->estimate(alloy, RunContext()).valueK / *tm->estimate(alloy, RunContext()).valueK;
      // The collection's own limits for Tg/Tl.
      QVERIFY2(ratio > 0.38 && ratio < 0.75, formula);
    }
  }
};

QTEST_APPLESS_MAIN(TestShippedModels)
#include "tst_shipped_models.moc"
