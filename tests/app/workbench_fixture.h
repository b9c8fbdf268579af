#pragma once

#include "app/main_window.h"
#include "app/session.h"
#include "app/settings/settings.h"
#include "tests/app/resources.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace vitrine::test {

/// The real main window over the shipped resources, with settings of its own.
struct WorkbenchFixture {
  /// @param program  vitrine itself, where something is to be trained
  explicit WorkbenchFixture(const std::filesystem::path& program = {})
      : session(workbenchPlaces(folder, program)),
        settings(folder.filePath(QStringLiteral("settings.ini"))) {
    session.document.restore(app::firstState());
    window = std::make_unique<app::MainWindow>(session, settings);
    window->resize(1280, 800);
    window->resetLayout();
    window->show();
  }

  /// Waits until models are read and every result is current. Sanitizers slow everything down.
  bool settle() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    constexpr int kLongestMs = 400'000;
#else
    constexpr int kLongestMs = 60'000;
#endif
    QElapsedTimer quiet;
    return QTest::qWaitFor(
        [&] {
          if (!session.references.isLoaded() || !session.runner.isIdle()) {
            quiet.invalidate();
            return false;
          }
          if (!quiet.isValid())
            quiet.start();
          return quiet.elapsed() > 250;
        },
        kLongestMs);
  }

  template <class T>
  T* control(const QString& accessibleName) const {
    for (T* widget : window->findChildren<T*>()) {
      if (widget->accessibleName() == accessibleName)
        return widget;
    }
    return nullptr;
  }

  QTemporaryDir folder;
  app::Session session;
  app::Settings settings;
  std::unique_ptr<app::MainWindow> window;
};

}  // namespace vitrine::test
