#include "engine/alloy/grid.h"
#include "widgets/plot/plot_frame.h"
#include "widgets/plot/ticks.h"
#include "widgets/ternary/heat_raster.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <vector>

using namespace vitrine;
using namespace vitrine::widgets;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

double linear(const Weights& w) {
  return 20 * w[0] + 120 * w[1] + 220 * w[2];
}

std::vector<double> sampled(int divisions) {
  std::vector<double> values;
  for (const auto& weights : alloy::triangularGrid(divisions))
    values.push_back(linear(weights));
  return values;
}

/// Greys 0 to 255: a pixel's colour is its value.
std::vector<std::uint32_t> greys() {
  std::vector<std::uint32_t> palette(256);
  for (std::uint32_t i = 0; i < 256; ++i)
    palette[i] = 0xff000000U | i;
  return palette;
}

std::vector<std::uint32_t> rasterised(const HeatRaster& heat) {
  std::vector<std::uint32_t> pixels(static_cast<std::size_t>(heat.width) * heat.height);
  rasterise(heat, pixels.data(), static_cast<std::size_t>(heat.width));
  return pixels;
}

}  // namespace

class TestHeatRaster : public QObject {
  Q_OBJECT

 private slots:
  void interpolationIsExactForALinearField() {
    for (const int n : {1, 7, 20}) {
      const auto values = sampled(n);
      for (const auto& w : alloy::triangularGrid(33))
        QVERIFY(std::abs(interpolate(values, n, w) - linear(w)) < 1e-9);
    }
  }

  void aPointWithoutAValueSpoilsOnlyItsNeighbours() {
    auto values = sampled(10);
    values[alloy::triangularIndex(10, 3, 3)] = kNaN;
    QVERIFY(std::isnan(interpolate(values, 10, {0.38, 0.31, 0.31})));
    QVERIFY(std::abs(interpolate(values, 10, {0.5, 0.2, 0.3}) - linear({0.5, 0.2, 0.3})) < 1e-9);
    QVERIFY(std::isnan(interpolate({}, 10, {0.5, 0.2, 0.3})));
  }

  void nearestPointIsFound() {
    const auto grid = alloy::triangularGrid(12);
    for (std::size_t i = 0; i < grid.size(); ++i)
      QCOMPARE(nearestGridPoint(12, grid[i]), i);
    QCOMPARE(nearestGridPoint(10, {0.52, 0.29, 0.19}), alloy::triangularIndex(10, 3, 2));
  }

  void pixelsCarryTheValueOfTheirPlace() {
    const auto values = sampled(10);
    const auto palette = greys();
    HeatRaster heat;
    heat.width = 240;
    heat.height = 220;
    heat.triangle = TriangleGeometry({120.3, 4.2}, 230);
    heat.divisions = 10;
    heat.values = values;
    heat.low = 0;
    heat.high = 255;
    heat.palette = palette;
    const auto pixels = rasterised(heat);
    QCOMPARE(pixels.size(), std::size_t(240 * 220));
    int inside = 0;
    for (int y = 0; y < heat.height; ++y)
      for (int x = 0; x < heat.width; ++x) {
        const auto pixel = pixels[static_cast<std::size_t>(y) * 240 + x];
        const PlanePoint centre{x + 0.5, y + 0.5};
        if (!heat.triangle.contains(centre)) {
          QVERIFY(pixel == 0 || heat.triangle.contains({centre.x + 1, centre.y}) ||
                  heat.triangle.contains({centre.x - 1, centre.y}));
          continue;
        }
        ++inside;
        const double expected = linear(heat.triangle.fromPlane(centre));
        QVERIFY(std::abs(static_cast<double>(pixel & 0xffU) - expected) <= 0.5 + 1e-9);
      }
    const double area = 230.0 * 230.0 * std::sqrt(3.0) / 4;
    QVERIFY(std::abs(inside - area) < 0.01 * area);
  }

  void namesAreNotMixed() {
    // Two kinds of points: no pixel has a third colour.
    std::vector<double> kinds;
    for (const auto& w : alloy::triangularGrid(6))
      kinds.push_back(w[2] > 0.4 ? 1.0 : 0.0);
    const std::vector<std::uint32_t> palette{0xff102030U, 0xffa0b0c0U};
    HeatRaster heat;
    heat.width = heat.height = 100;
    heat.triangle = TriangleGeometry({50, 2}, 98);
    heat.divisions = 6;
    heat.values = kinds;
    heat.palette = palette;
    heat.discrete = true;
    for (const auto pixel : rasterised(heat))
      QVERIFY(pixel == 0 || pixel == palette[0] || pixel == palette[1]);
  }

  void outsideFadesAndHatches() {
    const auto values = sampled(4);
    const auto palette = greys();
    std::vector<HeatRaster::Shade> shades(values.size(), HeatRaster::Shade::Outside);
    HeatRaster heat;
    heat.width = heat.height = 120;
    heat.triangle = TriangleGeometry({60, 5}, 110);
    heat.divisions = 4;
    heat.values = values;
    heat.shades = shades;
    heat.high = 255;
    heat.palette = palette;
    heat.veil = 0xffffffffU;
    const auto pixels = rasterised(heat);
    int hatch = 0;
    int pale = 0;
    for (const auto pixel : pixels) {
      if (pixel == 0)
        continue;
      // Red comes from the veil alone.
      const auto red = pixel >> 16U & 0xffU;
      QVERIFY(red > 120);
      (red > 200 ? hatch : pale)++;
    }
    QVERIFY(hatch > 0 && pale > 2 * hatch);
  }

  void roundTicks() {
    QCOMPARE(niceTicks(0, 100, 5), (std::vector<double>{0, 20, 40, 60, 80, 100}));
    QCOMPARE(niceTicks(-12, 10, 5), (std::vector<double>{-10, -5, 0, 5, 10}));
    QCOMPARE(tickDecimals({0.9, 1.0, 1.1}), 1);
    QCOMPARE(tickDecimals({0, 20, 40}), 0);
    QCOMPARE(tickDecimals({0, 0.005}), 3);
  }

  void ticksOfLogarithms() {
    const auto values = [](double low, double high, int wanted) {
      QList<int> thousandths;
      for (const double tick : logarithmicTicks(std::log10(low), std::log10(high), wanted))
        thousandths << qRound(1000.0 * std::pow(10.0, tick));
      return thousandths;
    };
    QCOMPARE(values(1, 100, 9), (QList<int>{1000, 2000, 5000, 10000, 20000, 50000, 100000}));
    QCOMPARE(values(0.5, 2000, 4), (QList<int>{1000, 10000, 100000, 1000000}));
    QCOMPARE(values(20, 60, 4), (QList<int>{20000, 30000, 40000, 50000, 60000}));
    QVERIFY(logarithmicTicks(1, 1, 4).empty());
  }

  void zoomingKeepsTheCentreAndItsLimits() {
    const PlotRange whole{0, 10};
    const auto closer = zoomed(whole, whole, 2, 0.5);
    QCOMPARE(closer.high - closer.low, 5.0);
    QCOMPARE((2 - closer.low) / 5.0, 0.2);
    QCOMPARE(zoomed(whole, whole, 5, 100).high, 25.0);
    const auto tiny = zoomed(whole, whole, 5, 1e-12);
    QVERIFY(std::abs(tiny.high - tiny.low - 1e-5) < 1e-12);
  }
};

QTEST_APPLESS_MAIN(TestHeatRaster)
#include "tst_heat_raster.moc"
