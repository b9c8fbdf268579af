#include "engine/alloy/grid.h"
#include "widgets/ternary/contours.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <map>
#include <numbers>

using namespace vitrine;
using namespace vitrine::widgets;

namespace {
template <class Field>
std::vector<double> sampled(int divisions, Field field) {
  std::vector<double> values;
  for (const auto& weights : alloy::triangularGrid(divisions))
    values.push_back(field(weights));
  return values;
}
}  // namespace

class TestContours : public QObject {
  Q_OBJECT

 private slots:
  void linesOfALinearFieldAreStraightAndExact() {
    // value = 500 w0 + 300 w1 + 900 w2: every line of equal value is a straight one, ending on
    // sides at places that follow from the equation.
    const auto field = [](const Weights& w) { return 500 * w[0] + 300 * w[1] + 900 * w[2]; };
    const int n = 17;
    const std::vector<double> levels{350, 500, 640, 800};
    const auto lines = contourLines(sampled(n, field), n, levels);
    QCOMPARE(lines.size(), levels.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const auto& line = lines[i];
      QCOMPARE(line.level, levels[i]);
      QVERIFY(!line.closed);
      for (const auto& w : line.points)
        QVERIFY(std::abs(field(w) - line.level) < 1e-9);
      const auto& a = line.points.front();
      const auto& b = line.points.back();
      // Both ends on the outline of the triangle.
      QVERIFY(std::min({a[0], a[1], a[2]}) < 1e-12);
      QVERIFY(std::min({b[0], b[1], b[2]}) < 1e-12);
      // One end on the side 1-2, at the share that gives the level.
      const double expected = (line.level - 300) / 600;
      const auto& onBase = a[0] < 1e-12 ? a : b;
      QVERIFY(std::abs(onBase[2] - expected) < 1e-12);
      // In order: the way along the line never turns back.
      for (std::size_t k = 1; k < line.points.size(); ++k) {
        const double step = (line.points[k][2] - line.points[k - 1][2]) * (b[2] - a[2]) +
                            (line.points[k][0] - line.points[k - 1][0]) * (b[0] - a[0]);
        QVERIFY(step >= -1e-12);
      }
    }
  }

  void aHillGivesOneClosedLine() {
    const auto field = [](const Weights& w) {
      return -(std::pow(w[0] - 1.0 / 3, 2) + std::pow(w[1] - 1.0 / 3, 2) +
               std::pow(w[2] - 1.0 / 3, 2));
    };
    const double level = -0.02;
    const auto lines = contourLines(sampled(40, field), 40, std::vector{level});
    QCOMPARE(lines.size(), std::size_t(1));
    QVERIFY(lines[0].closed);
    // A circle of radius sqrt(0.02) in weights; chords of the grid stay within a step's square.
    for (const auto& w : lines[0].points)
      QVERIFY(std::abs(field(w) - level) < 1.0 / (40 * 40));
    QVERIFY(lines[0].points.size() > 30);
  }

  void trianglesWithoutAValueAreLeftOut() {
    auto values = sampled(10, [](const Weights& w) { return w[0]; });
    values[alloy::triangularIndex(10, 4, 2)] = std::numeric_limits<double>::quiet_NaN();
    const auto lines = contourLines(values, 10, std::vector{0.45});
    // The hole cuts the line in two.
    QCOMPARE(lines.size(), std::size_t(2));
    for (const auto& line : lines)
      for (const auto& w : line.points)
        QVERIFY(std::abs(w[0] - 0.45) < 1e-12);
  }

  void levelsAreRoundAndInside() {
    QCOMPARE(contourLevels(503, 797, 6), (std::vector<double>{550, 600, 650, 700, 750}));
    QCOMPARE(contourLevels(500, 600, 5), (std::vector<double>{520, 540, 560, 580}));
    QVERIFY(contourLevels(1, 1, 5).empty());
  }

  void wrongSizesGiveNothing() {
    QVERIFY(contourLines(std::vector<double>{1, 2}, 1, std::vector{1.5}).empty());
    QVERIFY(contourLines({}, 0, std::vector{1.5}).empty());
  }

  void labelsLieOnTheirLineAndKeepApart() {
    const auto values = sampled(20, [](const Weights& w) { return 100 * w[0]; });
    const auto lines = contourLines(values, 20, std::vector<double>{10, 20, 30, 40, 95});
    const TriangleGeometry triangle({200, 0}, 300);
    const auto labels = contourLabels(lines, triangle, 40, 30);
    // The line at 95 is 15 pixels long: too short; two in three of the others are 26 pixels apart.
    QCOMPARE(labels.size(), std::size_t(2));
    for (const auto& label : labels) {
      QVERIFY(std::abs(triangle.fromPlane(label.at)[0] * 100 - label.level) < 1e-9);
      QVERIFY(std::abs(label.angle) < 1e-9);  // lines of constant top share are level
    }
  }

  void linesLeaveRoomForTheirLabel() {
    const auto values = sampled(20, [](const Weights& w) { return 100 * w[0]; });
    const auto lines = contourLines(values, 20, std::vector<double>{33});
    const TriangleGeometry triangle({200, 0}, 300);
    const auto labels = contourLabels(lines, triangle, 40, 30);
    const std::vector<Gap> gaps{{labels.at(0).at, labels.at(0).angle, 15, 6}};
    const auto pieces = piecesOutside(lines.at(0), triangle, gaps);
    QCOMPARE(pieces.size(), std::size_t(2));
    double length = 0.0;
    for (const auto& piece : pieces) {
      for (const auto& p : piece)
        QVERIFY(std::abs(p.x - labels[0].at.x) > 15 - 1e-9);
      length += std::abs(piece.back().x - piece.front().x);
    }
    // The level line at a share of 0.33 is 0.67 sides long, less the width of the gap.
    QVERIFY(std::abs(length - (0.67 * 300 - 30)) < 1e-9);
    QCOMPARE(piecesOutside(lines.at(0), triangle, {}).size(), std::size_t(1));
  }

  void labelsNeverStandOnTheirHead() {
    for (const auto& slope : {Weights{0, 1, 0}, Weights{0, 0, 1}, Weights{0.2, 0.5, 0.9}}) {
      const auto values = sampled(20, [&](const Weights& w) {
        return slope[0] * w[0] + slope[1] * w[1] + slope[2] * w[2];
      });
      const auto lines = contourLines(values, 20, std::vector<double>{0.4, 0.5, 0.6});
      for (const auto& label : contourLabels(lines, TriangleGeometry({0, 0}, 300), 20, 10))
        QVERIFY(label.angle > -std::numbers::pi / 2 - 1e-12 &&
                label.angle <= std::numbers::pi / 2 + 1e-12);
    }
  }
};

QTEST_APPLESS_MAIN(TestContours)
#include "tst_contours.moc"
