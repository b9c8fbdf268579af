#include "engine/core/error.h"
#include "engine/files/references.h"
#include "tests/support/paths.h"

#include <QTest>

#include <set>

using namespace vitrine;
using namespace vitrine::files;

class TestReferences : public QObject {
  Q_OBJECT

 private slots:
  void shippedListIsComplete() {
    const auto references = readReferences(test::resourceDir() / "references.json");
    QVERIFY(references.size() >= 50);
    std::set<std::string> dois;
    for (const auto& [key, reference] : references) {
      QCOMPARE(reference.key, key);
      QVERIFY2(!reference.source.empty(), key.c_str());
      QVERIFY2(!reference.authors.empty() || !reference.title.empty(), key.c_str());
      QVERIFY2(reference.year == 0 || (reference.year >= 1900 && reference.year <= 2030),
               key.c_str());
      if (!reference.doi.empty()) {
        QVERIFY2(reference.doi.starts_with("10."), key.c_str());
        QVERIFY2(dois.insert(reference.doi).second, key.c_str());
      }
    }
    for (const char* key : {"que2025", "lu2009", "johnson2016", "mirigian2014a", "phan2021",
                            "geurts2006", "breiman2001", "chen2016", "chang2011", "lundberg2020",
                            "lei2018", "wertheim1963", "angell1995", "vogel1921", "lu2002"})
      QVERIFY2(references.contains(key), key);
  }

  void citationTexts() {
    const auto references = readReferences(test::resourceDir() / "references.json");
    QCOMPARE(citation(references.at("geurts2006")),
             std::string("P. Geurts, D. Ernst, L. Wehenkel, Extremely randomized trees, "
                         "Machine Learning 63, 3 (2006), doi:10.1007/s10994-006-6226-1"));
    // Nobody told the title.
    Reference untitled = references.at("vogel1921");
    untitled.title.clear();
    QCOMPARE(citation(untitled), std::string("H. Vogel, Physikalische Zeitschrift 22, 645 (1921)"));
  }

  void badListsGiveOneSentence_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("says");
    QTest::newRow("no JSON") << QByteArray("hello") << "not JSON";
    QTest::newRow("empty") << QByteArray() << "not JSON";
    QTest::newRow("truncated") << QByteArray(R"({"references": [{"key": "a")") << "not JSON";
    QTest::newRow("no list") << QByteArray(R"({"references": 3})") << "not JSON";
    QTest::newRow("entry") << QByteArray(R"({"references": [3]})") << "not an object";
    QTest::newRow("no key") << QByteArray(R"({"references": [{"title": "T"}]})") << "no key";
    QTest::newRow("year") << QByteArray(R"({"references": [{"key": "a", "year": "x"}]})")
                          << "whole number";
    QTest::newRow("title") << QByteArray(R"({"references": [{"key": "a", "title": 1}]})")
                           << "not a text";
    QTest::newRow("twice") << QByteArray(R"({"references": [{"key": "a"}, {"key": "a"}]})")
                           << "twice";
  }
  void badListsGiveOneSentence() {
    QFETCH(QByteArray, json);
    QFETCH(QString, says);
    try {
      parseReferences(json.toStdString(), "list.json");
      QFAIL("accepted");
    } catch (const Error& error) {
      QCOMPARE(error.code(), ErrorCode::Damaged);
      QVERIFY2(QString(error.what()).contains(says), error.what());
      QVERIFY(QString(error.what()).contains("list.json"));
    }
  }

  void missingFileIsSaid() {
    try {
      readReferences("/nowhere/references.json");
      QFAIL("accepted");
    } catch (const Error& error) {
      QCOMPARE(error.code(), ErrorCode::CannotRead);
    }
  }
};

QTEST_APPLESS_MAIN(TestReferences)
#include "tst_references.moc"
