#include "engine/alloy/formula.h"
#include "engine/files/references.h"
#include "engine/thermo/mean_melting.h"
#include "engine/thermo/transition_relations.h"
#include "tests/support/paths.h"

#include <QFile>
#include <QTest>

#include <cmath>
#include <string>

using namespace vitrine;
using namespace vitrine::thermo;

class TestTransitionRelations : public QObject {
  Q_OBJECT

 private slots:
  // 0.5 * 2128 + 0.4 * 1357.77 + 0.1 * 933.47 K
  void meanMeltingTemperature() {
    const auto meanK = meanMeltingTemperatureK(alloy::compositionOf("Zr50Cu40Al10"));
    QVERIFY(meanK.has_value());
    QVERIFY(std::abs(*meanK - 1700.455) < 1e-9);
  }

  void unknownMeltingPointGivesNothing() {
    int without = 0;
    for (const auto& element : alloy::elements()) {
      const auto pure = alloy::compositionOf(element.symbol);
      const auto& relation = kTgFromMeanMelting[0];
      QCOMPARE(meanMeltingTemperatureK(pure).has_value(), element.meltingPointK.has_value());
      QCOMPARE(tgFromMeanMeltingK(pure, relation).has_value(), element.meltingPointK.has_value());
      without += element.meltingPointK ? 0 : 1;
    }
    QVERIFY(without > 0);
  }

  void relations() {
    const auto alloy = alloy::compositionOf("Zr50Cu40Al10");
    const auto tg = [&](const char* key) {
      return tgFromMeanMeltingK(alloy, *findRelation(kTgFromMeanMelting, key)).value();
    };
    QVERIFY(std::abs(tg("lu_li") - 654.675) < 1e-3);
    QVERIFY(std::abs(tg("paper") - 686.984) < 1e-3);
    QVERIFY(std::abs(tg("data") - 670.489) < 1e-3);
    QVERIFY(std::abs(tg("data_intercept") - 670.981) < 1e-3);
    QVERIFY(std::abs((*findRelation(kMeltingFromTg, "paper"))(700.0) - 1096.9) < 1e-9);
    QVERIFY(findRelation(kTgFromMeanMelting, "nobody") == nullptr);
    const auto references = files::readReferences(test::resourceDir() / "references.json");
    for (const auto& relation : kTgFromMeanMelting)
      QVERIFY(relation.reference.empty() || references.contains(std::string(relation.reference)));
  }

  // The constants called "data" follow from the shared table; this is where they come from.
  void constantsAreThoseOfTheTable() {
    QFile file(QString::fromStdString((test::sharedDir() / "data/thermal/thermal.csv").string()));
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
      QSKIP("The shared table data/thermal/thermal.csv is not here.");
    QCOMPARE(file.readLine().trimmed(), QByteArray("formula,Tg_K,Tx_K,Tl_K,Tm_K,Dmax_mm,source"));
    struct Sums {
      double n = 0, x = 0, y = 0, xx = 0, xy = 0;
      void add(double a, double b) { n += 1, x += a, y += b, xx += a * a, xy += a * b; }
      [[nodiscard]] double slopeThroughOrigin() const { return xy / xx; }
      [[nodiscard]] double slope() const { return (xy - x * y / n) / (xx - x * x / n); }
      [[nodiscard]] double intercept() const { return (y - slope() * x) / n; }
    } tgOfMean, tlOfTg, tsOfTg;
    while (!file.atEnd()) {
      const auto fields = file.readLine().trimmed().split(',');
      const double tg = fields.at(1).toDouble();
      const auto meanK = meanMeltingTemperatureK(alloy::compositionOf(fields.at(0).toStdString()));
      QVERIFY(meanK.has_value());
      tgOfMean.add(*meanK, tg);
      if (!fields.at(3).isEmpty())
        tlOfTg.add(tg, fields.at(3).toDouble());
      if (!fields.at(4).isEmpty())
        tsOfTg.add(tg, fields.at(4).toDouble());
    }
    QCOMPARE(tgOfMean.n, 1437.0);
    QVERIFY(std::abs(tgOfMean.slopeThroughOrigin() - 0.3943) < 5e-5);
    // The last digits of this pair hang on the melting points: 1 K at yttrium is 1e-5 and 0.01 K.
    QVERIFY(std::abs(tgOfMean.slope() - 0.4187) < 1e-4);
    QVERIFY(std::abs(tgOfMean.intercept() + 41.0) < 0.1);
    QVERIFY(std::abs(tlOfTg.slopeThroughOrigin() - 1.7246) < 5e-5);
    QVERIFY(std::abs(tsOfTg.slopeThroughOrigin() - 1.6140) < 5e-5);
  }
};

QTEST_APPLESS_MAIN(TestTransitionRelations)
#include "tst_transition_relations.moc"
