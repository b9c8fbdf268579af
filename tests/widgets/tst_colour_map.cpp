#include "widgets/theme/colour_map.h"

#include <QTest>

#include <cmath>

using namespace vitrine::widgets;

namespace {

struct Lab {
  double l = 0.0;
  double a = 0.0;
  double b = 0.0;
};

/// CIELAB under D65 from sRGB (IEC 61966-2-1, CIE 15), written down apart from the program's own.
Lab labOf(Rgb colour) {
  const auto linear = [](int channel) {
    const double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  const double r = linear(colour.red);
  const double g = linear(colour.green);
  const double b = linear(colour.blue);
  const auto f = [](double t) {
    return t > 216.0 / 24389.0 ? std::cbrt(t) : (24389.0 / 27.0 * t + 16.0) / 116.0;
  };
  const double x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  const double y = f(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
  const double z = f((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883);
  return {116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)};
}

double distance(Lab a, Lab b) {
  return std::hypot(a.l - b.l, std::hypot(a.a - b.a, a.b - b.b));
}

}  // namespace

class TestColourMap : public QObject {
  Q_OBJECT

 private slots:
  void knownColours() {
    // First, middle and last entries of the published tables of 256 colours.
    QCOMPARE(colour(ColourMap::Viridis, 0.0), (Rgb{68, 1, 84}));
    QCOMPARE(colour(ColourMap::Viridis, 1.0), (Rgb{253, 231, 37}));
    QCOMPARE(colour(ColourMap::Cividis, 0.0), (Rgb{0, 34, 78}));
    QCOMPARE(colour(ColourMap::Cividis, 1.0), (Rgb{254, 232, 56}));
    QVERIFY(distance(labOf(colour(ColourMap::Viridis, 0.5)), labOf({33, 145, 140})) < 1.5);
  }

  void endsAreKeptOutside() {
    for (const ColourMap map : kColourMaps) {
      QCOMPARE(colour(map, -3.0), colour(map, 0.0));
      QCOMPARE(colour(map, 7.0), colour(map, 1.0));
    }
  }

  void lightnessRisesFromEndToEnd() {
    for (const ColourMap map : kColourMaps) {
      double before = -1.0;
      for (const Rgb& entry : colourTable(map)) {
        const double now = lightness(entry);
        QVERIFY2(now >= before - 0.35, colourMapName(map).data());  // 8-bit rounding
        before = std::max(before, now);
      }
      // Almost a straight line, so that equal steps look equal in print without colours.
      const double low = lightness(colour(map, 0.0));
      const double high = lightness(colour(map, 1.0));
      QVERIFY(high - low > 70.0);
      for (int i = 0; i <= 20; ++i) {
        const double t = i / 20.0;
        QVERIFY(std::abs(lightness(colour(map, t)) - (low + t * (high - low))) < 5.0);
      }
    }
  }

  void equalStepsLookAlike() {
    for (const ColourMap map : kColourMaps) {
      double least = 1e9;
      double most = 0.0;
      for (int i = 0; i < 16; ++i) {
        const double step =
            distance(labOf(colour(map, i / 16.0)), labOf(colour(map, (i + 1) / 16.0)));
        least = std::min(least, step);
        most = std::max(most, step);
      }
      QVERIFY2(most / least < 3.0, qPrintable(QString::number(most / least)));
    }
  }

  void lightnessAndContrastAgreeWithTheStandards() {
    QVERIFY(std::abs(lightness({255, 255, 255}) - 100.0) < 1e-6);
    QCOMPARE(lightness({0, 0, 0}), 0.0);
    QVERIFY(std::abs(lightness({119, 119, 119}) - labOf({119, 119, 119}).l) < 1e-3);
    QVERIFY(std::abs(contrast({0, 0, 0}, {255, 255, 255}) - 21.0) < 1e-9);
    // WCAG's own example of the lightest grey that still passes on white: #767676, 4.54:1.
    QVERIFY(std::abs(contrast({0x76, 0x76, 0x76}, {255, 255, 255}) - 4.54) < 0.01);
  }
};

QTEST_GUILESS_MAIN(TestColourMap)
#include "tst_colour_map.moc"
