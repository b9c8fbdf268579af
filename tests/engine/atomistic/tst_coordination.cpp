// Neighbours and their order in crystals whose shells are known, and displacements put in by hand.

#include "engine/atomistic/coordination.h"
#include "engine/atomistic/displacement.h"
#include "engine/core/random.h"
#include "tests/engine/atomistic/crystals.h"
#include "tests/support/error_of.h"

#include <QTest>

#include <cmath>

using namespace vitrine;
using namespace vitrine::atomistic;

namespace {

bool near(double a, double b) {
  return std::abs(a - b) < 1e-9;
}

}  // namespace

class TestCoordination : public QObject {
  Q_OBJECT

 private slots:
  void orderOfCaesiumChloride() {
    const auto found = coordinationWithin(pairDistribution(test::bcc(3.2, 5, 29, 40), {}), 3.0);
    QVERIFY(near(found.mean, 8.0) && near(found.around.at(29), 8.0));
    QVERIFY(near(found.of.at({29, 40}), 8.0) && near(found.of.at({40, 40}), 0.0));
    QVERIFY(near(found.warrenCowley.at({29, 40}), -1.0));
    QVERIFY(near(found.warrenCowley.at({29, 29}), 1.0));
  }
  /// Cu3Au: gold has twelve copper atoms around it, copper four gold and eight copper atoms.
  void orderOfCu3Au() {
    const auto found = coordinationWithin(
        pairDistribution(
            test::cubicCrystal(3.75, 4, {{0, 0, 0}, {0, .5, .5}, {.5, 0, .5}, {.5, .5, 0}},
                               {79, 29, 29, 29}),
            {}),
        3.2);
    QVERIFY(near(found.of.at({79, 29}), 12.0) && near(found.of.at({29, 79}), 4.0));
    QVERIFY(near(found.of.at({29, 29}), 8.0) && near(found.around.at(29), 12.0));
    QVERIFY(near(found.warrenCowley.at({79, 29}), -1.0 / 3.0));
    QVERIFY(near(found.warrenCowley.at({29, 79}), -1.0 / 3.0));
    QVERIFY(near(found.warrenCowley.at({79, 79}), 1.0));
  }
  void refusedDistances() {
    const auto pairs = pairDistribution(test::bcc(3.2, 4, 29, 40), {});
    for (const double distance : {0.0, -1.0, 2.0, 50.0, std::nan("")})
      QVERIFY(test::errorOf([&] { coordinationWithin(pairs, distance); }).has_value());
  }

  /// Every atom walks on at its own speed, across the faces of a tilted cell that grows.
  void walkers() {
    DisplacementTrack track;
    constexpr int kFrames = 40;
    Random random(4);
    std::vector<Vector3> start;
    std::vector<Vector3> speed;
    std::vector<int> species;
    for (int i = 0; i < 50; ++i) {
      start.push_back({random.uniform(), random.uniform(), random.uniform()});
      speed.push_back({0.3 * random.uniform(), 0.3 * random.uniform() - 0.2, 0.1});
      species.push_back(i % 2 == 0 ? 29 : 40);
    }
    for (int k = 0; k < kFrames; ++k) {
      const double scale = 1.0 + 0.01 * k;
      const Cell cell(
          {scale * Vector3{10, 1, 0}, scale * Vector3{-3, 9, 0}, scale * Vector3{1, 2, 8}},
          {k * 0.1, 0, 0});
      Structure frame{cell, species, {}, {}, {}};
      double all = 0.0;
      double copper = 0.0;
      for (std::size_t i = 0; i < start.size(); ++i) {
        const Vector3 moved = double(k) * speed[i];
        frame.positions.push_back(cell.wrapped(cell.toPlace(start[i] + moved)));
        const Vector3 way = cell.toPlace(moved) - cell.origin();
        all += dot(way, way) / 50.0;
        copper += i % 2 == 0 ? dot(way, way) / 25.0 : 0.0;
      }
      const Displacement& found = track.add(100 * k, frame);
      QCOMPARE(found.step, 100LL * k);
      QVERIFY(std::abs(found.meanSquareA2 - all) < 1e-6 * (1.0 + all));
      QVERIFY(std::abs(found.species.at(29) - copper) < 1e-6 * (1.0 + copper));
    }
    QCOMPARE(track.displacements().size(), std::size_t(kFrames));
  }
  /// A cell of 10 Å is sheared by 30 Å in all, and leaned back by an edge whenever it leans by more
  /// than half of one; every atom walks on at its own speed beside the flow.
  void walkersInAShearedCell() {
    DisplacementTrack track;
    Random random(5);
    std::vector<Vector3> start;
    std::vector<Vector3> speed;
    for (int i = 0; i < 50; ++i) {
      start.push_back({random.uniform(), random.uniform(), random.uniform()});
      speed.push_back({0.05 * random.uniform(), 0.05 * random.uniform() - 0.02, 0.01});
    }
    const auto leaning = [](double tilt) {
      return Cell({Vector3{10, 0, 0}, Vector3{tilt, 10, 0}, Vector3{0, 0, 10}}, {1, 2, 3});
    };
    for (int k = 0; k < 40; ++k) {
      const double tilt = 0.75 * k + 0.01;
      const Cell flowing = leaning(tilt);
      const Cell written = leaning(tilt - 10.0 * std::round(tilt / 10.0));
      Structure frame{written, std::vector<int>(start.size(), 29), {}, {}, {}};
      double expected = 0.0;
      for (std::size_t i = 0; i < start.size(); ++i) {
        const Vector3 moved = double(k) * speed[i];
        frame.positions.push_back(written.wrapped(flowing.toPlace(start[i] + moved)));
        const Vector3 way = flowing.toPlace(moved) - flowing.origin();
        expected += dot(way, way) / 50.0;
      }
      const double found = track.add(k, frame).meanSquareA2;
      QVERIFY2(std::abs(found - expected) < 1e-6 * (1.0 + expected),
               qPrintable(QStringLiteral("%1: %2, not %3").arg(k).arg(found).arg(expected)));
    }
  }
  /// Two cells of one lattice whose atoms stay where they are.
  void leaningBackMovesNoAtom() {
    DisplacementTrack track;
    for (const double tilt : {5.0, -5.0}) {
      const Cell cell({Vector3{10, 0, 0}, Vector3{tilt, 10, 0}, Vector3{0, 0, 10}});
      Structure frame{cell, {29, 29}, {}, {}, {}};
      for (const Vector3& place : {Vector3{1, 9, 1}, Vector3{7, 6, 2}})
        frame.positions.push_back(cell.wrapped(place));
      track.add(0, frame);
    }
    QVERIFY(track.displacements().back().meanSquareA2 < 1e-20);
  }
  void otherAtomsAreRefused() {
    DisplacementTrack track;
    track.add(0, test::bcc(3.2, 3, 29, 40));
    QVERIFY(test::errorOf([&] { track.add(1, test::bcc(3.2, 4, 29, 40)); }).has_value());
    QVERIFY(test::errorOf([&] { track.add(1, test::bcc(3.2, 3, 40, 29)); }).has_value());
  }
};

QTEST_APPLESS_MAIN(TestCoordination)
#include "tst_coordination.moc"
