#include "engine/alloy/formula.h"
#include "engine/alloy/grid.h"
#include "engine/core/error.h"
#include "engine/prediction/blend_model.h"
#include "tests/engine/prediction/synthetic.h"

#include <QTest>

#include <cmath>
#include <set>

using namespace vitrine;
using namespace vitrine::prediction;
using regression::ModelKind;

namespace {

std::shared_ptr<const PropertyModel> averagesModel() {
  static const auto model = [] {
    auto options = test::quickOptions();
    options.features = FeatureSet::Averages;
    options.models.push_back(ModelKind::ExtraTrees);
    return trainPropertyModel(test::syntheticTable(24, 6), options, RunContext());
  }();
  return model;
}

std::vector<alloy::Composition> someAlloys() {
  std::vector<alloy::Composition> alloys;
  for (const char* formula : {"Zr50Cu40Al10", "Cu60Zr33Ti7", "Fe100", "Os50Zr50", "Pd40Ni40Al20",
                              "Al20Ti20Fe20Ni20Cu20", "La90Hf10"})
    alloys.push_back(alloy::compositionOf(formula));
  return alloys;
}

double sumOf(const Contributions& contributions) {
  double sum = contributions.baseK + contributions.othersK;
  for (const auto& element : contributions.elements)
    sum += element.deltaK;
  return sum;
}

}  // namespace

class TestPropertyModel : public QObject {
  Q_OBJECT

 private slots:
  void oneByOneEqualsAllTogether() {
    const auto model = averagesModel();
    const auto alloys = someAlloys();
    const auto all = model->estimateAll(alloys, RunContext());
    for (std::size_t i = 0; i < alloys.size(); ++i) {
      const auto one = model->estimate(alloys[i], RunContext());
      QCOMPARE(all.domain[i], one.domain);
      if (!one.valueK) {
        QVERIFY(std::isnan(all.valueK[i]));
        continue;
      }
      QCOMPARE(all.valueK[i], *one.valueK);
      QVERIFY(std::abs(all.intervalWidthK[i] - (one.interval90->hi - one.interval90->lo)) < 1e-9);
      // A prediction lies in the middle of its interval and the blend among its models.
      QVERIFY(one.interval90->lo < *one.valueK && *one.valueK < one.interval90->hi);
      double low = 1e9, high = -1e9;
      for (const auto& value : one.modelsK)
        if (value) {
          low = std::min(low, *value);
          high = std::max(high, *value);
        }
      QVERIFY(low - 1e-9 <= *one.valueK && *one.valueK <= high + 1e-9);
      QCOMPARE(one.reason.empty(), one.domain == alloy::Domain::Inside);
    }
  }

  void unknownElementIsNoError() {
    const auto estimate = averagesModel()->estimate(alloy::compositionOf("Os30Zr50Re20"), {});
    QVERIFY(!estimate.valueK && !estimate.interval90);
    QCOMPARE(estimate.domain, alloy::Domain::Outside);
    QCOMPARE(estimate.reason, std::string("No alloy in the training data contains Re or Os."));
    QVERIFY(!estimate.neighbours.empty());
    QVERIFY(!averagesModel()->knowsElement(76));
    QVERIFY(averagesModel()->knowsElement(40));
    QVERIFY(!averagesModel()->knowsElement(0));
    QVERIFY(averagesModel()->contributions(alloy::compositionOf("Os50Zr50"), {}).elements.empty());
  }

  void trainingAlloyIsItsOwnNeighbour() {
    const auto table = test::syntheticTable(24, 6);
    const auto estimate = averagesModel()->estimate(table.rows[10].composition, {});
    QCOMPARE(estimate.neighbours.front().distancePercent, 0.0);
    QCOMPARE(estimate.neighbours.front().valueK, *table.rows[10].values[0]);
    QCOMPARE(estimate.domain, alloy::Domain::Inside);
    for (std::size_t i = 1; i < estimate.neighbours.size(); ++i)
      QVERIFY(estimate.neighbours[i - 1].distancePercent <= estimate.neighbours[i].distancePercent);
  }

  void contributionsAddUp_data() {
    QTest::addColumn<QString>("formula");
    for (const char* formula :
         {"Zr50Cu40Al10", "Fe100", "Al20Ti20Fe20Ni20Cu20", "Al12Ti11Fe11Ni11Cu11Zr11Pd11La11Hf11"})
      QTest::addRow("%s", formula) << formula;
  }
  void contributionsAddUp() {
    QFETCH(QString, formula);
    const auto alloy = alloy::compositionOf(formula.toStdString());
    const auto contributions = averagesModel()->contributions(alloy, RunContext());
    const auto estimate = averagesModel()->estimate(alloy, RunContext());
    QCOMPARE(contributions.elements.size(), alloy.shares().size());
    QVERIFY(std::abs(sumOf(contributions) - *estimate.valueK) < 1e-6);
    QVERIFY(!contributions.method.empty());
  }

  // Hafnium melts 1158 K above copper: it must come out as raising the temperature, copper as
  // lowering it, whatever the mix of models.
  void contributionsPointTheRightWay() {
    const auto contributions =
        averagesModel()->contributions(alloy::compositionOf("Hf50Cu50"), RunContext());
    QCOMPARE(contributions.elements.front().atomicNumber, 29);
    QVERIFY(contributions.elements.front().deltaK < 0.0);
    QVERIFY(contributions.elements.back().deltaK > 0.0);
  }

  void cardSaysWhatItIs() {
    const auto& card = averagesModel()->card();
    QCOMPARE(card.property, Property::Tg);
    QCOMPARE(card.rows, std::size_t{144});
    QVERIFY(card.features.find("melting point") != std::string::npos);
    double sum = 0.0;
    for (const auto& [name, weight] : card.blendWeights)
      sum += weight;
    QVERIFY(std::abs(sum - 1.0) < 1e-9);
    for (const char* name :
         {"extra_trees", "support_vector", "nearest_neighbours", "decision_tree", "blend"})
      QVERIFY(card.groupedScores.contains(name) && card.randomScores.contains(name));
    // A model that guesses the mean has the spread of the targets for its error, some 130 K here.
    QVERIFY(card.groupedScores.at("blend").rmseK < 60.0);
    QVERIFY(card.groupedScores.at("blend").r2 > 0.5);
  }

  void cancelledInTheMiddle() {
    std::stop_source stop;
    RunContext::Options options;
    options.stop = stop.get_token();
    stop.request_stop();
    bool cancelled = false;
    try {
      std::vector<alloy::Composition> alloys;
      const alloy::TernarySection section({13, 29, 40});
      for (const auto& weights : alloy::triangularGrid(20))
        alloys.push_back(section.at(weights));
      averagesModel()->estimateAll(alloys, RunContext(options));
    } catch (const Cancelled&) {
      cancelled = true;
    }
    QVERIFY(cancelled);
  }
};

QTEST_APPLESS_MAIN(TestPropertyModel)
#include "tst_property_model.moc"
