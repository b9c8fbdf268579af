#include "widgets/structure/camera.h"

#include <QTest>

#include <cmath>
#include <numbers>

using namespace vitrine::widgets;
using Vector3 = Camera::Vector3;

namespace {

constexpr double kRight = std::numbers::pi / 2.0;

bool near(const Vector3& a, const Vector3& b, double within = 1e-12) {
  for (std::size_t i = 0; i < 3; ++i)
    if (std::abs(a[i] - b[i]) > within)
      return false;
  return true;
}

}  // namespace

class TestStructureCamera : public QObject {
  Q_OBJECT

 private slots:
  void turnsTheStructureUnderTheHand() {
    // What faces the viewer goes to the right, what is on the right goes to the back.
    const Camera camera = turned(Camera(), kRight, 0.0);
    QVERIFY(near(toEye(camera, {0, 0, 1}), {1, 0, 0}));
    QVERIFY(near(toEye(camera, {1, 0, 0}), {0, 0, -1}));
    QVERIFY(near(toEye(camera, {0, 1, 0}), {0, 1, 0}));
    // Down: what faces the viewer goes to the bottom.
    const Camera down = turned(Camera(), 0.0, kRight);
    QVERIFY(near(toEye(down, {0, 0, 1}), {0, -1, 0}));
    QVERIFY(near(toEye(down, {0, 1, 0}), {0, 0, 1}));
    const Camera roll = rolled(Camera(), kRight);
    QVERIFY(near(toEye(roll, {1, 0, 0}), {0, 1, 0}));
  }

  void staysRightAngledOverManyTurns() {
    Camera camera;
    for (int i = 0; i < 20'000; ++i)
      camera = rolled(turned(camera, 0.013, -0.007), 0.003);
    for (std::size_t i = 0; i < 3; ++i)
      for (std::size_t j = 0; j < 3; ++j)
        QVERIFY(std::abs(vitrine::atomistic::dot(camera.axes[i], camera.axes[j]) -
                         (i == j ? 1.0 : 0.0)) < 1e-12);
  }

  void projectsToPixels() {
    Camera camera;
    camera.centre = {10, 20, 30};
    camera.halfHeight = 5.0;
    const auto seen = project(camera, {12, 19, 33}, 1.5, 400.0);
    QVERIFY(seen.has_value());
    // 200 pixels stand for 5 Å.
    QCOMPARE(seen->x, 80.0);
    QCOMPARE(seen->y, -40.0);
    QCOMPARE(seen->radius, 60.0);
    QCOMPARE(seen->nearness, 3.0);
  }

  void perspectiveFollowsTheTangents() {
    Camera camera;
    camera.halfHeight = std::tan(std::numbers::pi / 12.0) * 20.0;  // 20 Å away
    camera.perspective = true;
    QVERIFY(std::abs(viewDistance(camera) - 20.0) < 1e-12);
    // A ball 10 Å away whose rim is seen under asin(2/10).
    const auto seen = project(camera, {0, 0, 10}, 2.0, 600.0);
    const double pixelsPerTangent = 300.0 / std::tan(std::numbers::pi / 12.0);
    QVERIFY(std::abs(seen->radius - pixelsPerTangent * std::tan(std::asin(0.2))) < 1e-9);
    // Half as far, twice as large.
    const auto twice = project(camera, {1, 0, 10}, 1e-6, 600.0);
    const auto once = project(camera, {1, 0, -0.0}, 1e-6, 600.0);
    QVERIFY(std::abs(twice->x - 2.0 * once->x) < 1e-9);
    // The viewer is inside of it, or before it.
    QVERIFY(!project(camera, {0, 0, 19}, 2.0, 600.0));
    QVERIFY(!project(camera, {0, 0, 30}, 2.0, 600.0));
  }

  void zoomsMovesAndFits() {
    Camera camera = fitted(Camera(), {1, 2, 3}, 10.0, 0.5);
    // Half as wide as high: the width decides.
    QCOMPARE(camera.halfHeight, 20.0);
    QCOMPARE(zoomed(camera, 4.0).halfHeight, 5.0);
    QVERIFY(zoomed(camera, 1e12).halfHeight > 0.0);
    const Camera shifted = moved(camera, 0.5, -0.25);
    const auto before = project(camera, {4, 4, 4}, 1.0, 200.0);
    const auto after = project(shifted, {4, 4, 4}, 1.0, 200.0);
    QVERIFY(std::abs(after->x - before->x - 50.0) < 1e-9);
    QVERIFY(std::abs(after->y - before->y + 25.0) < 1e-9);
    // In perspective the ball touches the edge of the picture too.
    camera.perspective = true;
    camera = fitted(camera, {0, 0, 0}, 7.0, 1.5);
    QVERIFY(std::abs(project(camera, {0, 0, 0}, 7.0, 2.0)->radius - 1.0) < 1e-9);
  }

  void looksAlongAnAxis() {
    const Camera camera = seenFrom(Camera(), {1, 0, 0}, {0.3, 0, 1});
    QVERIFY(near(toEye(camera, {1, 0, 0}), {0, 0, 1}));
    QVERIFY(near(toEye(camera, {0, 0, 1}), {0, 1, 0}));
    QVERIFY(near(toEye(camera, {0, 1, 0}), {1, 0, 0}));
  }
};

QTEST_GUILESS_MAIN(TestStructureCamera)
#include "tst_structure_camera.moc"
