#include "engine/core/error.h"
#include "engine/files/published_scores.h"
#include "tests/support/paths.h"

#include <QTest>

#include <algorithm>
#include <string>

using namespace vitrine;
using namespace vitrine::files;

class TestPublishedScores : public QObject {
  Q_OBJECT

 private slots:
  // Table II as printed: its best RMSE, its largest set, and the paper's own bounds.
  void theShippedTable() {
    const auto scores = readPublishedScores(test::resourceDir() / "published/melting_models.json");
    QCOMPARE(scores.source, std::string("que2025"));
    QCOMPARE(scores.models.size(), std::size_t{10});
    long most = 0;
    for (const auto& model : scores.models)
      most = std::max(most, model.rows);
    QCOMPARE(most, 28148L);
    const auto& own = scores.models[7];
    QCOMPARE(own.rows, 715L);
    QCOMPARE(own.r2Percent, std::string("> 98.0"));
    QCOMPARE(own.rmseK, std::string("< 39"));
  }

  void refusesInOneSentence() {
    const auto failure = [](const char* json) {
      try {
        static_cast<void>(parsePublishedScores(json, "x.json"));
      } catch (const Error& error) {
        return std::string(error.what());
      }
      return std::string();
    };
    QCOMPARE(failure("nothing"), std::string("The published figures x.json cannot be read: it is "
                                             "not JSON with a list \"rows\"."));
    QCOMPARE(
        failure(R"({"source": "a", "table": "b", "rows": []})"),
        std::string("The published figures x.json cannot be read: there is no text \"note\"."));
    QCOMPARE(failure(R"({"source": "a", "table": "b", "note": "", "rows": [{"rows": "many"}]})"),
             std::string(
                 "The published figures x.json cannot be read: an entry has no number \"rows\"."));
    QVERIFY(failure(R"({"source": "a", "table": "b", "note": "", "rows": [7]})").size() > 20);
  }
};

QTEST_APPLESS_MAIN(TestPublishedScores)
#include "tst_published_scores.moc"
