// The view of atoms: pictures a second while it turns, and how long the GUI thread is blocked. With
// a screen (xvfb-run, QT_QPA_PLATFORM=xcb) also as OpenGL draws it.

#include "app/glass/glass_window.h"
#include "app/session.h"
#include "app/settings/settings.h"
#include "tests/app/resources.h"
#include "tests/widgets/made_up_atoms.h"
#include "widgets/structure/sphere_raster.h"
#include "widgets/structure/structure_view.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <functional>
#include <vector>

using namespace vitrine;
using namespace vitrine::widgets;

namespace {

constexpr QSize kSize(800, 600);
constexpr int kFrames = 20;

double milliseconds(const std::function<void()>& work) {
  QElapsedTimer clock;
  clock.start();
  work();
  return static_cast<double>(clock.nsecsElapsed()) * 1e-6;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

/// All spheres by our own drawing, without a view.
void benchRaster(std::size_t perEdge, double scale) {
  const auto model = test::madeUpModel(perEdge);
  const auto scene = sceneOf(model, theme(false));
  Camera camera = fitted(turned(Camera(), 0.4, 0.3), scene->middle, scene->radius, 4.0 / 3.0);
  std::vector<double> drawMs;
  std::vector<double> lightMs;
  SphereRaster raster;
  std::vector<std::uint32_t> pixels;
  for (int i = 0; i < 5; ++i) {
    camera = turned(camera, 0.1, 0.0);
    drawMs.push_back(milliseconds([&] {
      raster.begin(scene, camera, {}, static_cast<int>(scale * kSize.width()),
                   static_cast<int>(scale * kSize.height()));
      raster.draw(0, scene->spheres.size());
    }));
    pixels.resize(static_cast<std::size_t>(raster.width() * raster.height()));
    lightMs.push_back(milliseconds([&] { raster.light(lookOf(theme(false)), pixels); }));
  }
  std::printf(
      "{\"case\": \"raster\", \"atoms\": %zu, \"pixels\": \"%dx%d\", \"draw_ms\": %.1f, "
      "\"light_ms\": %.1f}\n",
      scene->spheres.size(), raster.width(), raster.height(), median(drawMs), median(lightMs));
}

/// A view that turns by its keys, as long as every picture takes.
void benchView(std::size_t perEdge, StructureView::Drawing drawing) {
  StructureView view(nullptr, drawing);
  view.resize(kSize);
  const auto model = test::madeUpModel(perEdge);
  const double takeMs = milliseconds([&] { view.setModel(model); });
  view.show();
  const auto settle = [&] {
    double longest = 0.0;
    QElapsedTimer waited;
    waited.start();
    QElapsedTimer quiet;
    quiet.start();
    while (waited.elapsed() < 20'000 && quiet.elapsed() < 600) {
      const double ms = milliseconds([] { QApplication::processEvents(); });
      longest = std::max(longest, ms);
      if (ms > 1.0)
        quiet.restart();
    }
    return longest;
  };
  settle();
  std::vector<double> frames;
  std::size_t least = view.drawn();
  for (int i = 0; i < kFrames; ++i) {
    frames.push_back(milliseconds([&] {
      QKeyEvent key(QEvent::KeyPress, Qt::Key_Right, Qt::NoModifier);
      QApplication::sendEvent(&view, &key);
      QApplication::processEvents();
    }));
    least = std::min(least, view.drawn());
  }
  const double restMs = settle();
  std::printf(
      "{\"case\": \"view\", \"drawing\": \"%s\", \"atoms\": %zu, \"take_ms\": %.0f, "
      "\"turning_fps\": %.1f, \"slowest_ms\": %.0f, \"drawn_while_turning\": %zu, "
      "\"longest_block_at_rest_ms\": %.0f, \"drawn_at_rest\": %zu, \"pick_ms\": %.1f}\n",
      view.usesOpenGl() ? "OpenGL" : "painted", model.structure->size(), takeMs,
      1000.0 / median(frames), *std::max_element(frames.begin(), frames.end()), least, restMs,
      view.drawn(), milliseconds([&] {
        static_cast<void>(view.atomAt({400, 300}));
      }));
}

double peakMegabytes() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmHWM:"))
      return std::stod(line.substr(6)) / 1024.0;
  return 0.0;
}

/// A dump of a million atoms, opened in the window of glasses.
void benchOpen(std::size_t perEdge) {
  QTemporaryDir folder;
  const QString path = folder.filePath(QStringLiteral("many.dump"));
  std::size_t atoms = 0;
  {
    const auto structure = test::madeUpAtoms(perEdge);
    atoms = structure->size();
    const double edge = structure->cell.edges()[0][0];
    std::ofstream dump(path.toStdString());
    dump << "ITEM: TIMESTEP\n0\nITEM: NUMBER OF ATOMS\n"
         << atoms << "\nITEM: BOX BOUNDS pp pp pp\n";
    for (int axis = 0; axis < 3; ++axis)
      dump << "0 " << edge << '\n';
    dump << "ITEM: ATOMS id element x y z\n";
    for (std::size_t i = 0; i < atoms; ++i)
      dump << i + 1 << (structure->species[i] == 40 ? " Zr " : " Cu ") << structure->positions[i][0]
           << ' ' << structure->positions[i][1] << ' ' << structure->positions[i][2] << '\n';
  }
  app::Session session(test::workbenchPlaces(folder, {}));
  app::Settings settings(folder.filePath(QStringLiteral("settings.ini")));
  app::GlassWindow window(session, settings);
  window.show();
  QApplication::processEvents();
  double longest = 0.0;
  const double openMs = milliseconds([&] {
    window.open(path);
    while (window.desk().glasses().empty())
      longest = std::max(longest, milliseconds([] { QApplication::processEvents(); }));
    longest = std::max(longest, milliseconds([] { QApplication::processEvents(); }));
  });
  std::printf(
      "{\"case\": \"open a dump\", \"atoms\": %zu, \"s\": %.2f, "
      "\"longest_block_ms\": %.0f, \"peak_MB\": %.0f}\n",
      atoms, openMs / 1000.0, longest, peakMegabytes());
}

}  // namespace

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  benchOpen(100);
  // 10,648, 97,336 and a million atoms.
  for (const std::size_t perEdge : {22U, 46U, 100U})
    for (const double scale : {1.0, 2.0})
      benchRaster(perEdge, scale);
  for (const std::size_t perEdge : {22U, 46U, 100U}) {
    benchView(perEdge, StructureView::Drawing::Painted);
    if (findOpenGl().usable)
      benchView(perEdge, StructureView::Drawing::OpenGl);
  }
  return 0;
}
