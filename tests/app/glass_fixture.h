#pragma once

#include "app/actions/glass_actions.h"
#include "app/glass/glass_window.h"
#include "engine/atomistic/structure_file.h"
#include "tests/app/driving.h"
#include "tests/app/workbench_fixture.h"
#include "tests/widgets/made_up_atoms.h"

#include <QTabBar>
#include <QTabWidget>

#include <filesystem>

namespace vitrine::test {

/// The window of glasses of a real workbench.
struct GlassFixture {
  explicit GlassFixture(const std::filesystem::path& program = {}) : workbench(program) {
    workbench.window->activateWindow();
    static_cast<void>(QTest::qWaitForWindowActive(workbench.window.get()));
    QTest::keyClick(workbench.window.get(), Qt::Key_G, Qt::ControlModifier);
    window = workbench.window->glasses()->window();
    if (window == nullptr)
      return;
    window->activateWindow();
    static_cast<void>(QTest::qWaitForWindowActive(window));
  }

  /// A made-up glass as a file of the fixture's folder.
  [[nodiscard]] std::filesystem::path file(const QString& name, std::size_t perEdge = 8) const {
    const std::filesystem::path path = workbench.folder.filePath(name).toStdString();
    atomistic::writeStructure(*madeUpAtoms(perEdge), path);
    return path;
  }

  /// Drops a file and waits until it is a glass.
  bool read(const std::filesystem::path& path) const {
    const std::size_t before = window->desk().glasses().size();
    return dropOn(*window, path) &&
           QTest::qWaitFor([&] { return window->desk().glasses().size() == before + 1; }, 60'000);
  }

  bool showPage(const QString& title) const {
    QTabWidget* pages = window->pages();
    for (int i = 0; i < pages->count(); ++i) {
      if (pages->tabText(i).remove(u'&') != title)
        continue;
      QTest::mouseClick(pages->tabBar(), Qt::LeftButton, {}, pages->tabBar()->tabRect(i).center());
      return pages->currentIndex() == i;
    }
    return false;
  }

  template <class T>
  T* control(const QString& accessibleName) const {
    return controlOf<T>(*window, accessibleName);
  }
  bool press(const QString& text) const { return pressIn(*window, text); }

  WorkbenchFixture workbench;
  app::GlassWindow* window = nullptr;  ///< null where its menu did not open it
};

}  // namespace vitrine::test
