#pragma once

#include "app/session.h"
#include "tests/app/driving.h"
#include "tests/app/resources.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace vitrine::test {

/// One page of the data desk by itself, over a session of its own.
template <class Page>
struct PageFixture {
  PageFixture() : session(workbenchPlaces(folder)) {
    widgets::applyTheme(*qApp, widgets::ThemeChoice::Light);
    session.document.restore(app::firstState());
    page = std::make_unique<Page>(session);
    page->resize(1180, 740);
    page->show();
  }
  ~PageFixture() {
    page.reset();
    session.runner.close();
  }

  /// Waits until no job is at work.
  bool settle() {
    return QTest::qWaitFor([this] { return session.runner.isIdle(); }, 60'000);
  }

  template <class T>
  T* control(const QString& accessibleName) const {
    return controlOf<T>(*page, accessibleName);
  }

  /// Clicks the button with this text; false where it cannot be pressed.
  bool press(const QString& text) const { return pressIn(*page, text); }

  QTemporaryDir folder;
  app::Session session;
  std::unique_ptr<Page> page;
};

}  // namespace vitrine::test
