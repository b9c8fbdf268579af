// The view of atoms as OpenGL draws it, beside our own drawing. Runs under Xvfb as an entry of its
// own; without a screen there is nothing to test.

#include "tests/widgets/made_up_atoms.h"
#include "widgets/structure/structure_view.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QTest>

#include <cmath>
#include <cstdlib>
#include <memory>

using namespace vitrine;
using namespace vitrine::widgets;

namespace {

constexpr QSize kSize(480, 360);

std::unique_ptr<StructureView> shown(StructureView::Drawing drawing,
                                     const StructureViewModel& model) {
  auto view = std::make_unique<StructureView>(nullptr, drawing);
  view->resize(kSize);
  view->setModel(model);
  view->show();
  static_cast<void>(QTest::qWaitForWindowExposed(view.get()));
  return view;
}

QImage pictureOf(StructureView& view) {
  static_cast<void>(
      QTest::qWaitFor([&] { return view.drawn() == view.model().structure->size(); }, 60'000));
  QTest::qWait(400);
  return view.grab().toImage().convertToFormat(QImage::Format_RGB32);
}

struct Difference {
  double coverage = 0.0;  ///< share of pixels that only one of them covers
  double colour = 0.0;    ///< mean difference of a channel where both do, 0 to 255
};

Difference between(const QImage& a, const QImage& b) {
  const QRgb ground = theme(false).surface.rgb();
  Difference difference;
  int both = 0;
  int one = 0;
  // The legend and the axes have words, whose edges differ.
  for (int y = 60; y < a.height() - 100; ++y)
    for (int x = 100; x < a.width() - 170; ++x) {
      const QColor first(a.pixel(x, y));
      const QColor second(b.pixel(x, y));
      const bool inFirst = first.rgb() != ground;
      const bool inSecond = second.rgb() != ground;
      one += inFirst != inSecond ? 1 : 0;
      if (!inFirst || !inSecond)
        continue;
      ++both;
      difference.colour +=
          (std::abs(first.red() - second.red()) + std::abs(first.green() - second.green()) +
           std::abs(first.blue() - second.blue())) /
          3.0;
    }
  difference.coverage = static_cast<double>(one) / std::max(1, one + both);
  difference.colour /= std::max(1, both);
  return difference;
}

}  // namespace

class TestOpenGlStructure : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    if (QGuiApplication::platformName() == QLatin1String("offscreen")) {
      QVERIFY2(!StructureView(nullptr, StructureView::Drawing::OpenGl).usesOpenGl(),
               "OpenGL must not be looked for without a screen");
      QSKIP("There is no OpenGL without a screen; this runs under Xvfb.");
    }
    if (!findOpenGl().usable)
      QSKIP("There is no OpenGL 3.3 here.");
    applyTheme(*qobject_cast<QApplication*>(qApp), ThemeChoice::Light);
  }

  void bothWaysShowTheSame_data() {
    QTest::addColumn<bool>("perspective");
    QTest::addColumn<bool>("sliced");
    QTest::newRow("parallel") << false << false;
    QTest::newRow("perspective") << true << false;
    QTest::newRow("sliced") << false << true;
  }
  void bothWaysShowTheSame() {
    QFETCH(bool, perspective);
    QFETCH(bool, sliced);
    StructureViewModel model = test::madeUpModel(7);
    model.highlighted = {3, 50, 200};
    const auto openGl = shown(StructureView::Drawing::OpenGl, model);
    const auto painted = shown(StructureView::Drawing::Painted, model);
    QVERIFY(openGl->usesOpenGl());
    QVERIFY(!painted->usesOpenGl());
    for (const auto& view : {openGl.get(), painted.get()}) {
      view->setPerspective(perspective);
      if (sliced)
        view->setSlice({{0, 0, 1}, 3.0, 9.0});
    }
    openGl->setCamera(painted->camera());
    const QImage first = pictureOf(*openGl);
    const QImage second = pictureOf(*painted);
    // Pictures to look at, where somebody wants them.
    if (const QString folder = qEnvironmentVariable("VITRINE_PICTURES"); !folder.isEmpty()) {
      const QString name = QLatin1String(QTest::currentDataTag());
      QVERIFY(first.save(folder + "/opengl-" + name + ".png"));
      QVERIFY(second.save(folder + "/painted-" + name + ".png"));
    }
    const Difference difference = between(first, second);
    qInfo("covered by one only: %.4f, colours differ by %.2f of 255", difference.coverage,
          difference.colour);
    // Edges are smooth in one and not in the other; in perspective our own way draws discs instead
    // of ellipses.
    QVERIFY(difference.coverage < 0.04);
    QVERIFY(difference.colour < (perspective ? 12.0 : 6.0));
  }

  void aSingleSphereCoversTheSamePixels() {
    auto structure = std::make_shared<atomistic::Structure>(atomistic::Structure{
        atomistic::Cell({{{10, 0, 0}, {0, 10, 0}, {0, 0, 10}}}), {40}, {{5, 5, 5}}, {}, {}});
    StructureViewModel model;
    model.structure = structure;
    model.radiusScale = 1.5;
    const auto openGl = shown(StructureView::Drawing::OpenGl, model);
    openGl->lookAlong(2);
    const QImage image = pictureOf(*openGl);
    // 10 sqrt(3) Å fill the height; 2.4 Å is the radius.
    const auto at = openGl->pixelOf(0);
    QVERIFY(at);
    const double radius = 1.5 * 1.602 / openGl->camera().halfHeight * (kSize.height() - 4) / 2.0;
    const QRgb ground = theme(false).surface.rgb();
    for (int x = 100; x < 380; ++x) {
      const double away = std::abs(x + 0.5 - at->x());
      const bool covered = image.pixel(x, static_cast<int>(at->y())) != ground;
      if (std::abs(away - radius) > 1.5 && std::abs(away - 5.0 / 1.602 / 1.5 * radius) > 4.0)
        QCOMPARE(covered, away < radius);
    }
  }

  void otherAtomsAndColoursArrive() {
    const auto view = shown(StructureView::Drawing::OpenGl, test::madeUpModel(4));
    const QImage before = pictureOf(*view);
    StructureViewModel model = test::madeUpModel(4);
    model.colours.kind = AtomColours::Kind::Values;
    model.colours.values = std::make_shared<std::vector<double>>(64, 0.5);
    view->setModel(model);
    QVERIFY(pictureOf(*view) != before);
    view->setModel(test::madeUpModel(9));
    static_cast<void>(pictureOf(*view));
    QCOMPARE(view->drawn(), std::size_t{729});
    // Hidden and shown again, and given to another window.
    view->hide();
    view->show();
    QWidget window;
    window.resize(kSize);
    view->setParent(&window);
    view->show();
    window.show();
    static_cast<void>(QTest::qWaitForWindowExposed(&window));
    static_cast<void>(pictureOf(*view));
    QCOMPARE(view->drawn(), std::size_t{729});
    view->setParent(nullptr);
  }
};

QTEST_MAIN(TestOpenGlStructure)
#include "tst_opengl_structure.moc"
