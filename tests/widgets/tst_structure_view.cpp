// The view of atoms as it is painted without OpenGL: events, picking, slices, export.

#include "tests/widgets/made_up_atoms.h"
#include "widgets/export/export.h"
#include "widgets/structure/structure_view.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

#include <cmath>
#include <memory>

using namespace vitrine;
using namespace vitrine::widgets;

namespace {

std::unique_ptr<StructureView> shownView(const StructureViewModel& model) {
  auto view = std::make_unique<StructureView>();
  view->resize(600, 450);
  view->setModel(model);
  view->show();
  static_cast<void>(QTest::qWaitForWindowExposed(view.get()));
  return view;
}

bool waitUntilAllDrawn(const StructureView& view) {
  return QTest::qWaitFor([&] { return view.drawn() == view.model().structure->size(); }, 20'000);
}

/// An atom that is seen, with a pixel on which it is.
std::pair<std::uint32_t, QPoint> seenAtom(const StructureView& view) {
  for (int x = 150; x < 450; x += 7)
    if (const auto atom = view.atomAt(QPointF(x, 225)))
      return {*atom, {x, 225}};
  return {0, {}};
}

/// Pixels that are not the ground.
int covered(const QImage& image, const QColor& ground) {
  int count = 0;
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x)
      count += image.pixelColor(x, y) != ground ? 1 : 0;
  return count;
}

}  // namespace

class TestStructureView : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { applyTheme(*qobject_cast<QApplication*>(qApp), ThemeChoice::Light); }

  void showsAllAtoms() {
    const auto view = shownView(test::madeUpModel(10));
    QVERIFY(!view->usesOpenGl());
    QVERIFY(waitUntilAllDrawn(*view));
    QTRY_VERIFY(covered(view->grab().toImage(), theme(false).surface) > 600 * 450 / 5);
    // Fitted: the box is in the picture.
    for (std::uint32_t atom = 0; atom < 1000; atom += 37) {
      const auto pixel = view->pixelOf(atom);
      QVERIFY(pixel && view->rect().contains(pixel->toPoint()));
    }
  }

  void nothingToShowIsSaid() {
    StructureViewModel none;
    none.message = QStringLiteral("Open a file of atoms.");
    const auto view = shownView(none);
    const QImage empty = view->grab().toImage();
    none.message.clear();
    view->setModel(none);
    QVERIFY(view->grab().toImage() != empty);
    QVERIFY(!view->atomAt({300, 225}));
    QCOMPARE(view->data().rows.size(), std::size_t{0});
    QTest::keyClick(view.get(), Qt::Key_Left);
    QTest::mouseClick(view.get(), Qt::LeftButton, {}, QPoint(300, 225));
  }

  void dragsTurnAndShiftMoves() {
    const auto view = shownView(test::madeUpModel(6));
    QSignalSpy moved(view.get(), &StructureView::cameraMoved);
    const Camera before = view->camera();
    const auto drag = [&](Qt::KeyboardModifiers modifiers) {
      QTest::mousePress(view.get(), Qt::LeftButton, modifiers, QPoint(300, 200));
      for (int x = 310; x <= 360; x += 10) {
        QMouseEvent move(QEvent::MouseMove, QPointF(x, 200), view->mapToGlobal(QPointF(x, 200)),
                         Qt::NoButton, Qt::LeftButton, modifiers);
        QApplication::sendEvent(view.get(), &move);
      }
      QTest::mouseRelease(view.get(), Qt::LeftButton, modifiers, QPoint(360, 200));
    };
    drag({});
    QVERIFY(moved.count() > 0);
    QVERIFY(view->camera().axes != before.axes);
    QVERIFY(view->camera().centre == before.centre);
    const Camera turned = view->camera();
    drag(Qt::ShiftModifier);
    QVERIFY(view->camera().axes == turned.axes);
    QVERIFY(view->camera().centre != turned.centre);
    QTest::keyClick(view.get(), Qt::Key_Home);
    QVERIFY(view->camera().centre == before.centre);
    // The wheel comes nearer.
    QWheelEvent wheel(QPointF(300, 200), view->mapToGlobal(QPointF(300, 200)), {}, QPoint(0, 120),
                      Qt::NoButton, {}, Qt::NoScrollPhase, false);
    QApplication::sendEvent(view.get(), &wheel);
    QVERIFY(view->camera().halfHeight < before.halfHeight);
  }

  void theKeyboardReachesEverything() {
    const auto view = shownView(test::madeUpModel(6));
    view->setFocus();
    Camera last = view->camera();
    const auto changes = [&](Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
      QTest::keyClick(view.get(), key, modifiers);
      const bool changed = !(view->camera() == last);
      last = view->camera();
      return changed;
    };
    for (const Qt::Key key : {Qt::Key_Left, Qt::Key_Up, Qt::Key_Right, Qt::Key_Down}) {
      QVERIFY(changes(key));
      QVERIFY(changes(key, Qt::ShiftModifier));
    }
    QVERIFY(changes(Qt::Key_Plus));
    QVERIFY(changes(Qt::Key_Minus));
    QVERIFY(changes(Qt::Key_P));
    QVERIFY(view->camera().perspective);
    QVERIFY(changes(Qt::Key_X));
    QVERIFY(std::abs(view->camera().axes[2][0] - 1.0) < 1e-12);
    QVERIFY(changes(Qt::Key_Y));
    QVERIFY(changes(Qt::Key_Z));
    QVERIFY(std::abs(view->camera().axes[2][2] - 1.0) < 1e-12);
  }

  void aClickChoosesTheAtomThatIsSeen() {
    const auto view = shownView(test::madeUpModel(8));
    QSignalSpy clicked(view.get(), &StructureView::atomClicked);
    const auto [atom, at] = seenAtom(*view);
    QVERIFY(!at.isNull());
    QTest::mouseClick(view.get(), Qt::LeftButton, {}, at);
    QCOMPARE(clicked.count(), 1);
    QCOMPARE(clicked.at(0).at(0).value<std::optional<std::uint32_t>>(), std::optional(atom));
    QVERIFY(waitUntilAllDrawn(*view));
    const QImage before = view->grab().toImage();
    view->setSelected(atom);
    QVERIFY(view->grab().toImage() != before);
    // Beside the atoms: none.
    QTest::mouseClick(view.get(), Qt::LeftButton, {}, QPoint(20, 20));
    QVERIFY(!clicked.at(1).at(0).value<std::optional<std::uint32_t>>());
    // Hovering names it.
    QSignalSpy hovered(view.get(), &StructureView::atomHovered);
    QTest::mouseMove(view.get(), at);
    QTRY_VERIFY(hovered.count() > 0);
    QCOMPARE(hovered.last().at(0).value<std::optional<std::uint32_t>>(), std::optional(atom));
  }

  void aSliceOpensTheInside() {
    const auto view = shownView(test::madeUpModel(8));
    view->lookAlong(2);
    const auto& structure = *view->model().structure;
    const auto front = view->atomAt(view->rect().center());
    QVERIFY(front);
    const double middle = 0.5 * structure.cell.edges()[2][2];
    QVERIFY(structure.positions[*front][2] > middle);
    view->setSlice({{0, 0, 1}, -1e9, middle});
    const auto inside = view->atomAt(view->rect().center());
    QVERIFY(inside);
    QVERIFY(structure.positions[*inside][2] <= middle);
    QVERIFY(structure.positions[*inside][2] > middle - 6.0);
  }

  void coloursAndWords() {
    StructureViewModel model = test::madeUpModel(5);
    const std::size_t atoms = model.structure->size();
    const std::uint32_t zr = static_cast<std::uint32_t>(
        std::find(model.structure->species.begin(), model.structure->species.end(), 40) -
        model.structure->species.begin());
    QCOMPARE(atomText(model, zr), QStringLiteral("Zr, atom %1").arg(zr + 1));
    StructureLegend legend = legendOf(model, theme(false));
    QCOMPARE(legend.entries.size(), std::size_t{2});
    QCOMPARE(legend.entries[0].atoms + legend.entries[1].atoms, atoms);
    model.colours.kind = AtomColours::Kind::Classes;
    model.colours.quantity = QStringLiteral("cluster");
    model.colours.classNames = {QStringLiteral("icosahedron"), QStringLiteral("Z14")};
    auto classes = std::make_shared<std::vector<int>>(atoms, -1);
    (*classes)[3] = 1;
    (*classes)[4] = 0;
    model.colours.classes = classes;
    legend = legendOf(model, theme(false));
    QCOMPARE(legend.entries.size(), std::size_t{3});
    QCOMPARE(legend.entries[1].atoms, std::size_t{1});
    QCOMPARE(legend.entries[2].atoms, atoms - 2);
    QVERIFY(atomText(model, 3).endsWith(QStringLiteral("cluster: Z14")));
    model.colours.kind = AtomColours::Kind::Values;
    model.colours.quantity = QStringLiteral("volume (Å³)");
    model.colours.values = std::make_shared<std::vector<double>>(atoms, 17.25);
    QVERIFY(atomText(model, 3).endsWith(QStringLiteral("volume (Å³): 17.25")));
    QVERIFY(legendOf(model, theme(false)).entries.empty());
  }

  void highlightedAtomsStandOut() {
    StructureViewModel model = test::madeUpModel(4);
    const auto plain = sceneOf(model, theme(false));
    model.highlighted = {5};
    model.fadesOthers = true;
    const auto scene = sceneOf(model, theme(false));
    for (std::size_t i = 0; i < scene->spheres.size(); ++i) {
      const bool chosen = scene->spheres[i].atom == 5;
      QCOMPARE(scene->spheres[i].ringed != 0, chosen);
      QCOMPARE(scene->spheres[i].colour == plain->spheres[i].colour, chosen);
    }
  }

  void theModelKeepsTheCameraOfTheSameCell() {
    StructureViewModel model = test::madeUpModel(5);
    const auto view = shownView(model);
    QTest::keyClick(view.get(), Qt::Key_Left);
    const Camera turned = view->camera();
    model.radiusScale = 0.5;
    view->setModel(model);
    QVERIFY(view->camera() == turned);
    view->setModel(test::madeUpModel(6));
    QVERIFY(view->camera().halfHeight > turned.halfHeight);
  }

  void manyAtomsMoveAsASample() {
    const auto view = shownView(test::madeUpModel(70));
    const std::size_t all = view->model().structure->size();
    QVERIFY(waitUntilAllDrawn(*view));
    // At first a sample; it grows where there is time for more.
    QTest::keyClick(view.get(), Qt::Key_Left);
    QApplication::processEvents();
    QVERIFY(view->drawn() > 0);
    QVERIFY(view->drawn() < all);
    // At rest it is complete again.
    QVERIFY(waitUntilAllDrawn(*view));
  }

  void exports() {
    const QTemporaryDir folder;
    StructureViewModel model = test::madeUpModel(6);
    const auto view = shownView(model);
    for (const QString& suffix : exportSuffixes()) {
      const QString path = folder.filePath(QStringLiteral("atoms.") + suffix);
      exportTo(*view, path);
      QVERIFY2(QFileInfo(path).size() > 1000, qPrintable(path));
    }
    const QImage png(folder.filePath(QStringLiteral("atoms.png")));
    QVERIFY(covered(png, theme(false).surface) > png.width() * png.height() / 5);
    const DataTable table = view->data();
    QCOMPARE(table.rows.size(), std::size_t{216});
    QCOMPARE(std::get<double>(table.rows[7][2]), model.structure->positions[7][0]);
    QCOMPARE(view->exportName(), QStringLiteral("atoms-made up"));
  }
};

QTEST_MAIN(TestStructureView)
#include "tst_structure_view.moc"
