// The workbench as it feels: from a slider's move to the repaint of all that follows, how long the
// GUI thread is blocked, and from the start of the program to its first picture.
//
// bench_gui_workbench [RESOURCES]; one JSON line a case.

#include "app/main_window.h"
#include "app/session.h"
#include "app/settings/settings.h"
#include "engine/alloy/formula.h"
#include "engine/alloy/grid.h"
#include "widgets/alloy/alloy_editor.h"
#include "widgets/alloy/share_slider.h"
#include "widgets/cards/property_cards.h"
#include "widgets/relaxation/relaxation_plot.h"
#include "widgets/ternary/ternary_map.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <vector>

using namespace vitrine;

namespace {

constexpr int kMoves = 220;  // some stay within a pixel
constexpr int kStarts = 9;

double milliseconds(const QElapsedTimer& clock) {
  return static_cast<double>(clock.nsecsElapsed()) * 1e-6;
}

double quantile(std::vector<double> values, double q) {
  std::sort(values.begin(), values.end());
  const auto last = static_cast<double>(values.size() - 1);
  return values.at(static_cast<std::size_t>(std::ceil(q * last)));
}

/// Time this thread has worked, whatever else the machine was doing.
double threadMs() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
}

/// Times how long each outermost event keeps the GUI thread.
class TimedApplication : public QApplication {
 public:
  using QApplication::QApplication;

  bool notify(QObject* receiver, QEvent* event) override {
    if (m_depth++ > 0) {
      const bool handled = QApplication::notify(receiver, event);
      --m_depth;
      return handled;
    }
    QElapsedTimer clock;
    clock.start();
    const double worked = threadMs();
    const bool handled = QApplication::notify(receiver, event);
    if (recording) {
      blocked.push_back(milliseconds(clock));
      work.push_back(threadMs() - worked);
    }
    --m_depth;
    return handled;
  }

  bool recording = false;
  std::vector<double> blocked;  ///< by the clock, ms
  std::vector<double> work;     ///< of those the time this thread had a processor

 private:
  int m_depth = 0;
};

/// Notes the first paint of a widget after it was armed.
class PaintWatch : public QObject {
 public:
  explicit PaintWatch(QWidget* widget) { widget->installEventFilter(this); }
  bool painted = false;

 protected:
  bool eventFilter(QObject*, QEvent* event) override {
    painted = painted || event->type() == QEvent::Paint;
    return false;
  }
};

void settle(const app::JobRunner& runner) {
  QElapsedTimer quiet;
  quiet.start();
  while (quiet.elapsed() < 400) {
    QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    if (!runner.isIdle())
      quiet.restart();
  }
}

/// The views keep what they show until there is something new, so what they show tells.
bool isCurrent(app::Views& views, const app::Document& document) {
  const alloy::Composition alloy = document.alloy();
  const QString formula = QString::fromStdString(alloy.formula());
  const app::SectionPlane plane = app::sectionPlane(document.state());
  const auto place = alloy::TernarySection(plane.corners, plane.fixedPercent).weights(alloy);
  return views.cards()->model().alloy == formula && views.relaxation()->model().alloy == formula &&
         views.map()->model().current == place && !views.cards()->model().cards.at(0).stale &&
         !views.relaxation()->model().stale && !views.map()->model().stale;
}

void mouse(QWidget& target, QEvent::Type type, QPointF place) {
  const bool release = type == QEvent::MouseButtonRelease;
  QMouseEvent event(type, place, target.mapToGlobal(place), Qt::LeftButton,
                    release ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier);
  QCoreApplication::sendEvent(&target, &event);
}

/// 200 moves of the first element's slider; each is timed until cards, curve and map are current
/// and painted.
void edits(TimedApplication& application, const char* resources, const char* formula) {
  const QTemporaryDir folder;
  app::Session session({resources, {}, {}});
  app::Settings settings(folder.filePath(QStringLiteral("settings.ini")));
  session.document.setAlloy(alloy::compositionOf(formula));
  app::MainWindow window(session, settings);
  window.resize(1280, 800);
  window.resetLayout();
  window.show();
  settle(session.runner);
  app::Views& views = window.views();
  if (!views.cards()->model().cards.at(0).value) {
    std::fprintf(stderr, "There are no models in %s; name the resources.\n", resources);
    std::exit(1);
  }
  auto* slider = views.alloyEditor()->findChild<widgets::ShareSlider*>();
  const double y = slider->height() / 2.0;
  const auto x = [&](int move) { return slider->width() * (0.5 + 0.25 * std::sin(0.11 * move)); };
  PaintWatch cards(views.cards()->viewport());
  PaintWatch curve(views.relaxation());
  PaintWatch map(views.map());
  std::vector<double> repaints;
  application.blocked.clear();
  application.work.clear();
  application.recording = true;
  mouse(*slider, QEvent::MouseButtonPress, {x(0), y});
  for (int move = 1; move <= kMoves; ++move) {
    cards.painted = curve.painted = map.painted = false;
    QElapsedTimer clock;
    clock.start();
    const quint64 revision = session.document.revision();
    mouse(*slider, QEvent::MouseMove, {x(move), y});
    if (session.document.revision() == revision)
      continue;  // the pointer has not left the slider's pixel
    while (!isCurrent(views, session.document) || !map.painted)
      QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 5);
    // What is current was asked to repaint; this is where it does.
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
    repaints.push_back(milliseconds(clock));
  }
  application.recording = false;
  mouse(*slider, QEvent::MouseButtonRelease, {x(kMoves), y});
  settle(session.runner);
  std::printf(
      "{\"case\": \"edit to repaint, %s\", \"moves\": %zu, \"p50_ms\": %.3g, \"p95_ms\": %.3g, "
      "\"max_ms\": %.3g, \"reach_p95_ms\": 50, \"gui_blocked_p99_ms\": %.3g, "
      "\"gui_blocked_max_ms\": %.3g, \"gui_work_p99_ms\": %.3g, \"gui_work_max_ms\": %.3g, "
      "\"reach_blocked_p99_ms\": 16}\n",
      formula, repaints.size(), quantile(repaints, 0.5), quantile(repaints, 0.95),
      quantile(repaints, 1.0), quantile(application.blocked, 0.99),
      quantile(application.blocked, 1.0), quantile(application.work, 0.99),
      quantile(application.work, 1.0));
  std::fflush(stdout);
}

/// Shows a window and ends with its first picture.
template <class Window>
int showOnce(Window& window) {
  PaintWatch watch(&window);
  window.resize(1280, 800);
  window.show();
  while (!watch.painted)
    QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
  QCoreApplication::processEvents();
  std::puts("painted");
  std::fflush(stdout);
  std::_Exit(0);
}

int child(const QString& kind, const char* resources) {
  if (kind == QLatin1String("--empty")) {
    QMainWindow window;
    return showOnce(window);
  }
  const QTemporaryDir folder;
  app::Session session({resources, {}, {}});
  app::Settings settings(folder.filePath(QStringLiteral("settings.ini")));
  widgets::applyTheme(*qobject_cast<QApplication*>(QCoreApplication::instance()),
                      widgets::ThemeChoice::Light);
  app::MainWindow window(session, settings);
  return showOnce(window);
}

double startMs(const QString& program, const QString& kind, const QString& resources) {
  std::vector<double> times;
  for (int i = 0; i < kStarts; ++i) {
    QElapsedTimer clock;
    clock.start();
    QProcess process;
    process.start(program, {kind, resources});
    process.waitForReadyRead(-1);
    times.push_back(milliseconds(clock));
    process.waitForFinished(-1);
  }
  return quantile(times, 0.5);
}

}  // namespace

int main(int argc, char** argv) {
  if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
    qputenv("QT_QPA_PLATFORM", "offscreen");
  const QTemporaryDir runtime;
  if (!qEnvironmentVariableIsSet("XDG_RUNTIME_DIR"))
    qputenv("XDG_RUNTIME_DIR", runtime.path().toLocal8Bit());
  TimedApplication application(argc, argv);
  const QStringList arguments = QCoreApplication::arguments();
  if (arguments.size() == 3 && arguments[1].startsWith(QLatin1String("--")))
    return child(arguments[1], argv[2]);

  const QString beside =
      QCoreApplication::applicationDirPath() + QStringLiteral("/../share/vitrine");
  const QByteArray resources =
      arguments.size() > 1 ? arguments[1].toLocal8Bit() : beside.toLocal8Bit();
  widgets::applyTheme(application, widgets::ThemeChoice::Light);
  edits(application, resources.constData(), "Zr50Cu40Al10");
  edits(application, resources.constData(), "Zr41.2Ti13.8Cu12.5Ni10Be22.5");
  // A generator covers it, so its diffraction pattern follows too.
  edits(application, resources.constData(), "Co30Ti30Zr40");
  const QString program = QCoreApplication::applicationFilePath();
  const double empty =
      startMs(program, QStringLiteral("--empty"), QString::fromLocal8Bit(resources));
  const double full =
      startMs(program, QStringLiteral("--workbench"), QString::fromLocal8Bit(resources));
  std::printf(
      "{\"case\": \"start to first picture\", \"starts\": %d, \"empty_window_ms\": %.4g, "
      "\"workbench_ms\": %.4g, \"reach_ms\": %.4g, \"reached\": %s}\n",
      kStarts, empty, full, 2.0 * empty + 300.0, full <= 2.0 * empty + 300.0 ? "true" : "false");
  return 0;
}
