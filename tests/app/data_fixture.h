#pragma once

#include "app/actions/data_actions.h"
#include "app/data/data_window.h"
#include "app/data/import_dialog.h"
#include "tests/app/driving.h"
#include "tests/app/workbench_fixture.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>

#include <filesystem>
#include <fstream>
#include <string>

namespace vitrine::test {

/// The data desk of a real workbench.
struct DataFixture {
  explicit DataFixture(const std::filesystem::path& program = {}) : workbench(program) {
    workbench.window->activateWindow();
    static_cast<void>(QTest::qWaitForWindowActive(workbench.window.get()));
    QTest::keyClick(workbench.window.get(), Qt::Key_D, Qt::ControlModifier);
    window = workbench.window->data()->window();
    if (window == nullptr)
      return;
    window->activateWindow();
    static_cast<void>(QTest::qWaitForWindowActive(window));
  }

  [[nodiscard]] app::TableDesk& desk() { return workbench.session.desk; }

  /// Writes a text into a file of the fixture's folder.
  [[nodiscard]] std::filesystem::path file(const QString& name, const std::string& text) const {
    const std::filesystem::path path = workbench.folder.filePath(name).toStdString();
    std::ofstream(path) << text;
    return path;
  }

  /// Drops a file on the window.
  void drop(const std::filesystem::path& path) const { dropOn(*window, path); }

  /// The dialog that asks what the columns mean, once it is there; null where none comes.
  [[nodiscard]] app::ImportDialog* dialog() const {
    app::ImportDialog* found = nullptr;
    static_cast<void>(QTest::qWaitFor(
        [&] {
          found = window->findChild<app::ImportDialog*>();
          return found != nullptr && found->isVisible();
        },
        20'000));
    return found;
  }

  /// Drops a file and reads it as its header says; waits until it is on the desk.
  bool read(const std::filesystem::path& path) {
    const std::size_t before = desk().tables().size();
    drop(path);
    auto* asked = dialog();
    if (asked == nullptr)
      return false;
    auto* button = asked->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
    QTest::mouseClick(button, Qt::LeftButton);
    const bool done = QTest::qWaitFor([&] { return desk().tables().size() == before + 1; }, 20'000);
    // No desktop is there to give the focus back when a dialog closes.
    window->activateWindow();
    return done && QTest::qWaitForWindowActive(window);
  }

  /// Brings the page with this title to the front.
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

  /// Presses the button with this text.
  bool press(const QString& text) const { return pressIn(*window, text); }

  WorkbenchFixture workbench;
  app::DataWindow* window = nullptr;  ///< null where its menu did not open it
};

/// A table of Zr-Cu-Al glasses whose Tg follows a made-up rule with a bend and some noise, so that
/// nothing about it is suspicious.
inline std::string madeUpGlasses() {
  std::string text = "formula,Tg_K,Tl_K,source\n";
  unsigned noise = 12345;
  for (int zr = 30; zr <= 70; zr += 4) {
    for (int al = 0; al <= 24; al += 3) {
      const int cu = 100 - zr - al;
      noise = noise * 1103515245U + 12345U;
      const double wobble = static_cast<double>((noise >> 16U) % 1000U) / 1000.0 - 0.5;
      const double tg =
          640.0 + 0.06 * (zr - 45) * (zr - 45) + 3.0 * al - 0.05 * al * al + 8.0 * wobble;
      const double tl = 1100.0 + 0.2 * (zr - 52) * (zr - 52) + 0.5 * al * al - 20.0 * wobble;
      text += "Zr" + std::to_string(zr) + "Cu" + std::to_string(cu) +
              (al > 0 ? "Al" + std::to_string(al) : "") + "," + std::to_string(tg).substr(0, 5) +
              "," + std::to_string(tl).substr(0, 6) + ",made up\n";
    }
  }
  return text;
}

}  // namespace vitrine::test
