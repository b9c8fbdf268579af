#pragma once

#include "app/actions/pattern_actions.h"
#include "app/spectra/spectra_window.h"
#include "tests/app/driving.h"
#include "tests/app/made_up_patterns.h"
#include "tests/app/workbench_fixture.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QDirIterator>
#include <QSpinBox>

namespace vitrine::test {

/// The window of measured patterns of a real workbench, with made-up patterns to read. Temporary
/// files go to a folder of its own, so that what is left of them can be seen.
struct SpectraFixture {
  explicit SpectraFixture(const std::filesystem::path& program) : workbench(program) {
    qputenv("TMPDIR", temporary.path().toLocal8Bit());
    writePatterns(data());
    show();
  }
  ~SpectraFixture() { qunsetenv("TMPDIR"); }

  [[nodiscard]] std::filesystem::path data() const {
    return workbench.folder.filePath(QStringLiteral("Co-Ti-Zr")).toStdString();
  }

  /// Opens the window with its key.
  void show() {
    workbench.window->activateWindow();
    static_cast<void>(QTest::qWaitForWindowActive(workbench.window.get()));
    QTest::keyClick(workbench.window.get(), Qt::Key_M, Qt::ControlModifier);
    window = workbench.window->findChild<app::PatternActions*>()->window();
    if (window != nullptr)
      static_cast<void>(QTest::qWaitForWindowExposed(window));
  }

  /// Drops a folder or file on the window, and waits until it is read.
  bool drop(const std::filesystem::path& path) {
    return dropOn(*window, path) &&
           QTest::qWaitFor([this] { return !window->import().isReading(); }, 20'000);
  }

  template <class T>
  T* control(const QString& accessibleName) const {
    return controlOf<T>(*window, accessibleName);
  }

  /// Presses the button with this text.
  bool press(const QString& text) const { return pressIn(*window, text); }

  void choose(const QString& kind, int count) const {
    auto* kinds = control<QComboBox>(QStringLiteral("Kind of generator"));
    kinds->setFocus();
    QTest::keyClicks(kinds, kind);
    auto* counts = control<QSpinBox>(QStringLiteral("Patterns to learn from"));
    counts->setFocus();
    counts->selectAll();
    QTest::keyClicks(counts, QString::number(count));
    QTest::keyClick(counts, Qt::Key_Return);
  }

  /// Files of trainings that lie about.
  [[nodiscard]] int leftFiles() const {
    int files = 0;
    QDirIterator walk(temporary.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
      walk.next();
      ++files;
    }
    return files;
  }

  QTemporaryDir temporary;
  WorkbenchFixture workbench;
  app::SpectraWindow* window = nullptr;  ///< null where its menu did not open it
};

}  // namespace vitrine::test
