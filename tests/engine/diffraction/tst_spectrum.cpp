// Diffraction patterns as values, and the way between q and 2 theta.

#include "engine/core/error.h"
#include "engine/diffraction/spectrum.h"

#include <QTest>

#include <limits>
#include <string>

using namespace vitrine;
using namespace vitrine::diffraction;

class TestSpectrum : public QObject {
  Q_OBJECT

 private slots:
  void turnsAnglesIntoQ() {
    // Si 111 with Cu K-alpha1 lies at 28.443 degrees; d = 3.1356 Å, and q is 2 pi / d.
    QVERIFY(qAbs(qFromTwoTheta(28.443, kCopperKAlpha1A) - 2.0038) < 2e-4);
    QVERIFY(qAbs(twoThetaFromQ(2.0038, kCopperKAlpha1A) - 28.443) < 3e-3);
  }

  void goesThereAndBack() {
    const auto angles = Spectrum::fromPoints(AxisKind::TwoTheta, {20.0, 40.0, 65.0},
                                             {1.0, 3.0, 2.0}, kCopperKAlphaA, "a");
    const auto back = toTwoTheta(toQ(angles), kCopperKAlphaA);
    QCOMPARE(back.axis(), AxisKind::TwoTheta);
    for (std::size_t i = 0; i < 3; ++i) {
      QVERIFY(qAbs(back.positions()[i] - angles.positions()[i]) < 1e-10);
      QCOMPARE(back.intensities()[i], angles.intensities()[i]);
    }
    QCOMPARE(back.origin(), std::string("a"));
  }

  void leavesOutWhatAWavelengthCannotReach() {
    const auto overQ = Spectrum::fromPoints(AxisKind::Q, {1.0, 8.0, 8.2}, {1.0, 2.0, 3.0});
    // 4 pi / 1.5418 Å = 8.150 1/Å
    QCOMPARE(toTwoTheta(overQ, kCopperKAlphaA).positions().size(), std::size_t{2});
    QVERIFY_EXCEPTION_THROWN(toTwoTheta(overQ, 15.0), Error);
  }

  void refusesWhatIsNoPattern_data() {
    constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
    QTest::addColumn<QList<double>>("positions");
    QTest::addColumn<QList<double>>("intensities");
    QTest::addColumn<QString>("word");
    QTest::newRow("sizes") << QList{1.0, 2.0} << QList{1.0} << "2 positions and 1 intensities";
    QTest::newRow("one point") << QList{1.0} << QList{1.0} << "fewer than two points";
    QTest::newRow("falls") << QList{2.0, 1.0} << QList{1.0, 1.0} << "rising axis";
    QTest::newRow("stands") << QList{1.0, 1.0} << QList{1.0, 1.0} << "rising axis";
    QTest::newRow("negative") << QList{-1.0, 1.0} << QList{1.0, 1.0} << "negative";
    QTest::newRow("position") << QList{1.0, kNan} << QList{1.0, 1.0} << "at point 2";
    QTest::newRow("intensity") << QList{1.0, 2.0} << QList{kNan, 1.0} << "at point 1";
    QTest::newRow("angle") << QList{1.0, 180.0} << QList{1.0, 1.0} << "below 180";
  }
  void refusesWhatIsNoPattern() {
    QFETCH(QList<double>, positions);
    QFETCH(QList<double>, intensities);
    QFETCH(QString, word);
    try {
      Spectrum::fromPoints(AxisKind::TwoTheta, {positions.begin(), positions.end()},
                           {intensities.begin(), intensities.end()});
      QFAIL("nothing was thrown");
    } catch (const Error& error) {
      QVERIFY2(QString(error.what()).contains(word), error.what());
      QVERIFY(QString(error.what()).endsWith('.'));
    }
  }

  void wantsAWavelengthForAngles() {
    const auto angles = Spectrum::fromPoints(AxisKind::TwoTheta, {20.0, 40.0}, {1.0, 3.0});
    QVERIFY_EXCEPTION_THROWN(toQ(angles), Error);
    QCOMPARE(toQ(angles, kCopperKAlphaA).axis(), AxisKind::Q);
    QVERIFY_EXCEPTION_THROWN(toQ(angles, 154.18), Error);
  }

  void hasBothEndsOfAUniformAxis() {
    const auto positions = kPaperAxis.positions();
    QCOMPARE(positions.size(), std::size_t{3743});
    QCOMPARE(positions.front(), 1.0);
    QCOMPARE(positions.back(), 5.0);
    QCOMPARE(positions[1871], 3.0);
  }
};

QTEST_GUILESS_MAIN(TestSpectrum)
#include "tst_spectrum.moc"
