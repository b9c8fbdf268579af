// The tables of alloys that the program ships: every formula is read without a remark, every source
// is in the list of references.
#include "engine/alloy/formula.h"
#include "engine/core/error.h"
#include "engine/files/references.h"
#include "engine/files/samples.h"
#include "tests/support/paths.h"

#include <QFile>
#include <QTest>

#include <cmath>
#include <set>
#include <string>

using namespace vitrine;

class TestShippedAlloys : public QObject {
  Q_OBJECT

 private slots:
  void referenceAlloys() {
    const auto references = files::readReferences(test::resourceDir() / "references.json");
    const auto path = test::resourceDir() / "reference_alloys/reference_alloys.csv";
    QFile file(QString::fromStdString(path.string()));
    QVERIFY(file.open(QIODevice::ReadOnly | QIODevice::Text));
    QCOMPARE(file.readLine().trimmed(),
             QByteArray("formula,Tg_K,Tg_rheological_K,Tl_K,m,Dmax_mm,source"));
    std::set<std::string> seen;
    int rows = 0;
    while (!file.atEnd()) {
      const auto fields = file.readLine().trimmed().split(',');
      QCOMPARE(fields.size(), 7);
      const auto parsed = alloy::parseFormula(fields[0].toStdString());
      QVERIFY2(parsed.composition && std::abs(parsed.writtenSum - 100.0) < 0.11, fields[0]);
      QVERIFY2(seen.insert(parsed.composition->formula()).second, fields[0]);
      QVERIFY2(references.contains(fields[6].toStdString()), fields[6]);
      // Exactly one of the two kinds of Tg, and it lies below the liquidus.
      QVERIFY2(fields[1].isEmpty() != fields[2].isEmpty(), fields[0]);
      const double tg = (fields[1].isEmpty() ? fields[2] : fields[1]).toDouble();
      QVERIFY2(tg > 250.0 && tg < 1000.0, fields[0]);
      if (!fields[3].isEmpty()) {
        const double trg = tg / fields[3].toDouble();
        QVERIFY2(trg > 0.4 && trg < 0.72, fields[0]);
      }
      if (!fields[4].isEmpty())
        QVERIFY2(fields[4].toDouble() > 25.0 && fields[4].toDouble() < 100.0, fields[0]);
      ++rows;
    }
    QVERIFY(rows >= 40);
  }

  void samples() {
    const auto references = files::readReferences(test::resourceDir() / "references.json");
    const auto samples = files::readSamples(test::resourceDir() / "samples/samples.json");
    QVERIFY(samples.size() >= 10);
    for (const auto& sample : samples) {
      QVERIFY2(alloy::parseFormula(sample.formula).composition, sample.formula.c_str());
      QVERIFY2(references.contains(sample.source), sample.source.c_str());
      QVERIFY(!sample.title.empty() && !sample.description.empty());
    }
  }

  void badSamplesAreRefused_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("no JSON") << QByteArray("[");
    QTest::newRow("no list") << QByteArray("{}");
    QTest::newRow("no object") << QByteArray(R"({"samples": ["Zr"]})");
    QTest::newRow("no formula") << QByteArray(
        R"({"samples": [{"title": "a", "description": "b", "source": "c"}]})");
  }
  void badSamplesAreRefused() {
    QFETCH(QByteArray, json);
    try {
      files::parseSamples(json.toStdString(), "samples.json");
      QFAIL("accepted");
    } catch (const Error& error) {
      QCOMPARE(error.code(), ErrorCode::Damaged);
    }
  }
};

QTEST_APPLESS_MAIN(TestShippedAlloys)
#include "tst_shipped_alloys.moc"
