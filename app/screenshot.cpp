#include "app/screenshot.h"

#include "app/jobs/job_runner.h"
#include "engine/core/error.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QPixmap>
#include <QTimer>
#include <QWidget>

namespace vitrine::app {

namespace {

constexpr int kLookEveryMs = 50;
// Refinements start a little after the edit they belong to.
constexpr qint64 kQuietMs = 500;
constexpr qint64 kPatienceMs = 60'000;

bool waitUntilQuiet(const JobRunner& runner) {
  QElapsedTimer quiet;
  QElapsedTimer waited;
  waited.start();
  QEventLoop loop;
  QTimer look;
  bool done = false;
  QObject::connect(&look, &QTimer::timeout, &loop, [&] {
    if (!runner.isIdle())
      quiet.invalidate();
    else if (!quiet.isValid())
      quiet.start();
    done = quiet.isValid() && quiet.elapsed() >= kQuietMs;
    if (done || waited.elapsed() >= kPatienceMs)
      loop.quit();
  });
  look.start(kLookEveryMs);
  loop.exec();
  return done;
}

}  // namespace

void takeScreenshot(QWidget& window, const JobRunner& runner, const QString& file) {
  if (!waitUntilQuiet(runner))
    throw Error(ErrorCode::Failed,
                "The results were not ready after a minute, so no picture was taken.");
  if (!window.grab().save(file, "PNG"))
    throw Error(ErrorCode::CannotWrite, "The picture could not be written to " +
                                            file.toStdString() +
                                            "; check that the folder exists and is writable.");
}

}  // namespace vitrine::app
