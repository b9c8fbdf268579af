#include "engine/alloy/formula.h"
#include "engine/core/error.h"
#include "engine/core/random.h"
#include "engine/prediction/model_file.h"
#include "tests/engine/prediction/synthetic.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace vitrine;
using namespace vitrine::prediction;

namespace {

std::shared_ptr<const PropertyModel> model() {
  static const auto trained = [] {
    auto options = test::quickOptions();
    options.features = FeatureSet::Averages;
    options.dataSources = "made for a test";
    return trainPropertyModel(test::syntheticTable(14, 5), options, RunContext());
  }();
  return trained;
}

/// What reading these sections fails with; empty where it succeeds.
std::string failure(const files::ModelContainer& container) {
  try {
    unpackModel(container);
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

}  // namespace

class TestModelFile : public QObject {
  Q_OBJECT

 private slots:
  void roundTrip() {
    const QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath("a.vitrine-model").toStdString();
    savePropertyModel(*model(), file);
    const auto read = loadPropertyModel(file);
    for (const char* formula : {"Zr50Cu40Al10", "Fe100", "Pd50La50"}) {
      const auto alloy = alloy::compositionOf(formula);
      const auto a = model()->estimate(alloy, RunContext()),
                 b = read->estimate(alloy, RunContext());
      QCOMPARE(*b.valueK, *a.valueK);
      QCOMPARE(b.interval90->lo, a.interval90->lo);
      QCOMPARE(b.domain, a.domain);
      QCOMPARE(b.neighbours.front().formula, a.neighbours.front().formula);
      QCOMPARE(b.neighbours.front().source, std::string("made"));
    }
    QCOMPARE(cardJson(read->card()), cardJson(model()->card()));
    QCOMPARE(read->outOfFold().size(), model()->outOfFold().size());
    for (std::size_t i = 0; i < read->outOfFold().size(); ++i) {
      const auto &a = model()->outOfFold()[i], &b = read->outOfFold()[i];
      QCOMPARE(b.formula, a.formula);
      QCOMPARE(b.measuredK, a.measuredK);
      QVERIFY(std::abs(b.groupedK[kBlend] - a.groupedK[kBlend]) < 1e-3);
      QVERIFY(std::isnan(b.randomK[0]));  // no extra trees in this one
    }
  }

  void cardSurvivesJson() {
    auto card = model()->card();
    card.randomScores["blend"].r2 = std::nan("");
    const auto read = cardFromJson(cardJson(card));
    QVERIFY(std::isnan(read.randomScores.at("blend").r2));
    QCOMPARE(read.dataSources, std::string("made for a test"));
    QCOMPARE(read.trained, std::string("2026-01-31"));
    QVERIFY(read.settings == card.settings);
    QVERIFY(read.blendWeights == card.blendWeights);
    QVERIFY_THROWS_EXCEPTION(Error, cardFromJson("{"));
    QVERIFY_THROWS_EXCEPTION(Error, cardFromJson("{}"));
    QVERIFY_THROWS_EXCEPTION(Error, cardFromJson("[1]"));
  }

  void missingFile() {
    try {
      loadPropertyModel("/nowhere/Tg.vitrine-model");
      QFAIL("read a file that is not there");
    } catch (const Error& error) {
      QCOMPARE(error.code(), ErrorCode::CannotRead);
      QVERIFY(QString(error.what()).contains("Tg.vitrine-model"));
    }
  }

  void damageIsNoticed() {
    const QTemporaryDir folder;
    const QString path = folder.filePath("b.vitrine-model");
    savePropertyModel(*model(), path.toStdString());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray good = file.readAll();
    file.close();
    const auto failureOf = [&](const QByteArray& bytes) {
      QFile changed(path);
      if (!changed.open(QIODevice::WriteOnly) || changed.write(bytes) != bytes.size())
        return std::string();
      changed.close();
      try {
        loadPropertyModel(path.toStdString());
      } catch (const Error& error) {
        return std::string(error.what());
      }
      return std::string();
    };
    for (const int cut : {0, 4, 12, 40, 1000, static_cast<int>(good.size()) - 1})
      QVERIFY2(!failureOf(good.left(cut)).empty(), qPrintable(QString::number(cut)));
    for (qsizetype at = 20; at < good.size(); at += good.size() / 25) {
      QByteArray flipped = good;
      flipped[at] = static_cast<char>(flipped[at] ^ 0x10);
      QVERIFY2(!failureOf(flipped).empty(), qPrintable(QString::number(at)));
    }
    QByteArray newer = good;
    newer[8] = 99;  // the container's version
    QVERIFY(QString::fromStdString(failureOf(newer)).contains("newer"));
    QVERIFY(failureOf(good).empty());
  }

  void newerContentIsRefused() {
    auto container = packModel(*model());
    auto card = QString::fromStdString(container.card());
    container.setCard(card.replace("\"version\": 1", "\"version\": 2").toStdString());
    QVERIFY(QString::fromStdString(failure(container)).contains("newer"));
  }

  void sectionsThatMakeNoSense() {
    const auto good = packModel(*model());
    QVERIFY(failure(good).empty());
    for (const char* name : {"models", "blend", "rows", "card"}) {
      auto missing = good;
      missing.sections.erase(name);
      QVERIFY(!failure(missing).empty());
      auto cut = good;
      cut.sections[name].resize(cut.sections[name].size() / 2);
      QVERIFY(!failure(cut).empty());
    }
    // Without the checksum to stop them, wrong bytes end in an Error or in a model, never worse.
    Random random(7);
    int refused = 0;
    for (int i = 0; i < 300; ++i) {
      auto wrong = good;
      auto& bytes = wrong.sections[i % 3 == 0 ? "blend" : i % 3 == 1 ? "rows" : "models"];
      for (int k = 0; k < 3; ++k)
        bytes[random.below(bytes.size())] = static_cast<std::byte>(random.below(256));
      refused += failure(wrong).empty() ? 0 : 1;
    }
    QVERIFY(refused > 30);
  }
};

QTEST_APPLESS_MAIN(TestModelFile)
#include "tst_model_file.moc"
