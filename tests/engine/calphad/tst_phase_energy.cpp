#include "engine/calphad/alloy_phases.h"
#include "engine/calphad/magnetism.h"
#include "engine/calphad/phases_at.h"
#include "engine/calphad/tdb_reader.h"
#include "engine/core/units.h"

#include <QTest>

#include <cmath>

using namespace vitrine;
using namespace vitrine::calphad;

namespace {

/// Every kind of parameter once: pairs, three interacting, two pairs, wildcards, permutations,
/// magnetism in both parts.
const char* const kText = R"(
 ELEMENT VA VACUUM 0 0 0 !
 ELEMENT AL X 27 0 0 !
 ELEMENT FE X 56 0 0 !
 ELEMENT NI X 59 0 0 !
 TYPE_DEF % SEQ * !
 TYPE_DEF M GES A_P_D @ MAGNETIC -3 0.28 !
 TYPE_DEF D GES A_P_D FCC4 DIS_PART FCC_A1 !
 PHASE LIQUID:L % 1 1 !
 CONST LIQUID:L : AL FE NI : !
 PHASE FCC_A1 %M 2 1 1 !
 CONST FCC_A1 : AL FE NI : VA : !
 PHASE FCC4:F %MD 5 0.25 0.25 0.25 0.25 1 !
 CONST FCC4:F : AL FE NI : AL FE NI : AL FE NI : AL FE NI : VA : !
 PHASE PAIR % 2 2 1 !
 CONST PAIR : AL FE : AL NI VA : !
 PAR L(LIQUID,AL,FE;0),, -30000+3*T;,, N !
 PAR L(LIQUID,AL,FE;3),, 7000;,, N !
 PAR L(LIQUID,AL,FE,NI;0),, 9000;,, N !
 PAR L(LIQUID,AL,FE,NI;1),, -4000;,, N !
 PAR L(LIQUID,AL,FE,NI;2),, 6000;,, N !
 PAR L(FCC_A1,FE,NI:VA;1),, 5000;,, N !
 PAR TC(FCC_A1,FE:VA),, -201;,, N !
 PAR TC(FCC_A1,NI:VA),, 633;,, N !
 PAR TC(FCC_A1,FE,NI:VA;0),, 2133;,, N !
 PAR BM(FCC_A1,FE:VA),, -2.1;,, N !
 PAR BM(FCC_A1,NI:VA),, 0.52;,, N !
 PAR BM(FCC_A1,FE,NI:VA;0),, 9.55;,, N !
 PAR G(FCC4,AL:NI:NI:NI:VA),, -30000;,, N !
 PAR G(FCC4,AL:AL:NI:NI:VA),, -40000;,, N !
 PAR L(FCC4,AL,NI:*:*:*:VA;1),, 3000;,, N !
 PAR L(FCC4,AL,NI:AL,NI:*:*:VA;0),, -2000;,, N !
 PAR TC(FCC4,AL:NI:NI:NI:VA),, 100;,, N !
 PAR G(PAIR,AL:NI),, -50000;,, N !
 PAR G(PAIR,FE:VA),, 20000;,, N !
 PAR L(PAIR,AL,FE:AL,NI;0),, 8000;,, N !
 PAR L(PAIR,AL,FE:AL,NI;1),, 3000;,, N !
 PAR L(PAIR,AL,FE:AL,NI;2),, -5000;,, N !
)";

std::shared_ptr<const AlloyPhases> phases() {
  static const auto shared =
      std::make_shared<const AlloyPhases>(std::make_shared<const Database>(parseTdb(kText, "test")),
                                          std::vector<std::string>{"Al", "Fe", "Ni"});
  return shared;
}

}  // namespace

class TestPhaseEnergy : public QObject {
  Q_OBJECT

 private slots:
  void derivativesAreThoseOfTheValue() {
    const double T = 900.0;
    const auto functions = phases()->database().functionValues(T);
    QCOMPARE(phases()->models().size(), std::size_t(3));  // fcc is a form of FCC4
    for (const auto& model : phases()->models()) {
      const PhaseEnergy energy(model, phases()->database(), functions, T);
      std::vector<double> y;
      for (const auto& sublattice : model.sublattices()) {
        const double count = double(sublattice.species.size());
        for (std::size_t i = 0; i < sublattice.species.size(); ++i)
          y.push_back((1.0 + 0.2 * double(i) + 0.1 * double(sublattice.first % 7)) / count / 1.3);
      }
      const auto g = energy.evaluate(y);
      const double h = 1e-5;
      for (std::size_t v = 0; v < y.size(); ++v) {
        auto up = y;
        auto down = y;
        up[v] += h;
        down[v] -= h;
        const auto a = energy.evaluate(up);
        const auto b = energy.evaluate(down);
        QVERIFY(std::abs((a.value - b.value) / (2 * h) - g.gradient[v]) < 0.02);
        for (std::size_t w = 0; w < y.size(); ++w) {
          const double second = (a.gradient[w] - b.gradient[w]) / (2 * h);
          QVERIFY(std::abs(second - g.hessian[v * y.size() + w]) < 1e-5 * (1e4 + std::abs(second)));
        }
      }
    }
  }

  /// The excess of the liquid, written out.
  void ternaryExcess() {
    const double T = 1000.0;
    const auto functions = phases()->database().functionValues(T);
    const PhaseEnergy energy(phases()->models()[phases()->liquid()], phases()->database(),
                             functions, T);
    const double a = 0.2;
    const double f = 0.5;
    const double n = 0.3;
    const double pair = a * f * (-30000 + 3 * T + 7000 * std::pow(a - f, 3));
    const double three = a * f * n * (9000 * a - 4000 * f + 6000 * n);
    const double mixing = kGasConstant * T * (a * std::log(a) + f * std::log(f) + n * std::log(n));
    const std::vector<double> y{a, f, n};
    QVERIFY(std::abs(energy.value(y) - pair - three - mixing) < 1e-8);
  }

  /// With all four sublattices alike, the ordered part cancels.
  void orderedPhaseInItsDisorderedState() {
    const double T = 800.0;
    const auto functions = phases()->database().functionValues(T);
    for (const auto& model : phases()->models()) {
      if (!model.ordered())
        continue;
      std::vector<double> y;
      for (int s = 0; s < 4; ++s)
        y.insert(y.end(), {0.1, 0.4, 0.5});
      y.push_back(1.0);
      QCOMPARE(model.name(y), std::string("FCC_A1"));
      const PhaseEnergy energy(model, phases()->database(), functions, T);
      const double mixing =
          kGasConstant * T * (0.1 * std::log(0.1) + 0.4 * std::log(0.4) + 0.5 * std::log(0.5));
      const double curie = 0.4 * -201 + 0.5 * 633 + 0.4 * 0.5 * 2133;
      const double moment = 0.4 * -2.1 + 0.5 * 0.52 + 0.4 * 0.5 * 9.55;
      const double excess = 0.4 * 0.5 * 5000 * (0.4 - 0.5);
      const double magnetic = magneticEnergy(T, curie, moment, -3.0, 0.28).value;
      QVERIFY(std::abs(energy.value(y) - mixing - excess - magnetic) < 1e-6);
      y[0] = 0.4;
      y[1] = 0.1;
      QCOMPARE(model.name(y), std::string("FCC4"));
    }
  }

  /// Hillert & Jarl: value and slope go over smoothly at the Curie temperature; the whole magnetic
  /// entropy is R ln(b + 1).
  void magnetism() {
    const double c = 1043.0;
    const auto below = magneticEnergy(c * (1 - 1e-7), c, 2.22, -1.0, 0.4);
    const auto above = magneticEnergy(c * (1 + 1e-7), c, 2.22, -1.0, 0.4);
    QVERIFY(std::abs(below.value - above.value) < 1e-2);
    const double h = 1e-3;
    const auto slope = [&](double T) {
      return (magneticEnergy(T + h, c, 2.22, -1.0, 0.4).value -
              magneticEnergy(T - h, c, 2.22, -1.0, 0.4).value) /
             (2 * h);
    };
    const double entropy = kGasConstant * std::log(3.22);
    QVERIFY(std::abs(slope(1.0) - entropy) < 1e-6 * entropy);  // G falls back to zero above
    QVERIFY(std::abs(slope(20000.0)) < 1e-4);
    // Antiferromagnetic parameters are divided by the factor.
    QCOMPARE(magneticEnergy(50.0, -201.0, -2.1, -3.0, 0.28).value,
             magneticEnergy(50.0, 67.0, 0.7, -3.0, 0.28).value);
    QCOMPARE(magneticEnergy(300.0, 0.0, 1.0, -1.0, 0.4).value, 0.0);
  }
};

QTEST_GUILESS_MAIN(TestPhaseEnergy)
#include "tst_phase_energy.moc"
