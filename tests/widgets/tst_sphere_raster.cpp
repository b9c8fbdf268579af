#include "widgets/structure/sphere_raster.h"

#include <QTest>

#include <array>
#include <cmath>
#include <memory>
#include <numbers>
#include <set>
#include <vector>

using namespace vitrine;
using namespace vitrine::widgets;

namespace {

constexpr Rgb kRed{200, 0, 0};
constexpr Rgb kBlue{0, 0, 200};
constexpr SphereLook kLook{{255, 255, 255}, {0, 255, 0}};

Sphere ball(float x, float y, float z, float radius, Rgb colour, std::uint32_t atom) {
  return {x, y, z, radius, colour, 0, atom};
}

std::shared_ptr<SphereScene> sceneWith(std::vector<Sphere> spheres) {
  auto scene = std::make_shared<SphereScene>();
  scene->spheres = std::move(spheres);
  scene->radius = 20.0;
  return scene;
}

struct Picture {
  int width;
  int height;
  std::vector<std::uint32_t> pixels;
  [[nodiscard]] std::uint32_t at(int x, int y) const {
    return pixels[static_cast<std::size_t>(y * width + x)];
  }
};

Picture drawn(const std::shared_ptr<const SphereScene>& scene, const Camera& camera,
              const Slice& slice = {}, int width = 300, int height = 200) {
  SphereRaster raster;
  raster.begin(scene, camera, slice, width, height);
  raster.draw(0, scene->spheres.size());
  Picture picture{width, height,
                  std::vector<std::uint32_t>(static_cast<std::size_t>(width * height))};
  raster.light(kLook, picture.pixels);
  return picture;
}

bool isRed(std::uint32_t pixel) {
  return (pixel >> 16U & 0xffU) > (pixel & 0xffU) && pixel != 0;
}

Camera seeing(double halfHeight) {
  Camera camera;
  camera.halfHeight = halfHeight;
  return camera;
}

}  // namespace

class TestSphereRaster : public QObject {
  Q_OBJECT

 private slots:
  void aSphereCoversItsDisc() {
    const auto scene = sceneWith({ball(2, 1, 0, 3, kRed, 0)});
    const Picture picture = drawn(scene, seeing(10.0));
    // 10 pixels to an Å: a disc of radius 30 about (170, 90).
    int covered = 0;
    for (int y = 0; y < 200; ++y)
      for (int x = 0; x < 300; ++x) {
        const bool inside = std::hypot(x + 0.5 - 170.0, y + 0.5 - 90.0) < 30.0;
        QCOMPARE(picture.at(x, y) != 0, inside);
        covered += inside ? 1 : 0;
      }
    QVERIFY(std::abs(covered - std::numbers::pi * 900.0) < 30.0);
  }

  void intersectingSpheresMeetInTheirPlane() {
    // Equal balls side by side meet in the plane between them.
    const auto scene = sceneWith({ball(-1, 0, 0, 2, kRed, 0), ball(1, 0, 0, 2, kBlue, 1)});
    const Picture picture = drawn(scene, seeing(4.0));
    for (int y = 80; y < 120; ++y) {
      QVERIFY(isRed(picture.at(148, y)));
      QVERIFY(!isRed(picture.at(152, y)));
    }
    // The nearer hides the farther, in whichever order they come.
    for (const bool redFirst : {true, false}) {
      const Sphere red = ball(0, 0, 5, 1, kRed, 0);
      const Sphere blue = ball(0, 0, -5, 3, kBlue, 1);
      const auto two = redFirst ? sceneWith({red, blue}) : sceneWith({blue, red});
      const Picture hidden = drawn(two, seeing(4.0));
      QVERIFY(isRed(hidden.at(150, 100)));
      QVERIFY(!isRed(hidden.at(150 + 40, 100)));
      QVERIFY(hidden.at(150 + 40, 100) != 0);
    }
  }

  void aSliceLeavesOut() {
    const auto scene = sceneWith({ball(-3, 0, 0, 1, kRed, 0), ball(3, 0, 0, 1, kBlue, 1)});
    const Slice slice{{1, 0, 0}, -10.0, 0.0};
    const Picture picture = drawn(scene, seeing(4.0), slice);
    QVERIFY(picture.at(150 - 75, 100) != 0);
    QVERIFY(picture.at(150 + 75, 100) == 0);
    QCOMPARE(sphereAt(*scene, seeing(4.0), slice, 200.0, -75.0, 0.0), std::size_t{0});
    QVERIFY(!sphereAt(*scene, seeing(4.0), slice, 200.0, 75.0, 0.0));
  }

  void portionsMakeTheSamePicture() {
    std::vector<Sphere> spheres;
    for (int i = 0; i < 500; ++i)
      spheres.push_back(ball(static_cast<float>(8.0 * std::sin(1.7 * i)),
                             static_cast<float>(6.0 * std::cos(2.9 * i)),
                             static_cast<float>(5.0 * std::sin(0.3 * i)), 0.7F,
                             i % 2 == 0 ? kRed : kBlue, static_cast<std::uint32_t>(i)));
    const auto scene = sceneWith(spheres);
    Camera camera = turned(seeing(9.0), 0.4, 0.3);
    camera.perspective = true;
    const Picture whole = drawn(scene, camera);
    SphereRaster raster;
    raster.begin(scene, camera, {}, 300, 200);
    for (std::size_t i = 0; i < 500; i += 50)
      raster.draw(i, i + 50);
    std::vector<std::uint32_t> pixels(300 * 200);
    raster.light(kLook, pixels);
    QVERIFY(pixels == whole.pixels);
  }

  void pickingAgreesWithThePicture() {
    std::vector<Sphere> spheres;
    for (int i = 0; i < 200; ++i)
      spheres.push_back(ball(
          static_cast<float>(9.0 * std::sin(1.7 * i)), static_cast<float>(6.0 * std::cos(2.9 * i)),
          static_cast<float>(5.0 * std::sin(0.3 * i)), 1.2F,
          Rgb{static_cast<std::uint8_t>(i), 0, 0}, static_cast<std::uint32_t>(i)));
    // Without light and depth a pixel would show its colour; each gets a picture of its own.
    const Camera camera = turned(seeing(9.0), 1.0, 0.5);
    int hits = 0;
    for (int x = 5; x < 300; x += 25)
      for (int y = 5; y < 200; y += 25) {
        const auto scene = sceneWith(spheres);
        const auto picked = sphereAt(*scene, camera, {}, 200.0, x + 0.5 - 150.0, 100.0 - y - 0.5);
        const Picture all = drawn(scene, camera);
        QCOMPARE(picked.has_value(), all.at(x, y) != 0);
        if (!picked)
          continue;
        ++hits;
        // It alone looks the same there.
        const Picture alone = drawn(sceneWith({spheres[*picked]}), camera);
        QCOMPARE(alone.at(x, y), all.at(x, y));
      }
    QVERIFY(hits > 20);
  }

  void litFromTheUpperLeft() {
    const Picture picture = drawn(sceneWith({ball(0, 0, 0, 4, kRed, 0)}), seeing(5.0));
    const auto brightness = [&](int x, int y) { return picture.at(x, y) >> 16U & 0xffU; };
    QVERIFY(brightness(150 - 35, 100 - 35) > brightness(150 + 35, 100 + 35) + 40);
  }

  void ringedSpheresShowARim() {
    Sphere ringed = ball(0, 0, 0, 4, kRed, 0);
    ringed.ringed = 255;
    const Picture picture = drawn(sceneWith({ringed}), seeing(5.0));
    QVERIFY(isRed(picture.at(150, 100)));
    const std::uint32_t rim = picture.at(150 + 77, 100);
    QVERIFY((rim >> 8U & 0xffU) > (rim >> 16U & 0xffU));
  }

  void theSceneHoldsEveryAtomOnceInTheCell() {
    atomistic::Structure structure{
        atomistic::Cell({{{10, 0, 0}, {2, 9, 0}, {0, 1, 8}}}), {}, {}, {}, {}};
    for (int i = 0; i < 1000; ++i) {
      structure.species.push_back(i % 3 == 0 ? 40 : 29);
      structure.positions.push_back({0.37 * i - 100.0, 0.11 * i, 50.0 - 0.07 * i});
    }
    const std::vector<Rgb> colours(1000, kRed);
    const std::vector<std::uint32_t> ringed{7, 5000};
    const SphereScene scene = sceneOf(structure, colours, ringed, 0.5);
    QCOMPARE(scene.spheres.size(), std::size_t{1000});
    std::set<std::uint32_t> atoms;
    double meanOfFirst = 0.0;
    for (const Sphere& sphere : scene.spheres) {
      if (atoms.size() < 100)
        meanOfFirst += sphere.atom / 100.0;
      atoms.insert(sphere.atom);
      const auto fractions = structure.cell.toFractions({sphere.x, sphere.y, sphere.z});
      for (const double fraction : fractions)
        QVERIFY(fraction > -1e-6 && fraction < 1.0 + 1e-6);
      // Zr 160 pm, Cu 128 pm for twelve neighbours (resources/elements).
      QVERIFY(std::abs(sphere.radius - (sphere.atom % 3 == 0 ? 0.80 : 0.64)) < 0.03);
      QCOMPARE(sphere.ringed != 0, sphere.atom == 7);
    }
    QCOMPARE(atoms.size(), std::size_t{1000});
    // The first hundred are a fair sample.
    QVERIFY(std::abs(meanOfFirst - 499.5) < 50.0);
    for (const Sphere& sphere : scene.spheres)
      QVERIFY(std::hypot(sphere.x - scene.middle[0], sphere.y - scene.middle[1],
                         sphere.z - scene.middle[2]) +
                  sphere.radius <=
              scene.radius + 1e-4);
  }

  void coloursOfValuesAndClasses() {
    const Rgb grey{128, 128, 128};
    const std::vector<double> values{-5.0, 0.0, 5.0, 10.0, 99.0, std::nan("")};
    const auto colours = coloursByValue(values, 0.0, 10.0, ColourMap::Viridis, grey);
    QVERIFY(colours[0] == colour(ColourMap::Viridis, 0.0));
    QVERIFY(colours[1] == colours[0]);
    QVERIFY(colours[4] == colour(ColourMap::Viridis, 1.0));
    QVERIFY(colours[3] == colours[4]);
    QVERIFY(colours[2] != colours[1] && colours[2] != colours[3]);
    QVERIFY(colours[5] == grey);
    const std::array<Rgb, 2> two{kRed, kBlue};
    const std::vector<int> classes{1, 0, -1, 2};
    const auto byClass = coloursByClass(classes, two, grey);
    QVERIFY(byClass[0] == kBlue && byClass[1] == kRed && byClass[2] == grey && byClass[3] == grey);
    QVERIFY((mixed({0, 100, 200}, {100, 100, 100}, 0.5) == Rgb{50, 100, 150}));
  }
};

QTEST_GUILESS_MAIN(TestSphereRaster)
#include "tst_sphere_raster.moc"
